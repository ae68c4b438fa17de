// Checks on all Markdown, whatever the kind of file (docs/format.md, sections 0 and 3): text → a tree that can be read as one of ours.
import type { Nodes, Parents, Root } from "mdast";
import { quote } from "../quote.ts";
import { checkAlert } from "./alerts.ts";
import { checkBounds } from "./bounds.ts";
import { measureContainers } from "./containers.ts";
import { checkFrontMatter, findFrontMatter, type FrontMatterSpan } from "./front-matter.ts";
import { checkHtml, checkInline } from "./inline.ts";
import { checkLines, entryIndent, reindent } from "./lines.ts";
import { isInlineHost, parseMarkdown, spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { anchorsOf } from "./slug.ts";
import { lineAt, lineSpan, positionAt, report, sliceOf, type Source, type Span } from "./source.ts";
import { checkTable } from "./table-shape.ts";
import { checkClosed } from "./unclosed.ts";

/** A file whose text is safe to read; `judged` is false if its structure cannot be told, which is reported. */
export interface Opened {
  frontMatter: FrontMatterSpan;
  reading: Reading;
  judged: boolean;
}

/** Parses a text and reports what is wrong wherever it stands; null if not even its front matter can be told, which is reported. */
export function openMarkdown(source: Source, needsFrontMatter: boolean): Opened | null {
  if (!checkBounds(source)) return null;
  const frontMatter = findFrontMatter(source);
  if (needsFrontMatter || frontMatter.state === "open") {
    if (!checkFrontMatter(source, frontMatter)) return null;
  } else if (frontMatter.state === "closed")
    report(
      source,
      "markdown-unsupported",
      lineSpan(source, 0),
      "Unexpected front matter, expected none in such a file",
    );
  const root = parseMarkdown(source.text);
  const reading: Reading = {
    source,
    root,
    measures: measureContainers(source, root),
    definitions: new Map(),
    alerts: new Map(),
    links: [],
    images: [],
    anchors: anchorsOf(root),
  };
  const judged = checkClosed(reading);
  if (judged) checkNodes(reading, root);
  return { frontMatter, reading, judged };
}

function checkNodes(reading: Reading, root: Root): void {
  walk(root, ({ node }) => {
    if (node.type === "definition" && !reading.definitions.has(node.identifier))
      reading.definitions.set(node.identifier, node);
  });
  walk(root, ({ node, ancestors }) => checkNode(reading, node, ancestors));
}

function checkNode(reading: Reading, node: Nodes, ancestors: readonly Parents[]): void {
  const { source } = reading;
  const span = spanOf(node, ...ancestors.toReversed());
  if (isInlineHost(node)) checkInline(source, node, ancestors);
  switch (node.type) {
    case "paragraph":
      return checkLines(reading, node, ancestors);
    case "html":
      return checkHtml(source, node, ancestors);
    case "blockquote":
      return checkAlert(reading, node, ancestors);
    case "table":
      return checkTable(source, node);
    case "heading":
      if (ancestors.length > 1)
        report(
          source,
          "heading-order",
          span,
          `Unexpected heading inside a ${ancestors.at(-1)?.type === "listItem" ? "list" : "quote"}, expected it outside of lists and quotes`,
        );
      return;
    case "code":
      return checkCode(reading, node, ancestors, span);
    case "math":
      return checkMeta(source, node.meta, span, "`$$`");
    case "footnoteReference":
    case "footnoteDefinition":
      return report(
        source,
        "markdown-unsupported",
        firstLine(source, span),
        "Unexpected footnote, expected its text in the place that it belongs to",
      );
    case "link":
      return collectLink(reading, node.url, span);
    case "image":
      return void reading.images.push({ url: node.url, alt: node.alt ?? "", position: positionAt(source, span) });
    case "linkReference":
      return collectLink(reading, reading.definitions.get(node.identifier)?.url ?? "", span);
    case "imageReference":
      return void reading.images.push({
        url: reading.definitions.get(node.identifier)?.url ?? "",
        alt: node.alt ?? "",
        position: positionAt(source, span),
      });
    default:
      return;
  }
}

const firstLine = (source: Source, { start, end }: Span): Span => ({
  start,
  end: Math.min(end, lineSpan(source, lineAt(source, start)).end),
});

function checkCode(
  reading: Reading,
  node: Extract<Nodes, { type: "code" }>,
  ancestors: readonly Parents[],
  span: Span,
): void {
  const { source } = reading;
  const fence = /^(?:`{3,}|~{3,})/.exec(sliceOf(source, span))?.[0];
  if (fence === undefined) {
    const line = lineSpan(source, lineAt(source, span.start));
    const quoted = /^[ \t]*>/.exec(sliceOf(source, { start: span.start, end: line.end }))?.[0].length;
    const indent = quoted === undefined ? null : entryIndent(reading, ancestors);
    if (quoted !== undefined && indent !== null && indent > 0) {
      const at = span.start + quoted - 1;
      report(
        source,
        "markdown-block-lookalike",
        { start: at, end: at + 1 },
        `Unexpected \`>\` that is code here, expected it indented by ${indent} columns`,
        {
          fix: { safe: true, edits: reindent(reading, at, indent) },
        },
      );
    } else
      report(
        source,
        "markdown-unsupported",
        firstLine(source, span),
        "Unexpected indented code, expected a fence ` ``` ` around it",
      );
    return;
  }
  checkMeta(source, node.meta ?? null, span, "the language of a fence");
  if (node.lang?.toLowerCase() !== "math") return;
  const lastLine = lineSpan(source, lineAt(source, span.end)).start;
  const close = source.text.indexOf(fence.charAt(0), lastLine);
  const mendable = node.meta == null && !node.value.includes("$$");
  report(
    source,
    "math-single-dollar",
    firstLine(source, span),
    "Unexpected code in the language `math`, expected `$$` around math",
    {
      ...(mendable && {
        fix: {
          safe: true,
          edits: [
            { start: span.start, end: firstLine(source, span).end, text: "$$" },
            { start: close, end: span.end, text: "$$" },
          ],
        },
      }),
    },
  );
}

function checkMeta(source: Source, meta: string | null | undefined, span: Span, after: string): void {
  if (meta === null || meta === undefined) return;
  const line = firstLine(source, span);
  const { length } = sliceOf(source, line).trimEnd();
  const text = /(?:\${2,}|\S+)[ \t]*(.*)$/.exec(sliceOf(source, line).slice(0, length))?.[1] ?? "";
  report(
    source,
    "markdown-unsupported",
    { start: line.start + length - text.length, end: line.start + length },
    `Unexpected text ${quote(meta)} after ${after}, expected the end of the line`,
  );
}

const allowedSchemes = /^(?:https?|mailto):/i;

function collectLink({ source, links }: Reading, url: string, span: Span): void {
  // A browser drops control characters, so they could hide a scheme.
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? (url.startsWith("//") ? "//" : null);
  if (/[\0-\x1F\x7F]/.test(url))
    report(
      source,
      "link-scheme",
      span,
      `Unexpected control character in the address ${quote(url)}, expected an address without it`,
    );
  else if (scheme === null) links.push({ url, position: positionAt(source, span) });
  else if (!allowedSchemes.test(url))
    report(
      source,
      "link-scheme",
      span,
      `Unexpected link to ${quote(scheme)}, expected \`https:\`, \`http:\`, \`mailto:\` or a place in the guide`,
    );
  else if (/^https?:/i.test(url) && !(/^https?:\/\/[^/?#]/i.test(url) && URL.canParse(url)))
    report(
      source,
      "link-scheme",
      span,
      `Unexpected address ${quote(url)}, expected one with a host, such as \`https://example.org/page\``,
    );
}
