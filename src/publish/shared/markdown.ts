// Rich text → Markdown that parsers of CommonMark with GFM, and the code hosts, read back as the same tree.
import type { Nodes, Parents } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { mathToMarkdown, type InlineMath } from "mdast-util-math";
import { defaultHandlers, toMarkdown, type Info, type Options, type State } from "mdast-util-to-markdown";
import { visit } from "unist-util-visit";
import { rootOf, type Alert, type Content, type TypedTable } from "../../model/content.ts";
import { isOutbound } from "./link.ts";

/** What one output decides about its Markdown. */
export interface MarkdownOptions {
  /** Address of an image by its authored target. */
  image: (url: string) => string;
}

const gfm: Options = gfmToMarkdown({ tablePipeAlign: false });
const math: Options = mathToMarkdown({ singleDollarTextMath: false });

const extensions: Options[] = [
  gfm,
  math,
  {
    bullet: "-",
    listItemIndent: "one",
    rule: "-",
    resourceLink: true,
    handlers: { alert: writeAlert, inlineMath: writeInlineMath, typedTable: writeTypedTable },
  },
];

function writeAlert(node: Alert, _parent: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter("blockquote");
  const tracker = state.createTracker(info);
  tracker.move("> ");
  tracker.shift(2);
  const body = state.containerFlow(node, tracker.current());
  exit();
  return `> [!${node.kind.toUpperCase()}]\n${state.indentLines(body, (line, _, blank) => (blank ? ">" : `> ${line}`))}`;
}

function writeTypedTable(node: TypedTable, _parent: Parents | undefined, state: State, info: Info): string {
  const table = state.handle(node.table, undefined, state, info);
  if (node.caption.length === 0) return table;
  return `${state.containerPhrasing({ type: "paragraph", children: node.caption }, info)}:\n\n${table}`;
}

/** In a cell a bare pipe ends the cell, in math too; the backslash is the table's, not the formula's (docs/format.md, section 3). */
function writeInlineMath(node: InlineMath, parent: Parents | undefined, state: State, info: Info): string {
  const value = state.stack.includes("tableCell") ? node.value.replaceAll(/(?<!\\)\|/g, "\\|") : node.value;
  const write = math.handlers?.inlineMath ?? defaultHandlers.inlineCode;
  return write({ ...node, value }, parent, state, info);
}

/** Replaces addresses of images and unwraps in-guide links, in place. */
function makePortable(tree: Nodes, options: MarkdownOptions): void {
  visit(tree, (node, index, parent) => {
    if (node.type === "image") node.url = options.image(node.url);
    if (node.type === "typedTable") {
      makePortable({ type: "paragraph", children: node.caption }, options);
      makePortable(node.table, options);
    }
    if (!parent || index === undefined) return undefined;
    if (node.type !== "link" || isOutbound(node.url)) return undefined;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

/** The content as Markdown without a final line break; `$$` is math, alerts are `> [!KIND]`. */
export function renderMarkdown(content: Content, options: MarkdownOptions): string {
  const tree = structuredClone(rootOf(content));
  makePortable(tree, options);
  return toMarkdown(tree, { extensions }).trimEnd();
}
