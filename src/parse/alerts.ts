// Alerts: quotes whose first source line is `[!KIND]`. The source is tested, because `\[!TIP]` is the same text in the tree.
import type { Blockquote, Parents, RootContent } from "mdast";
import { didYouMean } from "../near.ts";
import type { AlertKind } from "../model/content.ts";
import { quote } from "../quote.ts";
import { containersOf, readLine } from "./containers.ts";
import { spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { lineAt, lineSpan, report, sliceOf } from "./source.ts";

const kinds: readonly AlertKind[] = ["note", "tip", "important", "warning", "caution"];
const shownKinds = kinds.map((kind) => `\`[!${kind.toUpperCase()}]\``).join(", ");

/** Records a well-formed alert, and reports what wants to be one. */
export function checkAlert(reading: Reading, node: Blockquote, ancestors: readonly Parents[]): void {
  const { source, measures } = reading;
  const span = spanOf(node);
  const first = lineAt(source, span.start);
  const containers = [...containersOf(ancestors), node];
  let kind: AlertKind | null = null;
  for (let line = first; line <= lineAt(source, span.end); line++) {
    const { offset } = readLine(source, line, containers, measures);
    const end = lineSpan(source, line).end;
    const match = /^\[!([^\]\s[]*)\][ \t]*(.*)$/.exec(sliceOf(source, { start: Math.min(offset, end), end }));
    if (match === null || (line > first && !isParagraphLine(node, offset))) continue;
    const [shown = "", name = "", title = ""] = match;
    const at = { start: offset, end: offset + shown.trimEnd().length };
    const known = kinds.find((known) => known === name.toLowerCase());
    if (ancestors.length > 1)
      report(
        source,
        "alert-malformed",
        at,
        `Unexpected alert inside a ${ancestors.at(-1)?.type === "listItem" ? "list" : "quote"}, expected it outside of lists and quotes`,
      );
    else if (line > first)
      report(
        source,
        "alert-malformed",
        at,
        `Unexpected ${quote(shown)} inside a quote, expected it as the first line of a quote of its own`,
      );
    else if (known === undefined)
      report(
        source,
        "alert-malformed",
        at,
        `Unexpected alert \`[!${name}]\`, expected ${shownKinds}${didYouMean(
          name.toUpperCase(),
          kinds.map((kind) => kind.toUpperCase()),
        )}`,
      );
    else if (title !== "")
      report(
        source,
        "alert-malformed",
        at,
        `Unexpected text after \`[!${name}]\`, expected it on the next line, after \`> \``,
      );
    else if (alertBody(reading, node).length === 0)
      report(
        source,
        "alert-malformed",
        at,
        `Unexpected alert \`[!${name}]\` without text, expected text on the next line, after \`> \``,
      );
    else kind = known;
  }
  if (kind !== null) reading.alerts.set(node, kind);
}

const isParagraphLine = (node: Blockquote, offset: number): boolean =>
  node.children.some(
    (child) => child.type === "paragraph" && spanOf(child).start <= offset && offset < spanOf(child).end,
  );

/** The children of an alert without its marker line. */
export function alertBody({ source, measures }: Reading, node: Blockquote): RootContent[] {
  const [first, ...others] = node.children;
  if (first?.type !== "paragraph") return node.children;
  const line = lineAt(source, spanOf(node).start);
  const markerEnd = lineSpan(source, line).end;
  if (spanOf(first).end <= markerEnd) return others;
  const next = readLine(source, line + 1, [node], measures).offset;
  const children = first.children.flatMap((child) => {
    const { start, end } = spanOf(child, first);
    if (end <= next) return [];
    if (child.type !== "text" || start > markerEnd) return [child];
    const value = child.value.replace(/^[^\r\n]*(?:\r\n?|\n)/, "");
    if (child.position === undefined) return [{ ...child, value }];
    const point = { line: line + 2, column: next - (source.lineStarts[line + 1] ?? 0) + 1, offset: next };
    return [{ ...child, value, position: { start: point, end: child.position.end } }];
  });
  return children.length === 0 ? others : [{ ...first, children }, ...others];
}
