// Measures the compiled rules against items that people have labelled: `npm run measure:rules -- [--json] labelled.jsonl`.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultConfig } from "../lib/default-config.js";
import { findDictionary, readDictionary } from "../lib/files.js";
import { lint } from "../lib/lint/index.js";
import { loadSpelling } from "../lib/lint/load-spelling.js";
import { rules } from "../lib/lint/rules/index.js";
import { plural } from "../lib/quote.js";
import { printable } from "../lib/report/printable.js";
import { createBank } from "./measure/bank.mjs";
import { readLabelledLines } from "./measure/labelled-lines.mjs";
import { measure, stringRules } from "./measure/measure.mjs";

const options = readOptions();
const known = rules.map(({ id }) => id);
const { lines, faults } = readLabelledLines(readText(options.path), known);
if (faults.length > 0)
  fail(faults.map(({ number, message }) => `${options.path}:${number}: ${printable(message)}`).join("\n"));
if (lines.length === 0) fail(`${options.path}: Unexpected empty file, expected labelled items`);
const { bank, date, sourceOf } = createBank(lines);
const find = (packages) => findDictionary(process.cwd(), packages);
const { spelling } = loadSpelling(bank, defaultConfig, { find, read: readDictionary });
const result = measure(lines, lint(bank, { config: defaultConfig, date, spelling, sourceOf }), known);
if (options.json) console.log(JSON.stringify(result, null, 2));
else printResult(result);

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
    if (positionals.length !== 1) throw new Error("Expected one file of labelled items");
    return { path: positionals[0], json: values.json === true };
  } catch (error) {
    return fail(`${error.message}\nUsage: npm run measure:rules -- [--json] labelled.jsonl`);
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}

function printResult({ rules: measured, notLabelled, stringRules: strings, confusion, lines: count }) {
  console.log(`${plural(count, "item")}\n`);
  const header = ["rule", "labelled", "found", "true positives", "precision", "recall", "F1"];
  printTable([
    header,
    ...measured.map((each) => [
      each.rule,
      each.labelled,
      each.found,
      each.truePositives,
      ...[each.precision, each.recall, each.f1].map(decimal),
    ]),
  ]);
  const among = strings.labelled.length === stringRules.length ? "" : ` (${strings.labelled.length} of them labelled)`;
  console.log(`\nMean F1 of the ${stringRules.length} string rules${among}: ${decimal(strings.meanF1)}`);
  console.log("\nNot labelled in any line, so neither right nor wrong:");
  printTable(notLabelled.map(({ rule, found }) => [rule, `${found} found`]));
  console.log(`\n${plural(confusion.length, "difference")}`);
  for (const { id, line, rule, kind, stem, choices, key } of confusion) {
    console.log(`\n${shorten(id, 60)} (line ${line}): ${rule}, ${kind}`);
    console.log(`  ${shorten(stem, 160)}`);
    for (const [index, choice] of choices.entries())
      console.log(`  ${key.includes(index) ? "[x]" : "[ ]"} ${shorten(choice, 80)}`);
  }
}

function decimal(value) {
  return value === null ? "-" : value.toFixed(2);
}

/** Third parties' text on one line, its middle left out, safe for terminals. */
function shorten(text, most) {
  const characters = [...printable(text.replaceAll(/\s+/g, " ").trim())];
  if (characters.length <= most) return characters.join("");
  const half = Math.floor((most - 1) / 2);
  return `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}

function printTable(rows) {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column].length))) ?? [];
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join("  "),
    );
}
