// What we use of pdfmake's document, which is pdfkit's with fonts and images by name, typed by hand: neither ships types for it.
import type { Readable } from "node:stream";
import type { FontBook } from "../fonts.ts";
import type { Glyph } from "../node.ts";

/** An indirect object of the file. */
interface PdfReference {
  /** Its number. */
  id: number;
  data: Record<string, unknown>;
  end(): void;
}

/** One glyph's place, in thousandths of the font size. */
interface GlyphPosition {
  xAdvance: number;
  xOffset: number;
  yOffset: number;
  /** The font's own advance, before kerning. */
  advanceWidth: number;
}

/** A word as glyphs; only pdfkit looks inside. */
export interface ShapedRun {
  readonly advanceWidth: number;
}

/** A font that is open for embedding. */
export interface EmbeddedFont {
  id: string;
  /** In thousandths of the font size. */
  ascender: number;
  font: { familyName: string; hasGlyphForCodePoint(codePoint: number): boolean };
  /** Shaped words, by word; pdfkit fills it. */
  layoutCache: Record<string, ShapedRun>;
  widthOfString(text: string, size: number): number;
  /** In points, without the gap between lines. */
  lineHeight(size: number): number;
  /** Glyph ids of the subset in hex, and their places; the glyphs join the subset. */
  encode(text: string): [string[], GlyphPosition[]];
  ref(): PdfReference;
  /** What this stands for, if it only stands in for a font. */
  glyph?: Glyph;
}

/** A bookmark. */
interface OutlineItem {
  outlineData: Record<string, unknown>;
  addItem(title: string, options: { pageNumber: number; expanded: boolean }): OutlineItem;
}

/** What of a page belongs to one element. */
type MarkedContent = object;

/** An element of the document's structure. */
export interface StructureElement {
  dictionary: { data: Record<string, unknown> };
  add(child: StructureElement | MarkedContent): void;
  end(): void;
}

/** pdfmake's PDFDocument, which is pdfkit's with fonts and images by name. */
export interface PdfDocument extends Readable {
  page: { height: number; fonts: Record<string, PdfReference>; write(data: Uint8Array): void };
  info: Record<string, string | Date>;
  outline: OutlineItem;
  _root: { id: number; data: { Pages: { data: { Kids: PdfReference[] } }; Names: { data: { Dests: NameTree } } } };
  _addInfo: () => void;
  appendXML(xml: string): void;
  /** Set by our document: its fonts, as the layout asks them. */
  book(): FontBook;
  getFontFile(family: string, bold: boolean, italics: boolean): Uint8Array;
  provideFont(family: string | Glyph, bold: boolean, italics: boolean): EmbeddedFont;
  addPage(options: { size: [number, number]; margin: number }): this;
  /** The image of this name; the same object each time. */
  provideImage(name: string): object;
  image(image: object, x: number, y: number, size: { width: number; height: number }): void;
  /** One entry an object, by its number from 1. */
  _offsets: (number | null)[];
  /** Identifier of the file. */
  _id: Uint8Array;
  _info: PdfReference;
  /** Writes the cross-reference and the end of the file. */
  _finalize(): void;
  _write(data: string | Uint8Array): void;
  /** Writes out all pages that are complete. */
  flushPages(): void;
  addContent(operators: string): this;
  addNamedDestination(name: string, kind: "XYZ", x: number, y: number, zoom: null): void;
  annotate(x: number, y: number, width: number, height: number, entries: Record<string, unknown>): void;
  struct(
    role: string,
    options: { alt?: string; scope?: string; bbox?: [number, number, number, number] },
  ): StructureElement;
  addStructure(element: StructureElement): void;
  markStructureContent(tag: string): MarkedContent;
  endMarkedContent(): void;
  save(): void;
  restore(): void;
  fillColor(color: string): void;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  fill(): void;
  stroke(): void;
  lineWidth(width: number): void;
  strokeColor(color: string): void;
  end(): void;
}

/** The tree of named destinations. */
interface NameTree {
  /** Whether a /Limits entry is written, which the root of a name tree must not have (ISO 32000-1, 7.9.6). */
  limits: boolean;
  _compareKeys(a: string, b: string): number;
}
