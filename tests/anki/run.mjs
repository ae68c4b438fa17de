// Imports decks into real Anki: `node tests/anki/run.mjs [deck.apkg…]`. Beside each deck stands the JSON of its guide. Without
// a name that is the guide's deck, then three editions of one guide, and a guide of hostile texts (again the same with ANKI_SEED).
// Anki comes from PyPI into a virtual environment under node_modules/.cache, made once for each version.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { preparePython } from "../../scripts/python.mjs";
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

const prepare = (version) =>
  preparePython({
    folder: `anki/${version}`,
    name: "anki",
    version,
    module: "anki.collection",
    purpose: "to test the deck in Anki",
  });

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
  for (const [script, ...files] of tests)
    if (spawnSync(python, [join(here, script), ...files], { stdio: "inherit" }).status !== 0) process.exit(1);
}
