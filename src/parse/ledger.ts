// identity.lock.json → the ledger with the line of each note. Written by a program, so it may be large and is read as plain JSON.
import type { LedgerDocument, SourceFile } from "../model/document.ts";
import type { LedgerFile } from "../model/types.gen.ts";
import { validate } from "../model/validate.ts";
import { wholeFile, type Position } from "../diagnostic.ts";
import { escapeKey } from "../model/yaml-places.ts";
import { quote } from "../quote.ts";
import { lineSpan, openSource, positionAt, report, reportAt, type Source } from "./source.ts";

/** Room for some 400,000 notes. */
const maxLedgerBytes = 64 * 1024 * 1024;

/** The ledger, or null with its faults: no JSON, not of the schema, or two entries of one note, as a merge may leave them. */
export function parseLedger(file: SourceFile): LedgerDocument {
  const { source, readable } = openSource(file, maxLedgerBytes, null);
  const value = readable ? readJson(source) : undefined;
  const lines: Record<string, number> = {};
  if (value !== undefined) {
    findLines(source, lines);
    const faults = validate("ledger", value, { values: {}, keys: {} }, file.path);
    // `validate` has found it to be of the schema's type.
    if (faults.length === 0) checkGuids(source, value as LedgerFile, lines);
    // Places are made only for a ledger that has faults to be placed.
    else source.diagnostics.push(...validate("ledger", value, { values: placesOf(lines), keys: {} }, file.path));
  }
  const isSound = value !== undefined && source.diagnostics.length === 0;
  return {
    kind: "ledger",
    path: file.path,
    diagnostics: source.diagnostics,
    found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    ledger: isSound ? (value as LedgerFile) : null,
    lines,
  };
}

function readJson(source: Source): unknown {
  try {
    return JSON.parse(source.text);
  } catch {
    const conflict = /^(?:<{7}|={7}|>{7})/mu.exec(source.text);
    const at = conflict === null ? wholeFile : positionAt(source, { start: conflict.index, end: conflict.index + 7 });
    const what = conflict === null ? "text that is no JSON" : "mark of a merge conflict";
    const message = `Unexpected ${what}, expected a file that \`certpress lock\` wrote: take the target branch's and run it again`;
    reportAt(source, "ledger-malformed", at, message);
    return undefined;
  }
}

/** Each note's line by JSON pointer. */
const placesOf = (lines: Readonly<Record<string, number>>): Record<string, Position> =>
  Object.fromEntries(
    Object.entries(lines).map(([key, line]) => {
      const pointer = ["notes", ...key.split("\0")].map(escapeKey).join("/");
      return [`/${pointer}`, { start: { line, column: 1 }, end: { line, column: 1 } }];
    }),
  );

/** Two notes of one GUID are one note to Anki. */
function checkGuids(source: Source, { notes, retired }: LedgerFile, lines: Readonly<Record<string, number>>): void {
  const labels = new Map<string, string>();
  for (const section of [notes, retired])
    for (const [kind, entries] of Object.entries<Record<string, { guid: string }>>(section))
      for (const [label, { guid }] of Object.entries(entries)) {
        const first = labels.get(guid);
        labels.set(guid, label);
        if (first === undefined) continue;
        const line = (section === notes ? lines[`${kind}\0${label}`] : undefined) ?? 1;
        const at = { start: { line, column: 1 }, end: { line, column: 1 } };
        const message = `Unexpected GUID of ${quote(first)} for ${quote(label)}, expected one of its own: take the ledger of the last release and run \`certpress lock\` again`;
        reportAt(source, "ledger-malformed", at, message);
      }
}

/** A kind of notes, then a note a line, in the form that the ledger is printed in. */
const line = /^( {4}| {6})("(?:[^"\\]|\\.)*"): \{/u;

function findLines(source: Source, lines: Record<string, number>): void {
  let kind = "";
  let inNotes = false;
  for (const [index] of source.lineStarts.entries()) {
    const span = lineSpan(source, index);
    const text = source.text.slice(span.start, span.end);
    if (/^ {2}"/u.test(text)) inNotes = text.startsWith('  "notes"');
    const [, indent, quoted] = line.exec(text) ?? [];
    if (!inNotes || quoted === undefined) continue;
    const name = JSON.parse(quoted) as string;
    if (indent?.length === 4) kind = name;
    else {
      const key = `${kind}\0${name}`;
      if (Object.hasOwn(lines, key))
        report(source, "ledger-malformed", span, `Unexpected second entry of ${quoted}, expected each note once`);
      lines[key] = index + 1;
    }
  }
}
