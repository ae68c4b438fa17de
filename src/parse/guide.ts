// guide.md → title, introduction and the table of weights.
import type { RootContent, Table, TableRow } from "mdast";
import type { GuideDocument, SourceFile, WeightRow } from "../model/document.ts";
import { wholeFile } from "../diagnostic.ts";
import { quote } from "../quote.ts";
import { maxFileBytes } from "./bounds.ts";
import { reportCheckboxes } from "./checkbox.ts";
import { contentOf } from "./clean.ts";
import { firstLine } from "./entry.ts";
import { openMarkdown } from "./everywhere.ts";
import { spanAcross, spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { openSource, positionAt, report, reportAt, type Span } from "./source.ts";
import { cellSpan } from "./table-shape.ts";
import { visibleText } from "./text.ts";
import { takeTitle } from "./title.ts";

const columns = ["Domain", "Topic", "Weight"];
const shownColumns = "`Domain | Topic | Weight`";

export function parseGuide(file: SourceFile): GuideDocument {
  const { source, readable } = openSource(file, maxFileBytes, null);
  const document: GuideDocument = {
    kind: "guide",
    path: file.path,
    diagnostics: source.diagnostics,
    found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    title: "",
    content: { nodes: [], text: "" },
    weights: null,
    weightsPosition: wholeFile,
  };
  const opened = readable ? openMarkdown(source, false) : null;
  if (opened === null) return document;
  const { reading, judged } = opened;
  const { links, images, anchors } = reading;
  return { ...document, links, images, anchors, ...(judged && readGuide(reading)) };
}

function readGuide(reading: Reading): Pick<GuideDocument, "title" | "content" | "weights" | "weightsPosition"> {
  const { source } = reading;
  const { title, rest } = takeTitle(reading);
  checkSteps(reading, rest);
  reportCheckboxes(source, rest, "the guide");
  const content = contentOf(rest, reading);
  const tables = rest.filter((node): node is Table => node.type === "table");
  const [table, second] = tables.filter((node) => headerOf(node).join("|") === columns.join("|"));
  if (second !== undefined)
    report(
      source,
      "domain-table-mismatch",
      headerSpan(second),
      `Unexpected second table ${shownColumns}, expected one`,
    );
  if (table === undefined) {
    reportMissing(reading, tables);
    return { title, content, weights: null, weightsPosition: wholeFile };
  }
  const weights = table.children.slice(1).map((row) => readWeight(reading, row, table));
  return { title, content, weights, weightsPosition: positionAt(source, headerSpan(table)) };
}

const headerOf = (table: Table): string[] =>
  (table.children[0]?.children ?? []).map((cell) => visibleText(cell.children));
const headerSpan = (table: Table): Span => spanAcross(table.children.slice(0, 1), table);

function reportMissing({ source }: Reading, tables: readonly Table[]): void {
  const near = tables.find((table) => {
    const header = new Set(headerOf(table).map((name) => name.toLowerCase()));
    return columns.filter((name) => header.has(name.toLowerCase())).length >= 2;
  });
  if (near === undefined)
    return reportAt(
      source,
      "domain-table-missing",
      wholeFile,
      `Unexpected guide without the table of weights, expected a table ${shownColumns}`,
    );
  const same = headerOf(near).length === columns.length;
  const names = headerOf(near);
  const edits = (near.children[0]?.children ?? []).flatMap((cell, index) => {
    const text = columns[index] ?? "";
    return names[index] === text ? [] : [{ ...cellSpan(source, cell), text }];
  });
  const safe = names.every((name, index) => name.toLowerCase() === columns[index]?.toLowerCase());
  report(
    source,
    "domain-table-missing",
    headerSpan(near),
    `Unexpected table header ${quote(headerOf(near).join(" | "))}, did you mean ${shownColumns}?`,
    { ...(same && { fix: { safe, edits } }) },
  );
}

function readWeight({ source }: Reading, row: TableRow, table: Table): WeightRow {
  const [domain, title, weight] = row.children.map((cell) => ({
    text: visibleText(cell.children),
    position: positionAt(source, cellSpan(source, cell)),
  }));
  const position = positionAt(source, spanOf(row, table));
  const shown = weight?.text ?? "";
  const digits = /^((?:0|[1-9]\d*)(?:\.\d+)?) ?%$/.exec(shown)?.[1] ?? null;
  if (digits === null && weight !== undefined)
    reportAt(
      source,
      "domain-table-mismatch",
      weight.position,
      `Unexpected weight ${shown === "" ? "of nothing" : quote(shown)}, expected a percentage such as \`28 %\` or \`33.3 %\``,
    );
  return {
    domain: domain?.text ?? "",
    title: title?.text ?? "",
    weight: digits,
    position,
    cells: {
      domain: domain?.position ?? position,
      title: title?.position ?? position,
      weight: weight?.position ?? position,
    },
  };
}

/** Reports headings that skip a level. */
function checkSteps(reading: Reading, nodes: readonly RootContent[]): void {
  let depth = 1;
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    if (node.depth > depth + 1)
      report(
        reading.source,
        "heading-skipped",
        firstLine(reading, spanOf(node)),
        `Unexpected heading \`${"#".repeat(node.depth)}\`, expected at most \`${"#".repeat(depth + 1)}\` here`,
      );
    depth = node.depth;
  }
}
