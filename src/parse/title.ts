// The `#` title that domain files, the glossary and the guide open with.
import type { Heading, RootContent } from "mdast";
import type { Position } from "../diagnostic.ts";
import { firstLine } from "./entry.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { positionAt, report } from "./source.ts";
import { visibleText } from "./text.ts";

/** A title, where it stands (without one: where it is missing), and the nodes without it. */
interface Titled {
  title: string;
  titlePosition: Position;
  rest: RootContent[];
}

/** Reports a title that is missing, late, empty or repeated. */
export function takeTitle(reading: Reading): Titled {
  const { source, root } = reading;
  const nodes = root.children.filter((node) => node.type !== "yaml");
  const isTitle = (node: RootContent): node is Heading => node.type === "heading" && node.depth === 1;
  const index = nodes.findIndex(isTitle);
  const first = nodes.find((node) => !isSilent(node));
  const end = source.text.length;
  const at = first === undefined ? { start: end, end } : firstLine(reading, spanOf(first));
  if (first === undefined || index < 0)
    report(
      source,
      "heading-order",
      at,
      `Unexpected ${first === undefined ? "end of the file" : nameNode(first)}, expected a title \`# …\` first`,
    );
  else if (nodes[index] !== first)
    report(source, "heading-order", at, `Unexpected ${nameNode(first)} before the title, expected the title first`);
  for (const node of nodes.slice(index + 1))
    if (index >= 0 && isTitle(node))
      report(
        source,
        "heading-order",
        firstLine(reading, spanOf(node)),
        "Unexpected second title `#`, expected one, and `##` for sections",
      );
  const heading = nodes[index];
  const title = heading?.type === "heading" ? visibleText(heading.children) : "";
  if (heading !== undefined && title === "")
    report(source, "heading-order", spanOf(heading), "Unexpected empty title, expected text after `#`");
  const titlePosition = positionAt(source, heading === undefined ? at : spanOf(heading));
  return { title, titlePosition, rest: nodes.filter((node) => !isTitle(node)) };
}
