// Findings → exit status.
import { countDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { plural } from "../quote.ts";
import type { Io } from "./io.ts";

/** 1 for an error or for more warnings than allowed (null allows any number), which is said; else 0. */
export function exitStatus(io: Io, diagnostics: readonly Diagnostic[], allowedWarnings: number | null): 0 | 1 {
  const { error, warning } = countDiagnostics(diagnostics);
  if (error > 0) return 1;
  if (allowedWarnings === null || warning <= allowedWarnings) return 0;
  io.err(`Found ${plural(warning, "warning")}, expected at most ${allowedWarnings}\n`);
  return 1;
}
