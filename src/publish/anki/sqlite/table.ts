// Rows in ascending order → the b-tree of a table: leaves with their overflow chains, interior pages, root
// (https://www.sqlite.org/fileformat2.html, 1.6 and 2.3).
import type { Pages } from "./pages.ts";
import { measureRecord, varintSize, writeRecord, writeVarint, type SerialTypes, type Value } from "./record.ts";
import {
  countInterior,
  leafHeader,
  pageNumberSize,
  pageTypes,
  pointerSize,
  writeHeader,
  writeInterior,
  type Interior,
  type Tree,
} from "./tree.ts";

/** A row of a table. */
export interface Row {
  /** The rowid: a whole number from 0 to 2^53. */
  id: number;
  /** One for each column; null stands for a column that is the INTEGER PRIMARY KEY, because the id is its value (2.3). */
  values: readonly Value[];
}

/** Rows in ascending order, which are asked for twice, equal both times: when the tree is planned and when it is written. */
export type Rows = Pick<readonly Row[], "length" | "at">;

/** Rows whose cells are counted: the bytes of their records, and the types that stand in these. */
interface Measured {
  rows: Rows;
  width: number;
  sizes: Uint32Array;
  types: SerialTypes;
}

/** A leaf that is planned: where its rows begin and end, and the bytes of their cells. */
interface Leaf {
  from: number;
  to: number;
  bytes: number;
}

/** A separator in a table is the rowid of the last row before it: a varint of at most eight bytes for 53 bits. */
const interior: Interior = { type: pageTypes.tableInterior, separator: 8 };

/** Bytes of a payload that stay in its leaf; the rest goes to overflow pages (1.6, "X", "M" and "K" of a table leaf). */
function localSize(payload: number, pageSize: number): number {
  const most = pageSize - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const filling = least + ((payload - least) % (pageSize - pageNumberSize));
  return filling <= most ? filling : least;
}

/** What stands before the header of the first leaf. */
interface Front {
  size: number;
  write: (page: Buffer) => void;
}

const noFront: Front = { size: 0, write: () => {} };

/** Plans the tree of rows of so many columns, each of which is shown to `see` once. Throws if the rowids do not ascend. */
export function planTable(
  rows: Rows,
  {
    width,
    pageSize,
    front = noFront,
    see = () => {},
  }: {
    width: number;
    pageSize: number;
    front?: Front;
    see?: (row: Row, index: number) => void;
  },
): Tree {
  const measured = { rows, width, sizes: new Uint32Array(rows.length), types: new Uint32Array(rows.length * width) };
  const leaves: Leaf[] = [];
  let leaf: Leaf = { from: 0, to: 0, bytes: 0 };
  let room = pageSize - leafHeader - front.size;
  let overflow = 0;
  let last = -1;
  for (let index = 0; index < rows.length; index++) {
    const row = rowAt(rows, index);
    const { id, values } = row;
    see(row, index);
    if (!Number.isSafeInteger(id) || id <= last) throw new Error(`The rowid ${id} follows on ${last}`);
    if (values.length !== width) throw new Error(`A row has ${values.length} values, expected ${width}`);
    last = id;
    const size = measureRecord(values, measured.types, index * width);
    measured.sizes[index] = size;
    const local = localSize(size, pageSize);
    const cell = varintSize(size) + varintSize(id) + local + (local < size ? pageNumberSize : 0);
    if (cell + pointerSize > room) {
      leaves.push(leaf);
      leaf = { from: index, to: index, bytes: 0 };
      room = pageSize - leafHeader;
    }
    leaf.to++;
    leaf.bytes += cell;
    room -= cell + pointerSize;
    overflow += Math.ceil((size - local) / (pageSize - pageNumberSize));
  }
  leaves.push(leaf);
  const count = leaves.length + overflow + countInterior(leaves.length, interior, pageSize);
  return {
    pages: count,
    // The only leaf is the root, and stands before its overflow pages.
    root: leaves.length === 1 ? 1 : count,
    write: (pages) => writeTable(measured, leaves, front, pages),
  };
}

function rowAt(rows: Rows, index: number): Row {
  const row = rows.at(index);
  if (row === undefined) throw new Error(`There is no row ${index}`);
  return row;
}

function* writeTable(measured: Measured, leaves: readonly Leaf[], front: Front, pages: Pages): Iterable<void> {
  const numbers: number[] = [];
  const separators: Uint8Array[] = [];
  for (const [place, leaf] of leaves.entries()) {
    const page = pages.next();
    numbers.push(pages.last());
    if (place === 0) front.write(page);
    writeLeaf(page, { leaf, measured, at: place === 0 ? front.size : 0, pages });
    const last = leaf.to > leaf.from ? rowAt(measured.rows, leaf.to - 1).id : 0;
    const separator = Buffer.alloc(varintSize(last));
    writeVarint(last, separator, 0);
    separators.push(separator);
    yield;
  }
  separators.pop();
  writeInterior(numbers, separators, interior, pages);
}

/** Fills a leaf and the overflow pages of its rows, which follow it. */
function writeLeaf(
  page: Buffer,
  { leaf, measured, at, pages }: { leaf: Leaf; measured: Measured; at: number; pages: Pages },
): void {
  let place = page.length - leaf.bytes;
  writeHeader(page, { type: pageTypes.tableLeaf, cells: leaf.to - leaf.from, content: place, at });
  for (let index = leaf.from; index < leaf.to; index++) {
    page.writeUInt16BE(place, at + leafHeader + (index - leaf.from) * pointerSize);
    place = writeCell(measured, index, page, place, pages);
  }
  if (place !== page.length) throw new Error("A leaf is not what was planned");
}

function writeCell(
  { rows, width, sizes, types }: Measured,
  index: number,
  page: Buffer,
  start: number,
  pages: Pages,
): number {
  const row = rowAt(rows, index);
  const size = sizes[index] ?? 0;
  const local = localSize(size, pages.size);
  const at = writeVarint(row.id, page, writeVarint(size, page, start));
  if (local === size) return writeRecord(row.values, types, index * width, page, at);
  const payload = Buffer.alloc(size);
  writeRecord(row.values, types, index * width, payload, 0);
  payload.copy(page, at, 0, local);
  const end = page.writeUInt32BE(pages.last() + 1, at + local);
  writeOverflow(payload.subarray(local), pages);
  return end;
}

/** A chain of pages: each begins with the number of the next, the last with 0 (1.7). */
function writeOverflow(rest: Buffer, pages: Pages): void {
  const room = pages.size - pageNumberSize;
  for (let from = 0; from < rest.length; from += room) {
    const page = pages.next();
    const isLast = from + room >= rest.length;
    page.writeUInt32BE(isLast ? 0 : pages.last() + 1, 0);
    rest.copy(page, pageNumberSize, from);
  }
}
