// Table kinds against themselves and each other: what their schema cannot say.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { didYouMean } from "../near.ts";
import { oneOf, quote } from "../quote.ts";
import type { Document, TableKindDocument } from "./document.ts";
import { placeholdersOf } from "./table-kind.ts";
import type { TableKindFile } from "./types.gen.ts";
import { positionOfValue } from "./yaml-places.ts";

/** Faults of every kind of a guide; a kind with none can validate rows. */
export function checkTableKinds(documents: readonly Document[]): Diagnostic[] {
  const headers = new Map<string, TableKindDocument>();
  return documents.flatMap((document) => {
    if (document.kind !== "table-kind" || document.tableKind === null) return [];
    const kind = document.tableKind;
    const header = kind.columns.map(({ name }) => name).join("\0");
    const first = headers.get(header);
    if (!first) headers.set(header, document);
    return [
      ...checkColumns(kind, document),
      ...checkNames(kind, document),
      ...(first ? [reportHeader(document, first)] : []),
    ];
  });
}

const report = (document: TableKindDocument, pointer: string, message: string): Diagnostic =>
  fault("table-kind-malformed", { message, path: document.path, position: positionOfValue(pointer, document.places) });

function checkColumns({ columns }: TableKindFile, document: TableKindDocument): Diagnostic[] {
  const names = new Set<string>();
  return columns.flatMap(({ name, minLength = 0, maxLength = Infinity }, index) => {
    const at = `/columns/${index}`;
    const visible = name.replaceAll(/\s+/g, " ").trim();
    const diagnostics: Diagnostic[] = [];
    if (names.has(name))
      diagnostics.push(
        report(document, `${at}/name`, `Unexpected second column ${quote(name)}, expected another name`),
      );
    else if (visible !== name)
      diagnostics.push(
        report(
          document,
          `${at}/name`,
          `Unexpected spaces in ${JSON.stringify(name)}, expected ${quote(visible)}: a header cell has no others`,
        ),
      );
    // JSON Schema can name this property, ajv cannot (it leaves it out, against prototype pollution).
    else if (name === "__proto__")
      diagnostics.push(report(document, `${at}/name`, `Unexpected column ${quote(name)}, expected another name`));
    if (minLength > maxLength)
      diagnostics.push(
        report(
          document,
          `${at}/minLength`,
          `Unexpected \`minLength\` ${minLength}, expected at most \`maxLength\`, ${maxLength}`,
        ),
      );
    names.add(name);
    return diagnostics;
  });
}

function checkNames({ columns, key, prompt }: TableKindFile, document: TableKindDocument): Diagnostic[] {
  const names = columns.map(({ name }) => name);
  const expected = (name: string): string => `expected ${oneOf(names) ?? "a column"}${didYouMean(name, names)}`;
  const placeholders = placeholdersOf(prompt);
  const diagnostics = placeholders
    .filter((name) => !names.includes(name))
    .map((name) => report(document, "/prompt", `Unexpected placeholder ${quote(`{${name}}`)}, ${expected(name)}`));
  if (placeholders.length === 0)
    diagnostics.push(
      report(
        document,
        "/prompt",
        `Unexpected prompt without a placeholder, expected ${quote(`{${key ?? names[0]}}`)}: every card would ask the same`,
      ),
    );
  if (key !== undefined && !names.includes(key))
    diagnostics.push(report(document, "/key", `Unexpected key ${quote(key)}, ${expected(key)}`));
  return diagnostics;
}

function reportHeader(document: TableKindDocument, first: TableKindDocument): Diagnostic {
  return {
    ...report(
      document,
      "/columns",
      `Unexpected columns of the kind \`${first.id}\`, expected a header that no other kind has`,
    ),
    related: [
      { message: `The kind \`${first.id}\``, path: first.path, position: positionOfValue("/columns", first.places) },
    ],
  };
}
