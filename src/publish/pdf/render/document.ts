// Opens pdfkit documents on fonts that are given as bytes; nothing here may reach a file or an address.
import type { Assets } from "../../publisher.ts";
import { families, type Face, type FontBook } from "../fonts.ts";
import type { Definition, Glyph } from "../node.ts";
import { glyphFont } from "./glyph.ts";
import { PDFDocument, type EmbeddedFont, type PdfDocument, type ShapedRun } from "./internals.ts";

type FontBytes = Record<string, Record<string, Uint8Array>>;

/** The bytes of every family's styles; throws if an asset is missing. */
function fontBytes(fonts: Assets["fonts"]): FontBytes {
  const read = (name: string): Uint8Array => {
    const bytes = fonts.get(name);
    if (!bytes) throw new Error(`The font ${name} is not among the assets`);
    return bytes;
  };
  return Object.fromEntries(
    Object.entries(families).map(([family, styles]) => [
      family,
      Object.fromEntries(Object.entries(styles).map(([style, name]) => [style, read(name)])),
    ]),
  );
}

/** Words as each font shapes them. It depends on the font's bytes alone, so all documents share it: shaping is the dearest step. */
const shapes = new WeakMap<Uint8Array, Record<string, ShapedRun>>();

function shapesOf(bytes: Uint8Array): Record<string, ShapedRun> {
  // Without a prototype, because a word may be `constructor`.
  const known = shapes.get(bytes) ?? (Object.create(null) as Record<string, ShapedRun>);
  shapes.set(bytes, known);
  return known;
}

class SharedShapesDocument extends PDFDocument {
  private readonly bytes: FontBytes;

  constructor(bytes: FontBytes, images: Record<string, string>, options: object) {
    super(bytes, images, {}, {}, options, null, () => false);
    this.bytes = bytes;
  }

  override provideFont(family: string | Glyph, bold: boolean, italics: boolean): EmbeddedFont {
    if (typeof family === "object") return glyphFont(family);
    const font = super.provideFont(family, bold, italics);
    const bytes = this.bytes[family]?.[styleOf(bold, italics)];
    if (bytes) font.layoutCache = shapesOf(bytes);
    return font;
  }
}

/** An empty document with its metadata; any access to a file is refused. */
export function openDocument(
  fonts: Assets["fonts"],
  options: Pick<Definition, "title" | "author" | "subject" | "language" | "date" | "images">,
): PdfDocument {
  return new SharedShapesDocument(fontBytes(fonts), options.images, {
    pdfVersion: "1.7",
    lang: options.language,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: options.title,
      Author: options.author,
      Subject: options.subject,
      Creator: "certpress",
      Producer: "certpress",
      CreationDate: options.date,
      ModDate: options.date,
    },
  });
}

const books = new WeakMap<Assets["fonts"], FontBook>();

/** The fonts as the layout asks them; the same book for the same fonts, with its answers remembered. */
export function fontBookOf(fonts: Assets["fonts"]): FontBook {
  const book = books.get(fonts) ?? openFontBook(fonts);
  books.set(fonts, book);
  return book;
}

function openFontBook(fonts: Assets["fonts"]): FontBook {
  const blank = { title: "", author: "", subject: "", language: "", date: new Date(0), images: {} };
  const document = openDocument(fonts, blank);
  const covered = new Map<string, Map<number, boolean>>();
  const open = ({ family, bold, italics }: Face): EmbeddedFont => document.provideFont(family, bold, italics);
  return {
    covers(face, codePoint) {
      const name = families[face.family][styleOf(face.bold, face.italics)];
      const known = covered.get(name) ?? new Map<number, boolean>();
      covered.set(name, known);
      const answer = known.get(codePoint) ?? open(face).font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, answer);
      return answer;
    },
    widthOf: (text, face, size) => open(face).widthOfString(text, size),
  };
}

/** pdfmake's name of a style. */
function styleOf(bold: boolean, italics: boolean): "normal" | "bold" | "italics" | "bolditalics" {
  if (bold) return italics ? "bolditalics" : "bold";
  return italics ? "italics" : "normal";
}
