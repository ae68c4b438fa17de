// Where a rich text stands, without the checkbox before it and the rationale below it.
import type { Nodes } from "mdast";
import type { Position } from "../diagnostic.ts";
import type { Content } from "../model/content.ts";

/** From the first to the last character of some content; `otherwise` where its nodes have no place. */
export function placeOf({ nodes }: Content, otherwise: Position): Position {
  // A paragraph opens at its checkbox, the text in it behind that.
  const [first] = nodes.map((node) => startOf(node));
  const last = nodes.at(-1)?.position;
  if (first === undefined || last === undefined) return otherwise;
  const { line, column } = last.end;
  return { start: first, end: { line, column } };
}

function startOf(node: Nodes): Position["start"] | undefined {
  const [first] = node.type === "paragraph" ? node.children : [];
  const start = (first ?? node).position?.start;
  return start && { line: start.line, column: start.column };
}
