// Workflow commands of GitHub Actions: annotations on the lines of a pull request, without a token.
// Format and escapes: actions/toolkit, packages/core/src/command.ts; limits: actions/toolkit#734.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { joinWith, quote } from "../quote.ts";
import { groupBy, severities } from "./order.ts";
import { printable } from "./printable.ts";
import type { Report } from "./report.ts";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** Annotations that the host shows of one kind and step. */
const limit = 10;

/** Lines of further findings that an annotation names. */
const namedLines = 5;

/** Errors first; one annotation for each item (or file) and rule; where a kind has more than the host shows, its last place says how many. */
export const github: Report = (diagnostics, { prefix }) =>
  severities
    .flatMap((severity) =>
      annotate(
        severity,
        diagnostics.filter((each) => each.severity === severity),
        prefix,
      ),
    )
    .join("");

function annotate(severity: Severity, diagnostics: readonly Diagnostic[], prefix: string): string[] {
  const groups = groupBy(diagnostics, ({ path, itemId, ruleId }) => JSON.stringify([path, itemId, ruleId]));
  if (groups.length <= limit) return groups.map((group) => command(group, prefix));
  const shown = groups.slice(0, limit - 1);
  const rest = diagnostics.length - shown.flat().length;
  return [
    ...shown.map((group) => command(group, prefix)),
    `::${commands[severity]} title=certpress::${rest} more like this: the summary of this step lists them all, and where it has none, so does the command at a terminal\n`,
  ];
}

function command([first, ...others]: [Diagnostic, ...Diagnostic[]], prefix: string): string {
  const { severity, path, position, ruleId, message, note } = first;
  const { start, end } = position;
  const properties = Object.entries({
    file: prefix + path,
    line: start.line,
    endLine: end.line,
    // The host drops columns of a place that spans lines.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: ruleId,
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = [message, ...(note === undefined ? [] : [note]), ...sayOthers(first, others)].join("\n");
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
}

/** Lines of the findings that say the same, then those of the findings of the rule that say something else. */
function sayOthers(first: Diagnostic, others: readonly Diagnostic[]): string[] {
  const same = others.filter(({ message }) => message === first.message);
  const different = others.filter(({ message }) => message !== first.message);
  return [
    ...(same.length === 0 ? [] : [`The same on ${nameLines(same)}`]),
    ...(different.length === 0 ? [] : [`More of ${quote(first.ruleId)} on ${nameLines(different)}`]),
  ];
}

function nameLines(diagnostics: readonly Diagnostic[]): string {
  const lines = [...new Set(diagnostics.map(({ position }) => `${position.start.line}`))];
  const rest = lines.length - namedLines;
  const named = rest > 1 ? [...lines.slice(0, namedLines), `${rest} more`] : lines;
  return `${lines.length === 1 ? "line" : "lines"} ${joinWith(named, "and")}`;
}

/** The host decodes line ends; all other control characters are shown, not sent. */
function escapeData(text: string): string {
  return text
    .split(/(?<=[\r\n])|(?=[\r\n])/u)
    .map((part) => (/^[\r\n]+$/u.test(part) ? part : printable(part)))
    .join("")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
