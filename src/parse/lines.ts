// Paragraph lines that are not what they seem: lazy lines, and lines that look like a block but are text.
import type { ListItem, Paragraph, Parents } from "mdast";
import type { FaultId } from "../faults.ts";
import { quote } from "../quote.ts";
import { containersOf, entryWidth, readLine, type LineContent } from "./containers.ts";
import { spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { lineAt, lineSpan, report, sliceOf, type Remark, type Span } from "./source.ts";

/** Reports the lines of one paragraph, each kind of fault once. */
export function checkLines(reading: Reading, paragraph: Paragraph, ancestors: readonly Parents[]): void {
  const { source, measures } = reading;
  const span = spanOf(paragraph);
  const containers = containersOf(ancestors);
  const opaque = opaqueSpans(paragraph);
  const first = lineAt(source, span.start);
  const found = new Map<string, LineFault & { span: Span }>();
  for (let line = first; line <= lineAt(source, span.end); line++) {
    const content =
      line === first
        ? { complete: true, offset: span.start, prefixEnd: span.start }
        : readLine(source, line, containers, measures);
    const at = { start: content.offset, end: Math.min(lineSpan(source, line).end, span.end) };
    if (opaque.some(({ start, end }) => start < at.start && at.start < end)) continue;
    const fault = judge(reading, ancestors, content, at, line === first);
    if (fault === null) continue;
    const earlier = found.get(fault.message);
    if (earlier === undefined) found.set(fault.message, { span: at, ...fault });
    else addEdits(earlier, fault);
  }
  for (const { ruleId, message, span, remark } of found.values()) report(source, ruleId, span, message, remark);
}

/** The one report of a fault on several lines mends them all. */
function addEdits({ remark: first }: LineFault, { remark: next }: LineFault): void {
  const last = first?.fix?.edits.at(-1)?.start ?? -1;
  first?.fix?.edits.push(...(next?.fix?.edits ?? []).filter(({ start }) => start > last));
}

interface LineFault {
  ruleId: FaultId;
  message: string;
  span?: Span;
  remark?: Remark;
}

function judge(
  reading: Reading,
  ancestors: readonly Parents[],
  content: LineContent,
  at: Span,
  isFirst: boolean,
): LineFault | null {
  const { source } = reading;
  const text = sliceOf(source, at);
  const entry = ancestors.findLast((node): node is ListItem => node.type === "listItem") ?? null;
  const match = (pattern: RegExp): string | null => pattern.exec(text)?.[0] ?? null;

  const glued = match(/^[-*+]\[[^\]\s]?[ \t]?\]/);
  if (glued !== null)
    return {
      ruleId: "choice-checkbox-malformed",
      message: `Unexpected ${quote(glued)}, expected a space after the list marker`,
      span: { start: at.start, end: at.start + glued.length },
      remark: { fix: { safe: true, edits: [{ start: at.start + 1, end: at.start + 1, text: " " }] } },
    };
  if (!isFirst && text.startsWith(">")) {
    const indent = entry === null ? null : entryIndent(reading, ancestors);
    return {
      ruleId: "markdown-block-lookalike",
      message: `Unexpected \`>\` that is text here, expected it indented by ${indent ?? 0} columns`,
      span: { start: at.start, end: at.start + 1 },
      ...(indent !== null && { remark: { fix: { safe: true, edits: reindent(reading, at.start, indent) } } }),
    };
  }
  const marker = match(/^(?:[-*+]|\d{1,9}[.)]|#{1,6})\u00A0/);
  if (marker !== null)
    return {
      ruleId: "markdown-block-lookalike",
      message: `Unexpected no-break space (U+00A0) after \`${marker.slice(0, -1)}\`, expected a space`,
      span: { start: at.start, end: at.start + marker.length },
      remark: {
        fix: {
          safe: false,
          edits: [{ start: at.start + marker.length - 1, end: at.start + marker.length, text: " " }],
        },
      },
    };
  const found = lookalike(text, isFirst, entry !== null);
  if (found !== null && !(isFirst && opensEntry(entry, ancestors, at.start)))
    return {
      ruleId: "markdown-block-lookalike",
      message: found.message,
      ...(found.gap !== undefined && {
        remark: { fix: { safe: true, edits: [{ start: at.start + found.gap, end: at.start + found.gap, text: " " }] } },
      }),
    };
  if (content.complete) return null;
  return lazyLine(reading, ancestors, at.start);
}

function lazyLine({ source, measures }: Reading, ancestors: readonly Parents[], start: number): LineFault {
  const containers = containersOf(ancestors);
  // An empty line would part the text from a choice or step, or from a rationale: there nothing may stand.
  const mayEnd = source.itemId === null || containers.every(({ type }) => type === "blockquote");
  const prefix = containers.map((each) => (each.type === "blockquote" ? "> " : " ".repeat(entryWidth(each, measures))));
  const line = lineSpan(source, lineAt(source, start)).start;
  const inQuote = containers.at(-1)?.type === "blockquote";
  const mend = inQuote ? `\`${prefix.join("")}\` before it` : "the same indentation";
  return {
    ruleId: "markdown-lazy-line",
    message: `Unexpected line without ${inQuote ? "`>`" : "the indentation of its list entry"}, expected ${mend}${mayEnd ? ", or an empty line above it" : ""}`,
    // The line is read as one of the block already, but may be meant to follow it.
    remark: { fix: { safe: false, edits: [{ start: line, end: start, text: prefix.join("") }] } },
  };
}

/** The first line of a checked entry holds its checkbox, which is none of the text's. */
const opensEntry = (entry: ListItem | null, ancestors: readonly Parents[], start: number): boolean =>
  entry !== null && ancestors.at(-1) === entry && entry.checked != null && spanOf(entry).start < start;

/** `gap` is where a blank alone is missing. */
function lookalike(text: string, isFirst: boolean, inEntry: boolean): { message: string; gap?: number } | null {
  if (/^[-*+][ \t]+\[[ xX]\](?:[ \t]|$)/.test(text) || /^\[[ xX]\][ \t]+\S/.test(text))
    return {
      message: `Unexpected checkbox ${quote(text)} that is text here, expected \`- [ ] \` at the start of a list entry`,
    };
  const mark = /^(#{1,6})(\p{L}.*)/u.exec(text);
  if (mark !== null)
    return {
      message: `Unexpected ${quote(text)}, expected a space after \`#\` in a heading`,
      ...(/^(?:Explanation|References)\s*$/u.test(mark[2] ?? "") && !inEntry && { gap: mark[1]?.length ?? 0 }),
    };
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)/.exec(text)?.[0];
  if (marker !== undefined && !isFirst && (inEntry || /^[-*+]/.test(marker)))
    return {
      message: `Unexpected list marker ${quote(marker)} that is text here, expected an empty line above it and the indentation of its list`,
    };
  if (isDelimiterRow(text))
    return { message: "Unexpected delimiter row, expected it under a header row with as many cells" };
  if (/^\|.*\|[ \t]*$/.test(text))
    return {
      message:
        "Unexpected table row that is text here, expected a header row and a delimiter row such as `|---|---|` with as many cells",
    };
  return null;
}

const isDelimiterRow = (text: string): boolean =>
  text.includes("|") && text.includes("-") && /^\|?(?:[ \t]*:?-+:?[ \t]*\|)*(?:[ \t]*:?-+:?[ \t]*)?$/.test(text);

/** Columns that put a line into the nearest list entry; null if a quote is around it. */
export function entryIndent({ measures }: Reading, ancestors: readonly Parents[]): number | null {
  const containers = containersOf(ancestors);
  let indent = 0;
  for (const container of containers) {
    if (container.type === "blockquote") return null;
    indent += entryWidth(container, measures);
  }
  return indent;
}

/** Edits that move a line, and the lines below it that open with `>` too, to a column. */
export function reindent(
  { source }: Reading,
  offset: number,
  indent: number,
): { start: number; end: number; text: string }[] {
  const edits = [];
  for (let line = lineAt(source, offset); line < source.lineStarts.length; line++) {
    const { start, end } = lineSpan(source, line);
    const blanks = /^[ \t]*(?=>)/.exec(source.text.slice(start, end))?.[0];
    if (blanks === undefined) break;
    edits.push({ start, end: start + blanks.length, text: " ".repeat(indent) });
  }
  return edits;
}

/** Spans inside which a line's look means nothing. */
function opaqueSpans(paragraph: Paragraph): Span[] {
  const spans: Span[] = [];
  walk(paragraph, ({ node, ancestors }) => {
    if (node.type === "inlineCode" || node.type === "inlineMath" || node.type === "html")
      spans.push(spanOf(node, ...ancestors));
  });
  return spans;
}
