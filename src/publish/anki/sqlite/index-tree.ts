// Integer columns of a table's rows → the b-tree of an index (https://www.sqlite.org/fileformat2.html, 1.6 and 2.5).
import type { Pages } from "./pages.ts";
import { measureRecord, varintSize, writeRecord, writeVarint } from "./record.ts";
import {
  countInterior,
  leafHeader,
  pageTypes,
  pointerSize,
  share,
  writeHeader,
  writeInterior,
  type Interior,
  type Tree,
} from "./tree.ts";

/** The columns of an index, and behind them the rowids: for each, the whole numbers of all rows. */
export type Columns = readonly Float64Array[];

/** Entries of an index in their order, one of which is at hand. */
interface Entries {
  /** Takes up an entry and returns the bytes of its cell; in an interior page they stand behind the child. */
  take: (index: number) => number;
  /** Writes the cell of the entry that was taken up. */
  write: (into: Buffer, at: number) => void;
}

/** Rows ascending by the columns, the last of which is the rowid (2.5). */
function sortRows(columns: Columns): number[] {
  return Array.from(columns[0] ?? [], (_, row) => row).sort((a, b) => {
    for (const column of columns) {
      const difference = (column[a] ?? 0) - (column[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

function makeEntries(columns: Columns): Entries {
  const order = sortRows(columns);
  const entry = columns.map(() => 0);
  const types = new Uint32Array(columns.length);
  let size = 0;
  return {
    take(index) {
      const row = order[index] ?? 0;
      for (let place = 0; place < columns.length; place++) entry[place] = columns[place]?.[row] ?? 0;
      size = measureRecord(entry, types, 0);
      return varintSize(size) + size;
    },
    write: (into, at) => void writeRecord(entry, types, 0, into, writeVarint(size, into, at)),
  };
}

/** Bytes that no cell exceeds: those of an entry of the longest number in each column. */
function widestCell(columns: Columns): number {
  const longest = columns.map((column) => column.reduce((most, value) => Math.max(most, Math.abs(value)), 2) + 1);
  const size = measureRecord(longest, new Uint32Array(columns.length), 0);
  return varintSize(size) + size;
}

/** Plans the tree. Throws if an entry has too many columns to stay in one page (1.6, "X" of an index page). */
export function planIndex(columns: Columns, pageSize: number): Tree {
  const entries = columns[0]?.length ?? 0;
  const cell = widestCell(columns);
  if (cell > ((pageSize - 12) * 64) / 255 - 23) throw new Error("An index has too many columns");
  const interior: Interior = { type: pageTypes.indexInterior, separator: cell };
  const room = Math.floor((pageSize - leafHeader) / (pointerSize + cell));
  // An entry between two leaves stands in the page above, and in no leaf.
  const leaves = Math.max(1, Math.ceil((entries + 1) / (room + 1)));
  const count = leaves + countInterior(leaves, interior, pageSize);
  return { pages: count, root: count, write: (pages) => writeIndex(columns, leaves, interior, pages) };
}

function* writeIndex(columns: Columns, leaves: number, interior: Interior, pages: Pages): Iterable<void> {
  // Sorted not before it is written, because what is already written is deflated meanwhile.
  const entries = makeEntries(columns);
  const count = columns[0]?.length ?? 0;
  const numbers: number[] = [];
  const separators: Uint8Array[] = [];
  let from = 0;
  for (let leaf = 0; leaf < leaves; leaf++) {
    const to = from + share(count - leaves + 1, leaves, leaf);
    writeLeaf(pages.next(), entries, from, to);
    numbers.push(pages.last());
    if (leaf < leaves - 1) {
      const separator = Buffer.alloc(entries.take(to));
      entries.write(separator, 0);
      separators.push(separator);
    }
    from = to + 1;
    yield;
  }
  writeInterior(numbers, separators, interior, pages);
}

function writeLeaf(page: Buffer, entries: Entries, from: number, to: number): void {
  let at = page.length;
  for (let index = to - 1; index >= from; index--) {
    at -= entries.take(index);
    entries.write(page, at);
    page.writeUInt16BE(at, leafHeader + (index - from) * pointerSize);
  }
  writeHeader(page, { type: pageTypes.indexLeaf, cells: to - from, content: at });
}
