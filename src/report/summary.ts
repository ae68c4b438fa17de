// The summary of a GitHub Actions step: all findings as a Markdown page. Authored text in it is code or plain words, never mark-up.
import { countDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { errorsFirst } from "./order.ts";
import { printable } from "./printable.ts";
import type { ChangedNumber } from "../what-changed.ts";
import type { ReportContext } from "./report.ts";

/** Bytes of UTF-8; the host refuses a summary above 1,048,576 as a whole. */
const mostBytes = 900_000;

/** Counts, what changed, and a table of the findings, errors first; what does not fit is counted at the end. */
export function stepSummary(
  diagnostics: readonly Diagnostic[],
  { prefix }: Pick<ReportContext, "prefix">,
  changes: readonly ChangedNumber[] = [],
): string {
  const head = `## certpress\n\n${countsText(diagnostics)}\n${changesTable(changes)}`;
  if (diagnostics.length === 0) return head;
  const rows: string[] = [];
  let bytes = Buffer.byteLength(head);
  for (const diagnostic of errorsFirst(diagnostics)) {
    const row = findingRow(diagnostic, prefix);
    bytes += Buffer.byteLength(row);
    if (bytes > mostBytes) break;
    rows.push(row);
  }
  const rest = diagnostics.length - rows.length;
  const more = rest === 0 ? "" : `\n${rest} more: run the command at a terminal to see them all.\n`;
  return `${head}\n| severity | place | finding | rule |\n| --- | --- | --- | --- |\n${rows.join("")}${more}\n\`certpress explain RULE\` says why a rule is there, and how to suppress it.\n`;
}

function countsText(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return "No findings.";
  const { error, warning, info } = countDiagnostics(diagnostics);
  return `**${error}** ${error === 1 ? "error" : "errors"}, **${warning}** ${warning === 1 ? "warning" : "warnings"}, **${info}** info`;
}

function changesTable(changes: readonly ChangedNumber[]): string {
  if (changes.length === 0) return "";
  const rows = changes.map(
    ({ label, before, after, target = "" }) => `| ${[label, before, after, target].map(cell).join(" | ")} |\n`,
  );
  return `\n### What changed\n\n| | before | after | target |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function findingRow({ severity, path, position, message, ruleId }: Diagnostic, prefix: string): string {
  const place = `${prefix}${path}:${position.start.line}:${position.start.column}`;
  return `| ${severity} | ${code(place)} | ${cell(message)} | ${code(ruleId)} |\n`;
}

/** Words with nothing that Markdown, HTML or the host (mentions, issue numbers, commits, addresses, emoji) could act on. */
const plainWords = /^(?:(?!\b[0-9a-f]{7})[\p{L}\p{N} ,;'"’“”–…%()?]|[.:](?= |$)|(?<=\p{L})-(?=\p{L}))*$/u;

/** A quoted text with its fence and what is in it. */
const quoted = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/;
const piece = new RegExp(`(?:${quoted.source}|[^ ])+`, "g");

/** One line in a table: text between backticks as code, plain words as they are, and anything else between blanks as code. */
function cell(text: string): string {
  return printable(text).replaceAll(piece, (each) => {
    const parts = each.split(quoted);
    if (!parts.every((part, index) => index % 3 > 0 || plainWords.test(part))) return code(each);
    return parts.map((part, index) => [part, "", code(part.replace(/^ (.*) $/, "$1"))][index % 3] ?? "").join("");
  });
}

/** A code span (CommonMark 6.1) in a table row (GFM 4.10); a backslash in front of a pipe is doubled, or it would end the cell. */
function code(text: string): string {
  const line = printable(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = /^[` ]|[` ]$/.test(line) ? " " : "";
  const escaped = line.replaceAll(
    /(\\*)\|/g,
    (_, slashes: string) => `${slashes}${slashes.length % 2 === 1 ? "\\" : ""}\\|`,
  );
  return `${fence}${padding}${escaped}${padding}${fence}`;
}
