// The machine-readable report.
import { countDiagnostics } from "../diagnostic.ts";
import type { Report } from "./report.ts";

/** `{"diagnostics": [...], "counts": {...}}`, always, also with no diagnostic. */
export const json: Report = (diagnostics) =>
  `${JSON.stringify({ diagnostics, counts: countDiagnostics(diagnostics) }, null, 2)}\n`;
