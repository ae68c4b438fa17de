// One entry of an answer list, a choice or a step: content and rationale.
import type { Blockquote, ListItem, RootContent } from "mdast";
import type { Content } from "../model/content.ts";
import type { Choice } from "../model/document.ts";
import { contentOf } from "./clean.ts";
import { isSilent, nameNode, spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { lineAt, lineSpan, positionAt, report, type Span } from "./source.ts";
import { textId } from "./text.ts";

/** Reads content and rationale of some blocks of an entry; `at` is where an entry without content is reported. */
export function readEntry(
  reading: Reading,
  entry: ListItem,
  blocks: readonly RootContent[],
  key: boolean,
  at: Span,
  name: "choice" | "step",
): Choice {
  const { source } = reading;
  const visible = blocks.filter((node) => !isSilent(node));
  let end = visible.length;
  while (end > 0 && visible[end - 1]?.type === "blockquote") end--;
  const quotes = visible.slice(end).filter((node): node is Blockquote => node.type === "blockquote");
  const body = visible.slice(0, end);
  for (const [index, node] of body.entries()) {
    if (node.type === "blockquote") {
      const next = body.slice(index + 1).find((later) => later.type !== "blockquote");
      // A run of quotes is one mistake, mended at what follows it.
      if (body[index + 1] === next && next !== undefined)
        report(
          source,
          "choice-rationale-misplaced",
          firstLine(reading, spanOf(next)),
          `Unexpected ${nameNode(next)} after the rationale, expected the rationale at the end of the ${name}`,
        );
      continue;
    }
    walk(node, ({ node: inner }) => {
      if (inner.type !== "blockquote") return;
      report(
        source,
        "choice-rationale-misplaced",
        firstLine(reading, spanOf(inner)),
        `Unexpected quote inside a ${name}, expected a rationale at its end: here it would print in the exam booklet`,
      );
    });
  }
  const content = contentOf(body, reading);
  if (content.text === "" && !hasImage(body))
    report(
      source,
      "choice-empty",
      at,
      `Unexpected empty ${name}, expected text after ${name === "choice" ? "the checkbox" : "the number"}`,
    );
  const rationale =
    quotes.length === 0
      ? null
      : contentOf(
          quotes.flatMap(({ children }) => children),
          reading,
        );
  return {
    id: textId(content.text),
    content,
    key,
    rationale: rationale === null || (rationale.text === "" && !hasImage(rationale.nodes)) ? null : rationale,
    position: positionAt(source, spanOf(entry)),
  };
}

/** Whether an image, which is visible even without alternative text, stands in some nodes. */
export function hasImage(nodes: readonly RootContent[]): boolean {
  let found = false;
  for (const node of nodes)
    walk(node, ({ node: inner }) => {
      found ||= inner.type === "image" || inner.type === "imageReference";
    });
  return found;
}

/** A span, cut at the end of its first line. */
export function firstLine({ source }: Reading, { start, end }: Span): Span {
  return { start, end: Math.max(start, Math.min(end, lineSpan(source, lineAt(source, start)).end)) };
}

/** Reports entries that read the same: they would be one choice. A last full stop makes no difference, but in code. */
export function checkDuplicates({ source }: Reading, entries: readonly Choice[], name: "choice" | "step"): void {
  const first = new Map<string, Choice>();
  for (const entry of entries) {
    if (entry.content.text === "") continue;
    const text = withoutStop(entry.content);
    const earlier = first.get(text);
    if (earlier === undefined) {
      first.set(text, entry);
      continue;
    }
    const { start } = entry.position;
    const at = (source.lineStarts[start.line - 1] ?? 0) + start.column - 1;
    report(
      source,
      "choice-duplicate",
      firstLine({ source } as Reading, { start: at, end: source.text.length }),
      `Unexpected second ${name} with the same text, expected different texts`,
      {
        related: [{ message: `The first ${name} with this text`, path: source.path, position: earlier.position }],
      },
    );
  }
}

/** Visible text without the full stop that ends its last sentence. */
function withoutStop({ text, nodes }: Content): string {
  const last = nodes.at(-1);
  const isProse = last?.type === "paragraph" && last.children.at(-1)?.type !== "inlineCode";
  return isProse && /[\p{L}\p{N})]\.$/u.test(text) ? text.slice(0, -1) : text;
}
