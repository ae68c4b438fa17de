// One process of the deck's bench: lays out `size` notes and writes them as JSON lines. Prints its time and memory as a JSON line.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { readTemplates } from "../lib/files.js";
import { build } from "../lib/model/build.js";
import { assemble } from "../lib/model/form.js";
import { parse, parseYamlFile } from "../lib/parse/index.js";
import { layOut } from "../lib/publish/anki/layout.js";
import { measure } from "./measure.mjs";
import { makeGuide } from "./synthetic.mjs";

const [size, notesFile] = [Number(process.argv[2]), process.argv[3]];

/** Items that are parsed; larger banks repeat them under other ids, because parsing is not what is measured here. */
const parsed = 1000;

const documents = makeGuide(parsed).map((file) => parse(file, { guideFolder: "content/bench", tableKinds: [] }));
const { bank } = build({ id: "bench", folder: "content/bench", documents, media: [], unplaced: [] });
const form = assemble(bank);
const items = Array.from({ length: size }, (_, n) => {
  const formItem = form.items[n % parsed];
  return { ...formItem, item: { ...formItem.item, id: `item-${n}` } };
});
const templates = readTemplates();
const words = parseYamlFile({ path: "words", bytes: Buffer.from(templates.get("words/en.yaml")) }, "words").value;
const domains = bank.domains.map((domain) => ({
  ...domain,
  sections: domain.sections.map((section) => ({
    ...section,
    topics: section.topics.map((topic) => ({ ...topic, facts: [], tables: [] })),
  })),
}));
const publication = {
  form: { ...form, items, bank: { ...bank, domains } },
  words,
  assets: { templates, fonts: new Map() },
  config: {},
  date: new Date("2026-01-01"),
};

const { result, ...measured } = await measure(() => layOut(publication));
const { notes, ...deck } = result.deck;
if (notes.length !== size) throw new Error(`Expected ${size} notes, got ${notes.length}`);
const file = createWriteStream(notesFile);
file.write(`${JSON.stringify(deck)}\n`);
for (const note of notes) if (!file.write(`${JSON.stringify(note)}\n`)) await once(file, "drain");
file.end();
await once(file, "finish");
console.log(JSON.stringify(measured));
