// Rows of typed tables: what their kind says of them.
import type { Cell, Row, Table } from "../../model/document.ts";
import type { TableKind } from "../../model/table-kind.ts";

/** The kind of a table; parse types no table without one. */
export function kindOf(table: Table, kinds: ReadonlyMap<string, TableKind>): TableKind {
  const kind = kinds.get(table.kind);
  if (!kind) throw new Error(`The bank has no table kind ${table.kind}`);
  return kind;
}

/** The cell that names a row. */
export function keyCellOf(row: Row, kind: TableKind): Cell {
  const cell = row.cells.find(({ column }) => column === kind.key);
  if (!cell) throw new Error(`A row of kind ${kind.id} has no cell ${kind.key}`);
  return cell;
}
