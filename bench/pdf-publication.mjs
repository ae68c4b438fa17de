// The synthetic guide as a publication of any number of items, for the bench of the PDFs.
import { readFonts, readTemplates } from "../lib/files.js";
import { build } from "../lib/model/build.js";
import { assemble } from "../lib/model/form.js";
import { parse, parseYamlFile } from "../lib/parse/index.js";
import { fontFiles } from "../lib/publish/pdf/fonts.js";
import { sourceOf } from "../lib/publish/pdf/layout/source.js";
import { fontBookOf } from "../lib/publish/pdf/render/document.js";
import { readTheme } from "../lib/publish/pdf/theme.js";
import { makeGuide } from "./synthetic.mjs";

/** Items that are parsed; larger banks repeat them under other ids, because parsing is not what is measured here. */
const parsed = 1000;

/** What the layout draws from, with `size` items. */
export function makeSource(size) {
  const files = makeGuide(Math.min(size, parsed));
  const documents = files.map((file) => parse(file, { guideFolder: "content/bench", tableKinds: [] }));
  const { bank } = build({ id: "bench", folder: "content/bench", documents, media: [], unplaced: [] });
  const form = assemble(bank);
  const items = Array.from({ length: size }, (_, n) => {
    const formItem = form.items[n % form.items.length];
    return { ...formItem, number: n + 1, item: { ...formItem.item, id: `item-${n}` } };
  });
  const templates = readTemplates();
  const words = parseYamlFile({ path: "words", bytes: Buffer.from(templates.get("words/en.yaml")) }, "words").value;
  const assets = { templates, fonts: readFonts(fontFiles) };
  const publication = { form: { ...form, items }, words, assets, config: {}, date: new Date("2026-01-01") };
  const theme = readTheme(assets);
  return { assets, theme, source: sourceOf(publication, theme, fontBookOf(assets.fonts)) };
}
