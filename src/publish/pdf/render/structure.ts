// The logical structure of a document (ISO 32000-1, 14.7): what each line is, for those who do not see the page.
import type { Block, Numbering, TableNode, TextRole } from "../node.ts";
import type { LaidOutNode } from "./internals.ts";
import type { PdfDocument, StructureElement } from "./pdf-document.ts";

type Role =
  | TextRole
  | "Document"
  | "Sect"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Figure"
  | "Formula"
  | "Link";

/** An element to be: it becomes one of the file's when something of it is drawn, so that the tree is in reading order. */
export interface Part {
  role: Role;
  /** Null for the root alone. */
  parent: Part | null;
  /** What the element shows in words; for figures and formulas. */
  alt?: string;
  /** Where a figure stands on its page: left, top, right, lower edge, in points from the page's top left corner. */
  box?: [number, number, number, number];
  /** What a header cell is the header of. */
  scope?: "Column" | "Row";
  /** Of a list: how its entries are labelled. */
  numbering?: Numbering;
  /** Of a list: its entries are the nodes of the role LI below it, not whatever stands in it. */
  marksEntries?: true;
  /** Of a cell or an entry: it holds several blocks, so that each of its texts is a paragraph. */
  holdsBlocks?: true;
  /** Made with it and in this order: cells, because an empty one is never drawn, and labels, which are drawn late. */
  children?: Part[];
  element?: StructureElement;
}

/** What is drawn but says nothing, or says it again (ISO 32000-1, 14.8.2.2.2). */
export type Artifact = "layout" | "header" | "footer" | "repeated";

const artifacts: Record<Artifact, string> = {
  layout: "/Artifact <</Type /Layout>> BDC",
  header: "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
  footer: "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
  repeated: "/Artifact <</Type /Pagination>> BDC",
};

/** Where a node stands in the structure. */
export type Standing = Part | Artifact;

/** Whether what stands there is no part of the document's content. */
export const isArtifact = (standing: Standing): standing is Artifact => typeof standing === "string";

/** A new element below another. */
export const partOf = (
  role: Role,
  parent: Part | null,
  own: Pick<Part, "alt" | "scope" | "numbering" | "marksEntries"> = {},
): Part => ({ role, parent, ...own });

/** Elements whose text stands in them directly. */
const holdsText: ReadonlySet<Role> = new Set<Role>([
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "Caption",
  "Lbl",
  "LBody",
  "TH",
  "TD",
  "Reference",
  "P",
]);

/** Where a node stands, by what it is and where its parent stands. */
export function standingOf(node: LaidOutNode, parent: Standing): Standing {
  if (isArtifact(parent)) return parent;
  const role = "role" in node ? node.role : undefined;
  if (role === "LI" && parent.marksEntries) return partOf("LI", parent);
  const own = parent.role === "L" && !parent.marksEntries ? entryOf(parent) : parent;
  if (holdsText.has(own.role) && partsWithin(node) > 1) own.holdsBlocks = true;
  if ("ul" in node || "ol" in node) return partOf("L", own, { numbering: "ol" in node ? "Decimal" : "Disc" });
  if (role === "L") return partOf("L", own, { numbering: numberingOf(node), marksEntries: true });
  if ("canvas" in node) return "layout";
  if ("image" in node || "svg" in node) return partOf("Figure", own, { alt: node.alt });
  if ("table" in node) {
    if (role === "TOC") return partOf("TOC", own);
    // Other tables only arrange blocks on the page.
    return node.table.headerRows === undefined ? own : partOf("Table", own);
  }
  if (!("text" in node)) return own;
  if (node.role !== undefined) return partOf(node.role, own);
  return holdsText.has(own.role) && !own.holdsBlocks ? own : partOf("P", own);
}

/** How many blocks with something to read or to see a node stacks or sets side by side. */
function partsWithin(node: LaidOutNode): number {
  const parts = "stack" in node ? node.stack : "columns" in node ? node.columns : [];
  return parts.filter((part) => !("canvas" in part)).length;
}

function entryOf(list: Part): Part {
  const entry = partOf("LI", list);
  const body = partOf("LBody", entry);
  entry.children = [body];
  return body;
}

const numberingOf = (node: LaidOutNode): Numbering => ("numbering" in node ? (node.numbering ?? "None") : "None");

/** Where the columns of a list's entry stand: the first is its label. */
export function entryParts(node: LaidOutNode, entry: Part): Map<LaidOutNode, Part> {
  if (!("columns" in node)) return new Map();
  entry.children = node.columns.map((_, index) => partOf(index === 0 ? "Lbl" : "LBody", entry));
  return partsOf(node.columns, entry.children);
}

/** By now pdfmake has measured the blocks, and they are the nodes that it lays out. */
const partsOf = (nodes: readonly Block[], parts: readonly Part[]): Map<LaidOutNode, Part> =>
  new Map(parts.map((part, index) => [nodes[index] as LaidOutNode, part]));

/** Where the cells of a table stand; none for tables that only arrange blocks. */
export function cellParts(node: LaidOutNode, table: Part): Map<LaidOutNode, Part> {
  const parts = new Map<LaidOutNode, Part>();
  if (!("table" in node)) return parts;
  const rows = { head: partOf("THead", table), rest: partOf("TBody", table) };
  node.table.body.forEach((row, index) => {
    const cells = table.role === "Table" ? tableRow(node.table, index, rows) : entryRow(row, table);
    for (const [cell, part] of partsOf(row, cells)) parts.set(cell, part);
  });
  return parts;
}

function tableRow(
  { body, headerRows = 0, rowHeaders }: TableNode["table"],
  index: number,
  rows: Record<"head" | "rest", Part>,
): Part[] {
  const row = body[index] ?? [];
  const isHeader = index < headerRows;
  const parent = isHeader ? rows.head : rows.rest;
  if (row.length > 1 && row[0]?.colSpan === row.length) {
    const caption = partOf("Caption", parent.parent);
    return row.map(() => caption);
  }
  const line = partOf("TR", parent);
  line.children = row.map((_, column) => {
    if (isHeader) return partOf("TH", line, { scope: "Column" });
    return rowHeaders && column === 0 ? partOf("TH", line, { scope: "Row" }) : partOf("TD", line);
  });
  return line.children;
}

/** An entry of contents, whose cells are one reference behind a label, or of a list, whose first cell is the label. */
function entryRow(row: readonly Block[], list: Part): Part[] {
  const entry = partOf(list.role === "TOC" ? "TOCI" : "LI", list);
  const [label, body] = [partOf("Lbl", entry), partOf(list.role === "TOC" ? "Reference" : "LBody", entry)];
  const [first] = row;
  const isLabelled = row.length > 1 && !(first && "text" in first && first.text.length === 0);
  entry.children = isLabelled ? [label, body] : [body];
  return row.map((_, column) => (column === 0 && isLabelled ? label : body));
}

/** Marks what is drawn as content of its element. */
export interface Tagger {
  /** From here on, what is drawn belongs there; neighbours of one standing share one sequence. */
  mark(standing: Standing): void;
  /** Ends the open sequence. */
  close(): void;
  /** The file's element of a part, made with its ancestors when first asked for. */
  elementOf(part: Part): StructureElement;
}

/** A tagger for one document. */
export function createTagger(document: PdfDocument): Tagger {
  let open: Standing | null = null;
  const elementOf = (part: Part): StructureElement => {
    const parent = part.parent && elementOf(part.parent);
    // The parent may have made it just now.
    if (part.element) return part.element;
    const { alt, scope, box, numbering } = part;
    const element = document.struct(part.role, {
      ...(alt === undefined ? {} : { alt }),
      ...(scope ? { scope } : {}),
      ...(box ? { bbox: box } : {}),
    });
    if (numbering) element.dictionary.data["A"] = { O: "List", ListNumbering: numbering };
    part.element = element;
    if (parent) parent.add(element);
    else document.addStructure(element);
    part.children?.forEach(elementOf);
    return element;
  };
  const close = (): void => {
    if (open === null) return;
    if (isArtifact(open)) document.addContent("EMC");
    else document.endMarkedContent();
    open = null;
  };
  return {
    close,
    elementOf,
    mark(standing) {
      if (standing === open) return;
      close();
      // pdfkit's own artifacts have no subtype.
      if (isArtifact(standing)) document.addContent(artifacts[standing]);
      else elementOf(standing).add(document.markStructureContent(standing.role));
      open = standing;
    },
  };
}
