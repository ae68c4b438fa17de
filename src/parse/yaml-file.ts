// YAML files whole: exam.yaml, tables/*.yaml, the config and the published words.
import type { Diagnostic } from "../diagnostic.ts";
import type { ExamDocument, SourceFile, TableKindDocument, TermsDocument, YamlPlaces } from "../model/document.ts";
import type { ExamFile, TableKindFile, TermsFile } from "../model/types.gen.ts";
import type { SchemaName } from "../model/validate.ts";
import { maxFileBytes } from "./bounds.ts";
import { readValidated } from "./front-matter.ts";
import { openSource } from "./source.ts";

/** A YAML file that was read against a schema. */
export interface ParsedYaml {
  /** Of the schema's generated type; null if the file has a fault. */
  value: unknown;
  places: YamlPlaces;
  diagnostics: Diagnostic[];
}

/** Reads and validates a YAML file; never throws. */
export function parseYamlFile(file: SourceFile, schema: SchemaName): ParsedYaml {
  const { source, readable } = openSource(file, maxFileBytes, null);
  if (!readable) return { value: null, places: { values: {}, keys: {} }, diagnostics: source.diagnostics };
  const { value, places } = readValidated(source, { start: 0, end: source.text.length }, schema);
  return { value, places, diagnostics: source.diagnostics };
}

const nothing = { found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 }, links: [], images: [], anchors: [] };

export function parseExam(file: SourceFile): ExamDocument {
  const { value, places, diagnostics } = parseYamlFile(file, "exam");
  return {
    ...structuredClone(nothing),
    kind: "exam",
    path: file.path,
    diagnostics,
    exam: value as ExamFile | null,
    places,
  };
}

export function parseTableKind(file: SourceFile, id: string): TableKindDocument {
  const { value, places, diagnostics } = parseYamlFile(file, "table");
  return {
    ...structuredClone(nothing),
    kind: "table-kind",
    path: file.path,
    id,
    diagnostics,
    tableKind: value as TableKindFile | null,
    places,
  };
}

export function parseTerms(file: SourceFile): TermsDocument {
  const { value, places, diagnostics } = parseYamlFile(file, "terms");
  const terms = (value as TermsFile | null)?.terms ?? [];
  return { ...structuredClone(nothing), kind: "terms", path: file.path, diagnostics, terms, places };
}
