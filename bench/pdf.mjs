// Time and memory of making a PDF, side by side with stock pdfmake on the same definition, and how they grow.
// Arguments: numbers of pages (default 50 1000 3000). Fails above 0.9 of pdfmake's time, above 1.2 GB at 3,000 pages, or if
// anything grows faster than linearly.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sizes = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith("--"))
  .map(Number);
if (sizes.length === 0) sizes.push(50, 1000, 3000);

/** Items of the synthetic guide whose answers fill a page; the table tells how many pages it came to. */
const itemsPerPage = 1.97;

/** The best of so many runs is the least disturbed; in turn, so that what else the machine does strikes both. */
const runs = (size) => (size > 1000 ? 2 : size > 100 ? 3 : 5);

/** Of pdfmake's CPU time, which depends less than wall time on what else runs. */
const limit = 0.9;

/** Growth against the growth of pages that is still called linear. */
const linear = 1.3;

/** Megabytes that a process may hold, at so many pages or fewer. */
const memory = { pages: 3000, megabytes: 1200 };

function run(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawnSync(process.execPath, ["--expose-gc", path, ...args.map(String)], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${script} failed\n${child.error ?? child.stderr}`);
  return child.stdout.trim() === "" ? null : JSON.parse(child.stdout);
}

/** Each number by itself is the least of all runs. */
function best(results) {
  const least = (key) => Math.min(...results.map((result) => result[key]));
  const { pages, bytes } = results[0];
  return { pages, bytes, seconds: least("seconds"), cpu: least("cpu"), peak: least("peak") };
}

const rows = [];
const folder = mkdtempSync(join(tmpdir(), "certpress-bench-"));
try {
  for (const size of sizes) {
    const blocks = join(folder, "blocks.jsonl");
    run("pdf-layout.mjs", Math.round(size * itemsPerPage), blocks);
    const [ours, theirs] = [[], []];
    for (let round = 0; round < runs(size); round++) {
      ours.push(run("pdf-render.mjs", "certpress", blocks));
      theirs.push(run("pdf-render.mjs", "pdfmake", blocks));
    }
    rows.push({ size, name: "certpress", ...best(ours) }, { size, name: "pdfmake", ...best(theirs) });
  }
} finally {
  rmSync(folder, { recursive: true });
}

const ratio = (a, b) => `${(a / b).toFixed(2)} ×`;
const [first = "", ...rest] = cpus().map(({ model }) => model);
console.log(`Node ${process.version}, pdfmake 0.3.11, ${rest.length + 1} cores (${first.trim()})\n`);
console.log(
  "| renderer | pages | seconds | of pdfmake | CPU seconds | of pdfmake | growth | peak MB | growth | file MB |",
);
console.log("| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
const faults = [];
for (const row of rows) {
  const { name, size, pages, seconds, cpu, peak, bytes } = row;
  const peer = rows.find((each) => each.name === "pdfmake" && each.size === size);
  const earlier = rows.findLast((each) => each.name === name && each.size < size);
  const growth = (key) => earlier && row[key] / earlier[key] / (pages / earlier.pages);
  const isOurs = name === "certpress";
  if (isOurs) {
    if (cpu > limit * peer.cpu)
      faults.push(`${pages} pages take ${ratio(cpu, peer.cpu)} of pdfmake's CPU time, more than ${limit}`);
    if (size <= memory.pages && peak > memory.megabytes)
      faults.push(`${pages} pages take ${Math.round(peak)} MB, more than ${memory.megabytes}`);
    for (const key of ["cpu", "peak"])
      if (growth(key) > linear)
        faults.push(`${key} at ${pages} pages grows by ${growth(key).toFixed(2)}, more than ${linear}`);
  }
  const cells = [
    name,
    pages,
    seconds.toFixed(2),
    isOurs ? ratio(seconds, peer.seconds) : "",
    cpu.toFixed(2),
    isOurs ? ratio(cpu, peer.cpu) : "",
    earlier ? `${growth("cpu").toFixed(2)} ×` : "",
    Math.round(peak),
    earlier ? `${growth("peak").toFixed(2)} ×` : "",
    (bytes / 1e6).toFixed(2),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
