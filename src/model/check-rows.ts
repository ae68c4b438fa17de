// Rows of typed tables against their kinds, across the whole guide.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { quote } from "../quote.ts";
import type { Document, Row, Table } from "./document.ts";
import type { TableKind } from "./table-kind.ts";
import { validateRow } from "./validate.ts";

/** Faults of cells, and rows whose key another row of their kind has; `kinds` are those without a fault, by id. */
export function checkRows(documents: readonly Document[], kinds: ReadonlyMap<string, TableKind>): Diagnostic[] {
  const seen = new Map<string, { table: Table; row: Row }>();
  return tablesIn(documents).flatMap((table) => {
    const kind = kinds.get(table.kind);
    if (!kind) return [];
    return table.rows.flatMap((row) => {
      const diagnostics = validateRow(kind, row, table.path);
      const cell = row.cells.find(({ column }) => column === kind.key);
      if (!cell || cell.content.text === "") return diagnostics;
      const identity = `${kind.id}\0${cell.content.text}`;
      const first = seen.get(identity);
      if (!first) seen.set(identity, { table, row });
      else
        diagnostics.push(
          fault("table-row-duplicate", {
            message: `Unexpected second row ${quote(cell.content.text)}, expected one in all tables of the kind \`${kind.id}\``,
            path: table.path,
            position: cell.position,
            related: [{ message: "The first row", path: first.table.path, position: first.row.position }],
          }),
        );
      return diagnostics;
    });
  });
}

function tablesIn(documents: readonly Document[]): Table[] {
  return documents.flatMap((document) =>
    document.kind === "domain"
      ? document.sections.flatMap(({ tables, topics }) => [...tables, ...topics.flatMap((topic) => topic.tables)])
      : [],
  );
}
