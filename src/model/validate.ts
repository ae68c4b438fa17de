// The only ajv: a value against one of our schemas, a table row against the schema that its kind makes.
import { Ajv2020, type DefinedError, type ValidateFunction } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import configSchema from "#schemas/config.schema.json" with { type: "json" };
import domainSchema from "#schemas/domain.schema.json" with { type: "json" };
import examSchema from "#schemas/exam.schema.json" with { type: "json" };
import itemSchema from "#schemas/item.schema.json" with { type: "json" };
import baselineSchema from "#schemas/baseline.schema.json" with { type: "json" };
import tableSchema from "#schemas/table.schema.json" with { type: "json" };
import ledgerSchema from "#schemas/ledger.schema.json" with { type: "json" };
import termsSchema from "#schemas/terms.schema.json" with { type: "json" };
import wordsSchema from "#schemas/words.schema.json" with { type: "json" };
import type { Diagnostic } from "../diagnostic.ts";
import type { Row, Scalar, YamlPlaces } from "./document.ts";
import { rowSchema, rowValue, toRowDiagnostics } from "./row-schema.ts";
import { toDiagnostics } from "./schema-fault.ts";
import type { TableKind } from "./table-kind.ts";

const schemas = {
  exam: examSchema,
  item: itemSchema,
  domain: domainSchema,
  table: tableSchema,
  config: configSchema,
  baseline: baselineSchema,
  ledger: ledgerSchema,
  terms: termsSchema,
  words: wordsSchema,
};

export type SchemaName = keyof typeof schemas;

const { date, uri, email } = fullFormats;
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  verbose: true,
  // A table column may be called `constructor`: what Object.prototype has is not a cell.
  ownProperties: true,
  formats: { date, uri, email, "uri-template": fullFormats["uri-template"] },
});

const compiled = new Map<SchemaName, ValidateFunction>();
const compiledRows = new WeakMap<TableKind, ValidateFunction>();

/**
 * All faults of a YAML value against a schema, one a place; none means that the value has the schema's generated type.
 * `scalar` gives what was authored, `1.10` where the value is 1.1.
 */
export function validate(
  schema: SchemaName,
  value: unknown,
  places: YamlPlaces,
  path: string,
  scalar?: (pointer: string) => Scalar | undefined,
): Diagnostic[] {
  const check = compiled.get(schema) ?? ajv.compile(schemas[schema]);
  compiled.set(schema, check);
  // An empty file misses its keys; that it is no mapping would tell the author less.
  const mapping = value ?? {};
  return check(mapping) ? [] : toDiagnostics(errorsOf(check), { places, path, scalar });
}

/** All faults of a row's cells against their columns; an empty cell is an absent property. */
export function validateRow(kind: TableKind, row: Row, path: string): Diagnostic[] {
  const check = compiledRows.get(kind) ?? ajv.compile(rowSchema(kind));
  compiledRows.set(kind, check);
  return check(rowValue(row)) ? [] : toRowDiagnostics(errorsOf(check), row, path);
}

/** Our schemas and rows use standard keywords only, so every error is one that ajv defines. */
const errorsOf = (check: ValidateFunction): DefinedError[] => (check.errors ?? []) as DefinedError[];
