// mdast blocks → blocks of the document: one function a node type, so that a new syntax is a compile error here.
import type { Heading, List, ListItem, PhrasingContent, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { placeOf } from "./anchors.ts";
import { alertBlock, alertPair, codeBlock, mathBlock, quoteBlock } from "./boxes.ts";
import { imageBlock } from "./image.ts";
import { inlineRuns } from "./inline.ts";
import { widthOfRun } from "./math.ts";
import type { Block, Inline, ListNode, Margin, TextStyle } from "./node.ts";
import { partAtFigures } from "./picture.ts";
import type { Setting } from "./setting.ts";
import { plainTable, typedTable } from "./table.ts";

type BlockType = Exclude<RootContent["type"], PhrasingContent["type"]>;
type Handlers = {
  [Type in BlockType]: (node: Extract<RootContent, { type: Type }>, setting: Setting) => Block[];
};

const handlers: Handlers = {
  paragraph(node, setting) {
    const [only, ...others] = node.children;
    // Math that is a paragraph of its own is display math, whether or not its fences stand on lines of their own.
    if (only?.type === "inlineMath" && others.length === 0) return [mathBlock(only.value, setting)];
    return paragraph(node.children, setting);
  },
  heading: (node, setting) => [heading(node, setting)],
  list: (node, setting) => [list(node, setting)],
  // Entries are laid out by their list, rows and cells by their table.
  listItem: (node, setting) => blocks(node.children, setting),
  tableRow: () => [],
  tableCell: (node, setting) => paragraph(node.children, setting),
  table: (node, setting) => [plainTable(node, setting)],
  typedTable: (node, setting) => [typedTable(node, setting)],
  alert: (node, setting) => [alertBlock(node, setting)],
  blockquote: (node, setting) => [quoteBlock(node.children, setting)],
  code: (node, setting) => [codeBlock(node.value, setting)],
  math: (node, setting) => [mathBlock(node.value, setting)],
  thematicBreak: (_node, { theme, width }) => [
    {
      canvas: [{ type: "line", x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: theme.colors.rule }],
      margin: [0, 5, 0, 7],
    },
  ],
  // Silent: a definition's target is printed where it is used; front matter is data; footnotes are reported by parse.
  definition: () => [],
  yaml: () => [],
  footnoteDefinition: () => [],
};

/** Space below a paragraph, in points. */
const paragraphGap = 4.5;

/** Rich text as blocks; phrasing that stands by itself becomes a paragraph. */
export function blocks(nodes: readonly RootContent[], setting: Setting): Block[] {
  const result: Block[] = [];
  let phrasing: PhrasingContent[] = [];
  const flush = (): void => {
    if (phrasing.length > 0) result.push(...paragraph(phrasing, setting));
    phrasing = [];
  };
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const next = nodes[index + 1];
    if (!node) break;
    if (isPhrasing(node)) {
      phrasing.push(node);
      continue;
    }
    flush();
    if (node.type === "heading" && next && !isPhrasing(next)) {
      const kept = keptWithHeading(nodes, index + 1);
      result.push({ stack: [node, ...kept].flatMap((block) => renderBlock(block, setting)), together: true });
      index += kept.length;
    } else if (node.type === "alert" && next?.type === "alert" && setting.width > 380) {
      result.push(alertPair(node, next, setting));
      index++;
    } else result.push(...renderBlock(node, setting));
  }
  flush();
  return result;
}

type BlockNode = Extract<RootContent, { type: BlockType }>;

/** What stays on a heading's page: the block below it, and a table that this one introduces. */
function keptWithHeading(nodes: readonly RootContent[], from: number): BlockNode[] {
  const [first, second] = [nodes[from], nodes[from + 1]];
  if (!first || isPhrasing(first)) return [];
  const introduces = first.type === "paragraph" && (second?.type === "table" || second?.type === "typedTable");
  return introduces ? [first, second] : [first];
}

function renderBlock(node: BlockNode, setting: Setting): Block[] {
  // The handler that is looked up by the node's own type takes that type, which the compiler cannot follow.
  const handle = handlers[node.type] as (node: RootContent, setting: Setting) => Block[];
  return handle(node, setting);
}

const isPhrasing = (node: RootContent): node is PhrasingContent => !(node.type in handlers);

/** A paragraph; images in it that are no icons become blocks of their own, and so do all if there is no text. */
export function paragraph(nodes: readonly PhrasingContent[], setting: Setting, style: TextStyle = {}): Block[] {
  const result: Block[] = [];
  let rest: PhrasingContent[] = [];
  const flush = (): void => {
    const text = inlineRuns(rest, style, setting);
    if (text.some((run) => !("text" in run) || run.text.trim() !== "")) result.push(textBlock(text, setting));
    rest = [];
  };
  for (const part of partAtFigures(nodes, setting)) {
    if ("figure" in part) {
      flush();
      result.push(imageBlock(part.figure, setting));
    } else rest.push(part);
  }
  flush();
  return result;
}

/** A paragraph of given runs. */
function textBlock(text: Inline[], setting: Setting, margin: Margin = [0, 0, 0, paragraphGap]): Block {
  return { text, fontSize: setting.size, lineHeight: setting.theme.lineHeight, margin };
}

function heading(node: Heading, setting: Setting): Block {
  const { depth, children } = node;
  const { section, subheading } = setting.theme.sizes;
  const id = setting.links.headings.get(placeOf(setting.path, node));
  const place = id === undefined ? {} : { id, outline: { level: Math.max(depth, 2), title: toString(node) } };
  const style = { font: "heading", color: setting.accent.strong } as const;
  const text = inlineRuns(children, style, { ...setting, size: depth <= 2 ? section : subheading });
  if (depth <= 2) return { text, role: "H2", fontSize: section, lineHeight: 0.95, margin: [0, 12, 0, 5], ...place };
  return { text, role: `H${depth}`, fontSize: subheading, lineHeight: 1, margin: [0, 5, 0, 3], ...place };
}

/** Shortest list that is set in two columns. */
const columnsFrom = 4;
const columnGap = 18;

function list(node: List, setting: Setting): Block {
  const isBullets = node.ordered !== true;
  const wide = setting.width > 380 && isBullets && node.children.length >= columnsFrom;
  if (!wide || !node.children.every((item) => item.children.length === 1))
    return listBlock(node, node.children, setting);
  const inner = { ...setting, width: (setting.width - columnGap) / 2 };
  const cut = balance(node.children.map((item) => itemHeight(item, inner)));
  return {
    columns: [
      { ...listBlock(node, node.children.slice(0, cut), inner), width: inner.width },
      { ...listBlock(node, node.children.slice(cut), inner), width: inner.width, continues: true },
    ],
    columnGap,
    balance: true,
  };
}

function listBlock(node: List, items: readonly ListItem[], setting: Setting): ListNode {
  const inner = { ...setting, width: setting.width - 12 };
  const entries = items.map((item) => listEntry(item, inner));
  const common = { markerColor: setting.accent.strong, margin: [0, 0, 0, 2] satisfies Margin };
  if (node.ordered !== true) return { ul: entries, ...common };
  return { ol: entries, start: node.start ?? 1, ...common };
}

function listEntry(item: ListItem, setting: Setting): Block {
  const start = item.position?.start;
  const fact = start && setting.facts.get(`${start.line}:${start.column}`);
  const stack = blocks(item.children, setting);
  const [first] = stack;
  const last = stack.at(-1);
  if (last && "text" in last) last.margin = [0, 0, 0, 2.5];
  // A fact opens with its lead, which is text.
  if (fact !== undefined && first && "text" in first) first.id = fact;
  return { stack, ...(fact === undefined ? {} : { places: "facts" as const }) };
}

/** Estimated height of an entry, in lines and the gap below. */
function itemHeight(item: ListItem, setting: Setting): number {
  const text = inlineRuns(
    item.children.flatMap((child) => (child.type === "paragraph" ? child.children : [])),
    {},
    setting,
  );
  const width = text.reduce((sum, run) => ("text" in run ? sum + widthOfRun(run, run.text, setting) : sum), 0);
  return Math.ceil((width * 1.04) / (setting.width - 12)) + 0.3;
}

/** Number of entries in the first of two columns, so that the taller column is as short as it can be. */
export function balance(heights: readonly number[]): number {
  const total = heights.reduce((sum, height) => sum + height, 0);
  let best = { cut: heights.length, height: total };
  let left = 0;
  heights.forEach((height, index) => {
    left += height;
    const taller = Math.max(left, total - left);
    if (taller < best.height) best = { cut: index + 1, height: taller };
  });
  return best.cut;
}
