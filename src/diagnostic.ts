// What every stage reports to the author. Plain JSON: it crosses workers, caches and reports unchanged.

/** `error` blocks publishing; `warning` and `info` do not. */
export type Severity = "error" | "warning" | "info";

/** A place between two characters: 1-based line and column in UTF-16 units, a byte-order mark not counted. */
export interface Point {
  line: number;
  column: number;
}

/** From the first character to just behind the last. */
export interface Position {
  start: Point;
  end: Point;
}

/** A second place that a diagnostic speaks of, such as the first use of a repeated id. */
export interface Related {
  message: string;
  path: string;
  position: Position;
}

/** One replacement; offsets in UTF-16 units of the text without its byte-order mark. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A mend that a program can make; `safe` if it cannot change what the author meant. */
export interface Fix {
  safe: boolean;
  edits: Edit[];
}

/** One finding, in the form that reports print and `lint --format json` shows. */
export interface Diagnostic {
  /** `<subject>-<fault>`; never reused. */
  ruleId: string;
  severity: Severity;
  /** "Unexpected X, expected Y": one line, no full stop, the author's text in backticks. */
  message: string;
  /** Relative to the workspace root, with forward slashes. */
  path: string;
  /** 1:1 if it concerns the whole file. */
  position: Position;
  itemId?: string;
  /** Reasoning or advice that does not fit the message. */
  note?: string;
  related?: Related[];
  fix?: Fix;
  /** Of a finding about the whole bank: how far it is from sound, so that a change can be seen to make it worse. Larger is worse. */
  excess?: number;
  /** Where the rule is documented. */
  url?: string;
}

/** The position of a diagnostic that concerns a whole file. */
export const wholeFile: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By path, then place, then severity, then rule: the order of every report, whatever order the stages ran in. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.position.start.line - b.position.start.line ||
      a.position.start.column - b.position.start.column ||
      rank[a.severity] - rank[b.severity] ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.message, b.message),
  );
}

/** Number of diagnostics of each severity. */
export type DiagnosticCounts = Record<Severity, number>;

export function countDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticCounts {
  const counts: DiagnosticCounts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
