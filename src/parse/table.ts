// Typed tables of domain files: the header row names the kind.
import { distance } from "fastest-levenshtein";
import type { Paragraph, RootContent, Table as TableNode, TableCell } from "mdast";
import type { TypedTable } from "../model/content.ts";
import type { Table } from "../model/document.ts";
import type { TableKind } from "../model/table-kind.ts";
import { quote } from "../quote.ts";
import { contentOf } from "./clean.ts";
import { dropColon } from "./fact.ts";
import { spanAcross, spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { positionAt, report } from "./source.ts";
import { cellSpan } from "./table-shape.ts";
import { collapse, visibleText } from "./text.ts";

/** A typed table as data and as the node that stands for it in the text. */
export interface FoundTable {
  table: Table;
  node: TypedTable;
}

/** Reads a table with the paragraph before it, if that is its caption; null if its header names no kind, which is reported. */
export function readTable(
  reading: Reading,
  node: TableNode,
  caption: Paragraph | null,
  heading: string,
  kinds: readonly TableKind[],
): FoundTable | null {
  const { source } = reading;
  const header = node.children[0];
  const names = (header?.children ?? []).map((cell) => visibleText(cell.children));
  const kind = findKind(names, kinds);
  if (kind === undefined) {
    reportUnknown(reading, header?.children ?? [], names, node, kinds);
    return null;
  }
  const columns = kind.columns.map(({ name }) => name);
  const shown = caption === null ? null : dropColon(contentOf(caption.children, reading));
  const position = positionAt(source, spanOf(node));
  const table: Table = {
    kind: kind.id,
    title: shown?.text ?? heading,
    columns,
    rows: node.children.slice(1).flatMap((row) => {
      // A row of another width is reported with the table's shape; its cells belong to no column.
      if (row.children.length !== columns.length) return [];
      const cells = row.children.map((cell, index) => ({
        column: columns[index] ?? "",
        content: contentOf(cell.children, reading, true),
        position: positionAt(source, cellSpan(source, cell)),
      }));
      return [{ cells, position: positionAt(source, spanOf(row, node)) }];
    }),
    path: source.path,
    position,
  };
  // A caption's nodes are those of a paragraph, which are all inline.
  const captionNodes = (shown?.nodes ?? []) as TypedTable["caption"];
  return {
    table,
    node: {
      type: "typedTable",
      kind: kind.id,
      caption: captionNodes,
      table: node,
      ...(node.position && { position: node.position }),
    },
  };
}

const findKind = (names: readonly string[], kinds: readonly TableKind[]): TableKind | undefined =>
  kinds.find(
    ({ columns }) =>
      columns.length === names.length && columns.every(({ name }, index) => collapse(name) === names[index]),
  );

/** The paragraph before a table that captions it: it ends in a colon. */
export function captionOf(node: RootContent | undefined): Paragraph | null {
  return node?.type === "paragraph" && /[:：]$/u.test(visibleText(node.children)) ? node : null;
}

function reportUnknown(
  { source }: Reading,
  cells: readonly TableCell[],
  names: readonly string[],
  node: TableNode,
  kinds: readonly TableKind[],
): void {
  const span = cells.length === 0 ? spanOf(node) : spanAcross(cells, node);
  const near = nearestKind(names, kinds);
  if (near === null) {
    const known =
      kinds.length === 0
        ? "no kind is declared in `tables/`"
        : `expected the header of a table kind: ${kinds
            .slice(0, 8)
            .map((kind) => quote(kind.id))
            .join(", ")}`;
    return report(source, "table-kind-unknown", span, `Unexpected table header ${quote(names.join(" | "))}, ${known}`);
  }
  const columns = near.columns.map(({ name }) => name);
  const same = names.length === columns.length;
  const safe = same && names.every((name, index) => name.toLowerCase() === (columns[index] ?? "").toLowerCase());
  const edits = cells.flatMap((cell, index) => {
    const name = columns[index] ?? "";
    return names[index] === collapse(name) ? [] : [{ ...cellSpan(source, cell), text: name.replaceAll("|", "\\|") }];
  });
  report(
    source,
    "table-kind-unknown",
    span,
    `Unexpected table header ${quote(names.join(" | "))}, did you mean ${quote(columns.join(" | "))}, the table kind \`${near.id}\`?`,
    {
      ...(same && { fix: { safe, edits } }),
    },
  );
}

/** The kind whose header takes the fewest edits, if they are few: a third of its length. */
function nearestKind(names: readonly string[], kinds: readonly TableKind[]): TableKind | null {
  const header = names.join(" | ").toLowerCase().slice(0, 1000);
  const scored = kinds.map((kind) => {
    const columns = kind.columns.map(({ name }) => name.toLowerCase());
    const text = columns.join(" | ");
    const shared = names.filter((name) => columns.includes(name.toLowerCase())).length;
    return {
      kind,
      near: shared * 2 >= Math.max(columns.length, names.length),
      edits: distance(header, text),
      limit: Math.max(1, Math.floor(text.length / 3)),
    };
  });
  const [best, next] = scored
    .filter(({ near, edits, limit }) => near || edits <= limit)
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits !== next?.edits ? best.kind : null;
}

/** Reports tables inside lists and quotes whose header names a kind: only those of the top level are data. */
export function checkNestedTables({ source, root }: Reading, kinds: readonly TableKind[]): void {
  walk(root, ({ node, ancestors }) => {
    if (node.type !== "table" || ancestors.length === 1) return;
    const names = (node.children[0]?.children ?? []).map((cell) => visibleText(cell.children));
    const kind = findKind(names, kinds);
    if (kind === undefined) return;
    report(
      source,
      "table-kind-unknown",
      spanAcross(node.children.slice(0, 1), node),
      `Unexpected table of the kind \`${kind.id}\` inside a list or quote, expected it outside`,
    );
  });
}
