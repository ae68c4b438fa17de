// Time and memory of writing a deck, side by side with the Python package genanki on the same notes, and how they grow.
// Arguments: numbers of notes (default 10000 100000), --record. Fails above half of genanki's time, or if anything grows faster than linearly.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deckTable, growthOf, peerOf } from "./deck-report.mjs";
import { describeMachine } from "./machine.mjs";
import { record } from "./recorded.mjs";
import { preparePython } from "../scripts/python.mjs";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: "boolean", default: false } },
});
const sizes = positionals.map(Number);
if (sizes.length === 0) sizes.push(10_000, 100_000);

/** The best of so many runs is the least disturbed. */
const runs = 3;

/** Of the peer's time. */
const limit = 0.5;

/** Growth against the growth of size that is still called linear. */
const linear = 1.3;

const node = [process.execPath, "--expose-gc", "--max-old-space-size=8192", "--max-semi-space-size=64"];
const python = preparePython({
  folder: "bench/genanki-0.13.1",
  name: "genanki",
  version: "0.13.1",
  module: "genanki",
  purpose: "to compare with genanki",
});

function run([command, ...options], script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawnSync(command, [...options, path, ...args.map(String)], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(`${script} failed\n${child.error ?? child.stderr}`);
  return JSON.parse(child.stdout);
}

/** Each number by itself is the least of all runs. */
function best(results) {
  const least = (key) => Math.min(...results.map((result) => result[key]));
  return { seconds: least("seconds"), cpu: least("cpu"), megabytes: least("megabytes"), bytes: least("bytes") };
}

const rows = [];
const folder = mkdtempSync(join(tmpdir(), "certpress-bench-"));
try {
  for (const size of sizes) {
    const notes = join(folder, "notes.jsonl");
    const layout = run(node, "deck-layout.mjs", size, notes);
    const [ours, peers] = [[], []];
    for (let round = 0; round < runs; round++) {
      ours.push(run(node, "deck-write.mjs", notes, join(folder, "ours.apkg")));
      peers.push(run([python], "genanki_deck.py", notes, join(folder, "genanki.apkg")));
    }
    rows.push(
      { size, name: "layout", ...layout },
      { size, name: "write", ...best(ours) },
      { size, name: "genanki", ...best(peers) },
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

const results = { machine: describeMachine(), rows };
console.log(`${results.machine}, genanki 0.13.1\n`);
console.log(deckTable(results));
const faults = [];
for (const row of rows) {
  const { name, size, seconds } = row;
  const peer = peerOf(rows, row);
  if (name === "write" && seconds > limit * peer.seconds)
    faults.push(`${size} notes take ${(seconds / peer.seconds).toFixed(2)} × genanki's time, more than ${limit} ×`);
  for (const key of ["cpu", "megabytes"]) {
    const growth = growthOf(rows, row, key);
    if (name !== "genanki" && growth > linear)
      faults.push(`${key} of ${name} at ${size} notes grow by ${growth.toFixed(2)}, more than ${linear}`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
if (flags.record) await record("deck", results);
