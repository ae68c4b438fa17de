// SQLite itself reads what our writer made, and writes the same tables beside it.
import initSqlJs, { type Database, type SqlValue } from "sql.js";
import type { Table } from "../../src/publish/anki/sqlite/database.ts";
import type { Row } from "../../src/publish/anki/sqlite/table.ts";

const sql = await initSqlJs();

/** The chunks as one file; each is copied, because its memory is used again. */
export function joinChunks(chunks: Iterable<Uint8Array>): Buffer {
  const copies: Buffer[] = [];
  for (const chunk of chunks) copies.push(Buffer.from(chunk));
  return Buffer.concat(copies);
}

export function openDatabase(bytes: Uint8Array): Database {
  return new sql.Database(bytes);
}

/** The rows of a query. */
export function rowsOf(database: Database, query: string): SqlValue[][] {
  return database.exec(query)[0]?.values ?? [];
}

/** A table whose rows are listed. */
export type Listed = Table & { rows: readonly Row[] };

/** The tables as SQLite writes them. Texts in parts are not known here. */
export function writeWithSqlite(tables: readonly Listed[]): Database {
  const database = new sql.Database();
  for (const { name, columns, rows, indexes } of tables) {
    database.run(`CREATE TABLE ${name} (${columns.join(", ")})`);
    const names = columns.map((column) => column.split(" ", 1).join());
    const places = ["rowid", ...names].map(() => "?").join(", ");
    const insert = database.prepare(`INSERT INTO ${name} (rowid, ${names.join(", ")}) VALUES (${places})`);
    for (const { id, values } of rows)
      insert.run([
        id,
        ...values.map((value, index) => (columns[index]?.endsWith("PRIMARY KEY") ? id : (value as SqlValue))),
      ]);
    insert.free();
    for (const index of indexes) database.run(`CREATE INDEX ${index.name} ON ${name} (${index.columns.join(", ")})`);
  }
  return database;
}
