// All texts of a rich text in reading order, each with the place of every character in its file.
import type { Image, Nodes } from "mdast";
import { lineAt, spanAt, type SourceText, type Span } from "../source-text.ts";
import { align, alignLines, type Alignment } from "./align.ts";
import type { Content } from "./content.ts";

/** One text as it is shown. */
export interface Literal {
  text: string;
  /** `code` is set in the code font, math included; `image` is a caption; `break` is a line feed that ends a line. */
  kind: "text" | "code" | "image" | "break";
  /** Whether a block begins with it, such as a paragraph or a cell; what follows in the same block is glued to it. */
  opensBlock: boolean;
  /** Where the characters from `start` to before `end` stand, mark-up between them included; 0 to 0 if nobody knows. */
  spanOf: (start: number, end: number) => Span;
}

/** The texts of some content, which stands in the given file. Places are found when they are first asked for. */
export function literalsOf({ nodes }: Content, source: SourceText): Literal[] {
  const walk: Walk = { source, literals: [], opensBlock: true };
  collectAll(walk, nodes, null, false);
  return walk.literals;
}

interface Walk {
  source: SourceText;
  literals: Literal[];
  /** Whether the next literal opens a block. */
  opensBlock: boolean;
}

/** Collects siblings inside a span, null if it is unknown. Where one has no position, as of some addresses, it stands between its neighbours. */
function collectAll(walk: Walk, nodes: readonly Nodes[], within: Span | null, isVerbatim: boolean): void {
  const { source, literals } = walk;
  const spans = nodes.map(({ position }) => (position === undefined ? null : spanAt(source, position)));
  // The end of each node's room: found from behind, so that many nodes take linear time.
  const ends: number[] = [];
  let end = within?.end ?? source.text.length;
  for (const span of spans.toReversed()) {
    ends.push(end);
    end = span?.start ?? end;
  }
  let before = within?.start ?? null;
  for (const [index, node] of nodes.entries()) {
    const room = before === null ? null : { start: before, end: ends.at(-index - 1) ?? before };
    const span = spans[index] ?? room;
    const first = literals.length;
    collect(walk, node, span, isVerbatim);
    const last = literals.at(-1);
    if (spans[index] != null) before = spans[index].end;
    else if (span !== null && last !== undefined && literals.length > first)
      before = last.spanOf(0, last.text.length).end;
  }
}

function collect(walk: Walk, node: Nodes, span: Span | null, isVerbatim: boolean): void {
  const { source } = walk;
  const isBlock = blocks.has(node.type);
  walk.opensBlock ||= isBlock;
  switch (node.type) {
    case "text":
      add(walk, "text", node.value, span, (at) => align(node.value, source, at, isVerbatim ? "verbatim" : "marked"));
      break;
    case "break":
      add(walk, "break", "\n", span, () => []);
      break;
    case "inlineCode":
    case "inlineMath":
      add(walk, "code", node.value, span, (at) => align(node.value, source, inside(source, at), "verbatim"));
      break;
    case "code":
    case "math":
      add(walk, "code", node.value, span, (at) => alignLines(node.value, source, firstLineOf(source, at)));
      break;
    case "image": {
      const caption = node.title ?? node.alt ?? "";
      add(walk, "image", caption, span, (at) => align(caption, source, captionOf(source, at, node), "marked"));
      break;
    }
    case "typedTable":
      collectAll(walk, node.caption, null, false);
      collect(walk, node.table, span, false);
      break;
    default:
      // A link that does not open with a bracket shows its own address, in which nothing is escaped.
      if ("children" in node)
        collectAll(
          walk,
          node.children,
          span,
          node.type === "link" && node.position !== undefined && source.text[span?.start ?? 0] !== "[",
        );
  }
  walk.opensBlock ||= isBlock;
}

const blocks: ReadonlySet<string> = new Set(["code", "heading", "math", "paragraph", "tableCell", "typedTable"]);

function add(
  walk: Walk,
  kind: Literal["kind"],
  text: string,
  whole: Span | null,
  find: (whole: Span) => Alignment,
): void {
  if (text === "") return;
  let alignment: Alignment | undefined;
  const spanOf = (start: number, end: number): Span => {
    if (whole === null) return { start: 0, end: 0 };
    alignment ??= find(whole);
    const first = alignment[start];
    const last = alignment[Math.max(start, end - 1)];
    return first === undefined || last === undefined ? whole : { start: first.start, end: last.end };
  };
  walk.literals.push({ text, kind, opensBlock: walk.opensBlock, spanOf });
  walk.opensBlock = false;
}

/** The value of inline code or math between its fences, without the padding that belongs to them (CommonMark 6.1). */
function inside({ text }: SourceText, { start, end }: Span): Span {
  let width = 1;
  while (start + width < end && text[start + width] === text[start]) width++;
  const inner = { start: start + width, end: Math.max(start + width, end - width) };
  const isPadded = /^[ \r\n][^]*[ \r\n]$/.test(text.slice(inner.start, inner.end));
  return isPadded && /[^ \t\r\n>]/.test(text.slice(inner.start, inner.end))
    ? { start: inner.start + 1, end: inner.end - 1 }
    : inner;
}

/** The title of an image, which stands before its last bracket, else its alternative text; empty if it stands elsewhere. */
function captionOf({ text }: SourceText, { start, end }: Span, { title }: Image): Span {
  if (title == null) return { start: start + 2, end };
  let close = end - 2;
  while (close > start && /\s/.test(text.charAt(close))) close--;
  const mark = text.charAt(close) === ")" ? "(" : text.charAt(close);
  let open = text.lastIndexOf(mark, close - 1);
  while (open > start && text[open - 1] === "\\") open = text.lastIndexOf(mark, open - 1);
  // A title that a reference brings stands at its definition.
  return text[end - 1] === ")" && open > start ? { start: open + 1, end: close } : { start: end, end };
}

/** The first line of the value of a fence or a block of math, from 0; indented code has no line before it. */
function firstLineOf(source: SourceText, { start }: Span): number {
  return lineAt(source, start) + (/^(?:```|~~~|\$\$)/.test(source.text.slice(start, start + 3)) ? 1 : 0);
}
