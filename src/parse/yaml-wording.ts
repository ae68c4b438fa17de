// The words of a YAML fault: what an author wrote, and what to write instead, at the line that is wrong.
import type { YAMLError } from "yaml";
import { quote } from "../quote.ts";

/** A fault in a YAML text with LF line ends; offsets of that text. */
export interface YamlFault {
  message: string;
  start: number;
  end: number;
  fix?: { safe: boolean; edits: { start: number; end: number; text: string }[] };
}

/** Words the library's faults; what follows from an earlier one is left out. */
export function wordYamlFaults(errors: readonly YAMLError[], text: string): YamlFault[] {
  const faults: YamlFault[] = [];
  const seen = new Set<number>();
  for (const error of errors) {
    // Two errors at one place are one mistake, and so is a key without a colon in whose value the library reads on.
    if (seen.has(error.pos[0])) continue;
    seen.add(error.pos[0]);
    faults.push(wordFault(error, text));
  }
  return faults;
}

/** A quoted scalar that reaches to the end of the text because its second quotation mark is missing. */
export function wordOpenQuote(offset: number, text: string): YamlFault {
  const { end } = lineAround(text, offset);
  const mark = text.charAt(offset);
  const raw = text.slice(offset, end).trimEnd();
  return {
    message: `Unexpected ${quote(raw)} without a second ${mark}, expected ${quote(raw + mark)}`,
    start: offset,
    end: offset + raw.length,
    fix: { safe: false, edits: [{ start: offset + raw.length, end: offset + raw.length, text: mark }] },
  };
}

function wordFault({ code, message, pos: [start, end] }: YAMLError, text: string): YamlFault {
  const line = lineAround(text, start);
  const shown = text.slice(line.start, line.end).trim();
  const from = line.end - text.slice(line.start, line.end).trimStart().length;
  const at = { start: from, end: from + shown.length };
  switch (code) {
    case "DUPLICATE_KEY":
      return { message: "Unexpected repeated key, expected each key once", start, end };
    case "MULTILINE_IMPLICIT_KEY":
    case "MISSING_CHAR":
      return wordKey(at, shown) ?? plain(message, start, end);
    case "BLOCK_AS_IMPLICIT_KEY":
      return (
        wordNested(line.end + 1, text) ?? {
          message: `Unexpected second colon in ${quote(shown)}, expected quotation marks around the value`,
          ...at,
        }
      );
    case "BAD_INDENT":
      return /^\s*(?:- )?[\w-]+:(?: |$)/u.test(text.slice(line.start, line.end)) && message.includes("same column")
        ? wordIndent(at, shown)
        : plain(message, start, end);
    case "TAB_AS_INDENT":
      return { message: "Unexpected tab as indentation, expected spaces", start, end };
    default:
      return plain(message, start, end);
  }
}

/** A library message without its position and its code frame. */
function plain(message: string, start: number, end: number): YamlFault {
  const line = (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
  return { message: `Unexpected YAML, expected well-formed YAML: ${line}`, start, end };
}

/** A line that wants to be `key: value`; null if it does not look like one. */
function wordKey(at: { start: number; end: number }, shown: string): YamlFault | null {
  const glued = /^(?<key>[\w-]{1,60}):(?=[^\s:/])/u.exec(shown);
  if (glued !== null) {
    const after = at.start + glued[0].length;
    return {
      message: `Unexpected ${quote(shown)}, expected a space after the colon`,
      ...at,
      fix: { safe: true, edits: [{ start: after, end: after, text: " " }] },
    };
  }
  const other = /^(?<key>[\w-]{1,60})(?<sign>[ \t]*(?:=>?|：)[ \t]*)(?=\S)/u.exec(shown);
  if (other?.groups !== undefined) {
    const { key = "", sign = "" } = other.groups;
    const after = at.start + key.length;
    return {
      message: `Unexpected ${quote(shown)}, expected ${quote(`${key}: ${shown.slice(key.length + sign.length)}`)}`,
      ...at,
      fix: { safe: true, edits: [{ start: after, end: after + sign.length, text: ": " }] },
    };
  }
  return /^[^:"'[\]{}]{1,200}$/u.test(shown)
    ? { message: `Unexpected ${quote(shown)} without a colon, expected \`key: value\``, ...at }
    : null;
}

/** A key on the next line that is indented below one with a value; null if there is none. */
function wordNested(start: number, text: string): YamlFault | null {
  const next = text.slice(start, lineAround(text, Math.min(start, text.length)).end);
  if (!/^ +[\w-]+:(?: |$)/u.test(next)) return null;
  const shown = next.trim();
  const from = start + (next.length - next.trimStart().length);
  return wordIndent({ start: from, end: from + shown.length }, shown);
}

function wordIndent(at: { start: number; end: number }, shown: string): YamlFault {
  return { message: `Unexpected indentation of ${quote(shown)}, expected the column of the key above it`, ...at };
}

function lineAround(text: string, offset: number): { start: number; end: number } {
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end < 0 ? text.length : end };
}
