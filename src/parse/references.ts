// The references of an item: one bullet list, each entry one link with a title.
import type { ListItem, RootContent } from "mdast";
import type { Reference } from "../model/document.ts";
import { quote } from "../quote.ts";
import { contentOf } from "./clean.ts";
import { firstLine } from "./entry.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { positionAt, report, sliceOf, type Span } from "./source.ts";

/** Reads the nodes below `## References`; `heading` is where an empty section is reported. */
export function readReferences(reading: Reading, nodes: readonly RootContent[], heading: Span): Reference[] {
  const { source } = reading;
  const visible = nodes.filter((node) => !isSilent(node));
  if (visible.length === 0)
    report(
      source,
      "item-references-empty",
      heading,
      "Unexpected empty `## References`, expected a bullet list of links",
    );
  const list = visible.find((node) => node.type === "list");
  for (const node of visible)
    if (node !== list)
      report(
        source,
        "item-reference-malformed",
        firstLine(reading, spanOf(node)),
        `Unexpected ${nameNode(node)} in the references, expected one bullet list of links`,
      );
  if (list?.type !== "list") return [];
  if (list.ordered === true)
    report(
      source,
      "item-reference-malformed",
      firstLine(reading, spanOf(list)),
      "Unexpected numbered references, expected bullets",
    );
  return list.children.flatMap((entry) => readReference(reading, entry));
}

function readReference(reading: Reading, entry: ListItem): Reference[] {
  const { source } = reading;
  const { nodes } = contentOf(entry.children, reading);
  const [paragraph, ...others] = nodes;
  const [link, ...rest] = paragraph?.type === "paragraph" ? paragraph.children : [];
  const span = spanOf(entry);
  if (link?.type === "link" && rest.length === 0 && others.length === 0 && (entry.checked ?? null) === null) {
    const title = contentOf([link], reading).text;
    if (title !== "" && /^(?:https?|mailto):/iu.test(link.url) && sliceOf(source, spanOf(link, entry)).startsWith("["))
      return [{ title, url: link.url, position: positionAt(source, spanOf(link, entry)) }];
  }
  const [next] = rest;
  if (link?.type === "link" && next?.position !== undefined && others.length === 0) {
    const surplus = { start: spanOf(next, entry).start, end: span.end };
    report(
      source,
      "item-reference-malformed",
      firstLine(reading, surplus),
      `Unexpected ${quote(sliceOf(source, surplus))} after the link, expected \`- [Title](https://…)\` alone`,
    );
    return [];
  }
  report(
    source,
    "item-reference-malformed",
    firstLine(reading, span),
    `Unexpected reference ${quote(sliceOf(source, firstLine(reading, span)))}, expected \`- [Title](https://…)\``,
  );
  return [];
}
