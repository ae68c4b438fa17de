// The tree that the layout makes and the encoder draws: pdfmake's document nodes, narrowed to what we use, as plain JSON.
import type { Counts } from "../../model/types.gen.ts";
import type { Formula } from "../../typeset/formula.ts";
import type { Family } from "./fonts.ts";

/** Left, top, right, bottom, in points. */
export type Margin = [number, number, number, number];

/** How text looks; every size in points. */
export interface TextStyle {
  font?: Family;
  fontSize?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  lineHeight?: number;
  alignment?: "left" | "center" | "right";
  decoration?: "lineThrough" | "underline";
  /** Web address. */
  link?: string;
  /** Id of a node of this document, or of the one in `linkToFile`. */
  linkToDestination?: string;
  /** File beside this one that holds the destination. */
  linkToFile?: string;
  /** What a link says of itself where its text alone would say nothing, such as a page number. */
  linkTitle?: string;
  noWrap?: boolean;
  preserveLeadingSpaces?: boolean;
}

/** A stretch of text in one style. */
export interface Run extends TextStyle {
  text: string;
}

/** The number of the page that holds the node with this id. */
interface PageRun extends TextStyle {
  pageReference: string;
}

/** An image in a line; lengths in thousandths of the run's size. */
export type Picture = {
  /** What it shows. */
  alt: string;
  width: number;
  /** Above the baseline. */
  ascent: number;
  /** Below the baseline; never negative. */
  depth: number;
} & ({ image: string } | { svg: string });

/** What stands in a line like a letter but is none. */
export type Glyph = Formula | Picture;

/** The text of a glyph: a letter, so that lines break beside it as they do beside a word. */
export const standIn = "x";

/** A glyph in a line, as a font that has no other: fonts are all that pdfmake asks for the width and height of a run. */
export interface GlyphRun extends Omit<TextStyle, "font"> {
  text: typeof standIn;
  font: Glyph;
  /** That of the glyph's em, in points. */
  fontSize: number;
}

export type Inline = Run | PageRun | GlyphRun;

interface Common {
  margin?: Margin;
  /** Kept on one page unless that would leave a large part of a page empty. */
  unbreakable?: boolean;
  /** Broken between pages only where that fills more than a little room. */
  together?: boolean;
  /** Never the last on a page; headings are not, and need not say so. */
  keepWithNext?: boolean;
  pageBreak?: "before";
  width?: number | "*" | "auto";
  absolutePosition?: { x: number; y: number };
  relativePosition?: { x: number; y: number };
  /** What this node places, summed by the encoder as it is laid out. */
  places?: keyof Counts;
}

/** Ranks of headings; the encoder raises one that would leave out a rank. */
export type HeadingRole = "H1" | "H2" | "H3" | "H4" | "H5" | "H6";

/** How the entries of a list are labelled: the values of ListNumbering (ISO 32000-1, table 347). */
export type Numbering = "None" | "Disc" | "Decimal" | "UpperAlpha";

/** What a text is to someone who does not see the page. */
export type TextRole = HeadingRole | "Caption";

/** A paragraph or heading. */
export interface TextNode extends Common, TextStyle {
  text: Inline[];
  /** What the text is; a paragraph if absent. */
  role?: TextRole;
  /** Destination of links; unique in the document. */
  id?: string;
  /** Indent of the first line, in points; a negative one lets the others hang. */
  leadingIndent?: number;
  /** Puts the text in the outline. */
  outline?: { level: number; title: string };
}

interface StackNode extends Common {
  stack: Block[];
  /** Blocks that follow the stack and need the pages of what stands before them; called once a pass, when all that is placed. */
  late?: (pageOf: (id: string) => number | undefined) => Block[];
  /** A list, whose entries are the columns of the role LI in it. */
  role?: "L";
  numbering?: Numbering;
}

export interface ColumnsNode extends Common {
  columns: Block[];
  columnGap?: number;
  /** An entry of a list: a label and what it labels. */
  role?: "LI";
  /** Columns of one width whose entries, in the order of the columns, are shared out evenly on every page that they come to stand on. */
  balance?: boolean;
}

export interface ListNode extends Common {
  ul?: Block[];
  ol?: Block[];
  start?: number;
  type?: "disc" | "none" | "decimal";
  markerColor?: string;
  /** Goes on with the list laid out last: the second column of one list. */
  continues?: boolean;
}

/** A filled, perhaps rounded box behind a table cell. */
export interface Box {
  fill: string;
  stroke?: string;
  radius?: number;
  /** Colour of a bar along the left edge. */
  bar?: string;
  /** Colour of a bar along the top edge. */
  top?: string;
  /** Set by the encoder: the edges at which the box goes on, on the previous or the next page. */
  open?: "top" | "bottom" | "both";
  /** Boxes of a higher depth are drawn over those of a lower one. */
  depth: number;
}

/** How a table's rules and paddings are drawn, by name in render/table-layouts.ts. */
export type TableLayoutName = "plain" | "card" | "callout" | "pair" | "rows" | "grid";

export type Cell = Block & {
  /** Drawn behind the cell; not pdfmake's `fillColor`, which the cells of nested tables would inherit. */
  box?: Box;
  colSpan?: number;
};

export interface TableNode extends Common {
  table: {
    widths: (number | "*" | "auto")[];
    body: Cell[][];
    headerRows?: number;
    /** The first cell of each row is the row's header. */
    rowHeaders?: boolean;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  layout: TableLayoutName;
  /** Contents or a list, whose rows are its entries; without header rows, any other table only arranges blocks. */
  role?: "TOC" | "L";
}

export interface ImageNode extends Common {
  /** Key in `Definition.images`. */
  image: string;
  /** What it shows. */
  alt: string;
  fit: [number, number];
  alignment?: "center";
}

export interface SvgNode extends Common {
  svg: string;
  /** What it shows. */
  alt: string;
  fit: [number, number];
  alignment?: "center";
}

/** One drawn shape; `path` is in page coordinates, the others are relative to the canvas. */
export type Shape = {
  color?: string;
  lineColor?: string;
  lineWidth?: number;
  fillOpacity?: number;
  /** Set by the encoder from the canvas. */
  bleed?: boolean;
  /** Set by the encoder. */
  serial?: number;
} & (
  | { type: "rect"; x: number; y: number; w: number; h: number; r?: number }
  | { type: "ellipse"; x: number; y: number; r1: number; r2: number }
  | { type: "line"; x1: number; y1: number; x2: number; y2: number }
  | { type: "path"; d: string }
);

interface CanvasNode extends Common {
  canvas: Shape[];
  /** Lies below everything else on its page and takes no room. */
  bleed?: boolean;
}

export type Block = TextNode | StackNode | ColumnsNode | ListNode | TableNode | ImageNode | SvgNode | CanvasNode;

/** A part of a document that its running header names. */
export interface Chapter {
  /** Id of the node that opens it. */
  id: string;
  title: string;
  color: string;
  /** Whether its first page has a heading that takes the header's place. */
  opener: boolean;
}

/** Where a page stands. */
export interface Place {
  page: number;
  pages: number;
  /** The chapter that the page belongs to; undefined before the first. */
  chapter: Chapter | undefined;
  /** Whether the chapter opens on this page. */
  opens: boolean;
}

/** One document: everything that the encoder needs but the fonts. */
export interface Definition {
  title: string;
  author: string;
  subject: string;
  /** BCP 47. */
  language: string;
  date: Date;
  pageSize: "A4" | "LETTER";
  margins: Margin;
  style: TextStyle;
  content: Block[];
  chapters: Chapter[];
  /** Images by name as data URLs. */
  images: Record<string, string>;
  header(place: Place): Block | null;
  footer(place: Place): Block | null;
}
