// Time, speed and memory of each stage on synthetic guides, and how they grow. Arguments: sizes (default 100 1000 10000).
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const sizes = process.argv.slice(2).map(Number);
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

const stages = [...new Set([...rows.values()].map(({ stage }) => stage))];
const [first = "", ...rest] = cpus().map(({ model }) => model);
console.log(`Node ${process.version}, ${rest.length + 1} cores (${first.trim()})\n`);
console.log("| stage | items | seconds | CPU seconds | items/s | peak MB | growth |");
console.log("| --- | --: | --: | --: | --: | --: | --: |");
const steep = [];
for (const stage of stages) {
  let earlier;
  for (const size of sizes) {
    const row = rows.get(`${stage} ${size}`);
    const growth = earlier && earlier.cpu > 0.01 && row.cpu / earlier.cpu / (size / earlier.size);
    if (growth > linear && earlier.cpu > 0.1) steep.push(`${stage} at ${size}: ${growth.toFixed(2)}`);
    const cells = [
      stage,
      size,
      row.seconds.toFixed(3),
      row.cpu.toFixed(3),
      Math.round(size / row.seconds),
      Math.round(row.megabytes),
      growth ? `${growth.toFixed(2)} ×` : "",
    ];
    console.log(`| ${cells.join(" | ")} |`);
    earlier = row;
  }
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
