// What makes a finding the same one tomorrow: its rule, its item and its text, never its line.
import { createHash } from "node:crypto";
import type { Diagnostic, Position } from "../diagnostic.ts";
import type { ReportContext } from "./report.ts";

/**
 * One hex SHA-256 for each diagnostic, in their order and all different. It survives shifted lines, a moved item and changes
 * elsewhere; of findings of one rule with equal text in one item, the n-th keeps the n-th. The diagnostics are all of a run.
 */
export function fingerprints(diagnostics: readonly Diagnostic[], { lines }: Pick<ReportContext, "lines">): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ ruleId, path, itemId, message, position }) => {
    const source = lines(path);
    // Without its source a finding is told from others by its message.
    const text = source === undefined ? message : matchedText(source, position);
    const key = JSON.stringify([ruleId, ownerOf(path, itemId), text]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash("sha256").update(`${key}${count}`).digest("hex");
  });
}

/** An item wherever it lies in its guide, content/<guide>; else the file. */
function ownerOf(path: string, itemId: string | undefined): string[] {
  return itemId === undefined ? [path] : [...path.split("/").slice(0, 2), itemId];
}

function matchedText(lines: readonly string[], { start, end }: Position): string {
  const matched = lines.slice(start.line - 1, end.line);
  return matched
    .map((line, index) =>
      line.slice(index === 0 ? start.column - 1 : 0, index === end.line - start.line ? end.column - 1 : undefined),
    )
    .join("\n");
}
