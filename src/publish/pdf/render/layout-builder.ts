// pdfmake's layout without its page breaks: it sets galleys, which flow/ makes up into pages; lines and placed content are counted.
import type { Counts } from "../../../model/types.gen.ts";
import type { Block, GlyphRun, Run } from "../node.ts";
import { cutGalleys } from "./flow/galley.ts";
import { makeUp } from "./flow/make-up.ts";
import { Recorder } from "./flow/recorder.ts";
import {
  LayoutBuilderBase,
  Line,
  type LaidOutNode,
  type PageMargins,
  type PageSize,
  type PdfLine,
  type PdfPage,
} from "./internals.ts";
import { fitGlyphs } from "./glyph.ts";
import { joinInlines } from "./join-inlines.ts";
import { TextMeasure } from "./measure-text.ts";
import { isFlow, Sections } from "./sections.ts";
import { cellParts, entryParts, isArtifact, partOf, standingOf, type Part, type Standing } from "./structure.ts";

/** Taller than any text: in points, and small enough that heights keep their digits. */
const galleyHeight = 1e8;

/** A layout builder for one document; use it once. */
export class CountingLayoutBuilder extends LayoutBuilderBase {
  /** Lines, images and shapes laid out, headers and footers included. */
  laidOut = 0;
  /** What was placed. */
  placed: Partial<Counts> = {};
  /** Nodes with an id, by id. */
  readonly anchors: Map<string, LaidOutNode> = new Map();
  private readonly cells: Map<LaidOutNode, Part> = new Map();
  private readonly sections = new Sections();
  private standing: Standing = "layout";
  private lastList: Standing | undefined;
  private texts: TextMeasure | undefined;
  private readonly size: PageSize;
  private readonly margins: PageMargins;
  private readonly recorder: Recorder = new Recorder(() => this.writer.context());
  private readonly pages: PdfPage[] = [];
  /** Galleys that are made up into pages, from the first on. */
  private madeUp = 0;
  private isMadeUp = false;

  constructor(size: PageSize, margins: PageMargins, svgMeasure: object) {
    super({ ...size, height: galleyHeight }, margins, svgMeasure);
    this.size = size;
    this.margins = margins;
  }

  /** Pages of all nodes with an id, from 1. */
  pageNumbers(): Map<string, number> {
    return new Map(
      [...this.anchors.keys()].flatMap((id): [string, number][] => {
        const page = this.pageOf(id);
        return page === undefined ? [] : [[id, page]];
      }),
    );
  }

  /** Page on which the node with this id stands, from 1; undefined if there is none. */
  pageOf(id: string): number | undefined {
    return this.anchors.get(id)?.positions?.[0]?.pageNumber;
  }

  override addHeadersAndFooters(...parameters: unknown[]): void {
    this.makeUpPages();
    super.addHeadersAndFooters(...parameters);
  }

  /** Lets go of all but the pages and the places of what has an id; nothing can be laid out afterwards. */
  release(): void {
    // Not deleted, because an object that has lost a key takes more memory than one that has it.
    for (const node of this.linearNodeList) node.paragraph = undefined;
    this.linearNodeList = [];
    this.cells.clear();
    this.texts = undefined;
  }

  override tryLayoutDocument(...parameters: unknown[]): { pages: PdfPage[] } {
    this.standing = this.sections.current;
    this.docMeasure.measureLeaf = (node) => this.measureText(node);
    return super.tryLayoutDocument(...parameters);
  }

  /** Puts the pages in the place of the galleys. */
  private makeUpPages(): void {
    const context = this.writer.context();
    this.makeUpTo(context.pages.length);
    context.pages = this.pages;
    this.isMadeUp = true;
  }

  /** Makes pages of the galleys before this one, which are complete: from here on it is known where their nodes stand. */
  private makeUpTo(galley: number): void {
    const { size, margins, pages } = this;
    const height = size.height - margins.top - margins.bottom;
    const blank = (): PdfPage => ({ items: [], pageSize: size, pageMargins: margins, customProperties: {} });
    const galleys = cutGalleys(this.recorder.root(), this.writer.context().pages.slice(0, galley), height, this.madeUp);
    makeUp(galleys, { top: margins.top, height }, pages, blank);
    this.madeUp = galley;
  }

  override addDynamicRepeatable(...parameters: unknown[]): void {
    const [, , property] = parameters;
    this.within(property === "footer" ? "footer" : "header", () => super.addDynamicRepeatable(...parameters));
  }

  override processNode(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void {
    const continued = "ul" in node && node.continues ? this.lastList : undefined;
    const standing = continued ?? this.standingOf(node);
    if ("ul" in node) this.lastList = standing;
    node.standing = standing;
    if (!isArtifact(standing)) {
      if (standing.role === "LBody" && standing.parent) markNumber(node, standing.parent);
      if (standing.role === "LI") this.remember(entryParts(node, standing));
    }
    this.within(standing, () => this.place(node, isVerticalAlignmentAllowed));
    lighten(node);
  }

  private standingOf(node: LaidOutNode): Standing {
    const parent = this.cells.get(node) ?? this.standing;
    if (isArtifact(parent)) return parent;
    const inFlow = isFlow(parent);
    if (inFlow && node.pageBreak === "before") this.sections.beginAhead();
    if (!("text" in node) || node.role === undefined || node.role === "Caption")
      return standingOf(node, inFlow ? this.sections.current : parent);
    if (!inFlow) return partOf(this.sections.rankInside(node.role), parent);
    const role = this.sections.begin(node.role);
    return partOf(role, this.sections.current);
  }

  private place(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void {
    if ("id" in node && node.id !== undefined) this.anchors.set(node.id, node);
    if (node.places) this.placed[node.places] = (this.placed[node.places] ?? 0) + 1;
    const process = (): void => {
      super.processNode(node, isVerticalAlignmentAllowed);
      if ("stack" in node && node.late) this.placeLate(node.late);
    };
    if (this.isMadeUp) return process();
    const { unbreakable = false } = node;
    // A galley has no page to keep the node on; where it breaks is decided when the pages are made up.
    node.unbreakable = false;
    this.recorder.record(node, false, process);
    node.unbreakable = unbreakable;
  }

  /** Blocks that could not be measured with the others, because they are made only now; pdfmake does the same with headers. */
  private placeLate(make: (pageOf: (id: string) => number | undefined) => Block[]): void {
    this.makeUpTo(this.writer.context().page);
    const stack = make((id) => this.pageOf(id));
    this.processNode(this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock({ stack })));
  }

  override processTable(node: LaidOutNode): void {
    const { standing } = this;
    if (!isArtifact(standing) && node.standing === standing && ["Table", "TOC", "L"].includes(standing.role))
      this.remember(cellParts(node, standing));
    if (!("table" in node) || this.isMadeUp) return super.processTable(node);
    const { table } = node;
    const context = this.writer.context();
    // Fills go behind what was drawn before them when the page is drawn, not by their place among its items.
    context.backgroundLength[context.page] = Infinity;
    node.table = { ...table, headerRows: 0, keepWithHeaderRows: 0, dontBreakRows: false };
    super.processTable(node);
    node.table = table;
  }

  override processRow(row: { tableNode?: LaidOutNode }): object {
    if (this.isMadeUp) return super.processRow(row);
    let result: object = {};
    this.recorder.record(row.tableNode ?? blankRow, true, () => (result = super.processRow(row)));
    return result;
  }

  override processCanvas(node: LaidOutNode): void {
    // A drawing below the text takes no room, so that it may reach into the page's margins.
    if ("canvas" in node && node.bleed) {
      node._minHeight = 0;
      for (const shape of node.canvas) shape.bleed = true;
    }
    if ("canvas" in node) for (const shape of node.canvas) shape.serial = ++this.laidOut;
    super.processCanvas(node);
  }

  override processImage(node: LaidOutNode): void {
    node.serial = ++this.laidOut;
    super.processImage(node);
  }

  override processSVG(node: LaidOutNode): void {
    node.serial = ++this.laidOut;
    super.processSVG(node);
  }

  override buildNextLine(node: LaidOutNode): PdfLine | null {
    const { availableWidth } = this.writer.context();
    const filled = node.paragraph?.takeLine(availableWidth);
    if (!filled) return null;
    const line = Object.assign(new Line(availableWidth), filled);
    line.inlines = joinInlines(filled.inlines);
    fitGlyphs(line);
    line.owner = node;
    line.serial = ++this.laidOut;
    return line;
  }

  /** Measures a text in the first pass; later passes find its words as they were. */
  private measureText(node: LaidOutNode): LaidOutNode {
    if (!("text" in node)) throw new Error("A node without text was measured as a text");
    const { pdfDocument, styleStack } = this.docMeasure;
    this.texts ??= new TextMeasure(pdfDocument);
    // By now page references have a text, too.
    node.paragraph ??= this.texts.measure(node.text as readonly (Run | GlyphRun)[], styleStack);
    node.paragraph.rewind();
    node._minWidth = node.paragraph.minWidth;
    node._maxWidth = node.paragraph.maxWidth;
    return node;
  }

  private remember(parts: Map<LaidOutNode, Part>): void {
    for (const [node, part] of parts) this.cells.set(node, part);
  }

  private within(standing: Standing, process: () => void): void {
    const outer = this.standing;
    this.standing = standing;
    process();
    this.standing = outer;
  }
}

const nothing = (): void => undefined;
const nowhere: [] = [];

/** Lets go of what pdfmake notes of each node and nobody asks for: of its places all but the first, by which others refer to it. */
function lighten(node: LaidOutNode): void {
  const [first] = node.positions ?? [];
  node.positions = first && "id" in node ? [first] : nowhere;
  // Only what is drawn at a place of its own is moved there, and must be moved back before another pass.
  if (!("canvas" in node || "image" in node || "svg" in node)) node.resetXY = nothing;
}

/** What a row of columns is recorded as. */
const blankRow: LaidOutNode = { stack: [], resetXY: nothing };

/** The number before a list's entry is a line of its own, which pdfmake draws with the entry's first. */
function markNumber(node: LaidOutNode, entry: Part): void {
  const [number] = node.listMarker?._inlines ?? [];
  if (!number) return;
  const label = partOf("Lbl", entry);
  number.standing = label;
  entry.children?.unshift(label);
}
