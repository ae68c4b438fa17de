// Time, speed and memory of each stage on synthetic guides, and how they grow. Arguments: sizes (default 100 1000
// 10000), --record.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine } from "./machine.mjs";
import { record } from "./recorded.mjs";
import { earlierOf, growthOf, stagesTable } from "./stages-report.mjs";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: "boolean", default: false } },
});
const sizes = positionals.map(Number);
if (sizes.length === 0) sizes.push(100, 1000, 10000);
const outputs = ["json", "anki", "pdf"];

/** Room for 10,000 items in three documents of thousands of pages: with less, time measures the garbage collector. */
const heap = ["--max-old-space-size=8192", "--max-semi-space-size=64"];

/** What lint with every rule on may cost, in times of parsing the same files alone. */
const mostLint = 3;

/** Growth of time against growth of size that is still called linear: small sizes are start-up and noise. */
const linear = 1.3;

const rows = new Map();
for (const size of sizes) {
  for (const output of outputs) {
    const stage = fileURLToPath(new URL("stage.mjs", import.meta.url));
    const child = spawnSync(process.execPath, ["--expose-gc", ...heap, stage, String(size), output], {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (child.status !== 0) throw new Error(`${output} of ${size} items failed\n${child.stderr}`);
    for (const line of child.stdout.trim().split("\n")) {
      const row = JSON.parse(line);
      const key = `${row.stage} ${size}`;
      // Three processes run the first stages: the fastest of them is the least disturbed.
      if (!rows.has(key) || row.cpu < rows.get(key).cpu) rows.set(key, row);
    }
  }
}

const results = { machine: describeMachine(), rows: [...rows.values()].sort((a, b) => a.size - b.size) };
console.log(`${results.machine}\n`);
console.log(stagesTable(results));
const steep = [];
for (const row of results.rows) {
  const growth = growthOf(results.rows, row);
  if (growth > linear && earlierOf(results.rows, row).cpu > 0.1)
    steep.push(`${row.stage} at ${row.size}: ${growth.toFixed(2)}`);
}
console.log(
  "\nGrowth is the growth of CPU time over the growth of size: 1 × is linear; wall time depends on what else runs. Peak MB is the process up to that stage.",
);
const lintToParse = Math.max(...sizes.map((size) => rows.get(`lint ${size}`).cpu / rows.get(`parse ${size}`).cpu));
console.log(`\nLint with every rule on costs at most ${lintToParse.toFixed(2)} × what parsing alone costs.`);
if (lintToParse > mostLint) {
  console.log(`That is more than ${mostLint} ×.`);
  process.exitCode = 1;
}
if (steep.length > 0) {
  console.log(`Faster than linear (above ${linear} ×): ${steep.join("; ")}`);
  process.exitCode = 1;
}
if (flags.record) await record("stages", results);
