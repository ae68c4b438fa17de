// The words of a rich text with the place of every character in its file: for rules that point at a word or mend it.
import type { Position } from "../diagnostic.ts";
import type { Content } from "../model/content.ts";
import { literalsOf } from "../model/literals.ts";
import { positionAt, type SourceText, type Span } from "../source-text.ts";

/** Stands in prose for inline code, math and images, which are no words. */
export const nonWord = "\uFFFC";

/** Running text; blocks are parted by an empty line, lines of one block by a space. */
export interface Prose {
  text: string;
  /** Where the characters from `start` to before `end` stand in the file, mark-up between them included. */
  spanOf: (start: number, end: number) => Span;
  /** Whether no mark-up stands between these characters, so that an edit of their span keeps it whole. */
  isUnbroken: (start: number, end: number) => boolean;
}

/** The prose of some content: no code, math or images, in one linear walk. */
export function proseOf(content: Content, source: SourceText): Prose {
  const literals = literalsOf(content, source);
  const starts: number[] = [];
  let text = "";
  for (const { text: own, kind, opensBlock } of literals) {
    if (opensBlock && text !== "") text += blockEnd;
    starts.push(text.length);
    text += kind === "code" || kind === "image" ? nonWord : own.replaceAll("\n", " ");
  }
  const indexOf = (offset: number): number => findLast(starts, offset);
  const characterAt = (offset: number): Span => {
    const index = indexOf(offset);
    const literal = literals[index];
    if (literal === undefined) throw new Error(`No character of the prose has the index ${offset}`);
    const { kind, text: own, spanOf } = literal;
    const within = offset - (starts[index] ?? 0);
    return kind === "text" ? spanOf(within, within + 1) : spanOf(0, own.length);
  };
  return {
    text,
    spanOf: (start, end) => ({ start: characterAt(start).start, end: characterAt(Math.max(start, end - 1)).end }),
    isUnbroken: (start, end) => indexOf(start) === indexOf(Math.max(start, end - 1)),
  };
}

/** Where the characters from `start` to before `end` of some prose stand, as lines and columns. */
export function positionIn(prose: Prose, source: SourceText, start: number, end: number): Position {
  return positionAt(source, prose.spanOf(start, end));
}

const blockEnd = "\n\n";

/** The last index whose number is not above the given one, in ascending numbers. */
function findLast(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
