// One process of the bench: runs the line on a synthetic guide of `size` up to one output, and prints a JSON line a stage.
import { findDictionary, readDictionary, readFonts, readTemplates } from "../lib/files.js";
import { lint } from "../lib/lint/index.js";
import { loadSpelling } from "../lib/lint/load-spelling.js";
import { build } from "../lib/model/build.js";
import { assemble } from "../lib/model/form.js";
import { parse, parseYamlFile } from "../lib/parse/index.js";
import { loadPublishers } from "../lib/publish/index.js";
import { decodeSourceText } from "../lib/source-text.js";
import { makeGuide } from "./synthetic.mjs";

const size = Number(process.argv[2]);
const output = process.argv[3];

async function stage(name, work) {
  globalThis.gc?.();
  const start = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (performance.now() - start) / 1000;
  const cpu = (user + system) / 1e6;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ stage: name, size, seconds, cpu, megabytes }));
  return result;
}

const files = makeGuide(size);
const documents = await stage("parse", () =>
  files.map((file) => parse(file, { guideFolder: "content/bench", tableKinds: [] })),
);
const { bank, diagnostics } = await stage("build", () =>
  build({ id: "bench", folder: "content/bench", documents, media: [], unplaced: [] }),
);
const faults = [...documents.flatMap((document) => document.diagnostics), ...diagnostics];
if (faults.length > 0) throw new Error(`The synthetic guide has faults: ${JSON.stringify(faults[0])}`);
const texts = new Map(files.map(({ path, bytes }) => [path, decodeSourceText(path, bytes)]));
const sourceOf = (path) => texts.get(path);
const find = (packages) => findDictionary(process.cwd(), packages);
await stage("lint", () => {
  const { spelling } = loadSpelling(bank, {}, { find, read: readDictionary });
  return lint(bank, { config: {}, date: new Date("2026-01-01"), spelling, sourceOf });
});
const form = await stage("assemble", () => assemble(bank));

const [publisher] = await loadPublishers([output]);
const templates = readTemplates();
const words = parseYamlFile({ path: "words", bytes: Buffer.from(templates.get("words/en.yaml")) }, "words").value;
const assets = { templates, fonts: readFonts(publisher.fontFiles ?? []) };
const publication = { form, words, assets, config: {}, date: new Date("2026-01-01"), sourceOf };
await stage(`${output} check`, () => publisher.check(publication));
await stage(output, () => publisher.publish(publication));
