// What a report is: diagnostics in, one string out; printing is the command line's.
import type { Diagnostic } from "../diagnostic.ts";
import type { RuleHelp } from "../rule-help.ts";

/** What a report may look at besides the diagnostics. */
export interface ReportContext {
  /** Lines of a source without its byte-order mark; undefined if it was not read. Called for each diagnostic, so it is quick. */
  lines: (path: string) => readonly string[] | undefined;
  /** Whether the reader's terminal shows colours. */
  colour: boolean;
  /** Help on a rule or fault; null for an id that neither has. */
  helpOn: (ruleId: string) => RuleHelp | null;
  /** From the repository's root to the workspace's, ending in a slash; empty if they are one or there is no repository. Hosts want their paths so. */
  prefix: string;
  /** Of certpress itself. */
  version: string;
}

/** Renders sorted diagnostics; an empty string prints nothing. */
export type Report = (diagnostics: readonly Diagnostic[], context: ReportContext) => string;
