// What the numbers of the bench of lint say: tables, limits, and lines of the chart.

/** The size at which the limits against others hold; below it start-up weighs most. */
export const mainSize = 5000;

const limits = {
  /** Of markdownlint-cli2's time. */
  ratios: { cold: 0.6, warm: 0.05, changed: 0.15 },
  /** Of the time of `node -e 0`. */
  version: 1.5,
  /** Seconds for the repository's own guide, warm. */
  guide: 0.5,
  /** Growth of CPU time against growth of size that is still called linear. */
  growth: 1.3,
  /** Peak memory of our commands at any size measured. */
  megabytes: 2000,
};

/** The commands from the slowest to the fastest, as readers know them. */
const names = (versions) => ({
  remark: `remark-cli ${versions["remark-cli"]}, preset lint-recommended`,
  markdownlint: `markdownlint-cli2 ${versions["markdownlint-cli2"]}`,
  parse: "bare parsing with unified, GFM and front matter",
  "parse on two": "the same on two cores",
  "no cache": "`certpress lint --no-cache`",
  cold: "`certpress lint`, first run",
  changed: "`certpress lint`, one item changed",
  warm: "`certpress lint`, nothing changed",
  read: "reading the files alone",
});
const ours = new Set(["no cache", "cold", "changed", "warm"]);

const ratio = (a, b) => (b === undefined || a === undefined ? "" : `${(a / b).toFixed(a / b < 0.1 ? 3 : 2)} ×`);
const seconds = (value) => value.toFixed(value < 10 ? 2 : 1);
const row = (cells) => `| ${cells.join(" | ")} |`;
const head = (titles) => [row(titles), row(titles.map((_, index) => (index === 0 ? "---" : "--:")))];

const find = (rows, name, size) => rows.find((each) => each.name === name && each.size === size && !each.failed);

/** The row against which a row's growth is told: that of the main size, or else of the smallest. */
function baseOf(rows, { name, size }) {
  const earlier = rows.filter((each) => each.name === name && each.size < size && !each.failed);
  return earlier.find((each) => each.size === mainSize) ?? earlier[0];
}

function growthOf(rows, each) {
  const base = baseOf(rows, each);
  return base && each.cpu / base.cpu / (each.size / base.size);
}

function shortRows({ short, guide }) {
  return [
    [
      `\`certpress lint\` on this repository's guide, first run`,
      seconds(guide.cold.seconds),
      "",
      seconds(guide.cold.cpu),
    ],
    [`the same, nothing changed`, seconds(guide.warm.seconds), "", seconds(guide.warm.cpu)],
    ["`certpress --version`", short.version.toFixed(3), `${ratio(short.version, short.node)} of Node's`, ""],
    ["`node -e 0`", short.node.toFixed(3), "", ""],
  ];
}

/** All that was measured, as Markdown. */
export function lintTable(results) {
  const { rows, versions } = results;
  const lines = head([
    "command",
    "items",
    "seconds",
    "of markdownlint-cli2",
    "CPU seconds",
    "of its",
    "items/s",
    "peak MB",
    "growth",
  ]);
  for (const [name, label] of Object.entries(names(versions)))
    for (const each of rows.filter((every) => every.name === name)) {
      if (each.failed) {
        lines.push(row([label, each.size, "failed", "", "", "", "", "", ""]));
        continue;
      }
      const peer = name === "markdownlint" ? undefined : find(rows, "markdownlint", each.size);
      const growth = growthOf(rows, each);
      lines.push(
        row([
          label,
          each.size,
          seconds(each.seconds),
          ratio(each.seconds, peer?.seconds),
          seconds(each.cpu),
          ratio(each.cpu, peer?.cpu),
          Math.round(each.size / each.seconds),
          Math.round(each.megabytes),
          growth === undefined ? "" : `${growth.toFixed(2)} ×`,
        ]),
      );
    }
  for (const [label, time, of, cpu] of shortRows(results)) lines.push(row([label, "", time, of, cpu, "", "", "", ""]));
  return lines.join("\n");
}

/** The rows of one size, from the slowest to the fastest, for those who read no more. */
export function lintSummary(results) {
  const { rows, versions } = results;
  const size = summarySize(rows);
  const peer = find(rows, "markdownlint", size);
  const lines = head([
    `${size.toLocaleString("en")} items`,
    "seconds",
    "of markdownlint-cli2",
    "CPU seconds",
    "peak MB",
  ]);
  for (const [name, label] of Object.entries(names(versions))) {
    const each = find(rows, name, size);
    if (each === undefined) continue;
    const emphasise = (text) => (ours.has(name) && text !== "" ? `**${text}**` : text);
    const of = name === "markdownlint" ? "1 ×" : ratio(each.seconds, peer?.seconds);
    lines.push(row([label, seconds(each.seconds), emphasise(of), seconds(each.cpu), Math.round(each.megabytes)]));
  }
  for (const [label, time, of, cpu] of shortRows(results)) lines.push(row([label, time, of, cpu, ""]));
  return lines.join("\n");
}

/** The main size where it was measured, or else the largest one. */
export function summarySize(rows) {
  const sizes = rows.map(({ size }) => size);
  return sizes.includes(mainSize) ? mainSize : Math.max(...sizes);
}

/** Each limit that is not held, in a sentence. Ratios are checked at the main size where the peers ran. */
export function findFaults({ rows, short, guide }) {
  const faults = [];
  const above = (what, value, limit, unit = "") => {
    if (value > limit) faults.push(`${what}: ${value.toFixed(3)}${unit}, more than ${limit}${unit}`);
  };
  for (const each of rows.filter(({ name }) => ours.has(name))) {
    const what = `certpress lint (${each.name}) at ${each.size} items`;
    if (each.failed) {
      faults.push(`${what} failed`);
      continue;
    }
    above(`${what}, growth of CPU time`, growthOf(rows, each) ?? 0, limits.growth);
    above(`${what}, peak memory`, each.megabytes, limits.megabytes, " MB");
  }
  const peer = find(rows, "markdownlint", mainSize);
  if (peer)
    for (const [name, limit] of Object.entries(limits.ratios)) {
      const mine = find(rows, name, mainSize);
      if (mine) above(`certpress lint (${name}) in times of markdownlint-cli2`, mine.seconds / peer.seconds, limit);
    }
  for (const each of rows.filter(({ name, failed }) => failed && !ours.has(name)))
    if (each.size <= mainSize) faults.push(`${each.name} at ${each.size} items failed: nothing to compare with`);
  above("certpress --version in times of node -e 0", short.version / short.node, limits.version);
  above("certpress lint on this repository's guide, nothing changed", guide.warm.seconds, limits.guide, " s");
  return faults;
}
