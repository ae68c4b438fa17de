// Time and memory of `certpress lint` as users run it, in turn with other linters of Markdown and with bare parsing on the same files.
// Arguments: numbers of items (default 1000 5000 10000 20000 50000), --peers-to=N (default 10000), --runs=N, --without-peers,
// --record. Fails above a limit of lint-report.mjs, or if a command fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { best, runNode, time } from "./command.mjs";
import { findFaults, lintTable } from "./lint-report.mjs";
import { installPeers, peerVersions } from "./lint-peers.mjs";
import { describeMachine } from "./machine.mjs";
import { record } from "./recorded.mjs";
import { makeGuide } from "./synthetic.mjs";

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "peers-to": { type: "string", default: "10000" },
    runs: { type: "string" },
    "without-peers": { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 5000, 10_000, 20_000, 50_000];

/** The best of so many runs is the least disturbed. */
const runs = (size) => Number(flags.runs ?? (size > 5000 ? 2 : 3));

/** Commands of some tens of milliseconds need more runs. */
const shortRuns = 15;

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const main = at("../lib/cli/main.js");
const peers = flags["without-peers"] ? null : installPeers();
if (peers === null && !flags["without-peers"]) {
  console.error("With --without-peers the bench runs without them, and checks no ratio.");
  process.exit(1);
}
const peer = (name, file) => join(peers, "node_modules", name, file);

/** Commands in the order of a round: the second lint of ours finds what the first has left. */
const commands = [
  { name: "read", args: [at("parse-files.mjs"), "content", 0], saw: (size, { stdout }) => Number(stdout) > size },
  {
    name: "markdownlint",
    isPeer: true,
    // It says so that it found something: the lines of the guide are long.
    clean: [0, 1],
    args: () => [peer("markdownlint-cli2", "markdownlint-cli2-bin.mjs"), "content/**/*.md"],
    saw: (size, { stdout }) => Number(/Linting: (\d+) file/u.exec(stdout)?.[1]) > size,
  },
  { name: "no cache", args: [main, "lint", "--no-cache"], upTo: 5000, isOurs: true },
  {
    name: "cold",
    args: [main, "lint"],
    isOurs: true,
    prepare: (root) => rmSync(cacheOf(root), { recursive: true, force: true }),
  },
  { name: "warm", args: [main, "lint"], isOurs: true },
  { name: "changed", args: [main, "lint"], isOurs: true, prepare: editItem },
  {
    name: "parse",
    isPeer: true,
    args: () => [at("parse-files.mjs"), "content", 1, peers],
    saw: (size, { stdout }) => Number(stdout) > size,
  },
  {
    name: "parse on two",
    isPeer: true,
    args: () => [at("parse-files.mjs"), "content", 2, peers],
    saw: (size, { stdout }) => Number(stdout) > size,
  },
  {
    name: "remark",
    isPeer: true,
    args: () => [peer("remark-cli", "cli.js"), "content", "--no-color", "--rc-path", join(peers, "remarkrc.json")],
    saw: (size, { stderr }) => (stderr.match(/^content\S+\.md/gmu)?.length ?? 0) > size,
  },
];

function cacheOf(root) {
  return join(root, ".certpress");
}

/** One word more in the explanation of one item; another in each round, so that no run has seen it. */
function editItem(root, size, round) {
  const path = join(root, `content/bench/items/i${Math.floor(size / 2)}.md`);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/(?<=## Explanation\n\n)/u, `Round ${round + 1}. `));
}

function writeGuide(root, size) {
  for (const { path, bytes } of makeGuide(size)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

/** Why a run does not count, or null. */
function faultOf({ isOurs, saw, clean = [0] }, size, result) {
  if (!clean.includes(result.status) || result.cpu === null)
    return `ended with ${result.signal ?? result.status}: ${result.stderr.trim().split("\n").slice(-3).join(" ")}`;
  if (!isOurs && !saw(size, result)) return "did not see all files";
  return null;
}

function runRounds(size, chosen) {
  const root = mkdtempSync(join(tmpdir(), "certpress-bench-"));
  const results = new Map(chosen.map(({ name }) => [name, { taken: [], failed: null }]));
  try {
    writeGuide(root, size);
    for (let round = 0; round < runs(size); round++) {
      let output = null;
      for (const command of chosen) {
        const { name, args, prepare } = command;
        const result = results.get(name);
        if (result.failed !== null) continue;
        prepare?.(root, size, round);
        const taken = runNode(typeof args === "function" ? args() : args, root);
        result.failed = faultOf(command, size, taken);
        // A fast answer that is another one would count for nothing. What is found in the changed item may differ.
        if (command.isOurs && name !== "changed") {
          output ??= taken.stdout;
          if (output !== taken.stdout) result.failed ??= "found something else than the run before";
        }
        result.taken.push(taken);
      }
      console.error(`${size} items: round ${round + 1} of ${runs(size)}`);
    }
  } finally {
    rmSync(root, { recursive: true });
  }
  return [...results].map(([name, { taken, failed }]) => {
    if (failed !== null) console.error(`${name} at ${size} items ${failed}`);
    return { size, name, ...(failed === null ? best(taken) : { failed: true }) };
  });
}

function measureShort() {
  const taken = { version: [], node: [] };
  for (let round = 0; round < shortRuns; round++) {
    taken.version.push(time([main, "--version"]));
    taken.node.push(time(["-e", "0"]));
  }
  const least = (results) => Math.min(...results.map(({ seconds }) => seconds));
  return { version: least(taken.version), node: least(taken.node) };
}

/** The repository's own guide, with a cache of the bench's own. */
function measureGuide() {
  const folder = mkdtempSync(join(tmpdir(), "certpress-bench-"));
  try {
    const lint = () => {
      const taken = runNode([main, "lint", "--cache-dir", folder], at(".."));
      if (![0, 1].includes(taken.status)) throw new Error(`certpress lint failed\n${taken.stderr}`);
      return taken;
    };
    const cold = best([lint()]);
    return { cold, warm: best(Array.from({ length: shortRuns }, lint)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (spawnSync(process.execPath, [main, "--version"]).status !== 0)
  throw new Error(`${main} does not run; npm run compile makes it`);
const short = measureShort();
const guide = measureGuide();
const rows = sizes.flatMap((size) => {
  const isChosen = ({ isPeer, upTo = Infinity }) =>
    size <= upTo && (!isPeer || (peers !== null && size <= Number(flags["peers-to"])));
  return runRounds(size, commands.filter(isChosen));
});
const results = { machine: describeMachine(), versions: peerVersions(), short, guide, rows };
console.log(`${results.machine}\n`);
console.log(lintTable(results));
const faults = findFaults(results);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
if (flags.record) await record("lint", results);
