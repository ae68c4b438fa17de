// pdfmake's layout, with what it lacks: blocks taller than a page are broken, lines are counted, placed content is summed.
import type { Counts } from "../../../model/types.gen.ts";
import {
  LayoutBuilderBase,
  type LaidOutNode,
  type PageMargins,
  type PageSize,
  type PdfLine,
  type PdfPage,
} from "./internals.ts";
import { fitGlyphs } from "./glyph.ts";
import { joinInlines } from "./join-inlines.ts";
import { artifact, cellParts, partOf, standingOf, type Part, type Standing } from "./structure.ts";

/** Re-layouts for blocks that hold further blocks taller than a page; deeper nesting than this is not laid out by us. */
const maxPasses = 8;

/** Re-layouts for the sake of gaps; later ones find few, and long documents would have more of them than short ones. */
const gapPasses = 1;

/** A layout builder for one document; use it once. */
export class CountingLayoutBuilder extends LayoutBuilderBase {
  /** Lines that the last pass laid out, headers and footers included. */
  lines = 0;
  /** What the last pass placed. */
  placed: Partial<Counts> = {};
  /** Nodes with an id, by id, as the last pass placed them. */
  anchors: Map<string, LaidOutNode> = new Map();
  private cells: Map<LaidOutNode, Part> = new Map();
  private standing: Standing = artifact;
  private lastList: Standing | undefined;
  private readonly tooTall: Set<LaidOutNode> = new Set();
  private readonly leavingGap: Set<LaidOutNode> = new Set();
  private readonly third: number;

  constructor(size: PageSize, margins: PageMargins, svgMeasure: object) {
    super(size, margins, svgMeasure);
    this.third = (size.height - margins.top - margins.bottom) / 3;
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

  override layoutDocument(...parameters: unknown[]): PdfPage[] {
    let pages = super.layoutDocument(...parameters);
    for (let pass = 1; this.tooTall.size > 0 || (this.leavingGap.size > 0 && pass <= gapPasses); pass++) {
      if (pass > maxPasses) throw new Error("A block is taller than a page and cannot be broken");
      for (const node of this.leavingGap) node.unbreakable = false;
      for (const node of this.tooTall) allowBreaks(node, pass);
      this.leavingGap.clear();
      this.tooTall.clear();
      for (const node of this.linearNodeList) node.resetXY();
      // The next pass needs the memory that the lines of this one hold.
      pages = [];
      pages = super.layoutDocument(...parameters);
    }
    return pages;
  }

  override tryLayoutDocument(...parameters: unknown[]): { pages: PdfPage[] } {
    this.lines = 0;
    this.placed = {};
    this.anchors = new Map();
    this.cells = new Map();
    this.standing = partOf("Document", null);
    return super.tryLayoutDocument(...parameters);
  }

  override addDynamicRepeatable(...parameters: unknown[]): void {
    this.within(artifact, () => super.addDynamicRepeatable(...parameters));
  }

  override processNode(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void {
    const continued = "ul" in node && node.continues ? this.lastList : undefined;
    const standing = continued ?? standingOf(node, this.cells.get(node) ?? this.standing);
    if ("ul" in node) this.lastList = standing;
    node.standing = standing;
    if (standing !== artifact && standing.role === "LBody" && standing.parent) markNumber(node, standing.parent);
    this.within(standing, () => this.place(node, isVerticalAlignmentAllowed));
  }

  private place(node: LaidOutNode, isVerticalAlignmentAllowed?: boolean): void {
    if ("id" in node && node.id !== undefined) this.anchors.set(node.id, node);
    if (node.places) this.placed[node.places] = (this.placed[node.places] ?? 0) + 1;
    const process = (): void => super.processNode(node, isVerticalAlignmentAllowed);
    if (node.unbreakable && this.writer.transactionLevel === 0) this.watch(node, process);
    else process();
  }

  override processTable(node: LaidOutNode): void {
    const { standing } = this;
    if (standing !== artifact && (standing.role === "Table" || standing.role === "TOC") && node.standing === standing) {
      for (const [cell, part] of cellParts(node, standing)) this.cells.set(cell, part);
    }
    const process = (): void => super.processTable(node);
    const keeps = "table" in node && (node.table.dontBreakRows === true || node.table.headerRows !== undefined);
    if (keeps && this.writer.transactionLevel === 0) this.watch(node, process);
    else process();
  }

  override processCanvas(node: LaidOutNode): void {
    // A drawing below the text takes no room, so that it may reach into the page's margins.
    if ("canvas" in node && node.bleed) {
      node._minHeight = 0;
      for (const shape of node.canvas) shape.bleed = true;
    }
    super.processCanvas(node);
  }

  override buildNextLine(node: LaidOutNode): PdfLine | null {
    const line = super.buildNextLine(node);
    if (line) {
      line.inlines = joinInlines(line.inlines);
      fitGlyphs(line);
      line.owner = node;
      line.serial = ++this.lines;
    }
    return line;
  }

  private within(standing: Standing, process: () => void): void {
    const outer = this.standing;
    this.standing = standing;
    process();
    this.standing = outer;
  }

  /** Remembers the node if a fragment of it does not fit on an empty page, where pdfmake would drop it without a word. */
  private watch(node: LaidOutNode, process: () => void): void {
    const { writer } = this;
    const original = writer.addFragment;
    writer.addFragment = (fragment, ...parameters) => {
      const room = writer.context().availableHeight;
      const position = original.call(writer, fragment, ...parameters);
      if (!position) this.tooTall.add(node);
      else if (node.mayBreak && node.unbreakable && fragment.height > room && room > this.third)
        this.leavingGap.add(node);
      return position;
    };
    process();
    writer.addFragment = original;
  }
}

/** The number before a list's entry is a line of its own, which pdfmake draws with the entry's first. */
function markNumber(node: LaidOutNode, entry: Part): void {
  const [number] = node.listMarker?._inlines ?? [];
  if (number) number.standing = partOf("Lbl", entry);
}

/** First the block and the rows may break; in a further pass a header row that fills a page is no longer repeated. */
function allowBreaks(node: LaidOutNode, pass: number): void {
  node.unbreakable = false;
  if (!("table" in node)) return;
  node.table.dontBreakRows = false;
  node.table.keepWithHeaderRows = 0;
  if (pass > 2) node.table.headerRows = 0;
}
