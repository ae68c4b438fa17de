// The last recorded run: results.json, and what is made of it: tables between markers in the READMEs, and the chart.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { drawChart } from "./chart.mjs";
import { panelsOf } from "./chart-panels.mjs";
import { deckTable } from "./deck-report.mjs";
import { lintSummary, lintTable } from "./lint-report.mjs";
import { stagesTable } from "./stages-report.mjs";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const resultsFile = at("bench/results.json");
const chartFile = "docs/images/bench.svg";

/** Parts by name: what was measured, on what machine, and when. */
export function readResults() {
  return existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, "utf8")) : {};
}

/** Keeps what one part has measured, and writes all that is made of it. */
export async function record(part, measured) {
  const results = { ...readResults(), [part]: { date: new Date().toISOString().slice(0, 10), ...measured } };
  const rounded = (_key, value) => (typeof value === "number" ? Number(value.toPrecision(5)) : value);
  writeFileSync(resultsFile, `${JSON.stringify(results, rounded, 2)}\n`);
  await writeRendered(readResults());
}

/** Writes the files of `render`. */
export async function writeRendered(results) {
  for (const [path, text] of await render(results)) writeFileSync(path, text);
}

/** What the last line under a table says of a run. */
const ranOn = ({ date, machine }) => `Measured on ${date}: ${machine}.`;

/** What stands between the markers of each file: a part's table where the part was recorded. */
function tables({ lint, stages, deck }) {
  return {
    "README.md": { lint: lint && `${lintSummary(lint)}\n\n${ranOn(lint)}` },
    "bench/README.md": {
      lint: lint && `${lintTable(lint)}\n\n${ranOn(lint)}`,
      stages: stages && `${stagesTable(stages)}\n\n${ranOn(stages)}`,
      deck: deck && `${deckTable(deck)}\n\n${ranOn(deck)}`,
    },
  };
}

/** The whole text of each file that shows results, by its path. */
export async function render(results) {
  const rendered = new Map([[at(chartFile), drawChart(panelsOf(results))]]);
  for (const [file, parts] of Object.entries(tables(results))) {
    let text = readFileSync(at(file), "utf8");
    for (const [part, table] of Object.entries(parts)) if (table) text = fill(text, part, table);
    const options = await resolveConfig(at(file));
    rendered.set(at(file), await format(text, { ...options, filepath: at(file) }));
  }
  return rendered;
}

function fill(text, part, table) {
  const [start, end] = [`<!-- bench: ${part} -->`, `<!-- /bench: ${part} -->`];
  const [before, ...rest] = text.split(start);
  const after = rest.join(start).split(end)[1];
  if (after === undefined) throw new Error(`Expected ${start} and ${end}`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
