// Tables of numbers and texts → the bytes of a SQLite file (https://www.sqlite.org/fileformat2.html). It is written in one go
// from the first byte to the last: the trees are planned before, so that page 1 can name their roots.
import { planIndex } from "./index-tree.ts";
import { makePages } from "./pages.ts";
import type { Value } from "./record.ts";
import { planTable, type Row, type Rows } from "./table.ts";
import type { Tree } from "./tree.ts";

/** A table with its rows and the indexes over them. */
export interface Table {
  name: string;
  /** Definitions of the columns as in CREATE TABLE; each begins with the column's name. */
  columns: readonly string[];
  /** In ascending order of the rowids. */
  rows: Rows;
  /** Over columns of integers. */
  indexes: readonly { name: string; columns: readonly string[] }[];
}

/** An entry of the table of all tables and indexes (2.6), and its tree. */
interface Planned {
  type: "table" | "index";
  name: string;
  table: string;
  sql: string;
  tree: Tree;
}

/** Bytes of the header of the file, which stands in page 1 before the page's own (1.3). */
const fileHeader = 100;

/** The page with this byte must stay empty (1.5, lock-byte page), so no file of ours reaches it. */
const lockByte = 2 ** 30;

/**
 * The file in chunks; each is to be used before the next is asked for, because its memory is used again.
 * Equal tables give equal bytes. A page has a power of two from 512 to 32,768 bytes.
 */
export function* encodeDatabase(tables: readonly Table[], pageSize: number): Iterable<Buffer> {
  const planned = tables.flatMap((table) => plan(table, pageSize));
  let count = 1;
  const rows = planned.map(({ type, name, table, sql, tree }, index): Row => {
    const root = count + tree.root;
    count += tree.pages;
    return { id: index + 1, values: [type, name, table, root, sql] };
  });
  const schema = planTable(rows, {
    width: 5,
    pageSize,
    front: { size: fileHeader, write: (page) => writeFileHeader(page, count) },
  });
  if (schema.pages > 1) throw new Error("The definitions of the tables do not fit into the first page");
  if (count * pageSize > lockByte) throw new Error("A database of more than 1 GiB cannot be written");
  const pages = makePages(pageSize);
  for (const tree of [schema, ...planned.map((each) => each.tree)])
    for (const _ of tree.write(pages)) yield* pages.takeFull();
  if (pages.last() !== count) throw new Error(`The database has ${pages.last()} pages, expected ${count}`);
  yield* pages.takeRest();
}

function plan({ name, columns, rows, indexes }: Table, pageSize: number): Planned[] {
  const names = columns.map((column) => column.split(" ", 1).join());
  const ids = new Float64Array(rows.length);
  const indexed = new Map(
    indexes.flatMap((index) => index.columns.map((column) => [column, new Float64Array(rows.length)])),
  );
  const places = [...indexed].map(([column, numbers]) => ({ numbers, place: names.indexOf(column) }));
  const see = ({ id, values }: Row, index: number): void => {
    ids[index] = id;
    for (const { numbers, place } of places) numbers[index] = integerIn(values, place);
  };
  const sql = `CREATE TABLE ${name} (${columns.join(", ")})`;
  const tree = planTable(rows, { width: columns.length, pageSize, see });
  const own: Planned = { type: "table", name, table: name, sql, tree };
  const others = indexes.map((index): Planned => ({
    type: "index",
    name: index.name,
    table: name,
    sql: `CREATE INDEX ${index.name} ON ${name} (${index.columns.join(", ")})`,
    tree: planIndex([...index.columns.flatMap((column) => indexed.get(column) ?? []), ids], pageSize),
  }));
  return [own, ...others];
}

/** Throws if the value is anything else. */
function integerIn(values: readonly Value[], place: number): number {
  const value = values[place];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw new Error("An index is over integers alone");
  return value;
}

/** The fields of the header by their offset (1.3, "Database Header Format"); those that are left out are zero. */
function writeFileHeader(page: Buffer, count: number): void {
  page.write("SQLite format 3\0", 0, "latin1");
  page.writeUInt16BE(page.length, 16);
  // Versions for writing and reading: 1, a rollback journal.
  page.set([1, 1], 18);
  // The payload fractions, which are fixed.
  page.set([64, 32, 32], 21);
  // The number of pages counts while the number of changes, here 1, is the one for which it is said to be valid, at 92.
  page.writeUInt32BE(1, 24);
  page.writeUInt32BE(count, 28);
  page.writeUInt32BE(1, 40);
  // Schema format 4, the first with the serial types 8 and 9.
  page.writeUInt32BE(4, 44);
  // UTF-8.
  page.writeUInt32BE(1, 56);
  page.writeUInt32BE(1, 92);
  // The version of SQLite that wrote the file: the first that kept the number of pages here.
  page.writeUInt32BE(3_007_000, 96);
}
