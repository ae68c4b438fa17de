// Blocks that swallow the rest of a file: behind one nothing can be judged, so they are looked for first.
import type { Code, Html, ListItem, Parents } from "mdast";
import type { Math } from "mdast-util-math";
import { quote } from "../quote.ts";
import { entryIndent } from "./lines.ts";
import { spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { lineAt, lineEndOf, lineSpan, report, sliceOf, type Source, type Span } from "./source.ts";

/** Reports open fences, math blocks and comments, and fences behind a checkbox, whose end is a beginning to Markdown; true if there are none. */
export function checkClosed(reading: Reading): boolean {
  const { source, root } = reading;
  const before = source.diagnostics.length;
  walk(root, ({ node, ancestors }) => {
    if (node.type === "listItem") checkFenceBehindBox(reading, node, ancestors);
  });
  if (source.diagnostics.length > before) return false;
  walk(root, ({ node, ancestors }) => {
    if (node.type !== "code" && node.type !== "math" && node.type !== "html") return;
    const span = spanOf(node, ...ancestors.toReversed());
    const opener = openerOf(source, node, span);
    if (opener === null || isClosed(source, node, span, opener)) return;
    const closer = node.type === "html" ? "-->" : opener;
    report(
      source,
      "markdown-unclosed",
      { start: span.start, end: span.start + opener.length },
      `Unexpected open ${quote(opener)}, expected ${node.type === "html" ? `\`${closer}\` that closes it` : `a line ${quote(closer)} that closes it`}`,
    );
  });
  return source.diagnostics.length === before;
}

/** The run of characters that opens a fence, math block or comment; null for what needs no closer. */
function openerOf(source: Source, node: Code | Math | Html, span: Span): string | null {
  if (node.type === "html") return node.value.startsWith("<!--") ? "<!--" : null;
  return /^(?:`{3,}|~{3,}|\${2,})/.exec(sliceOf(source, span))?.[0] ?? null;
}

function isClosed(source: Source, node: Code | Math | Html, span: Span, opener: string): boolean {
  if (node.type === "html") return /^<!--(?:-?>|[^]*?-->)/.test(node.value);
  const first = lineAt(source, span.start);
  const last = lineAt(source, span.end);
  if (last === first) return false;
  const line = sliceOf(source, { start: lineSpan(source, last).start, end: span.end }).replace(/^[> \t]*/, "");
  const run = line.trimEnd();
  if (run.length < opener.length || run !== opener.charAt(0).repeat(run.length)) return false;
  // The last line may look like a closer and be text: indented by four columns, it is part of the value.
  const inside = node.value === "" ? 0 : node.value.split(/\r\n?|\n/).length;
  return inside < last - first;
}

const fenceBehindBox = /^((?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\])([ \t]+)(`{3,}|~{3,})([^`\r\n]*)(?:\r|\n|$)/;

function checkFenceBehindBox(reading: Reading, entry: ListItem, ancestors: readonly Parents[]): void {
  const { source } = reading;
  const { start } = spanOf(entry);
  const match = fenceBehindBox.exec(source.text.slice(start, lineSpan(source, lineAt(source, start)).end));
  if (match === null) return;
  const [, box = "", blanks = "", fence = ""] = match;
  const at = start + box.length + blanks.length;
  const indent = entryIndent(reading, [...ancestors, entry]);
  report(
    source,
    "markdown-unclosed",
    { start: at, end: at + fence.length },
    `Unexpected ${quote(fence)} behind a checkbox, expected it on the next line, indented by two spaces`,
    {
      ...(indent !== null && {
        fix: {
          safe: true,
          edits: [{ start: at - blanks.length, end: at, text: lineEndOf(source) + " ".repeat(indent) }],
        },
      }),
    },
  );
}
