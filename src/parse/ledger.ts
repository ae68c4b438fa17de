// identity.lock.json → the ledger with the line of each note. Written by a program, so it may be large and is read as plain JSON.
import type { LedgerDocument, SourceFile } from "../model/document.ts";
import type { LedgerFile } from "../model/types.gen.ts";
import { validate } from "../model/validate.ts";
import { wholeFile } from "../diagnostic.ts";
import { lineSpan, openSource, positionAt, report, reportAt, type Source } from "./source.ts";

/** Room for some 400,000 notes. */
const maxLedgerBytes = 64 * 1024 * 1024;

/** The ledger, or null with its faults: no JSON, not of the schema, or two entries of one note, as a merge may leave them. */
export function parseLedger(file: SourceFile): LedgerDocument {
  const { source, readable } = openSource(file, maxLedgerBytes, null);
  const value = readable ? readJson(source) : undefined;
  const lines: Record<string, number> = {};
  if (value !== undefined) {
    source.diagnostics.push(...validate("ledger", value, { values: {}, keys: {} }, file.path));
    findLines(source, lines);
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
    // `validate` has found it to be of the schema's type.
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
