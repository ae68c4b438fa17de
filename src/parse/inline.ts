// Inline text that prints otherwise than it reads: raw HTML, money signs around math, open comments.
import { defaultSchema } from "hast-util-sanitize";
import type { Html, Nodes, Parents } from "mdast";
import { quote } from "../quote.ts";
import { isComment, spanOf, walk, type InlineHost } from "./markdown.ts";
import { lineAt, lineSpan, report, sliceOf, type Source, type Span } from "./source.ts";

const htmlNames = new Set([
  ...(defaultSchema.tagNames ?? []),
  "a",
  "button",
  "font",
  "form",
  "iframe",
  "script",
  "style",
  "svg",
  "u",
  "video",
]);

/** Reports HTML that is not wholly comment; a placeholder such as `<bucket>` is mended by backticks around its word. */
export function checkHtml(source: Source, node: Html, ancestors: readonly Parents[]): void {
  if (isComment(node)) return;
  const span = spanOf(node, ...ancestors.toReversed());
  const at = { start: span.start, end: Math.min(span.end, lineSpan(source, lineAt(source, span.start)).end) };
  const word = wordAround(source, at);
  const parent = ancestors.at(-1);
  // Blocks of HTML stand for themselves.
  const siblings: readonly Nodes[] =
    parent === undefined || ["root", "blockquote", "listItem"].includes(parent.type) ? [] : parent.children;
  const earlier = siblings
    .slice(
      0,
      siblings.findIndex((sibling) => sibling === node),
    )
    .filter((sibling: Nodes) => sibling.type === "html" && !isComment(sibling));
  // One finding a word and an element: the mend of `<b>x</b>` and of `<a>/<b>` is one.
  if (
    earlier.length > 0 &&
    (node.value.startsWith("</") ||
      earlier.some((sibling) => word.start <= spanOf(sibling).start && spanOf(sibling).start < word.end))
  )
    return;
  const names = [...sliceOf(source, word).matchAll(/<([A-Za-z][\w.-]*)>/g)].map(([, name = ""]) => name.toLowerCase());
  const mendable =
    names.length > 0 &&
    !names.some((name) => htmlNames.has(name)) &&
    !/[`*[\]|\\]|<[^A-Za-z]|[^>]<$/.test(sliceOf(source, word));
  report(
    source,
    "html-raw",
    at,
    `Unexpected HTML ${quote(sliceOf(source, at))}, expected Markdown${mendable ? ", with placeholders in backticks" : ""}`,
    {
      ...(mendable && {
        fix: {
          safe: true,
          edits: [
            { start: word.start, end: word.start, text: "`" },
            { start: word.end, end: word.end, text: "`" },
          ],
        },
      }),
    },
  );
}

function wordAround(source: Source, at: Span): Span {
  const line = lineSpan(source, lineAt(source, at.start));
  let { start, end } = at;
  while (start > line.start && !/[\s("']/.test(source.text.charAt(start - 1))) start--;
  while (end < line.end && !/\s/.test(source.text.charAt(end))) end++;
  while (end > at.end && /[.,;:!?)"']/.test(source.text.charAt(end - 1))) end--;
  return { start, end };
}

const singleDollar = /(?<![\w$])\$(?![\s$])([^$\0\r\n]{1,200})(?<!\s)\$(?![\w$])/g;

/** Reports single dollar signs around what looks like math, and comments that never close. */
export function checkInline(source: Source, host: InlineHost, ancestors: readonly Parents[]): void {
  const span = spanOf(host, ...ancestors.toReversed());
  const text = maskOpaque(source, host, span);
  for (const { 0: found, 1: math = "", index } of text.matchAll(singleDollar)) {
    if (!/[\\^_{}=+<>]|^[A-Za-z]$/.test(math)) continue;
    const at = { start: span.start + index, end: span.start + index + found.length };
    report(
      source,
      "math-single-dollar",
      at,
      `Unexpected ${quote(sliceOf(source, at))}, expected \`$$\` around math: a single \`$\` is money`,
      {
        fix: {
          safe: false,
          edits: [
            { start: at.start, end: at.start, text: "$" },
            { start: at.end, end: at.end, text: "$" },
          ],
        },
      },
    );
  }
  const open = text.indexOf("<!--");
  if (open >= 0)
    report(
      source,
      "markdown-unclosed",
      { start: span.start + open, end: span.start + open + 4 },
      "Unexpected open `<!--`, expected `-->` in the same paragraph",
    );
}

/** The source of an inline text with code, math, HTML, links and escapes blanked out by NUL, offsets kept. */
function maskOpaque(source: Source, host: InlineHost, span: Span): string {
  const masked = sliceOf(source, span).split("");
  walk(host, ({ node, ancestors }) => {
    if (!["inlineCode", "inlineMath", "html", "link", "linkReference", "image", "imageReference"].includes(node.type))
      return true;
    const { start, end } = spanOf(node, ...ancestors.toReversed());
    if (node.position !== undefined) masked.fill("\0", start - span.start, end - span.start);
    return false;
  });
  return masked.join("").replaceAll(/\\[!-/:-@[-`{-~]/g, "\0\0");
}
