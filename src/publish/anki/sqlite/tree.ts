// What table and index b-trees have in common: the header of a page, and the interior pages over the leaves
// (https://www.sqlite.org/fileformat2.html, 1.6).
import type { Pages } from "./pages.ts";

/** A b-tree whose pages are counted, but not yet written. */
export interface Tree {
  /** Number of its pages. */
  pages: number;
  /** The place of its root among them, from 1. */
  root: number;
  /** Fills them, and yields between two leaves, when no page is in work. */
  write: (pages: Pages) => Iterable<void>;
}

/** Flags of a page by what it holds (1.6, "B-tree Page Header Format"). */
export const pageTypes = { indexInterior: 2, tableInterior: 5, indexLeaf: 10, tableLeaf: 13 } as const;

/** Bytes of the header of a leaf; that of an interior page has the number of its right-most child behind. */
export const leafHeader = 8;
const interiorHeader = 12;

/** Bytes of a cell's place in the array behind the header, and of a page's number. */
export const pointerSize = 2;
export const pageNumberSize = 4;

/**
 * Writes the header of a page whose cells are packed at its end, without free blocks and fragments between them.
 * Page 1 has its header behind that of the file.
 */
export function writeHeader(
  page: Buffer,
  { type, cells, content, at = 0 }: { type: number; cells: number; content: number; at?: number },
): void {
  page.writeUInt8(type, at);
  page.writeUInt16BE(cells, at + 3);
  page.writeUInt16BE(content, at + 5);
}

/** How many of `total` things the part of this index gets when they are shared out evenly. */
export function share(total: number, parts: number, index: number): number {
  return Math.floor(((index + 1) * total) / parts) - Math.floor((index * total) / parts);
}

/** The interior pages of a tree: their flag, and how many bytes a separator has at most. */
export interface Interior {
  type: number;
  separator: number;
}

/** How many children one interior page can have. */
function fanOut({ separator }: Interior, pageSize: number): number {
  return 1 + Math.floor((pageSize - interiorHeader) / (pointerSize + pageNumberSize + separator));
}

/** Number of interior pages over so many leaves; none over one leaf, which is the root itself. */
export function countInterior(leaves: number, interior: Interior, pageSize: number): number {
  let pages = 0;
  for (let level = leaves; level > 1; pages += level) level = Math.ceil(level / fanOut(interior, pageSize));
  return pages;
}

/** Writes the levels over the leaves up to the root. Between two children stands a separator: the bytes of a cell behind its child. */
export function writeInterior(
  leaves: readonly number[],
  between: readonly Uint8Array[],
  interior: Interior,
  pages: Pages,
): void {
  if (leaves.length <= 1) return;
  const parents: number[] = [];
  const betweenParents: Uint8Array[] = [];
  const count = Math.ceil(leaves.length / fanOut(interior, pages.size));
  let from = 0;
  for (let index = 0; index < count; index++) {
    const last = from + share(leaves.length, count, index) - 1;
    writePage(leaves.slice(from, last + 1), between.slice(from, last), interior, pages);
    parents.push(pages.last());
    const next = between[last];
    if (next !== undefined) betweenParents.push(next);
    from = last + 1;
  }
  writeInterior(parents, betweenParents, interior, pages);
}

function writePage(
  children: readonly number[],
  between: readonly Uint8Array[],
  { type }: Interior,
  pages: Pages,
): void {
  const page = pages.next();
  let at = between.reduce((place, { length }) => place - pageNumberSize - length, page.length);
  writeHeader(page, { type, cells: between.length, content: at });
  page.writeUInt32BE(children.at(-1) ?? 0, leafHeader);
  for (const [index, separator] of between.entries()) {
    page.writeUInt16BE(at, interiorHeader + index * pointerSize);
    at = page.writeUInt32BE(children[index] ?? 0, at);
    page.set(separator, at);
    at += separator.length;
  }
}
