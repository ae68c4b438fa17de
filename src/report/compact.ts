// One line a diagnostic, ready for editors' problem matchers.
import type { Diagnostic } from "../diagnostic.ts";
import { printable } from "./printable.ts";
import type { Report } from "./report.ts";

/** `path:line:column: severity rule message` */
export const compact: Report = (diagnostics) =>
  diagnostics.map((diagnostic) => `${compactLine(diagnostic)}\n`).join("");

function compactLine({ path, position, severity, ruleId, message }: Diagnostic): string {
  return printable(`${path}:${position.start.line}:${position.start.column}: ${severity} ${ruleId} ${message}`);
}
