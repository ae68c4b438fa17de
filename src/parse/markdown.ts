// The one Markdown parser, and how to find one's way in its tree.
import type { Nodes, Parents, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified, type Processor } from "unified";
import type { Span } from "./source.ts";

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm)
  .use(remarkMath, { singleDollarTextMath: false })
  .freeze();

// Names of micromark's constructs of inline text: without them a parse finds blocks alone, and no hostile text is slow.
const inlineConstructs = [
  "attention",
  "autolink",
  "characterEscape",
  "characterReference",
  "codeText",
  "emailAutolink",
  "gfmFootnoteCall",
  "gfmPotentialFootnoteCall",
  "hardBreakEscape",
  "htmlText",
  "labelEnd",
  "labelStartImage",
  "labelStartLink",
  "mathText",
  "protocolAutolink",
  "strikethrough",
  "wwwAutolink",
];

const outliner = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ["yaml"])
  .use(remarkGfm)
  .use(remarkMath, { singleDollarTextMath: false })
  .use(function disableInline(this: Processor) {
    const data = this.data();
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: inlineConstructs } }];
  })
  .freeze();

/** The tree of a text that `checkBounds` passed. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/** The blocks of a text; all inline text is plain. */
export function parseBlocks(text: string): Root {
  return outliner.parse(text);
}

/** Where a node stands; `www.` links and their siblings may lack a position, for them it is the nearest ancestor's. */
export function spanOf(node: Nodes, ...ancestors: readonly Nodes[]): Span {
  for (const { position } of [node, ...ancestors]) {
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return { start: 0, end: 0 };
}

/** From the start of the first node to the end of the last. */
export function spanAcross(nodes: readonly Nodes[], fallback: Nodes): Span {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return spanOf(fallback);
  return { start: spanOf(first, fallback).start, end: spanOf(last, fallback).end };
}

/** A node with its ancestors, the nearest last. */
export interface Visit {
  node: Nodes;
  ancestors: readonly Parents[];
}

/** All nodes in source order; a visitor that returns false keeps the walk out of that node's children. */
export function walk(node: Nodes, visit: (visit: Visit) => boolean | void, ancestors: readonly Parents[] = []): void {
  if (visit({ node, ancestors }) === false || !("children" in node)) return;
  const inner = [...ancestors, node];
  for (const child of node.children) walk(child, visit, inner);
}

/** A block whose children are inline text. */
export type InlineHost = Extract<Nodes, { type: "paragraph" | "heading" | "tableCell" }>;

export function isInlineHost(node: Nodes): node is InlineHost {
  return node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
}

/** HTML that is wholly comment; a loop, because a pattern would try every way to part the comments. */
export function isComment(node: Nodes): boolean {
  if (node.type !== "html" || !node.value.trimStart().startsWith("<!--")) return false;
  let rest = node.value.trimStart();
  while (rest.startsWith("<!--")) {
    // CommonMark 6.6: `<!-->` and `<!--->` are comments too.
    const short = /^<!---?>/.exec(rest)?.[0].length;
    const end = short ?? rest.indexOf("-->", 4) + 3;
    if (end < 5) return false;
    rest = rest.slice(end).trimStart();
  }
  return rest === "";
}

/** A node that separates and prints nothing. */
export function isSilent(node: Nodes): boolean {
  return isComment(node) || node.type === "definition" || node.type === "yaml";
}

/** What an author calls a node. */
export function nameNode(node: Nodes): string {
  return names.get(node.type) ?? node.type;
}

const names = new Map<string, string>([
  ["blockquote", "quote"],
  ["code", "code"],
  ["html", "HTML"],
  ["listItem", "list entry"],
  ["math", "math"],
  ["paragraph", "paragraph"],
  ["thematicBreak", "line"],
]);
