// Imports decks into real Anki: `node tests/anki/run.mjs [deck.apkg…]`. Beside each deck stands the JSON of its guide. Without
// a name that is the guide's deck, then three editions of one guide, and a guide of hostile texts (again the same with ANKI_SEED).
// Anki comes from PyPI into a virtual environment under node_modules/.cache, made once for each version.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeEditions } from "./editions.mjs";
import { makeHostileDeck } from "./hostile.mjs";

/** The version that AnkiDroid embeds, and the newest on PyPI. */
const versions = ["25.9.2", "26.9.3"];

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(command, args, stdio = "inherit") {
  return spawnSync(command, args, { stdio, encoding: "utf8" });
}

function isPython([command, ...args]) {
  const probe = "import sys, venv; sys.exit(sys.version_info < (3, 9))";
  return run(command, [...args, "-c", probe], "ignore").status === 0;
}

function findPython() {
  const candidates = process.platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];
  const message =
    "Python 3.9 or later with its venv module is needed to test the deck in Anki: https://www.python.org/downloads/";
  return candidates.find(isPython) ?? fail(message);
}

/** The interpreter of the environment with one version of Anki; a half-made environment is made anew. */
function prepare(version) {
  const folder = join(root, "node_modules", ".cache", "anki", version);
  const python = process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
  if (existsSync(python) && run(python, ["-c", "import anki.collection"], "ignore").status === 0) return python;
  const [command, ...args] = findPython();
  console.log(`Installing Anki ${version} into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  if (run(command, [...args, "-m", "venv", folder]).status !== 0) fail(`${command} cannot make a virtual environment`);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `anki==${version}`];
  if (run(python, install).status !== 0) fail(`pip cannot install Anki ${version}; it needs the network once`);
  return python;
}

const named = process.argv.slice(2);
const decks = named.length > 0 ? named : [join(root, "dist", "mla-c01", "mla-c01.apkg")];
const tests = decks.map((deck) => ["verify.py", deck, deck.replace(/\.apkg$/, ".json")]);
for (const [, ...files] of tests)
  for (const file of files) if (!existsSync(file)) fail(`${file} is missing. Run: npm run build`);

const made = mkdtempSync(join(tmpdir(), "certpress-anki-"));
process.on("exit", () => rmSync(made, { recursive: true, force: true }));
if (named.length === 0) {
  await makeEditions(made);
  const seed = Number(process.env.ANKI_SEED) || Date.now() % 2 ** 31;
  const [deck, texts] = [join(made, "hostile.apkg"), join(made, "hostile.json")];
  writeFileSync(texts, JSON.stringify(await makeHostileDeck(deck, seed)));
  console.log(`Hostile texts of ANKI_SEED=${seed}`);
  tests.push(["update.py", made], ["inert.py", deck, texts]);
}
for (const version of versions) {
  console.log(`Anki ${version}`);
  const python = prepare(version);
  for (const [script, ...files] of tests) if (run(python, [join(here, script), ...files]).status !== 0) process.exit(1);
}
