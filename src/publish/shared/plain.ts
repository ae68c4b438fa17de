// Rich text → visible text, with a line for each block, for searching, speaking and comparing.
import type { Nodes, RootContent } from "mdast";
import { asParagraph } from "./phrasing.ts";

/** The words of inline nodes on one line; math as its TeX, images as their alternative text. */
function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === "break") return " ";
      if ("value" in node) return node.value;
      if ("alt" in node) return node.alt ?? "";
      return "children" in node ? wordsOf(node.children) : "";
    })
    .join("");
}

const lineOf = (nodes: readonly Nodes[]): string =>
  wordsOf(nodes)
    .replaceAll(/[\s\u00A0]+/g, " ")
    .trim();

function linesOf(node: Nodes): string[] {
  switch (node.type) {
    case "code":
    case "math":
      return node.value.split("\n");
    case "paragraph":
    case "heading":
    case "tableCell":
      return [lineOf(node.children)];
    case "tableRow":
      return [node.children.flatMap(linesOf).join("\t")];
    case "typedTable":
      return [...(node.caption.length > 0 ? [lineOf(node.caption)] : []), ...linesOf(node.table)];
    default:
      return "children" in node ? node.children.flatMap(linesOf) : [];
  }
}

/** The words that the content shows: one line a block or table row, without markup. */
export function renderPlain(nodes: readonly RootContent[]): string {
  const paragraph = asParagraph(nodes);
  return (paragraph ? [paragraph] : nodes).flatMap(linesOf).join("\n").trim();
}
