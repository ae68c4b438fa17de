// One process of the PDFs' bench: reads blocks from JSON lines and makes them a PDF, with our renderer or with stock pdfmake.
// Prints the cost of that as a JSON line; peak memory is that of the whole process.
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fontFiles, fontSetOf } from "../lib/publish/pdf/fonts.js";
import { frame } from "../lib/publish/pdf/layout/page.js";
import { render } from "../lib/publish/pdf/render/index.js";
import { tableLayouts } from "../lib/publish/pdf/render/table-layouts.js";
import { measure } from "./measure.mjs";
import { makeSource } from "./pdf-publication.mjs";

const [engine, blocksFile] = process.argv.slice(2);
const require = createRequire(import.meta.url);

// The smallest bank that has an exam: the header and the footer name it.
const { assets, theme, source } = makeSource(4);
let chapters;
const content = [];
for await (const line of createInterface({ input: createReadStream(blocksFile) })) {
  if (chapters === undefined) chapters = JSON.parse(line);
  else content.push(JSON.parse(line));
}
const definition = frame(source, { name: "Bench", content, chapters });

/** The node and all below it with boxes as fills of cells and bookmarks as pdfmake's; it passes over our other keys. */
function toStock(node) {
  if (Array.isArray(node)) return node.map(toStock);
  if (node === null || typeof node !== "object") return node;
  const { box, outline, ...rest } = node;
  const stock = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, toStock(value)]));
  if (box) stock.fillColor = box.fill;
  if (outline) Object.assign(stock, { outline: true, outlineText: outline.title });
  return stock;
}

function stockDefinition() {
  // Stock pdfmake does not say in which chapter a page lies: any stands on all pages but the first.
  const placed = (page, pages) => ({ page, pages, chapter: page === 1 ? undefined : chapters[0], opens: false });
  const { title, author, subject, language, date, pageSize, margins, style } = definition;
  return {
    info: { title, author, subject, creationDate: date, modDate: date },
    version: "1.7",
    language,
    pageSize,
    pageMargins: margins,
    defaultStyle: style,
    content: toStock(content),
    header: (page, pages) => toStock(definition.header(placed(page, pages))),
    footer: (page, pages) => toStock(definition.footer(placed(page, pages))),
  };
}

/** Stock pdfmake, which reads fonts from their files. */
function openStock() {
  const pdfmake = require("pdfmake");
  const paths = new Map(fontFiles.map(({ name, file }) => [name, require.resolve(file)]));
  const styles = (names) => Object.fromEntries(Object.entries(names).map(([style, name]) => [style, paths.get(name)]));
  const { families } = fontSetOf(paths.keys());
  pdfmake.setFonts(Object.fromEntries([...families].map(([name, names]) => [name, styles(names)])));
  const layouts = tableLayouts(theme);
  // Theirs is the fill that a cell names.
  for (const layout of Object.values(layouts)) delete layout.fillColor;
  pdfmake.setTableLayouts(layouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake;
}

let make = () => render(definition, assets.fonts, theme);
if (engine === "pdfmake") {
  const pdfmake = openStock();
  const stock = stockDefinition();
  content.length = 0;
  make = async () => ({ bytes: await pdfmake.createPdf(stock).getBuffer() });
}
const { result, seconds, cpu } = await measure(make);
const peak = (process.resourceUsage().maxRSS * 1024) / 1e6;
const { bytes, pages = bytes.toString("latin1").match(/\/Type \/Page\n/gu).length } = result;
console.log(JSON.stringify({ seconds, cpu, peak, pages, bytes: bytes.length }));
