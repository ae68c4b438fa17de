// What we use of pdfmake 0.3.11 and of pdfkit below it, typed by hand: neither ships types for these parts.
import { createRequire } from "node:module";
import type { EventEmitter } from "node:events";
import type { Readable } from "node:stream";
import type { StyleStack } from "./measure-text.ts";
import type { Paragraph } from "./paragraph.ts";
import type { Standing } from "./structure.ts";
import type { Block, Box, ImageNode, Shape, SvgNode, TextStyle } from "../node.ts";

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
  font: { hasGlyphForCodePoint(codePoint: number): boolean };
  /** Shaped words, by word; pdfkit fills it. */
  layoutCache: Record<string, ShapedRun>;
  widthOfString(text: string, size: number): number;
  /** In points, without the gap between lines. */
  lineHeight(size: number): number;
  /** Glyph ids of the subset in hex, and their places; the glyphs join the subset. */
  encode(text: string): [string[], GlyphPosition[]];
  ref(): PdfReference;
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
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  addPage(options: { size: [number, number]; margin: number }): this;
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
  struct(role: string, options: { alt?: string; scope?: string }): StructureElement;
  addStructure(element: StructureElement): void;
  markContent(tag: "Artifact", options: object): void;
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

/** A word, or a part of one, with its style resolved. */
export interface DrawnInline extends Omit<TextStyle, "font" | "link" | "linkToDestination"> {
  text: string;
  x: number;
  width: number;
  height: number;
  font: EmbeddedFont;
  fontSize: number;
  color: string;
  link: string | null;
  linkToDestination: string | null;
  _pageNodeRef?: LaidOutNode;
  _pageRef?: object | null;
  _tocItemRef?: object | null;
  /** Set by our layout builder for the number of a list's entry. */
  standing?: Standing;
}

/** One line of text, placed on a page. */
export interface PdfLine {
  x: number;
  y: number;
  id?: string;
  inlines: DrawnInline[];
  _pageNodeRef?: LaidOutNode;
  /** Set by our layout builder: the number of the line, and the node that it belongs to. */
  serial?: number;
  owner?: LaidOutNode;
  getHeight(): number;
  getAscenderHeight(): number;
}

/** A node after measuring. */
export type LaidOutNode = Block & {
  positions?: { pageNumber: number }[];
  /** Set by our layout builder: where the node stands in the document's structure. */
  standing?: Standing;
  /** Of an entry of a list: its bullet or number. */
  listMarker?: { _inlines?: DrawnInline[] };
  _minWidth?: number;
  _maxWidth?: number;
  _minHeight?: number;
  /** Of a text: its words, as our layout builder measured them. */
  paragraph?: Paragraph | undefined;
  resetXY(): void;
};

export type PdfVector = Omit<Shape, "color"> & { x: number; y: number; w: number; h: number; color?: string | Box };

interface Placed {
  x: number;
  y: number;
  standing?: Standing;
}

export type PageItem =
  | { type: "line"; item: PdfLine }
  | { type: "vector"; item: PdfVector }
  | { type: "image"; item: ImageNode & Placed }
  | { type: "svg"; item: SvgNode & Placed };

/** One page with what lies on it, in painting order. */
export interface PdfPage {
  items: PageItem[];
  pageSize: { width: number; height: number };
}

interface PageElementWriter extends EventEmitter {
  transactionLevel: number;
  context(): { availableHeight: number; availableWidth: number };
  addFragment: (fragment: { height: number }, ...parameters: unknown[]) => unknown;
}

/** The step before the layout: widths of all nodes. */
interface DocMeasure {
  pdfDocument: PdfDocument;
  styleStack: StyleStack;
  measureLeaf(node: LaidOutNode): LaidOutNode;
}

/** A text cut where lines may end. */
interface Piece {
  text: string;
  /** Copied from what was cut. */
  run: number;
  lineEnd?: boolean;
  /** Whether no line may end between this piece, the last of its run, and the next. */
  noNewLine?: boolean;
}

interface TextBreaker {
  getBreaks(runs: { text: string; noWrap: boolean; run: number }[], styles: null): Piece[];
}

interface LayoutBuilder {
  docMeasure: DocMeasure;
  writer: PageElementWriter;
  linearNodeList: LaidOutNode[];
  registerTableLayouts(layouts: Record<string, object>): void;
  layoutDocument(...parameters: unknown[]): PdfPage[];
  tryLayoutDocument(...parameters: unknown[]): { pages: PdfPage[] };
  addDynamicRepeatable(...parameters: unknown[]): void;
  processNode(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void;
  processTable(node: LaidOutNode): void;
  processCanvas(node: LaidOutNode): void;
  buildNextLine(node: LaidOutNode): PdfLine | null;
}

interface Renderer {
  renderVector(vector: PdfVector): void;
  renderImage(image: ImageNode): void;
  renderSVG(svg: SvgNode): void;
}

interface TextDecorator {
  drawDecorations(line: PdfLine, x: number, y: number): void;
}

type Fonts = Record<string, Record<string, Uint8Array>>;
interface Internals {
  PDFDocument: new (
    fonts: Fonts,
    images: Record<string, string>,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    localAccessPolicy: () => boolean,
  ) => PdfDocument;
  LayoutBuilder: new (size: PageSize, margins: PageMargins, svgMeasure: object) => LayoutBuilder;
  Renderer: new (document: PdfDocument) => Renderer;
  Line: new (maxWidth: number) => PdfLine;
  SVGMeasure: new () => object;
  TextBreaker: new () => TextBreaker;
  TextDecorator: new (document: PdfDocument) => TextDecorator;
}

export interface PageSize {
  width: number;
  height: number;
}

export interface PageMargins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

// `require` rather than `import`: the modules are CommonJS with a `default` export, which loaders unwrap in different ways.
const require = createRequire(import.meta.url);
// The shapes above are read off the sources of 0.3.11, the version that package.json pins.
const load = (path: string): unknown => (require(path) as { default: unknown }).default;

export const PDFDocument = load("pdfmake/js/PDFDocument.js") as Internals["PDFDocument"];
export const LayoutBuilderBase = load("pdfmake/js/LayoutBuilder.js") as Internals["LayoutBuilder"];
export const RendererBase = load("pdfmake/js/Renderer.js") as Internals["Renderer"];
export const SVGMeasure = load("pdfmake/js/SVGMeasure.js") as Internals["SVGMeasure"];
export const Line = load("pdfmake/js/Line.js") as Internals["Line"];
export const TextBreaker = load("pdfmake/js/TextBreaker.js") as Internals["TextBreaker"];
export const TextDecorator = load("pdfmake/js/TextDecorator.js") as Internals["TextDecorator"];
