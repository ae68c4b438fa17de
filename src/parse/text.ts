// Visible text, and the ids that are made from it.
import { createHash } from "node:crypto";
import type { Nodes } from "mdast";
import { toString } from "mdast-util-to-string";
import { isInlineHost, isSilent } from "./markdown.ts";

/** What a reader sees of some nodes: no markup, no comments, white space collapsed and trimmed; blocks parted by a space. */
export function visibleText(nodes: readonly Nodes[]): string {
  return collapse(nodes.map((node) => textOf(node)).join(isInline(nodes) ? "" : " "));
}

/** White space and U+00A0 collapsed to single spaces and trimmed. */
export function collapse(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/g, " ").trim();
}

/** Eight hex digits of the SHA-256 of a visible text: the identity of a choice. */
export function textId(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 8);
}

const inlineTypes = new Set([
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "inlineMath",
  "break",
  "link",
  "image",
]);

const isInline = (nodes: readonly Nodes[]): boolean =>
  nodes.some(({ type }) => inlineTypes.has(type) || type === "linkReference" || type === "imageReference");

function textOf(node: Nodes): string {
  if (isSilent(node)) return "";
  if (node.type === "break") return " ";
  if (!("children" in node)) return toString(node);
  return node.children.map((child) => textOf(child)).join(isInlineHost(node) || isInline(node.children) ? "" : " ");
}
