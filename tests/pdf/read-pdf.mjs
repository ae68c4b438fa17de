// What pdf.js reads in a PDF: its text as it lies on the pages, the tree of what it means, and where its links lead.
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Reads the whole document. */
export async function readPdf(bytes) {
  // pdf.js takes the array's memory away.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number)));
  const placeOf = async (dest) => {
    const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
    if (!place) return null;
    const [page, { name }, , top] = place;
    return name === "XYZ" ? { page: await document.getPageIndex(page), top } : null;
  };
  for (const page of pages)
    for (const link of page.links) if (link.dest !== null) link.place = await placeOf(link.dest);
  const flatten = async (entries, level) => {
    const found = [];
    for (const { title, dest, items } of entries)
      found.push({ title, level, place: await placeOf(dest) }, ...(await flatten(items, level + 1)));
    return found;
  };
  const outline = await flatten((await document.getOutline()) ?? [], 1);
  const { Marked: isTagged } = (await document.getMarkInfo()) ?? {};
  const preferences = await document.getViewerPreferences();
  await task.destroy();
  return { pages, outline, isTagged, showsTitle: preferences?.DisplayDocTitle === true };
}

async function readPage(page) {
  const [, , , height] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marked = new Map();
  const lines = [];
  const open = [];
  let artifacts = "";
  let loose = "";
  for (const item of items) {
    if (item.type === "endMarkedContent") open.pop();
    else if (item.type !== undefined) open.push({ id: item.id ?? null, tag: item.tag });
    else {
      const { id, tag } = open.at(-1) ?? {};
      const text = item.str + (item.hasEOL ? "\n" : "");
      if (id) marked.set(id, (marked.get(id) ?? "") + text);
      else if (tag === "Artifact") artifacts += text;
      else loose += text;
      if (item.str.trim() !== "")
        lines.push({
          text: item.str,
          baseline: item.transform[5],
          size: Math.hypot(item.transform[2], item.transform[3]),
        });
    }
  }
  const links = (await page.getAnnotations()).filter(({ subtype }) => subtype === "Link");
  return {
    height,
    lines,
    artifacts,
    loose,
    tree: nodeOf(await page.getStructTree(), marked),
    links: links.map(({ id, url, unsafeUrl, dest, rect, contentsObj }) => ({
      id,
      address: url ?? unsafeUrl ?? null,
      dest: dest ?? null,
      place: null,
      rect,
      contents: contentsObj?.str ?? "",
    })),
  };
}

function nodeOf(node, marked) {
  if (!node) return { role: "Root", children: [], text: "" };
  if (node.type === "content") return { role: "content", children: [], text: marked.get(node.id) ?? "" };
  if (node.type !== undefined) return { role: node.type, children: [], text: "", id: node.id };
  const { role, alt, bbox, lang } = node;
  return {
    role,
    ...(alt === undefined ? {} : { alt }),
    ...(bbox === undefined ? {} : { bbox }),
    ...(lang === undefined ? {} : { lang }),
    children: node.children.map((child) => nodeOf(child, marked)),
    text: "",
  };
}

/** Every element of a tree with those above it, parents before children. */
export function* elements(node, above = []) {
  yield { node, above };
  for (const child of node.children) yield* elements(child, [...above, node]);
}

/** What an element says, alternatives included, in reading order. */
export function textOf(node) {
  return node.text + (node.alt === undefined ? "" : ` ${node.alt} `) + node.children.map(textOf).join("");
}

/** What the pages say to someone who does not see them, in reading order. */
export const spoken = (pdf) => pdf.pages.map(({ tree }) => [...blocksOf(tree)].join("\n")).join("\n");

/** What is seen and not written: the alternatives of formulas and images. */
export const alternatives = ({ pages }) =>
  pages.flatMap(({ tree }) => [...elements(tree)].flatMap(({ node: { alt } }) => alt ?? []));

const inline = new Set(["Link", "Span", "Formula", "content", "object", "annotation"]);

function* blocksOf(node) {
  if (node.children.every(({ role }) => inline.has(role))) yield textOf(node);
  else for (const child of node.children) yield* blocksOf(child);
}

/** The words of a text: runs of letters and digits. */
const wordsOf = (text) => text.normalize("NFC").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const squeeze = (text) => wordsOf(text).join("");

/** A word that may be cut at the end of a line: a long one, or one with a joint, of which poppler takes the hyphen away. */
const breakable = /\S{13,}|[\p{L}\p{N}][^\p{L}\p{N}\s]+[\p{L}\p{N}]/u;

/** Words of the source that the text lacks as whole words; one that may break over two lines is sought without the gap. */
export function missingWords(source, text) {
  const whole = new Set(wordsOf(text));
  const squeezed = squeeze(text);
  const broken = new Set((source.match(/\S+/gu) ?? []).filter((word) => breakable.test(word)).flatMap(wordsOf));
  return [...new Set(wordsOf(source))].filter(
    (word) => !whole.has(word) && !(broken.has(word) && squeezed.includes(word)),
  );
}

/** Lines of the source that the text does not have word after word. */
export function missingLines(source, text) {
  const squeezed = squeeze(text);
  return source.split("\n").filter((line) => !squeezed.includes(squeeze(line)));
}

/** Room above a heading to which a link leads, and the height of its first line, as multiples of points and of its size. */
const headroom = 14;
const lineHeights = 1.5;

/** What is wrong with the targets of outline and links, one sentence a fault: each must lie right above a line of text. */
export function landingFaults({ pages, outline }) {
  const faults = [];
  const linesAt = ({ page, top }) =>
    (pages[page]?.lines ?? []).filter(
      ({ baseline, size }) => baseline < top && top - baseline <= headroom + lineHeights * size,
    );
  for (const { title, place } of outline) {
    const wanted = new Set(wordsOf(title));
    const lands = place && linesAt(place).some(({ text }) => wordsOf(text).some((word) => wanted.has(word)));
    if (!lands) faults.push(`The bookmark ${title} leads past its heading`);
  }
  for (const { links } of pages)
    for (const { contents, dest, place, address } of links)
      if (address === null && dest !== null && (!place || linesAt(place).length === 0))
        faults.push(`The link ${contents} leads to no line of text`);
  return faults;
}

const headings = /^H[1-6]$/u;

/** What is wrong with the tree that no list of clauses states; one sentence a fault. */
export function treeFaults({ pages }) {
  const faults = [];
  let rank = 0;
  pages.forEach(({ tree, links, loose }, index) => {
    const say = (fault) => faults.push(`Page ${index + 1}: ${fault}`);
    if (loose.trim() !== "") say(`${loose.trim()} stands outside of the tree and is no artifact`);
    const annotated = new Set();
    for (const { node, above } of elements(tree)) {
      const parent = above.at(-1)?.role;
      if (node.id !== undefined && parent === "Link") annotated.add(node.id);
      if (headings.test(node.role)) {
        const own = Number(node.role.slice(1));
        if (own > rank + 1) say(`${textOf(node)} is ${node.role} below H${rank}`);
        rank = own;
        if (textOf(node).trim() === "") say(`a ${node.role} is empty`);
      }
      if (node.role === "LI" && parent !== "L") say(`LI in ${parent}`);
      if (node.role === "L" && node.children.some(({ role }) => role !== "LI")) say("L holds more than LI");
      if (node.role === "LI") {
        const roles = node.children.map(({ role }) => role).join(" ");
        if (!["Lbl LBody", "LBody", "Lbl"].includes(roles)) say(`LI of ${roles}`);
      }
      if (node.role === "TR" && !["THead", "TBody"].includes(parent)) say(`TR in ${parent}`);
      if (node.role === "TOCI" && parent !== "TOC") say(`TOCI in ${parent}`);
      if (["Figure", "Formula"].includes(node.role) && (!node.alt || node.bbox?.length !== 4))
        say(`a ${node.role} without alternative or place`);
      if (node.role === "P" && parent === "P") say("P in P");
    }
    for (const { id, contents } of links) {
      if (!annotated.has(id)) say(`the link ${contents} is not in the tree`);
      if (contents.trim() === "") say("a link without description");
    }
  });
  return faults;
}
