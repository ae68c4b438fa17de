// What a page is made up of: strips of a galley that are never cut, with what a page break between two of them costs.
import type { ColumnGroup } from "./columns.ts";

/** A line, a picture, or what stands so close beside each other that no page break fits between. */
export interface Strip {
  /** In points below the upper edge of the galley; with the paddings of the boxes and rows that begin or end with it. */
  top: number;
  bottom: number;
  /** Items of the galley, without fills. */
  items: number[];
  /** Of a page break before it. */
  cost: number;
  /** Whether it must not be the last on a page: a heading. */
  glued: boolean;
  /** Entries of columns that are balanced anew on every page. */
  group?: { of: ColumnGroup; entry: number };
  /** Repeated above it where it comes first on a page. */
  header?: Header;
  /** The strip that this one has become a part of. */
  within?: Strip;
}

/** Rows that are repeated where their table goes on. */
export interface Header {
  strips: Strip[];
}

/** A fill behind the strips from the first to the last, cut where they are cut. */
export interface Frame {
  /** Of the galley. */
  item: number;
  first: Strip;
  last: Strip;
}

/** What page breaks cost. A page of which a third is left empty costs 140, and one that is emptier more than 2,000. */
export const costs = {
  /** After a heading, and in the header of a table. */
  forbidden: 1e5,
  /** A line, entry or edge of a box alone on its page. */
  stranded: 4e3,
  /** In what the layout asks to keep whole, and in the rows of tables: more than a page that is left a third empty. */
  kept: 150,
  /** In what the layout asks to keep together. */
  together: 16,
  /** In a box, however small. */
  box: 8,
  /** Between two lines of a paragraph. */
  line: 30,
  /** Between what introduces a list or table and the list or table. */
  introduction: 60,
  /** After the first or before the last of several entries or rows. */
  single: 40,
  /** Between other entries or rows. */
  entry: 8,
} as const;

/** The strip that this one is a part of in the end. */
export function whole(strip: Strip): Strip {
  let result = strip;
  while (result.within) result = result.within;
  return result;
}

/** Raises the cost of every break within the strips. */
export function keep(strips: readonly Strip[], cost: number): void {
  for (const strip of strips.slice(1)) strip.cost += cost;
}

/** No part of a box or group is lower than this, in points, if it can be helped: about three lines. */
const least = 34;

/** A part of a box or group that is lower than this looks left over, in points: about six lines. */
const low = 68;

/** A break costs this much in a box or group, and more near its edges: no part of it is lower than about three lines. */
export function edges(strips: readonly Strip[], cost: number): void {
  const [top, bottom] = [strips[0]?.top ?? 0, strips.at(-1)?.bottom ?? 0];
  for (const [index, strip] of strips.entries()) {
    if (index === 0) continue;
    const part = Math.min((strips[index - 1]?.bottom ?? top) - top, bottom - strip.top);
    strip.cost += part < least ? costs.stranded : part < low ? cost + costs.single : cost;
  }
}

/** Some strips as one, which takes the place of the first. */
export function merge(strips: readonly Strip[]): Strip {
  const [first] = strips;
  if (!first) throw new Error("Nothing to merge");
  if (strips.length === 1) return first;
  const merged: Strip = {
    ...first,
    top: Math.min(...strips.map(({ top }) => top)),
    bottom: Math.max(...strips.map(({ bottom }) => bottom)),
    items: strips.flatMap(({ items }) => items),
    glued: strips.some(({ glued }) => glued),
  };
  delete merged.group;
  for (const strip of strips) strip.within = merged;
  return merged;
}
