// What we use of pdfmake 0.3.11, typed by hand: it ships no types for these parts.
import { createRequire } from "node:module";
import type { StyleStack } from "./measure-text.ts";
import type { Paragraph } from "./paragraph.ts";
import type { EmbeddedFont, PdfDocument } from "./pdf-document.ts";
import type { Standing } from "./structure.ts";
import type { Block, Box, ImageNode, Shape, SvgNode, TextStyle } from "../node.ts";

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
  /** A copy, which shares the inlines. */
  clone(): PdfLine;
}

/** A node after measuring. */
export type LaidOutNode = Block & {
  positions?: { pageNumber: number }[];
  /** Set by our layout builder: where the node stands in the document's structure. */
  standing?: Standing;
  /** Of an entry of a list: its bullet or number. */
  listMarker?: { _inlines?: DrawnInline[] };
  /** Set by our layout builder on images. */
  serial?: number;
  _minWidth?: number;
  _maxWidth?: number;
  _minHeight?: number;
  /** Of a text: its words, as our layout builder measured them. */
  paragraph?: Paragraph | undefined;
  resetXY(): void;
  _margin?: [number, number, number, number] | null;
};

export type PdfVector = Omit<Shape, "color"> & {
  x: number;
  y: number;
  w: number;
  h: number;
  color?: string | Box;
  /** Set by our layout builder, but not on the rules and fills of tables. */
  serial?: number;
};

interface Placed {
  x: number;
  y: number;
  /** After scaling. */
  _width: number;
  _height: number;
  standing?: Standing;
  serial?: number;
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
  pageMargins: PageMargins;
  /** Of a section, which we have none of. */
  customProperties: object;
}

/** Where the next node will stand. */
interface DocumentContext {
  x: number;
  y: number;
  availableWidth: number;
  page: number;
  pages: PdfPage[];
  pageMargins: PageMargins;
  /** By page: where in its items fills go. */
  backgroundLength: number[];
}

interface PageElementWriter {
  context(): DocumentContext;
}

/** The step before the layout: widths of all nodes. */
interface DocMeasure {
  pdfDocument: PdfDocument;
  styleStack: StyleStack;
  measureLeaf(node: LaidOutNode): LaidOutNode;
  measureBlock(node: Block): LaidOutNode;
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
  docPreprocessor: { preprocessBlock(node: Block): Block };
  registerTableLayouts(layouts: Record<string, object>): void;
  layoutDocument(...parameters: unknown[]): PdfPage[];
  tryLayoutDocument(...parameters: unknown[]): { pages: PdfPage[] };
  addHeadersAndFooters(...parameters: unknown[]): void;
  addDynamicRepeatable(...parameters: unknown[]): void;
  processNode(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void;
  processTable(node: LaidOutNode): void;
  processRow(row: { tableNode?: LaidOutNode }): object;
  processCanvas(node: LaidOutNode): void;
  processImage(node: LaidOutNode): void;
  processSVG(node: LaidOutNode): void;
  buildNextLine(node: LaidOutNode): PdfLine | null;
}

interface Renderer {
  renderVector(vector: PdfVector): void;
  renderImage(image: ImageNode): void;
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
/** svg-to-pdfkit, which pdfmake brings along; lengths are taken as points with `assumePt`. */
export const drawSvg = load("pdfmake/js/3rd-party/svg-to-pdfkit.js") as (
  document: PdfDocument,
  svg: string,
  x: number,
  y: number,
  options: {
    width: number;
    height: number;
    assumePt: boolean;
    fontCallback: (families: string, bold: boolean, italics: boolean) => Uint8Array;
    warningCallback: (warning: string) => void;
  },
) => void;
export const TextDecorator = load("pdfmake/js/TextDecorator.js") as Internals["TextDecorator"];
