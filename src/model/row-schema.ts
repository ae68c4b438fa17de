// A table kind → the JSON Schema of its rows, and what ajv says of a row → diagnostics at the cells.
import type { DefinedError, SchemaObject } from "ajv/dist/2020.js";
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { quote } from "../quote.ts";
import type { Row } from "./document.ts";
import { describeExpected, describeValue } from "./schema-wording.ts";
import type { TableKind } from "./table-kind.ts";
import type { Column } from "./types.gen.ts";
import { escapeKey } from "./yaml-places.ts";

/** The JSON Schema of a row as an object of cell texts by column name. */
export function rowSchema(kind: TableKind): SchemaObject {
  return {
    type: "object",
    additionalProperties: false,
    required: kind.columns
      .filter(({ required, name }) => name === kind.key || required !== false)
      .map(({ name }) => name),
    properties: Object.fromEntries(kind.columns.map((column) => [column.name, cellSchema(column)])),
  };
}

function cellSchema({ enum: allowed, minLength, maxLength, format }: Column): SchemaObject {
  return {
    type: "string",
    ...(allowed && { enum: allowed }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(format && { format }),
  };
}

/** A row as the schema sees it: visible texts by column, an empty cell absent. */
export function rowValue(row: Row): Record<string, string> {
  const filled = row.cells.filter(({ content }) => content.text !== "");
  return Object.fromEntries(filled.map(({ column, content }) => [column, content.text]));
}

/** One diagnostic a cell; a column without a cell is a fault of the row's width, which parse reports. */
export function toRowDiagnostics(errors: readonly DefinedError[], row: Row, path: string): Diagnostic[] {
  const byPointer = new Map<string, DefinedError>();
  for (const error of errors) {
    const pointer = error.keyword === "required" ? `/${escapeKey(error.params.missingProperty)}` : error.instancePath;
    if (!byPointer.has(pointer)) byPointer.set(pointer, error);
  }
  return row.cells.flatMap((cell) => {
    const error = byPointer.get(`/${escapeKey(cell.column)}`);
    if (!error) return [];
    const column = quote(cell.column);
    const message =
      error.keyword === "required"
        ? `Unexpected empty cell in column ${column}, expected text`
        : `Unexpected ${describeValue(error)} in column ${column}, expected ${describeExpected(error, undefined)}`;
    return [fault("table-cell-invalid", { message, path, position: cell.position })];
  });
}
