// Recorded nodes → the strips of each galley: where a document may be cut, and how well.
import { tablePadding } from "../../padding.ts";
import type { LaidOutNode, PageItem, PdfPage } from "../internals.ts";
import { abreast } from "./abreast.ts";
import { costGroup, joinGroup } from "./balance.ts";
import type { ColumnGroup } from "./columns.ts";
import type { Flow } from "./recorder.ts";
import { costs, edges, keep, merge, type Frame, type Header, type Strip } from "./strips.ts";

/** One galley, ready to be made up into pages. */
export interface Galley {
  items: PageItem[];
  strips: Strip[];
  frames: Frame[];
  /** Items at a fixed place of the page that the strip comes to stand on. */
  fixed: { item: number; strip: Strip }[];
}

/** The galleys of a document from one on, cut into strips; `height` is that of a page's text, which no strip exceeds if it can be cut. */
export function cutGalleys(root: Flow, pages: readonly PdfPage[], height: number, from: number): Galley[] {
  const cutter = new Cutter(pages, height);
  cutter.cut(root, from);
  return cutter.galleys.slice(from);
}

/** The node itself, or its parts if they stand in several galleys. */
const partsOf = (flow: Flow): Flow[] =>
  flow.children.some(({ galley }) => galley !== flow.galley) ? flow.children.flatMap(partsOf) : [flow];

const isText = (node: LaidOutNode): boolean => "text" in node;
const isList = (node: LaidOutNode): boolean => "ul" in node || "ol" in node;

class Cutter {
  readonly galleys: Galley[];
  private readonly height: number;

  constructor(pages: readonly PdfPage[], height: number) {
    this.galleys = pages.map(({ items }) => ({ items, strips: [], frames: [], fixed: [] }));
    this.height = height;
  }

  /** The whole document, whose parts may stand in different galleys. */
  cut(root: Flow, from: number): void {
    const parts = this.galleys.map((): Flow[] => []);
    for (const child of root.children.flatMap(partsOf)) parts[child.galley]?.push(child);
    this.galleys.slice(from).forEach((galley, index) => {
      galley.strips = this.sequence({ ...root, children: parts[from + index] ?? [] });
    });
  }

  private strips(flow: Flow): Strip[] {
    const strips = this.uncosted(flow);
    if (flow.isRow) return strips;
    const { unbreakable, together, keepWithNext } = flow.node;
    if (unbreakable) edges(strips, costs.kept);
    if (together) edges(strips, costs.together);
    const last = strips.at(-1);
    if (keepWithNext && last) last.glued = true;
    return strips;
  }

  private uncosted(flow: Flow): Strip[] {
    const { node, isRow } = flow;
    if (isRow) return this.row(flow);
    if ("text" in node) return this.lines(flow);
    if ("table" in node) return this.table(flow);
    if ("columns" in node) return flow.children.flatMap((row) => this.columns(row, node.balance === true));
    if ("stack" in node || isList(node)) return this.sequence(flow);
    return this.drawing(flow);
  }

  private item(flow: Flow, index: number): PageItem {
    const item = this.galleys[flow.galley]?.items[index];
    if (!item) throw new Error("A node placed an item that its galley does not have");
    return item;
  }

  private lines(flow: Flow): Strip[] {
    const strips: Strip[] = [];
    const { node } = flow;
    const glued = "role" in node && node.role !== undefined ? true : node.keepWithNext === true;
    for (let index = flow.from; index < flow.to; index++) {
      const { type, item } = this.item(flow, index);
      const last = strips.at(-1);
      // A list's bullet or number comes after the first line of its entry.
      if (last && (type !== "line" || item.serial === undefined)) last.items.push(index);
      else if (type === "line")
        strips.push({ top: item.y, bottom: item.y + item.getHeight(), items: [index], cost: costs.line, glued });
    }
    for (const [at, strip] of strips.entries()) {
      if (at === 1 || at === strips.length - 1) strip.cost = costs.stranded;
      if (glued) strip.cost = costs.forbidden;
    }
    return strips;
  }

  private drawing(flow: Flow): Strip[] {
    const [, above, , below] = marginOf(flow.node);
    const items = range(flow.from, flow.to);
    if (items.length === 0) return [];
    return [{ top: flow.top + above, bottom: flow.bottom - below, items, cost: 0, glued: false }];
  }

  private sequence(flow: Flow): Strip[] {
    const result: Strip[] = [];
    const isEntries = isList(flow.node);
    const flowing = flow.children.filter((child) => !isDetached(child.node));
    let waiting: Flow[] = [];
    let previous: Flow | undefined;
    for (const child of flow.children) {
      if (isDetached(child.node)) {
        const beside = result.at(-1);
        if (beside) this.attach(child, beside);
        else waiting.push(child);
        continue;
      }
      const strips = this.strips(child);
      const [first] = strips;
      if (!first) continue;
      for (const detached of waiting) this.attach(detached, first);
      waiting = [];
      if (previous) {
        const isEdge = previous === flowing[0] || child === flowing.at(-1);
        first.cost = isEntries ? (isEdge ? costs.single : costs.entry) : introductionCost(previous, child);
      }
      previous = child;
      // Not spread: a document has more strips than a call may have arguments.
      for (const strip of strips) result.push(strip);
    }
    if (waiting.length === 0) return result;
    // Nothing but detached blocks: a page of its own, or a mark beside something else.
    const alone: Strip = { top: flow.top, bottom: flow.top, items: [], cost: 0, glued: false };
    for (const detached of waiting) this.attach(detached, alone);
    return [...result, alone];
  }

  private attach(detached: Flow, strip: Strip): void {
    const items = range(detached.from, detached.to);
    if (detached.node.absolutePosition === undefined) strip.items.push(...items);
    else for (const item of items) this.galleys[detached.galley]?.fixed.push({ item, strip });
  }

  private table(flow: Flow): Strip[] {
    const { node } = flow;
    if (!("table" in node)) return [];
    const { headerRows = 0, dontBreakRows = false } = node.table;
    const result: Strip[] = [];
    const header: Header = { strips: [] };
    const rows = flow.children;
    rows.forEach((row, index) => {
      const [, above, , below] = tablePadding[node.layout];
      const strips = this.row(row);
      const fills: number[] = [];
      // What the table draws for a row comes after it: fills, and the rules above and below.
      const rules = range(row.to, rows[index + 1]?.from ?? flow.to);
      const outer: Pick<Strip, "top" | "bottom"> = { top: row.top - above, bottom: row.bottom + below };
      if (strips.length === 0) strips.push({ ...outer, items: [], cost: 0, glued: false });
      const [first, last] = [strips[0], strips.at(-1)];
      if (!first || !last) return;
      for (const item of rules) {
        const drawn = this.item(flow, item).item;
        if ("color" in drawn && typeof drawn.color === "object") fills.push(item);
        else (isAbove(drawn, outer.top + 1) ? first : last).items.push(item);
      }
      first.top = Math.min(first.top, outer.top);
      last.bottom = Math.max(last.bottom, outer.bottom);
      for (const item of fills) this.galleys[flow.galley]?.frames.push({ item, first, last });
      const isHeader = index < headerRows;
      if (fills.length > 0) edges(strips, costs.box);
      if (dontBreakRows || isHeader) keep(strips, isHeader ? costs.forbidden : costs.kept);
      if (index > 0)
        first.cost = index <= headerRows ? costs.forbidden : this.rowCost(index - headerRows, rows.length - headerRows);
      if (isHeader) header.strips.push(...strips);
      else if (headerRows > 0) for (const strip of strips) strip.header ??= header;
      for (const strip of strips) result.push(strip);
    });
    return result;
  }

  private rowCost(index: number, count: number): number {
    return index === 1 || index === count - 1 ? costs.single : costs.entry;
  }

  /** Cells side by side. */
  private row(flow: Flow): Strip[] {
    return abreast(
      flow.children.map((cell) => (isDetached(cell.node) ? this.loose(cell) : this.strips(cell))),
      this.height,
    );
  }

  private loose(flow: Flow): Strip[] {
    return [{ top: flow.top, bottom: flow.bottom, items: range(flow.from, flow.to), cost: 0, glued: false }];
  }

  private columns(row: Flow, balance: boolean): Strip[] {
    const columns = row.children.map((column) => entriesOf(column).filter(({ from, to }) => to > from));
    const isCut = columns.flat().some(({ top, bottom }) => bottom - top > this.height / 3);
    if (!balance || isCut) return this.row(row);
    const lefts = row.children.map(({ left }) => left);
    const group: ColumnGroup = { entries: [], lefts, top: row.top, bottom: row.bottom };
    const strips = columns.flatMap((entries, column) =>
      entries.map((entry, index) => {
        const parts = this.strips(entry);
        const bottom = entries[index + 1]?.top ?? entry.bottom;
        const glued = parts.at(-1)?.glued ?? false;
        const place = { top: entry.top, height: bottom - entry.top, left: lefts[column] ?? 0, glued };
        return joinGroup(group, merge(parts), place);
      }),
    );
    return costGroup(strips);
  }
}

/** What may move to another column: the entries of a column's only list, else all that stands in the column. */
function entriesOf({ node, children }: Flow): Flow[] {
  if (isList(node)) return children;
  const [list, ...others] = children;
  return list && others.length === 0 && isList(list.node) ? list.children : children;
}

const isAbove = (drawn: object, y: number): boolean => "y1" in drawn && typeof drawn.y1 === "number" && drawn.y1 <= y;

/** A paragraph introduces the list or table below it. */
function introductionCost(previous: Flow, next: Flow): number {
  let first: Flow | undefined = next;
  while (first && "stack" in first.node) first = first.children[0];
  return isText(previous.node) && first && !isText(first.node) ? costs.introduction : 0;
}

const isDetached = (node: LaidOutNode): boolean =>
  node.absolutePosition !== undefined || node.relativePosition !== undefined;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

const marginOf = (node: LaidOutNode): [number, number, number, number] => node._margin ?? [0, 0, 0, 0];
