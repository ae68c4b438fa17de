// Rationales that have lost their `>`: further text in every choice, which the exam booklet would print.
import type { Paragraph } from "mdast";
import type { Edit } from "../diagnostic.ts";
import type { Item } from "../model/bank.ts";
import type { Choice } from "../model/document.ts";
import { lineAt, lineSpan, sliceOf, spanAt, type SourceText, type Span } from "../source-text.ts";

/** What stands below the first text of one choice or step. */
export interface Unmarked {
  /** Its first line. */
  at: Span;
  /** What makes it a rationale. */
  edits: Edit[];
}

/**
 * The further text of each choice or step, if all have some that reads like a rationale: a second paragraph, a nested
 * entry, or a line that begins like a sentence. Empty if any has a rationale or none of this: then it is part of the choice.
 */
export function unmarkedRationalesOf(parts: readonly Choice[], { stem }: Item, source: SourceText): Unmarked[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || parts.some(({ rationale }) => rationale !== null)) return [];
  let width = narrowest;
  for (let line = (stem.nodes[0]?.position ?? first.position).start.line - 1; line < last.position.end.line; line++) {
    const { start, end } = lineSpan(source, line);
    width = Math.max(width, end - start);
  }
  const further: Further[] = [];
  for (const part of parts) {
    const found = furtherOf(part, width, source);
    if (found === null) return [];
    further.push(found);
  }
  // A line that breaks where the next word had no room is wrapped.
  if (2 * further.filter(({ wraps }) => wraps).length > further.length) return [];
  // `Box 1: …` above `Box 2: …` are parts of one choice.
  if (
    parts.every(({ content }, index) => opening(content.text) === opening(sliceOf(source, further[index]?.at ?? none)))
  )
    return [];
  return further.map(({ at, edits }) => ({ at, edits }));
}

/** Nobody wraps narrower: a text of short lines says nothing of its width. */
const narrowest = 60;

const none: Span = { start: 0, end: 0 };

const opening = (text: string): string => /^\S*/u.exec(text)?.[0].toLowerCase() ?? "";

interface Further extends Unmarked {
  wraps: boolean;
}

function furtherOf({ content, position }: Choice, width: number, source: SourceText): Further | null {
  const [first, ...rest] = content.nodes;
  if (first?.type !== "paragraph" || first.position === undefined) return null;
  const end = spanAt(source, position).end;
  const [next] = rest;
  if (next === undefined) {
    const found = brokenLine(first, width, source);
    return found && complete(found.start, found.wraps, found.removed);
  }
  // What a colon announces belongs to the choice, and so does code; several entries may be its parts.
  const isProse = rest.every(
    (node) =>
      node.type === "paragraph" || (node.type === "list" && node.ordered !== true && node.children.length === 1),
  );
  if (
    !isProse ||
    next.position === undefined ||
    sliceOf(source, spanAt(source, first.position)).trimEnd().endsWith(":")
  )
    return null;
  const { start } = spanAt(source, next.position);
  return /\p{L}\P{L}+\p{L}/u.test(source.text.slice(start, end)) ? complete(start, false, []) : null;

  function complete(from: number, wraps: boolean, removed: readonly Edit[]): Further {
    const lineEnd = lineSpan(source, lineAt(source, from)).end;
    const text = from + (/^[-*+][ \t]+/u.exec(source.text.slice(from, lineEnd))?.[0].length ?? 0);
    const indent = indentOf(spanAt(source, position).start, source);
    return {
      at: { start: text, end: lineEnd },
      wraps,
      edits: [...removed, ...quoteLines(source, text, end, indent)],
    };
  }
}

/** Columns to the content of a list entry. */
function indentOf(start: number, source: SourceText): number {
  const line = lineSpan(source, lineAt(source, start));
  const marker = /^(?:[-*+]|\d{1,9}[.)])/u.exec(source.text.slice(start, line.end))?.[0] ?? "";
  return start - line.start + marker.length + 1;
}

/** Edits that put `> ` before each line from a place to another, but the empty ones. */
function quoteLines(source: SourceText, from: number, to: number, indent: number): Edit[] {
  const edits: Edit[] = [];
  for (let line = lineAt(source, from); line <= lineAt(source, to); line++) {
    const span = lineSpan(source, line);
    const text = sliceOf(source, span);
    if (text.trim() === "") continue;
    const end = line === lineAt(source, from) ? from : span.start + (text.length - text.trimStart().length);
    edits.push({ start: span.start, end, text: `${" ".repeat(indent)}> ` });
  }
  return edits;
}

/** The line of a paragraph at which a rationale may begin: behind a break, or like a sentence; the first that is not wrapped. */
function brokenLine(
  paragraph: Paragraph,
  width: number,
  source: SourceText,
): { start: number; wraps: boolean; removed: Edit[] } | null {
  const span = spanAt(source, paragraph.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } });
  let wrapped: { start: number; wraps: boolean; removed: Edit[] } | null = null;
  for (let line = lineAt(source, span.start) + 1; line <= lineAt(source, span.end); line++) {
    const text = sliceOf(source, lineSpan(source, line));
    const start = lineSpan(source, line).start + (text.length - text.trimStart().length);
    const before = sliceOf(source, lineSpan(source, line - 1));
    const around = paragraph.children.find(({ position }) => {
      const at = position && spanAt(source, position);
      return at !== undefined && at.start < start - 1 && start <= at.end;
    });
    const isBroken = /(?:\\| {2})$/u.test(before);
    // A line inside of emphasis, a link or code is no line of its own.
    if (around !== undefined && around.type !== "text" && around.type !== "break") continue;
    if (!isBroken && !/^[\p{Lu}\p{Lo}]\S* /u.test(text.trimStart())) continue;
    const wraps = !isBroken && before.length + 1 + opening(text.trimStart()).length > width;
    const end = lineSpan(source, line - 1).end;
    const removed = before.endsWith("\\") ? [{ start: end - 1, end, text: "" }] : [];
    if (!wraps) return { start, wraps, removed };
    wrapped ??= { start, wraps, removed };
  }
  return wrapped;
}
