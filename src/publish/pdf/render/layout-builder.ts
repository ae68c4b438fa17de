// pdfmake's layout without its page breaks: it sets galleys, which flow/ makes up into pages; lines and placed content are counted.
import type { Counts } from "../../../model/types.gen.ts";
import { cutGalleys } from "./flow/galley.ts";
import { makeUp } from "./flow/make-up.ts";
import { Recorder, type Flow } from "./flow/recorder.ts";
import {
  LayoutBuilderBase,
  type LaidOutNode,
  type PageMargins,
  type PageSize,
  type PdfLine,
  type PdfPage,
} from "./internals.ts";
import { joinInlines } from "./join-inlines.ts";
import { artifact, cellParts, partOf, standingOf, type Part, type Standing } from "./structure.ts";

/** Taller than any text: in points, and small enough that heights keep their digits. */
const galleyHeight = 1e8;

/** A layout builder for one document; use it once. */
export class CountingLayoutBuilder extends LayoutBuilderBase {
  /** Lines laid out, headers and footers included. */
  lines = 0;
  /** What was placed. */
  placed: Partial<Counts> = {};
  /** Nodes with an id, by id. */
  anchors: Map<string, LaidOutNode> = new Map();
  private cells: Map<LaidOutNode, Part> = new Map();
  private standing: Standing = partOf("Document", null);
  private lastList: Standing | undefined;
  private readonly size: PageSize;
  private readonly margins: PageMargins;
  private readonly recorder: Recorder = new Recorder(() => this.writer.context());
  private document: Flow | undefined;
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

  /** Puts the pages in the place of the galleys. */
  private makeUpPages(): void {
    const { size, margins } = this;
    const context = this.writer.context();
    const height = size.height - margins.top - margins.bottom;
    const blank = (): PdfPage => ({ items: [], pageSize: size, pageMargins: margins, customProperties: {} });
    if (!this.document) throw new Error("Nothing was laid out");
    const galleys = cutGalleys(this.document, context.pages, height);
    context.pages = makeUp(galleys, { top: margins.top, height }, blank);
    this.isMadeUp = true;
    this.document = undefined;
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
    if (this.isMadeUp) return process();
    const { unbreakable = false } = node;
    // A galley has no page to keep the node on; where it breaks is decided when the pages are made up.
    node.unbreakable = false;
    const flow = this.recorder.record(node, false, process);
    node.unbreakable = unbreakable;
    // What is recorded last is the root, which is recorded first.
    this.document = flow;
  }

  override processTable(node: LaidOutNode): void {
    const { standing } = this;
    if (standing !== artifact && (standing.role === "Table" || standing.role === "TOC") && node.standing === standing) {
      for (const [cell, part] of cellParts(node, standing)) this.cells.set(cell, part);
    }
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
    super.processCanvas(node);
  }

  override buildNextLine(node: LaidOutNode): PdfLine | null {
    const line = super.buildNextLine(node);
    if (line) {
      line.inlines = joinInlines(line.inlines);
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
}

/** What a row of columns is recorded as. */
const blankRow: LaidOutNode = { stack: [] };

/** The number before a list's entry is a line of its own, which pdfmake draws with the entry's first. */
function markNumber(node: LaidOutNode, entry: Part): void {
  const [number] = node.listMarker?._inlines ?? [];
  if (number) number.standing = partOf("Lbl", entry);
}
