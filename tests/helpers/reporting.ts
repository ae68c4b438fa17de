// Diagnostics and text for tests of reports.
import fc from "fast-check";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { ReportContext } from "../../src/report/report.ts";
import { helpOn } from "../../src/rule-help.ts";

export const itemPath = "content/g/items/a.md";

/** An error on columns 5 to 10 of line 2 of one item. */
export function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ruleId: "choice-empty",
    severity: "error",
    message: "Unexpected empty choice, expected text",
    path: itemPath,
    position: { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
    itemId: "a",
    ...changes,
  };
}

/** What a report looks at, with the given sources by path. */
export function contextWith(sources: Readonly<Record<string, string>> = {}, prefix = ""): ReportContext {
  return {
    colour: false,
    helpOn,
    prefix,
    version: "1.2.3",
    lines: (path) => sources[path]?.split(/\r\n|\r|\n/u),
  };
}

/** From one column to another of one line. */
export const onLine = (line: number, start = 1, end = start): Diagnostic["position"] => ({
  start: { line, column: start },
  end: { line, column: end },
});

const special = fc.constantFrom(
  ..."`*_[]()<>|\\#@!:;,.%=&\"'{}~-+/ \t\r\n\0\u0007\u001B\u0085\u00A0\u200B\u2028\u202E\uFEFF\uFFFE\uD800",
  ..."%0A %25 :: ##[ ](x) &amp; <b> ]]> <!-- --> www.x.org https://x.org @someone #12 GH-3 a@b.org \\| ``` $$".split(
    " ",
  ),
);

/** Text that tries to break out of any format. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(special, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(""));

/** A path in the workspace that tries the same. */
export const hostilePath: fc.Arbitrary<string> = hostileText.map((text) => `content/g/items/${text}.md`);
