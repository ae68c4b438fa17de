// What a report is: diagnostics in, one string out; printing is the command line's.
import type { Diagnostic } from "../diagnostic.ts";

/** What a report may look at besides the diagnostics. */
export interface ReportContext {
  /** Lines of a source without its byte-order mark; undefined if it was not read. Called for each diagnostic, so it is quick. */
  lines: (path: string) => readonly string[] | undefined;
  /** Whether the reader's terminal shows colours. */
  colour: boolean;
}

/** Renders sorted diagnostics; an empty string prints nothing. */
export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;
