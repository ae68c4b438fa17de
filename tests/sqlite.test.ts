// SQLite files that are written without SQLite: SQLite finds them sound, and holds the same as if it had written them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeDatabase, type Table } from "../src/publish/anki/sqlite/database.ts";
import type { Value } from "../src/publish/anki/sqlite/record.ts";
import type { Row } from "../src/publish/anki/sqlite/table.ts";
import { joinChunks, openDatabase, rowsOf, writeWithSqlite, type Listed } from "./helpers/sqlite.ts";

const pageSizes = [512, 4096, 16_384, 32_768];

/** A table of every kind of column, with an index over one column of integers and one over two. */
function tableOf(rows: readonly Row[], name = "t"): Listed {
  const columns = ["id integer PRIMARY KEY", "words text", "amount integer", "n integer", "m integer"];
  const indexes = [
    { name: `${name}_n`, columns: ["n"] },
    { name: `${name}_mn`, columns: ["m", "n"] },
  ];
  return { name, columns, rows, indexes };
}

const rowOf = (id: number, words: string | null, amount: number | null = null, n = 0, m = 0): Row => ({
  id,
  values: [null, words, amount, n, m],
});

const encode = (tables: readonly Table[], pageSize: number): Buffer => joinChunks(encodeDatabase(tables, pageSize));

/** Everything that a reader can see of a table: by scan and by both indexes, with the types of the values. */
const views = (name: string): string[] => [
  `SELECT rowid, id, hex(words), typeof(words), amount, typeof(amount), n, typeof(n), m FROM ${name} NOT INDEXED ORDER BY rowid`,
  `SELECT n, rowid FROM ${name} INDEXED BY ${name}_n ORDER BY n, rowid`,
  `SELECT m, n, rowid FROM ${name} INDEXED BY ${name}_mn ORDER BY m, n, rowid`,
  `SELECT a.rowid, (SELECT count(*) FROM ${name} b INDEXED BY ${name}_mn WHERE b.m = a.m AND b.n = a.n) FROM ${name} a ORDER BY a.rowid LIMIT 200`,
];

function expectEqual(tables: readonly Listed[], pageSize: number): Buffer {
  const bytes = encode(tables, pageSize);
  const ours = openDatabase(bytes);
  const theirs = writeWithSqlite(tables);
  try {
    expect(rowsOf(ours, "PRAGMA integrity_check")).toEqual([["ok"]]);
    expect(rowsOf(ours, "PRAGMA page_size")).toEqual([[pageSize]]);
    expect(rowsOf(ours, "PRAGMA page_count")).toEqual([[bytes.length / pageSize]]);
    const queries = [
      "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name",
      ...tables.flatMap(({ name }) => views(name)),
    ];
    for (const query of queries) expect(rowsOf(ours, query)).toEqual(rowsOf(theirs, query));
  } finally {
    ours.close();
    theirs.close();
  }
  return bytes;
}

/** Pages on the way from the root of a tree to its left-most leaf (fileformat2.html, 1.6). */
function depthOf(bytes: Buffer, pageSize: number, name: string): number {
  const database = openDatabase(bytes);
  const [[root] = []] = rowsOf(database, `SELECT rootpage FROM sqlite_master WHERE name = '${name}'`);
  database.close();
  let depth = 1;
  let at = (Number(root) - 1) * pageSize;
  for (; [2, 5].includes(bytes.readUInt8(at)); depth++)
    at = (bytes.readUInt32BE(at - (at % pageSize) + bytes.readUInt16BE(at + 12)) - 1) * pageSize;
  return depth;
}

const edges = [8, 16, 24, 32, 48].flatMap((bits) => [2 ** (bits - 1), 2 ** bits]);
const integers = [0, 1, 2, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1]), Number.MAX_SAFE_INTEGER];
const signed = [...integers, ...integers.map((value) => -value)];

const integer = fc.oneof(fc.constantFrom(...signed), fc.maxSafeInteger(), fc.integer({ min: -3, max: 3 }));
const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 60 }).map((text) => text.replaceAll("\0", "")),
  fc.integer({ min: 0, max: 3000 }).map((length) => "é".repeat(length)),
);
const amount = fc.option(fc.oneof(integer, fc.double({ noNaN: true, noDefaultInfinity: true })));
const values = fc.tuple(fc.option(words), amount, integer, integer);
const rows = fc.dictionary(fc.maxSafeNat().map(String), values, { maxKeys: 120, noNullPrototype: true }).map((byId) =>
  Object.entries(byId)
    .map(([id, [text, some, n, m]]) => rowOf(Number(id), text, some, n, m))
    .sort((a, b) => a.id - b.id),
);

describe("a database", () => {
  it("of any rows holds what SQLite would have stored", () => {
    fc.assert(
      fc.property(rows, rows, fc.constantFrom(1024, ...pageSizes.slice(1)), (some, others, pageSize) => {
        expectEqual([tableOf(some), tableOf(others, "u")], pageSize);
      }),
      { numRuns: 60 },
    );
  });

  it.each(pageSizes)("with pages of %i bytes holds texts of every length around the ends of a page", (pageSize) => {
    const lengths = [1, 2, 3]
      .flatMap((pages) => Array.from({ length: 90 }, (_, index) => pages * pageSize - 60 + index))
      .concat(Array.from({ length: 300 }, (_, index) => index));
    const rows = lengths.map((length, index) => rowOf(index, "x".repeat(length), length, -length, index % 3));
    expectEqual([tableOf(rows)], pageSize);
  });

  it("with small pages holds texts of every length up to four pages", () => {
    expectEqual([tableOf(Array.from({ length: 2100 }, (_, length) => rowOf(length, "x".repeat(length))))], 512);
  });

  it.each(pageSizes)("with pages of %i bytes holds a text of 200,000 characters of four bytes", (pageSize) => {
    expectEqual([tableOf([rowOf(1, "🧭".repeat(200_000)), rowOf(2, "")])], pageSize);
  });

  it("holds integers of every size, also as rowids", () => {
    expectEqual([tableOf(signed.map((value, index) => rowOf(index, null, value, value, -value)))], 4096);
    expectEqual([tableOf([...new Set(integers)].sort((a, b) => a - b).map((id) => rowOf(id, "")))], 4096);
  });

  it("without any row has a root for every tree", () => {
    const bytes = expectEqual([tableOf([]), tableOf([], "u")], 512 * 2);
    expect(bytes.length).toBe(7 * 1024);
  });

  it.each([
    [512, 3],
    [16_384, 2],
  ])("with pages of %i bytes and thousands of rows has %i levels of pages", (pageSize, levels) => {
    const count = 8000;
    const rows = Array.from({ length: count }, (_, n) =>
      rowOf(n * 2 ** 20, "x".repeat(40), n, (n * 7919) % count, n % 5),
    );
    const bytes = expectEqual([tableOf(rows)], pageSize);
    expect(depthOf(bytes, pageSize, "t")).toBe(levels);
    expect(depthOf(bytes, pageSize, "t_n")).toBe(levels);
  });

  it("can be worked on by SQLite", () => {
    const rows = Array.from({ length: 3000 }, (_, n) => rowOf(n, "x".repeat(n), n, n, -n));
    const database = openDatabase(encode([tableOf(rows)], 512));
    database.run(
      "DELETE FROM t WHERE id % 3 = 0; UPDATE t SET words = words || words, n = -n; INSERT INTO t (n, m) VALUES (1, 2)",
    );
    expect(rowsOf(database, "PRAGMA integrity_check")).toEqual([["ok"]]);
    expect(rowsOf(database, "SELECT count(*), sum(length(words)) FROM t")).toEqual([
      [2001, 2 * (2999 * 1500 - 999 * 1500)],
    ]);
    database.close();
  });

  it("has the parts of a text with what stands between them", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 20 }), (parts) => {
        const row = (text: Value): Row => ({ id: 1, values: [null, text, 0, 0, 0] });
        const joined = encode([tableOf([row({ parts, separator: 0x1f })])], 512);
        expect(joined.equals(encode([tableOf([row(parts.join("\u001F"))])], 512))).toBe(true);
      }),
    );
  });

  it("has the replacement character for half a pair of surrogates", () => {
    const database = openDatabase(encode([tableOf([rowOf(1, "a\uD800b")])], 512));
    expect(rowsOf(database, "SELECT words FROM t")).toEqual([["a\uFFFDb"]]);
    database.close();
  });

  it("has the same bytes each time", () => {
    const tables = [tableOf(Array.from({ length: 500 }, (_, n) => rowOf(n, "x".repeat(n), n / 3, n, -n)))];
    expect(encode(tables, 4096).equals(encode(tables, 4096))).toBe(true);
  });
});

describe("what cannot be written is refused", () => {
  it.each<[string, Table]>([
    ["rowids that do not ascend", tableOf([rowOf(2, ""), rowOf(1, "")])],
    ["a rowid twice", tableOf([rowOf(1, ""), rowOf(1, "")])],
    ["a negative rowid", tableOf([rowOf(-1, "")])],
    ["a row of another width", tableOf([{ id: 1, values: [null] }])],
    ["an index over something else than integers", tableOf([{ id: 1, values: [null, "", 0, "1", 0] }])],
    [
      "an index over a column that is not there",
      { ...tableOf([rowOf(1, "")]), indexes: [{ name: "i", columns: ["x"] }] },
    ],
    [
      "more definitions than the first page has room for",
      { ...tableOf([]), columns: [`id integer ${"x".repeat(600)}`] },
    ],
  ])("%s", (_, table) => {
    expect(() => encode([table], 512)).toThrow(/./u);
  });
});
