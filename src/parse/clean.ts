// Tree → published content: comments and definitions gone, references resolved, alerts marked, line ends LF. Positions stay.
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import type { Content } from "../model/content.ts";
import { alertBody } from "./alerts.ts";
import { isComment } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { visibleText } from "./text.ts";

/** The published form of some nodes with its visible text; the nodes themselves are not changed. */
export function contentOf(nodes: readonly RootContent[], reading: Reading, inCell = false): Content {
  const published = cleanAll(nodes, reading, inCell);
  return { nodes: published, text: visibleText(published) };
}

function cleanAll<T extends Nodes>(nodes: readonly T[], reading: Reading, inCell: boolean): T[] {
  const published: T[] = [];
  nodes.forEach((node, index) => {
    if (isComment(node)) closeGap(published, nodes[index + 1]);
    else published.push(...(clean(node, reading, inCell) as T[]));
  });
  return published;
}

/** Without its comment, a text would keep the blanks on both sides of it. */
function closeGap(published: Nodes[], next: Nodes | undefined): void {
  const last = published.at(-1);
  if (last?.type !== "text" || !(next === undefined || (next.type === "text" && /^\s/.test(next.value)))) return;
  const value = last.value.trimEnd();
  if (value === "") published.pop();
  else published[published.length - 1] = { ...last, value };
}

function clean(node: Nodes, reading: Reading, inCell: boolean): Nodes[] {
  switch (node.type) {
    case "html":
    case "definition":
    case "yaml":
    case "footnoteDefinition":
    case "footnoteReference":
      return [];
    case "blockquote": {
      const kind = reading.alerts.get(node);
      if (kind === undefined) break;
      const { position } = node;
      return [
        {
          type: "alert",
          kind,
          children: cleanAll(alertBody(reading, node), reading, inCell),
          ...(position && { position }),
        },
      ];
    }
    case "typedTable":
      return [
        {
          ...node,
          caption: cleanAll(node.caption, reading, inCell),
          table: { ...node.table, children: cleanAll(node.table.children, reading, inCell) },
        },
      ];
    case "linkReference": {
      const { url = "", title } = reading.definitions.get(node.identifier) ?? {};
      const { position } = node;
      const children = cleanAll<PhrasingContent>(node.children, reading, inCell);
      return [{ type: "link", url, title: title ?? null, children, ...(position && { position }) }];
    }
    case "imageReference": {
      const { url = "", title } = reading.definitions.get(node.identifier) ?? {};
      const { position, alt } = node;
      return [{ type: "image", url, title: title ?? null, alt: alt ?? "", ...(position && { position }) }];
    }
    case "inlineMath": {
      // GFM unescapes `\|` in the code of a cell, mdast-util-math does not (docs/format.md, section 3).
      const value = toLf(inCell ? node.value.replaceAll("\\|", "|") : node.value);
      return [{ ...node, value, data: { ...node.data, hChildren: [{ type: "text", value }] } }];
    }
    case "code":
    case "inlineCode":
    case "text":
      return [{ ...node, value: toLf(node.value) }];
    case "math":
      return [{ ...node, value: toLf(node.value) }];
    default:
      break;
  }
  if (!("children" in node)) return [node];
  const children = cleanAll<Nodes>(node.children, reading, inCell || node.type === "tableCell");
  if (node.type === "paragraph" && children.length === 0) return [];
  // Each child is of the type that it had, or one that may stand in the same place.
  return [{ ...node, children } as Nodes];
}

const toLf = (text: string): string => text.replaceAll(/\r\n?/g, "\n");
