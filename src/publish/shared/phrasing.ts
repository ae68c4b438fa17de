// Some rich texts are blocks and some, such as table cells and leads, are what stands inside one.
import type { Paragraph, PhrasingContent, RootContent } from "mdast";

const phrasingTypes: ReadonlySet<string> = new Set<PhrasingContent["type"]>([
  "break",
  "delete",
  "emphasis",
  "image",
  "inlineCode",
  "inlineMath",
  "link",
  "strong",
  "text",
]);

function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasingTypes.has(node.type);
}

/** The nodes as the children of one paragraph if they are inline; null if any is a block. */
export function asParagraph(nodes: readonly RootContent[]): Paragraph | null {
  return nodes.length > 0 && nodes.every(isPhrasing) ? { type: "paragraph", children: [...nodes] } : null;
}
