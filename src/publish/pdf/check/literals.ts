// The texts of a rich text, each with the place of every character in its file.
import type { Nodes } from "mdast";
import type { Point, Position } from "../../../diagnostic.ts";
import type { Content } from "../../../model/content.ts";

/** One text as it is printed. */
export interface Literal {
  text: string;
  /** Whether it is set in the code font. */
  code: boolean;
  /** Place of the character that starts at this offset. */
  place: (offset: number) => Position;
}

/** All texts in reading order; captions of images are texts too. */
export function* literalsOf(content: Content): Iterable<Literal> {
  for (const node of content.nodes) yield* literals(node, startOf(node));
}

const origin: Point = { line: 1, column: 1 };
const startOf = (node: Nodes): Point => node.position?.start ?? origin;

/** `block` is the start of the nearest block: its further lines start in the same column. */
function* literals(node: Nodes, block: Point): Iterable<Literal> {
  const start = startOf(node);
  switch (node.type) {
    case "text":
      yield literal(node.value, false, start, block.column);
      return;
    case "inlineCode":
    case "inlineMath":
      yield literal(node.value, true, after(start, fenceLength(node)), block.column);
      return;
    case "code":
    case "math":
      yield literal(node.value, true, { line: start.line + 1, column: start.column }, start.column);
      return;
    case "image":
      yield literal(node.title ?? node.alt ?? "", false, after(start, 2), block.column);
      return;
    case "typedTable":
      for (const child of node.caption) yield* literals(child, start);
      yield* literals(node.table, startOf(node.table));
      return;
    default:
      break;
  }
  if (!("children" in node)) return;
  const isBlock = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
  for (const child of node.children) yield* literals(child, isBlock ? start : block);
}

const after = ({ line, column }: Point, length: number): Point => ({ line, column: column + length });

/** Length of the opening fence: half of what the node is longer than its value. */
function fenceLength({ value, position }: Extract<Nodes, { type: "inlineCode" | "inlineMath" }>): number {
  if (!position || position.start.line !== position.end.line) return 1;
  return Math.max(1, Math.floor((position.end.column - position.start.column - value.length) / 2));
}

function literal(text: string, code: boolean, start: Point, nextColumn: number): Literal {
  return {
    text,
    code,
    place(offset) {
      const lines = text.slice(0, offset).split("\n");
      const column = (lines.length === 1 ? start.column : nextColumn) + (lines.at(-1)?.length ?? 0);
      const point = { line: start.line + lines.length - 1, column };
      return { start: point, end: after(point, (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1) };
    },
  };
}
