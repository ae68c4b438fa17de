// Checkboxes of list entries, well-formed and not. They have no node: their place is found in the source.
import type { List, ListItem, Nodes, RootContent } from "mdast";
import { quote } from "../quote.ts";
import { spanOf, walk } from "./markdown.ts";
import { lineAt, lineSpan, report, type Source, type Span } from "./source.ts";

/** What a list entry opens with. */
export type Checkbox =
  | {
      state: "box";
      checked: boolean;
      /** The box is a paragraph of its own, above the content. */ bare: boolean;
      span: Span;
    }
  | { state: "malformed"; span: Span; text: string }
  | { state: "none"; span: Span };

// At most one sign between the brackets: `[S3]` and `[1]` are text.
const wantsToBeBox = /^\\?\[[ \t\u00A0]*(?:[xXvVyYoO]|[^\p{L}\p{N}\s\][\\]\uFE0F?)?[ \t\u00A0]*\\?\]/u;

/** Reads the checkbox of an entry; the span of no box is the entry's marker. */
export function readCheckbox(source: Source, entry: ListItem): Checkbox {
  const { start } = spanOf(entry);
  const end = lineSpan(source, lineAt(source, start)).end;
  const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(source.text.slice(start, end))?.[0] ?? "";
  const blanks = /^[ \t]*/.exec(source.text.slice(start + marker.length, end))?.[0] ?? "";
  const at = start + marker.length + blanks.length;
  const text = source.text.slice(at, end);
  if (entry.checked != null)
    return { state: "box", checked: entry.checked, bare: false, span: { start: at, end: at + 3 } };
  const [first] = entry.children;
  if (first?.type !== "paragraph") return { state: "none", span: { start, end: start + marker.length } };
  const bare = /^\[([ xX])\][ \t]*$/.exec(text);
  if (bare !== null && spanOf(first).end <= end)
    return { state: "box", checked: bare[1] !== " ", bare: true, span: { start: at, end: at + 3 } };
  const malformed = wantsToBeBox.exec(text)?.[0];
  const isLink = first.children[0]?.type !== "text";
  if (malformed === undefined || isLink) return { state: "none", span: { start, end: start + marker.length } };
  return { state: "malformed", text: malformed, span: { start: at, end: at + malformed.length } };
}

/** Reports a malformed checkbox at its `[`. */
export function reportMalformed(source: Source, { span, text }: { span: Span; text: string }): void {
  const isBox = /^\[[ xX]\]$/.test(text);
  if (isBox && source.text.charAt(span.end) === "\u00A0")
    return report(
      source,
      "choice-checkbox-malformed",
      { start: span.start, end: span.end + 1 },
      `Unexpected no-break space (U+00A0) after ${boxOf(text)}, expected a space`,
      {
        fix: { safe: true, edits: [{ start: span.end, end: span.end + 1, text: " " }] },
      },
    );
  const box = /^\[[ \t\u00A0]*(?<mark>[xX]?)[ \t\u00A0]*\]$/u.exec(text);
  const next = source.text.charAt(span.end);
  // What follows an empty pair of brackets may make it a link; a letter needs the missing blank.
  const isMendable = box !== null && /[\p{L}\p{N}\s`*"$]/u.test(next);
  report(
    source,
    "choice-checkbox-malformed",
    span,
    `Unexpected checkbox ${isBox ? `${boxOf(text)} without a space` : boxOf(text)}, expected \`[ ]\` or \`[x]\` and a space`,
    {
      ...(isMendable && {
        fix: {
          safe: true,
          edits: [{ ...span, text: `[${box.groups?.["mark"] || " "}]${/\s/u.test(next) ? "" : " "}` }],
        },
      }),
    },
  );
}

// `quote` trims, and here the blanks are the point.
const boxOf = (text: string): string => (/^\S*$/.test(text) || !text.includes("`") ? `\`${text}\`` : quote(text));

/** Whether any entry of a list opens with a checkbox or with what wants to be one. */
export function isTaskList(source: Source, node: Nodes | undefined): node is List {
  return node?.type === "list" && node.children.some((entry) => readCheckbox(source, entry).state !== "none");
}

/** Reports every checkbox in some nodes; `where` names the place that has none. */
export function reportCheckboxes(source: Source, nodes: readonly RootContent[], where: string): void {
  for (const node of nodes)
    walk(node, ({ node: inner }) => {
      if (inner.type !== "listItem") return;
      const box = readCheckbox(source, inner);
      if (box.state === "box")
        report(
          source,
          "choice-checkbox-malformed",
          box.span,
          `Unexpected checkbox in ${where}, expected a plain list entry`,
        );
    });
}
