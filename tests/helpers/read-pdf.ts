// Reads PDF files back as a viewer does: objects, pages, destinations, links, bookmarks and text (ISO 32000-1).
import { inflateSync } from "node:zlib";
import { isDictionary, Keyword, Name, Parser, Reference, type Dictionary } from "./pdf-syntax.ts";

interface Stream {
  dictionary: Dictionary;
  bytes: Buffer;
}

/** A link as it stands on a page. */
export interface PdfLink {
  /** From 1. */
  page: number;
  title: string;
  uri?: string;
  /** File and destination of a link into another document. */
  file?: string;
  destination?: string;
}

export interface Bookmark {
  title: string;
  children: Bookmark[];
}

export interface PdfFile {
  /** All strings of all objects: titles, descriptions, metadata. */
  strings: string[];
  /** XMP. */
  metadata: string;
  /** Text of each page, in the order in which it is drawn; runs are parted by line breaks. */
  pages: string[];
  /** Page of each named destination, from 1. */
  destinations: Map<string, number>;
  links: PdfLink[];
  outline: Bookmark[];
}

/** A text string (7.9.2.2). */
const textOf = (bytes: unknown): string => {
  const text = String(bytes);
  return text.startsWith("\xFE\xFF") ? Buffer.from(text.slice(2), "latin1").swap16().toString("utf16le") : text;
};

/** Reads a whole file. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, unknown>();
  const streams = new Map<number, Stream>();
  const resolve = (value: unknown): unknown => (value instanceof Reference ? objects.get(value.number) : value);
  const of = (value: unknown): Dictionary => {
    const found = resolve(value);
    return isDictionary(found) ? found : {};
  };
  for (const { index, 0: head, 1: number } of text.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/gu)) {
    const parser = new Parser(text, index + head.length);
    const value = parser.next();
    objects.set(Number(number), value);
    if (!isDictionary(value)) continue;
    const raw = parser.stream(Number(value["Length"]));
    if (raw === null) continue;
    const packed = Buffer.from(raw, "latin1");
    const isFlate = value["Filter"] instanceof Name && value["Filter"].name === "FlateDecode";
    streams.set(Number(number), { dictionary: value, bytes: isFlate ? inflateSync(packed) : packed });
  }
  for (const { dictionary, bytes: body } of streams.values()) {
    if (!(dictionary["Type"] instanceof Name) || dictionary["Type"].name !== "ObjStm") continue;
    const packed = body.toString("latin1");
    const head = new Parser(packed);
    for (let index = 0; index < Number(dictionary["N"]); index++) {
      const [number, offset] = [Number(head.next()), Number(head.next())];
      objects.set(number, new Parser(packed, Number(dictionary["First"]) + offset).next());
    }
  }
  const catalog = [...objects.values()].find(
    (value) => isDictionary(value) && value["Type"] instanceof Name && value["Type"].name === "Catalog",
  );
  const root = of(catalog);
  const pages: { reference: Reference; page: Dictionary }[] = [];
  const walkPages = (node: unknown): void => {
    const { Kids: kids } = of(node);
    if (Array.isArray(kids)) kids.forEach(walkPages);
    else if (node instanceof Reference) pages.push({ reference: node, page: of(node) });
  };
  walkPages(root["Pages"]);
  const pageOf = (target: unknown): number =>
    pages.findIndex(({ reference }) => target instanceof Reference && reference.number === target.number) + 1;

  const destinations = new Map<string, number>();
  const walkNames = (node: unknown): void => {
    const { Kids: kids, Names: names } = of(node);
    if (Array.isArray(kids)) kids.forEach(walkNames);
    if (!Array.isArray(names)) return;
    names.forEach((name, index) => {
      const target = resolve(names[index + 1]);
      if (index % 2 === 0 && Array.isArray(target)) destinations.set(textOf(name), pageOf(target[0]));
    });
  };
  walkNames(of(root["Names"])["Dests"]);

  const links = pages.flatMap(({ page }, index): PdfLink[] => {
    const annotations = resolve(page["Annots"]);
    if (!Array.isArray(annotations)) return [];
    return annotations.map((reference) => {
      const annotation = of(reference);
      const action = of(annotation["A"]);
      const file = of(action["F"]);
      const destination = annotation["Dest"] ?? action["D"];
      return {
        page: index + 1,
        title: textOf(annotation["Contents"]),
        ...(action["URI"] === undefined ? {} : { uri: textOf(action["URI"]) }),
        ...(file["UF"] === undefined ? {} : { file: textOf(file["UF"]) }),
        ...(typeof destination === "string" ? { destination: textOf(destination) } : {}),
      };
    });
  });

  const bookmarks = (parent: Dictionary): Bookmark[] => {
    const result: Bookmark[] = [];
    for (let item = of(parent["First"]); item["Title"] !== undefined; item = of(item["Next"]))
      result.push({ title: textOf(item["Title"]), children: bookmarks(item) });
    return result;
  };

  const maps = new Map<unknown, Map<number, string>>();
  const fontMap = (font: Dictionary): Map<number, string> => {
    const known = maps.get(font);
    if (known) return known;
    const unicode = font["ToUnicode"] instanceof Reference ? streams.get(font["ToUnicode"].number) : undefined;
    const map = readToUnicode(unicode?.bytes.toString("latin1") ?? "");
    maps.set(font, map);
    return map;
  };
  const pageTexts = pages.map(({ page }) => {
    const fonts = of(of(page["Resources"])["Font"]);
    const contents = Array.isArray(page["Contents"]) ? page["Contents"] : [page["Contents"]];
    const content = contents
      .map((part) => (part instanceof Reference ? (streams.get(part.number)?.bytes.toString("latin1") ?? "") : ""))
      .join("\n");
    return readText(content, (name) => fontMap(of(fonts[name])));
  });

  const strings: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === "string") strings.push(textOf(value));
    else if (Array.isArray(value)) value.forEach(collect);
    else if (isDictionary(value)) Object.values(value).forEach(collect);
  };
  for (const value of objects.values()) collect(value);
  const xmp = root["Metadata"] instanceof Reference ? streams.get(root["Metadata"].number) : undefined;
  return {
    strings,
    metadata: xmp?.bytes.toString("utf8") ?? "",
    pages: pageTexts,
    destinations,
    links,
    outline: bookmarks(of(root["Outlines"])),
  };
}

/** Characters by glyph (9.10.3). */
function readToUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  const unicode = (hex: string): string => Buffer.from(hex.replaceAll(/\s/gu, ""), "hex").swap16().toString("utf16le");
  for (const [, body = ""] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/gu)) {
    for (const [, first = "", list = "", single = ""] of body.matchAll(
      /<([0-9a-f]+)>\s*<[0-9a-f]+>\s*(?:\[([^\]]*)\]|<([0-9a-f]+)>)/giu,
    )) {
      const texts = list === "" ? [single] : [...list.matchAll(/<([0-9a-f\s]*)>/giu)].map(([, hex = ""]) => hex);
      texts.forEach((hex, index) => map.set(Number.parseInt(first, 16) + index, unicode(hex)));
    }
  }
  for (const [, body = ""] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/gu))
    for (const [, glyph = "", hex = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/giu))
      map.set(Number.parseInt(glyph, 16), unicode(hex));
  return map;
}

/** The text that a content stream shows. */
function readText(content: string, fontMap: (name: string) => Map<number, string>): string {
  const parser = new Parser(content);
  let operands: unknown[] = [];
  let font = new Map<number, string>();
  let result = "";
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (!(value instanceof Keyword)) {
      operands.push(value);
      continue;
    }
    if (value.word === "Tf" && operands[0] instanceof Name) font = fontMap(operands[0].name);
    if (value.word === "TJ" && Array.isArray(operands[0])) {
      for (const part of operands[0]) {
        if (typeof part !== "string") continue;
        const glyphs = Buffer.from(part, "latin1");
        for (let at = 0; at + 1 < glyphs.length; at += 2) result += font.get(glyphs.readUInt16BE(at)) ?? "\uFFFD";
      }
    }
    if (value.word === "ET") result += "\n";
    operands = [];
  }
  return result;
}
