// Galleys → pages: every item moves to its page, boxes are cut with their content, and table headers are repeated.
import type { Box } from "../../node.ts";
import type { PageItem, PdfPage, PdfVector } from "../internals.ts";
import { pageStarts } from "./breaks.ts";
import { shareOut } from "./columns.ts";
import type { Galley } from "./galley.ts";
import { Measure, openPadding } from "./measure.ts";
import { whole, type Frame } from "./strips.ts";

/** The text area of every page, in points below its upper edge. */
interface Area {
  top: number;
  height: number;
}

/** Where an item of a galley goes. */
interface Move {
  page: number;
  x: number;
  y: number;
}

/** Where a page's strips stand: `shift` leads from the heights of the measure to those of the page. */
interface Made {
  page: PdfPage;
  number: number;
  first: number;
  last: number;
  shift: number;
  /** Upper and lower edge of what goes on from or to another page. */
  top: number;
  bottom: number;
}

/** Adds the pages of some galleys in order; every galley starts one. */
export function makeUp(galleys: readonly Galley[], area: Area, pages: PdfPage[], blank: () => PdfPage): void {
  const next = (): PdfPage => {
    const page = blank();
    pages.push(page);
    return page;
  };
  for (const galley of galleys) makeUpGalley(galley, area, pages.length, next);
}

function makeUpGalley(galley: Galley, area: Area, before: number, next: () => PdfPage): void {
  const measure = new Measure(galley, area.height);
  const starts = pageStarts(measure, area.height, area.top);
  const moves: Move[] = [];
  const headers = new Map<number, PageItem[]>();
  const pages: Made[] = starts.map((first, index) => {
    const last = (starts[index + 1] ?? measure.strips.length) - 1;
    const number = before + index;
    const header = measure.headerHeight(first);
    const top = area.top + header;
    const shift = first === 0 ? 0 : top + (measure.isOpen(first) ? openPadding : 0) - measure.topOf(first);
    const bottom = measure.bottomOf(first, last) + shift + (measure.isOpen(last + 1) ? openPadding : 0);
    return { page: next(), number, first, last, shift, top, bottom };
  });
  for (const made of pages) {
    for (let place = made.first; place <= made.last; place++) moveStrip(measure, place, made, moves);
    headers.set(made.number, repeatedRows(galley, measure, made, area.top));
  }
  for (const { item, strip } of galley.fixed) {
    const page = pageOf(pages, measure.placeOf(strip)).number;
    moves[item] = { page, x: 0, y: 0 };
  }
  const frames = new Set(galley.frames.map(({ item }) => item));
  for (const made of pages) made.page.items.push(...(headers.get(made.number) ?? []));
  galley.items.forEach((item, index) => {
    const move = moves[index];
    if (!move) {
      if (frames.has(index)) return;
      throw new Error("An item of a galley comes to stand on no page");
    }
    pages[move.page - before]?.page.items.push(moved(item, move));
    notePage(item, move.page);
  });
  for (const frame of galley.frames) drawFrame(galley, frame, measure, pages);
}

/** Tells the node whose text it is on which page it stands. */
function notePage({ type, item }: PageItem, page: number): void {
  if (type !== "line" || item.id === undefined) return;
  const position = item.owner?.positions?.[0];
  if (position) position.pageNumber = page + 1;
}

function pageOf(pages: readonly Made[], place: number): Made {
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.first ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const made = pages[low];
  if (!made) throw new Error("A strip stands on no page");
  return made;
}

/** The run of a group's entries that stands on the page. */
function runOn(measure: Measure, place: number, { first, last }: Made): { from: number; to: number } {
  const { group } = measure.at(place).strip;
  if (!group) return { from: 0, to: 0 };
  const [start, end] = [measure.at(first).strip.group, measure.at(last).strip.group];
  return {
    from: start?.of === group.of ? start.entry : 0,
    to: end?.of === group.of ? end.entry + 1 : group.of.entries.length,
  };
}

function moveStrip(measure: Measure, place: number, made: Made, moves: Move[]): void {
  const { strip, lift } = measure.at(place);
  const move: Move = { page: made.number, x: 0, y: lift + made.shift };
  if (strip.group) {
    const { of, entry } = strip.group;
    const { from, to } = runOn(measure, place, made);
    const start = from > 0 ? measure.topOf(made.first) : measure.groupAt(of).top;
    const own = of.entries[entry];
    const shared = shareOut(of, from, to).places[entry - from];
    if (!own || !shared) throw new Error("Columns without this entry");
    move.x = (of.lefts[shared.column] ?? 0) - own.left;
    move.y = start + shared.top + made.shift - own.top;
  }
  for (const item of strip.items) moves[item] = move;
}

function moved(entry: PageItem, { x, y }: Pick<Move, "x" | "y">): PageItem {
  if (entry.type !== "vector") {
    entry.item.x += x;
    entry.item.y += y;
  } else offset(entry.item, x, y);
  return entry;
}

/** A path is in page coordinates, and stands at a fixed place. */
function offset(vector: PdfVector, x: number, y: number): void {
  const points = vector as Partial<Record<"x" | "y" | "x1" | "x2" | "y1" | "y2", number>>;
  for (const key of ["x", "x1", "x2"] as const) if (points[key] !== undefined) points[key] += x;
  for (const key of ["y", "y1", "y2"] as const) if (points[key] !== undefined) points[key] += y;
}

/** Copies of the header rows of the table that goes on; their lines keep their numbers, by which the renderer knows them. */
function repeatedRows(galley: Galley, measure: Measure, { first }: Made, top: number): PageItem[] {
  const rows = measure.headerRows(first);
  const [start] = rows;
  if (!start) return [];
  const y = top - start.top;
  const strips = new Set(rows.map(({ strip }) => strip));
  const fills = galley.frames.filter((frame) => strips.has(whole(frame.first))).map(({ item }) => item);
  return [...fills, ...rows.flatMap(({ strip }) => strip.items)].map((item) =>
    moved(copy(galley.items[item]), { x: 0, y: y + start.lift }),
  );
}

function copy(entry: PageItem | undefined): PageItem {
  if (!entry) throw new Error("A galley has no such item");
  if (entry.type === "line") return { type: "line", item: entry.item.clone() };
  // A copy of an item is one of its type.
  return { type: entry.type, item: { ...entry.item } } as PageItem;
}

function drawFrame({ items }: Galley, { item, first, last }: Frame, measure: Measure, pages: readonly Made[]): void {
  const entry = items[item];
  if (entry?.type !== "vector") return;
  const [from, to] = [measure.placeOf(first), measure.placeOf(last)];
  const end = pageOf(pages, to);
  for (let made = pageOf(pages, from); ; made = pageAfter(pages, made)) {
    const [isFirst, isLast] = [made.first <= from, made === end];
    const top = isFirst ? measure.at(from).top + made.shift + entry.item.y - whole(first).top : made.top;
    const bottom = isLast
      ? lowerEdge(measure, to, made) + entry.item.y + entry.item.h - whole(last).bottom
      : made.bottom;
    made.page.items.push({
      type: "vector",
      item: { ...entry.item, y: top, h: bottom - top, ...openAt(entry.item, !isFirst, !isLast) },
    });
    if (isLast) return;
  }
}

const pageAfter = (pages: readonly Made[], { number }: Made): Made => {
  const next = pages[number - (pages[0]?.number ?? 0) + 1];
  if (!next) throw new Error("A box goes on after the last page");
  return next;
};

/** Lower edge of a strip, on the page. */
function lowerEdge(measure: Measure, place: number, made: Made): number {
  return measure.bottomOf(made.first, place) + made.shift;
}

function openAt({ color }: PdfVector, top: boolean, bottom: boolean): { color?: Box } {
  if (typeof color !== "object" || (!top && !bottom)) return {};
  return { color: { ...color, open: top && bottom ? "both" : top ? "top" : "bottom" } };
}
