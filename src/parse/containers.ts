// Which part of a line belongs to the quotes and lists around a block: column arithmetic of CommonMark 5.1 and 5.2.
import type { Blockquote, ListItem, Parents, Root } from "mdast";
import { spanOf, walk } from "./markdown.ts";
import { lineAt, lineSpan, type Source } from "./source.ts";

/** A place in a line; the column counts from 0 with tab stops of 4, and may lie inside the tab at the offset. */
interface Cursor {
  offset: number;
  column: number;
}

interface Measure {
  /** From 0. */
  firstLine: number;
  /** Where the content begins on the first line. */
  content: Cursor;
  /** Columns that a later line of a list entry must be indented by, from the content of the container around it. */
  width: number;
}

/** The measures of every quote and list entry of a tree. */
export type Measures = ReadonlyMap<Blockquote | ListItem, Measure>;

/** What stands on a line behind the marks of its containers. */
export interface LineContent {
  /** False if the line lacks a mark or indentation of a container. */
  complete: boolean;
  /** Of the first character that is not blank. */
  offset: number;
  /** Of the end of the containers' part of the line; up to `offset` there are only blanks. */
  prefixEnd: number;
}

export function measureContainers(source: Source, root: Root): Measures {
  const measures = new Map<Blockquote | ListItem, Measure>();
  walk(root, ({ node, ancestors }) => {
    if (node.type !== "blockquote" && node.type !== "listItem") return;
    const { start } = spanOf(node, ...ancestors.toReversed());
    const firstLine = lineAt(source, start);
    const outer = containersOf(ancestors);
    const outerContent = cross(source, firstLine, outer, measures).cursor;
    const lineStart = source.lineStarts[firstLine] ?? 0;
    const cursor: Cursor = { offset: lineStart, column: 0 };
    while (cursor.offset < start) step(source, cursor);
    const marker =
      node.type === "blockquote"
        ? 1
        : (/^(?:[-*+]|\d{1,9}[.)])/.exec(source.text.slice(start, start + 10))?.[0].length ?? 1);
    for (let i = 0; i < marker; i++) step(source, cursor);
    const blanks = countBlanks(source, cursor);
    const empty = cursor.offset + blanks.length >= lineSpan(source, firstLine).end;
    if (node.type === "blockquote") skipColumns(source, cursor, Math.min(1, blanks.columns));
    else if (empty) cursor.column += 1;
    else skipColumns(source, cursor, blanks.columns > 4 ? 1 : blanks.columns);
    measures.set(node, { firstLine, content: cursor, width: cursor.column - outerContent.column });
  });
  return measures;
}

/** The quotes and list entries among some ancestors, the nearest last. */
export function containersOf(ancestors: readonly Parents[]): (Blockquote | ListItem)[] {
  return ancestors.filter(
    (node): node is Blockquote | ListItem => node.type === "blockquote" || node.type === "listItem",
  );
}

/** Reads a line, from 0, inside some containers. */
export function readLine(
  source: Source,
  line: number,
  containers: readonly (Blockquote | ListItem)[],
  measures: Measures,
): LineContent {
  const { cursor, complete } = cross(source, line, containers, measures);
  const blanks = countBlanks(source, cursor);
  return { complete, offset: cursor.offset + blanks.length, prefixEnd: cursor.offset };
}

/** Columns of indentation that put a line into a list entry, measured from the content around the list. */
export function entryWidth(entry: ListItem, measures: Measures): number {
  return measures.get(entry)?.width ?? 2;
}

function cross(
  source: Source,
  line: number,
  containers: readonly (Blockquote | ListItem)[],
  measures: Measures,
): { cursor: Cursor; complete: boolean } {
  let cursor: Cursor = { offset: source.lineStarts[line] ?? source.text.length, column: 0 };
  for (const container of containers) {
    const measure = measures.get(container);
    if (measure === undefined) continue;
    if (measure.firstLine === line) {
      cursor = { ...measure.content };
      continue;
    }
    const { columns } = countBlanks(source, cursor);
    if (container.type === "listItem") {
      if (columns < measure.width) return { cursor, complete: false };
      skipColumns(source, cursor, measure.width);
      continue;
    }
    const ahead = { ...cursor };
    skipColumns(source, ahead, Math.min(3, columns));
    if (source.text[ahead.offset] !== ">") return { cursor, complete: false };
    step(source, ahead);
    skipColumns(source, ahead, Math.min(1, countBlanks(source, ahead).columns));
    cursor = ahead;
  }
  return { cursor, complete: true };
}

function step(source: Source, cursor: Cursor): void {
  cursor.column = source.text[cursor.offset] === "\t" ? cursor.column + 4 - (cursor.column % 4) : cursor.column + 1;
  cursor.offset++;
}

function countBlanks(source: Source, cursor: Cursor): { length: number; columns: number } {
  const ahead = { ...cursor };
  while (source.text[ahead.offset] === " " || source.text[ahead.offset] === "\t") step(source, ahead);
  return { length: ahead.offset - cursor.offset, columns: ahead.column - cursor.column };
}

/** Moves over blanks; a tab that is wider than what is left is entered, not passed. */
function skipColumns(source: Source, cursor: Cursor, columns: number): void {
  const target = cursor.column + columns;
  while (cursor.column < target) {
    const ahead = { ...cursor };
    step(source, ahead);
    if (ahead.column > target) cursor.column = target;
    else Object.assign(cursor, ahead);
  }
}
