// The text of one file with its line ends known: places as offsets and as lines and columns, each from the other.
import type { Point, Position } from "./diagnostic.ts";

/** From the first character to just behind the last, as offsets in UTF-16 units of the text without its byte-order mark. */
export interface Span {
  start: number;
  end: number;
}

/** A file's text without its byte-order mark. */
export interface SourceText {
  path: string;
  text: string;
  /** Offset of the first character of each line; line ends are LF, CRLF and CR (CommonMark 2.1). */
  lineStarts: readonly number[];
}

/** A text whose lines are found once. */
export function createSourceText(path: string, text: string): SourceText {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) lineStarts.push(match.index + match[0].length);
  return { path, text, lineStarts };
}

/** Bytes as text; what is not UTF-8 becomes U+FFFD, and a byte-order mark is dropped. */
export function decodeSourceText(path: string, bytes: Uint8Array): SourceText {
  return createSourceText(path, new TextDecoder("utf-8").decode(bytes));
}

/** The texts of some files by path, each decoded when it is first asked for. Throws for a path that is none of theirs. */
export function createSources(files: readonly { path: string; bytes: Uint8Array }[]): (path: string) => SourceText {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const decoded = new Map<string, SourceText>();
  return (path) => {
    const known = decoded.get(path);
    if (known !== undefined) return known;
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`${path} is no file of the guide`);
    const text = decodeSourceText(path, file.bytes);
    decoded.set(path, text);
    return text;
  };
}

/** The line that an offset stands in, from 0. */
export function lineAt({ lineStarts }: SourceText, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A line without its line end; `line` counts from 0. */
export function lineSpan({ text, lineStarts }: SourceText, line: number): Span {
  const start = lineStarts[line] ?? text.length;
  let end = lineStarts[line + 1] ?? text.length;
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** The line end that fixes insert: the first of the text, or LF where it has none. */
export function lineEndOf(source: SourceText): string {
  return source.text.slice(lineSpan(source, 0).end, source.lineStarts[1] ?? source.text.length) || "\n";
}

function pointAt(source: SourceText, offset: number): Point {
  const line = lineAt(source, offset);
  return { line: line + 1, column: offset - (source.lineStarts[line] ?? 0) + 1 };
}

/** A span as lines and columns. */
export function positionAt(source: SourceText, span: Span): Position {
  return { start: pointAt(source, span.start), end: pointAt(source, span.end) };
}

/** A position as offsets: the inverse of `positionAt`. */
export function spanAt({ text, lineStarts }: SourceText, { start, end }: Position): Span {
  const offset = ({ line, column }: Point): number =>
    Math.min((lineStarts[line - 1] ?? text.length) + column - 1, text.length);
  return { start: offset(start), end: offset(end) };
}

export function sliceOf({ text }: SourceText, { start, end }: Span): string {
  return text.slice(start, end);
}
