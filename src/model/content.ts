// Rich text in the model: mdast, never HTML. Publishers handle every node type that is named here.
import type { Node, Parent, RootContent, Root, Table, PhrasingContent } from "mdast";
import type {} from "mdast-util-math";

/** The five kinds of alert of the code hosts. */
export type AlertKind = "note" | "tip" | "important" | "warning" | "caution";

/** A callout: replaces the `blockquote` whose first line is `[!KIND]`, which is no longer among the children. */
export interface Alert extends Parent {
  type: "alert";
  kind: AlertKind;
  children: RootContent[];
}

/** A typed table in a domain file: replaces the `table` and, if there is one, the caption paragraph before it. */
export interface TypedTable extends Node {
  type: "typedTable";
  /** Id of the table kind: the file name in tables/ without its ending. */
  kind: string;
  /** The caption without its colon; empty if the table has none and is named by the nearest heading. */
  caption: PhrasingContent[];
  table: Table;
}

declare module "mdast" {
  interface RootContentMap {
    alert: Alert;
    typedTable: TypedTable;
  }
  interface BlockContentMap {
    alert: Alert;
    typedTable: TypedTable;
  }
}

/** One rich text with its visible text. */
export interface Content {
  nodes: RootContent[];
  /** Visible text: no markup, no comments, white space collapsed and trimmed. */
  text: string;
}

/** The content as a tree, for utilities that take a root. */
export function rootOf(content: Content): Root {
  return { type: "root", children: content.nodes };
}
