// Rich text → sanitized HTML, for every output that shows HTML. What is not on the allow-list does not come out.
import type { Element, ElementContent, Root as HtmlRoot, Text } from "hast";
import { sanitize, type Schema } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import type { Image, Link, Nodes, Paragraph, RootContent } from "mdast";
import type { InlineMath, Math } from "mdast-util-math";
import { defaultHandlers, toHast, type Handlers, type State } from "mdast-util-to-hast";
import type { Alert, AlertKind, Content, TypedTable } from "../../model/content.ts";
import { isOutbound } from "./link.ts";
import { asParagraph } from "./phrasing.ts";

/** What one output decides about its HTML. */
export interface HtmlOptions {
  /** Address of an image by its authored target. */
  image: (url: string) => string;
  /** Title printed above an alert; without it the kind stands in `data-alert` alone. */
  alertTitle?: (kind: AlertKind) => string;
  /** The last change to the tree before it is sanitized. */
  finish?: (tree: HtmlRoot) => void;
}

/** Elements and attributes that may come out; links have a scheme, and image addresses are made by the publishers. */
const schema: Schema = {
  tagNames:
    "a blockquote br caption code del div em h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong table tbody td th thead tr ul".split(
      " ",
    ),
  attributes: {
    a: ["href"],
    blockquote: [["dataAlert", "note", "tip", "important", "warning", "caution"]],
    code: [["className", /^language-[\w+#.-]+$/, "math-inline", "math-display"]],
    div: [
      ["className", "math", "table"],
      ["tabIndex", 0],
    ],
    img: ["alt", "src"],
    ol: ["start"],
    p: [["className", "alert-title"]],
    pre: [["tabIndex", 0]],
    span: [["className", "math"]],
    td: [["align", "center", "left", "right"]],
    th: [["align", "center", "left", "right"]],
  },
  ancestors: { caption: ["table"], tbody: ["table"], td: ["table"], th: ["table"], thead: ["table"], tr: ["table"] },
  protocols: { href: ["http", "https", "mailto"], src: ["data"] },
};

const element = (tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

/** Math in the form that renderers such as KaTeX look for. */
const inlineMath = (tex: string): Element =>
  element("code", [{ type: "text", value: tex }], { className: ["language-math", "math-inline"] });

const displayMath = (tex: string): Element =>
  element("pre", [element("code", [{ type: "text", value: tex }], { className: ["language-math", "math-display"] })]);

function handlersFor(options: HtmlOptions): Handlers {
  return {
    alert(state: State, node: Alert): Element {
      const title = options.alertTitle?.(node.kind);
      const head = title ? [element("p", [{ type: "text", value: title }], { className: ["alert-title"] })] : [];
      return element("blockquote", state.wrap([...head, ...state.all(node)], true), { dataAlert: node.kind });
    },
    typedTable(state: State, node: TypedTable): Element {
      const table = state.one(node.table, undefined);
      if (!table || Array.isArray(table) || table.type !== "element") throw new Error("A table is not one element");
      if (node.caption.length > 0)
        table.children.unshift(element("caption", state.all({ type: "paragraph", children: node.caption })));
      return table;
    },
    image: (_: State, node: Image): Element =>
      element("img", [], { src: options.image(node.url), alt: node.alt ?? "" }),
    link: (state: State, node: Link): Element | ElementContent[] =>
      isOutbound(node.url)
        ? defaultHandlers.link(state, { ...node, url: node.url.replace(/^[^:]*/, (scheme) => scheme.toLowerCase()) })
        : state.all(node),
    inlineMath: (_: State, node: InlineMath): Element => inlineMath(node.value),
    math: (_: State, node: Math): Element => displayMath(node.value),
    paragraph(state: State, node: Paragraph): Element {
      const [only, ...others] = node.children;
      // docs/format.md: `$$…$$` that is a paragraph of its own is display math.
      if (only?.type === "inlineMath" && others.length === 0) return displayMath(only.value);
      return element("p", state.all(node));
    },
  };
}

/** Text within a line as it comes out, which is most of what is written, without the cost of a conversion; null if there is more to it. */
function copyText(nodes: readonly RootContent[]): Text[] | null {
  const texts: Text[] = [];
  for (const node of nodes) {
    if (node.type !== "text" || /[\r\n]/.test(node.value)) return null;
    texts.push({ type: "text", value: node.value });
  }
  return texts;
}

/** The content as a tree: inline nodes alone if the content is inline, else blocks. */
function convert(nodes: RootContent[], options: HtmlOptions): HtmlRoot {
  const [only, ...others] = nodes;
  const isParagraph = only?.type === "paragraph" && others.length === 0;
  const texts = copyText(isParagraph ? only.children : nodes);
  if (texts !== null) return { type: "root", children: isParagraph ? [element("p", texts)] : texts };
  const inline = asParagraph(nodes)?.children;
  // Any parent of inline nodes would do, but in a paragraph math that stands alone is display math.
  const source: Nodes = inline ? { type: "heading", depth: 1, children: inline } : { type: "root", children: nodes };
  const made = toHast(source, { handlers: handlersFor(options) });
  return { type: "root", children: "children" in made ? made.children : [made] };
}

/** The content as a sanitized tree. */
function renderTree(nodes: RootContent[], options: HtmlOptions): HtmlRoot {
  const tree = convert(nodes, options);
  options.finish?.(tree);
  const clean = sanitize(tree, schema);
  if (clean.type !== "root") throw new Error("Sanitizing changed the kind of the tree");
  return clean;
}

/** A tree as text; what is not on the allow-list comes out too. */
export function printHtml(tree: HtmlRoot): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: true } });
}

/** The content as sanitized HTML; inline content comes without a paragraph around it. */
export function renderHtml({ nodes }: Content, options: HtmlOptions): string {
  return printHtml(renderTree(nodes, options));
}
