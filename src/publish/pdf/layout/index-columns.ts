// Deals the lines of an index out to columns and pages: full pages are filled, the last is balanced, no heading stands alone.

/** A heading or an entry: it stands in one column as a whole. */
export interface Unit {
  /** In points. */
  height: number;
  /** Of a heading: the space above it, which it does not take at the head of a column. */
  above: number;
  isHeading: boolean;
}

/** Columns of a page, each as the indices of its first unit and of the one after its last. */
export type PageColumns = [start: number, end: number][];

/**
 * All units in order on pages of `count` columns; `heightOf` tells how tall the columns of a page are, from 0. A unit taller than a
 * column has one of its own.
 */
export function dealOut(units: readonly Unit[], count: number, heightOf: (page: number) => number): PageColumns[] {
  const pages: PageColumns[] = [];
  let start = 0;
  while (start < units.length) {
    const height = heightOf(pages.length);
    const columns = fillPage(units, start, count, height);
    const end = columns.at(-1)?.[1] ?? start;
    if (end < units.length) pages.push(columns);
    else pages.push(balance(units, start, count, height));
    start = end;
  }
  return pages;
}

function fillPage(units: readonly Unit[], from: number, count: number, height: number): PageColumns {
  const columns: PageColumns = [];
  let start = from;
  while (columns.length < count && start < units.length) {
    const end = fillColumn(units, start, height);
    columns.push([start, end]);
    start = end;
  }
  return columns;
}

function fillColumn(units: readonly Unit[], start: number, height: number): number {
  let used = 0;
  let end = start;
  for (let unit = units[end]; unit !== undefined; unit = units[end]) {
    const needed = unit.height + (end > start ? unit.above : 0);
    if (end > start && used + needed > height) break;
    used += needed;
    end++;
  }
  const next = units[end];
  if (!next) return end;
  // A heading goes on with what it heads, and so does a first entry that others follow.
  const heading = start + units.slice(start, end).findLastIndex(({ isHeading }) => isHeading);
  const left = end - heading;
  return heading > start && (left === 1 || (left === 2 && !next.isHeading)) ? heading : end;
}

/** The shortest columns that hold the rest, found by halving, so that they are of about one height. */
function balance(units: readonly Unit[], start: number, count: number, height: number): PageColumns {
  let [least, most] = [0, height];
  while (most - least > 0.5) {
    const middle = (least + most) / 2;
    if (fillPage(units, start, count, middle).at(-1)?.[1] === units.length) most = middle;
    else least = middle;
  }
  return fillPage(units, start, count, most);
}
