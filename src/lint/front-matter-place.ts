// Places in an item's file that its front matter's end tells: for rules that read no nodes.
import type { Position } from "../diagnostic.ts";
import type { Item } from "../model/bank.ts";
import { lineSpan, positionAt, sliceOf, type SourceText, type Span } from "../source-text.ts";

/** The line `---` that closes the front matter, as parse finds it; null in a text that has none. */
export function closingFenceOf(source: SourceText): { line: number; span: Span } | null {
  for (let line = 1; line < source.lineStarts.length; line++) {
    const span = lineSpan(source, line);
    if (/^---[ \t]*$/.test(sliceOf(source, span))) return { line, span };
  }
  return null;
}

/** The first line of an item's stem; its front matter where the text has none. */
export function stemPlaceOf({ position }: Item, source: SourceText): Position {
  const fence = closingFenceOf(source);
  for (let line = (fence?.line ?? source.lineStarts.length) + 1; line < source.lineStarts.length; line++) {
    const span = lineSpan(source, line);
    if (sliceOf(source, span).trim() !== "") return positionAt(source, span);
  }
  return position;
}
