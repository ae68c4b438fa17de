// Every node of a rich text, those of typed tables included, which hold theirs apart.
import type { Nodes } from "mdast";
import { rootOf, type Content } from "../../../model/content.ts";

/** A node where it stands. */
export interface FoundNode {
  node: Nodes;
  /** The type of its parent, if it is the only child. */
  onlyChildOf: Nodes["type"] | null;
}

/** All nodes, parents before their children, in reading order. */
export function nodesOf(content: Content): FoundNode[] {
  const found: FoundNode[] = [];
  const walk = (node: Nodes, onlyChildOf: Nodes["type"] | null): void => {
    found.push({ node, onlyChildOf });
    const children = childrenOf(node);
    for (const child of children) walk(child, children.length === 1 ? node.type : null);
  };
  walk(rootOf(content), null);
  return found;
}

function childrenOf(node: Nodes): Nodes[] {
  if (node.type === "typedTable") return [...node.caption, node.table];
  return "children" in node ? node.children : [];
}
