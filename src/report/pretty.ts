// For people at a terminal: one block a diagnostic with the lines it speaks of.
import pc from "picocolors";
import { countDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { plural } from "../quote.ts";
import { printable } from "./printable.ts";
import type { Report, ReportContext } from "./report.ts";
import { severityPaint } from "./severity-paint.ts";

/** Longest source line that a frame shows whole. */
const frameWidth = 160;

/** Diagnostics with code frames, then one line that counts them; nothing if there are none. */
export const pretty: Report = (diagnostics, context) => {
  if (diagnostics.length === 0) return "";
  const colours = pc.createColors(context.colour);
  const blocks = diagnostics.map((diagnostic) => block(diagnostic, context, colours));
  return `${blocks.join("\n")}\n${summary(diagnostics)}\n`;
};

type Colours = ReturnType<typeof pc.createColors>;

function block(diagnostic: Diagnostic, context: ReportContext, colours: Colours): string {
  const { path, position, severity, message, ruleId, note, related = [] } = diagnostic;
  const paint = severityPaint(colours, severity);
  const lines = [
    `${colours.bold(place(path, position.start))}  ${paint(severity)}  ${printable(message)}  ${colours.dim(ruleId)}`,
    ...frame(diagnostic, context, colours, paint),
  ];
  if (note !== undefined) lines.push(...note.split("\n").map((line) => `  ${printable(line)}`));
  for (const each of related)
    lines.push(`  ${colours.dim(place(each.path, each.position.start))} ${printable(each.message)}`);
  return `${lines.join("\n")}\n`;
}

function place(path: string, { line, column }: { line: number; column: number }): string {
  return printable(`${path}:${line}:${column}`);
}

function frame(
  { path, position: { start, end } }: Diagnostic,
  context: ReportContext,
  colours: Colours,
  paint: (text: string) => string,
): string[] {
  const source = context.lines(path)?.[start.line - 1];
  if (source === undefined || source === "" || source.length > frameWidth) return [];
  const last = end.line === start.line ? Math.min(end.column, source.length + 1) : source.length + 1;
  const gutter = `${start.line}`;
  const indent = source.slice(0, start.column - 1).replace(/[^\t]/gu, " ");
  return [
    colours.dim(`  ${gutter} | `) + printable(source.replaceAll("\t", "  ")),
    colours.dim(`  ${" ".repeat(gutter.length)} | `) +
      indent.replaceAll("\t", "  ") +
      paint("^".repeat(Math.max(1, last - start.column))),
  ];
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const counts = countDiagnostics(diagnostics);
  const parts = [plural(counts.error, "error"), plural(counts.warning, "warning")];
  if (counts.info > 0) parts.push(`${counts.info} info`);
  return parts.join(", ");
}
