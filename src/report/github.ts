// Workflow commands of GitHub Actions: annotations on the lines of a pull request, without a token.
// Format and escapes: actions/toolkit, packages/core/src/command.ts; limits: actions/toolkit#734.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { printable } from "./printable.ts";
import type { Report } from "./report.ts";

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };
const severities: Severity[] = ["error", "warning", "info"];

/** Annotations that the host shows of one kind and step. */
const limit = 10;

/** Errors first; where a kind has more than the host shows, its last place says how many more there are. */
export const github: Report = (diagnostics) =>
  severities
    .flatMap((severity) =>
      annotate(
        severity,
        diagnostics.filter((each) => each.severity === severity),
      ),
    )
    .join("");

function annotate(severity: Severity, diagnostics: readonly Diagnostic[]): string[] {
  if (diagnostics.length <= limit) return diagnostics.map(command);
  const shown = diagnostics.slice(0, limit - 1);
  const rest = diagnostics.length - shown.length;
  return [
    ...shown.map(command),
    `::${commands[severity]} title=certpress::${rest} more like this: run \`certpress lint\` to see them all\n`,
  ];
}

function command({ severity, path, position, ruleId, message, note }: Diagnostic): string {
  const properties = Object.entries({
    file: path,
    line: position.start.line,
    endLine: position.end.line,
    col: position.start.column,
    endColumn: position.end.column,
    title: ruleId,
  }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = note === undefined ? message : `${message}\n${note}`;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
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
