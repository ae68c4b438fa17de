// What the bench shows: its chart from given numbers, its limits, and that the READMEs show the recorded run and no other.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";

interface Line {
  label: string;
  colour: string;
  dash: string;
  marker: string;
  points: { x: number; y: number }[];
}
interface Row {
  size: number;
  name: string;
  seconds?: number;
  cpu?: number;
  megabytes?: number;
  failed?: true;
}
interface LintResults {
  versions: Record<string, string>;
  short: { version: number; node: number };
  guide: { cold: object; warm: object };
  rows: Row[];
}

// The bench is plain JavaScript: what its functions take is said here.
const load = async (name: string): Promise<unknown> => import(new URL(`../bench/${name}`, import.meta.url).href);
const { drawChart } = (await load("chart.mjs")) as {
  drawChart: (panels: { title: string; at: number; lines: Line[] }[]) => string;
};
const { findFaults, lintSummary, lintTable } = (await load("lint-report.mjs")) as Record<
  "findFaults",
  (results: LintResults) => string[]
> &
  Record<"lintSummary" | "lintTable", (results: LintResults) => string>;

const line = (label: string, points: Line["points"]): Line => ({
  label,
  colour: "blue",
  dash: "dashed",
  marker: "circle",
  points,
});
const numbers = [
  { x: 1000, y: 0.5 },
  { x: 5000, y: 2.5 },
  { x: 50_000, y: 25 },
];

describe("the chart", () => {
  const svg = drawChart([
    { title: "Some & others", at: 5000, lines: [line('a "b" <c>', numbers), line("single", [{ x: 5000, y: 7 }])] },
    { title: "Second", at: 1000, lines: [line("d", numbers)] },
  ]);

  it("is well-formed, with a title and a description that tells the numbers", async () => {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: "chart.svg", contents: svg }],
      normalization: "format",
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="title desc"/u);
    expect(svg).toContain(
      "Some &amp; others: a &quot;b&quot; &lt;c&gt; 0.50 s for 1,000, 2.5 s for 5,000, 25 s for 50,000",
    );
  });

  it("sets its words as text, in light and dark, and asks nobody for anything", () => {
    expect(svg).toMatch(/<text [^>]*>single<\/text>/u);
    expect(svg).toContain("prefers-color-scheme: dark");
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|url\(|@import|<script|NaN|undefined/u);
  });

  it("draws linear time as a straight line on its logarithmic axes", () => {
    const path = /d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/u.exec(svg);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = (path ?? []).slice(1).map(Number);
    expect((y2 - y1) / (x2 - x1)).toBeCloseTo((y3 - y2) / (x3 - x2), 2);
    expect(y3).toBeLessThan(y1);
  });
});

describe("the limits of lint", () => {
  const row = (name: string, size: number, seconds: number, megabytes = 100): Row => ({
    name,
    size,
    seconds,
    cpu: seconds,
    megabytes,
  });
  const results = (...rows: Row[]): LintResults => ({
    versions: { "markdownlint-cli2": "1", "remark-cli": "2" },
    short: { version: 0.05, node: 0.04 },
    guide: { cold: { seconds: 2, cpu: 2 }, warm: { seconds: 0.3, cpu: 0.3 } },
    rows,
  });
  const held = [
    row("markdownlint", 5000, 10),
    row("cold", 5000, 6),
    row("changed", 5000, 1.5),
    row("warm", 5000, 0.5),
    row("cold", 50_000, 78, 2000),
  ];

  it("are held at their very edge", () => {
    expect(findFaults(results(...held))).toEqual([]);
  });

  it("are named one by one where they are not held", () => {
    const over = results(
      row("markdownlint", 5000, 10),
      row("cold", 5000, 6.1),
      row("changed", 5000, 1.6),
      row("warm", 5000, 0.6),
      row("cold", 50_000, 80, 2001),
      { name: "warm", size: 50_000, failed: true },
    );
    over.short.version = 0.07;
    over.guide.warm = { seconds: 0.6, cpu: 0.6 };
    const faults = findFaults(over).join("\n");
    for (const each of [
      /\(cold\) at 50000 items, growth of CPU time: 1\.311/u,
      /\(cold\) at 50000 items, peak memory: 2001/u,
      /\(warm\) at 50000 items failed/u,
      /\(cold\) in times of markdownlint-cli2: 0\.610/u,
      /\(changed\) in times of markdownlint-cli2: 0\.160/u,
      /\(warm\) in times of markdownlint-cli2: 0\.060/u,
      /--version in times of node -e 0: 1\.750/u,
      /this repository's guide, nothing changed: 0\.600 s/u,
    ])
      expect(faults).toMatch(each);
    expect(findFaults(over)).toHaveLength(8);
  });

  it("are not checked against others that did not run, and the tables leave those out", () => {
    const alone = results(row("cold", 5000, 60));
    expect(findFaults(alone)).toEqual([]);
    expect(lintTable(alone) + lintSummary(alone)).not.toMatch(/markdownlint-cli2 1|NaN|undefined/u);
  });

  it("stand beside the ratios of the table", () => {
    expect(lintSummary(results(...held))).toMatch(
      /\| `certpress lint`, nothing changed \| 0\.50 \| \*\*0\.050 ×\*\* \|/u,
    );
  });
});

describe("the recorded run", () => {
  it("is what the READMEs and the chart show", () => {
    const { status, stderr } = spawnSync(process.execPath, ["bench/record.mjs", "--check"], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const { lint } = JSON.parse(readFileSync("bench/results.json", "utf8")) as { lint: LintResults };
    const cells = (text: string): string[] =>
      text.split("\n").map((each) => each.replaceAll(/ +/gu, " ").replaceAll(/-+/gu, "-"));
    const readme = cells(readFileSync("README.md", "utf8"));
    for (const each of cells(lintSummary(lint))) expect(readme).toContain(each);
  });
});
