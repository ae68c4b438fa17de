// Sources of one file of a guide, parsed as parse.ts would be called by the pipeline.
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { Document } from "../../src/model/document.ts";
import type { TableKind } from "../../src/model/table-kind.ts";
import { parse } from "../../src/parse/index.ts";

/** A kind as the grammar's examples use it. */
export const serviceKind: TableKind = {
  id: "service",
  title: "Services",
  description: "What services are for.",
  columns: [{ name: "Service" }, { name: "Use case" }, { name: "Scale", required: false }],
  key: "Service",
  prompt: "{Service}: what for?",
};

/** Parses a text at a path inside the guide's folder. */
export function parseText<K extends Document["kind"]>(
  kind: K,
  path: string,
  text: string | Uint8Array,
  tableKinds: readonly TableKind[] = [serviceKind],
): Extract<Document, { kind: K }> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const document = parse({ path: `content/x/${path}`, bytes }, { guideFolder: "content/x", tableKinds });
  if (document.kind !== kind) throw new Error(`${path} is ${document.kind}`);
  return document as Extract<Document, { kind: K }>;
}

/** A finding in one line: `ruleId line:column message`. */
export function show({ ruleId, position, message }: Diagnostic): string {
  return `${ruleId} ${position.start.line}:${position.start.column} ${message}`;
}

/** The text with the fixes of some diagnostics made, last edit first; none may overlap. */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.start - a.start || b.end - a.end);
  let fixed = text;
  for (const { start, end, text: replacement } of edits) fixed = fixed.slice(0, start) + replacement + fixed.slice(end);
  return fixed;
}

const frontMatter = (type: string): string =>
  `---\ntype: ${type}\ntask: "1.2"\ntopic: s3\ndifficulty: easy\ncognitive: apply\nverified: 2026-11-23\n---\n`;

const tail = "\n\n## Explanation\n\nBecause.\n\n## References\n\n- [Page](https://example.org/)\n";

/** An item with a stem, an answer and the two sections; the answer opens on line 11. */
export function itemOf(answer: string, type = "multiple-choice"): string {
  return `${frontMatter(type)}Which?\n\n${answer}${tail}`;
}

/** An item whose whole body is given. */
export function itemBodyOf(body: string, type = "multiple-choice"): string {
  return `${frontMatter(type)}${body}`;
}

/** A domain file with one topic; the body opens on line 13. */
export function topicOf(body: string): string {
  return `---\ndomain: D1\n---\n\n# Title\n\n## Section\n\nLead.\n\n### Topic\n\n${body}\n`;
}
