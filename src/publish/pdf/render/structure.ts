// The logical structure of a document (ISO 32000-1, 14.7): what each line is, for those who do not see the page.
import type { TextRole } from "../node.ts";
import type { LaidOutNode, PdfDocument, StructureElement } from "./internals.ts";

type Role =
  | TextRole
  | "Document"
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
  /** What a header cell is the header of. */
  scope?: "Column";
  /** Of a table row: its cells, made with it, because an empty one is never drawn. */
  cells?: Part[];
  element?: StructureElement;
}

/** What is drawn but says nothing, or says it again: rules, fills, running headers, repeated table headers. */
export const artifact = "artifact";

/** Where a node stands in the structure. */
export type Standing = Part | typeof artifact;

/** A new element below another. */
export const partOf = (role: Role, parent: Part | null, own: Pick<Part, "alt" | "scope"> = {}): Part => ({
  role,
  parent,
  ...own,
});

/** Elements whose text stands in them directly. */
const holdsText: ReadonlySet<Role> = new Set<Role>([
  "H1",
  "H2",
  "H3",
  "H4",
  "Caption",
  "LBody",
  "TH",
  "TD",
  "TOCI",
  "P",
]);

/** Where a node stands, by what it is and where its parent stands. */
export function standingOf(node: LaidOutNode, parent: Standing): Standing {
  if (parent === artifact) return artifact;
  const own = parent.role === "L" ? partOf("LBody", partOf("LI", parent)) : parent;
  if ("ul" in node || "ol" in node) return partOf("L", own);
  if ("canvas" in node) return artifact;
  if ("image" in node || "svg" in node) return partOf("Figure", own, { alt: node.alt });
  if ("table" in node) {
    if (node.role === "TOC") return partOf("TOC", own);
    // Other tables only arrange blocks on the page.
    return node.table.headerRows === undefined ? own : partOf("Table", own);
  }
  if (!("text" in node)) return own;
  if (node.role !== undefined) return partOf(node.role, own);
  return holdsText.has(own.role) ? own : partOf("P", own);
}

/** Where the cells of a table stand; none for tables that only arrange blocks. */
export function cellParts(node: LaidOutNode, table: Part): Map<LaidOutNode, Part> {
  const parts = new Map<LaidOutNode, Part>();
  if (!("table" in node)) return parts;
  const { body, headerRows = 0 } = node.table;
  const columns = body[0]?.length ?? 0;
  const head = partOf("THead", table);
  const rest = partOf("TBody", table);
  body.forEach((row, index) => {
    const isCaption = columns > 1 && row[0]?.colSpan === columns;
    const isHeader = index < headerRows;
    const line = table.role === "TOC" ? partOf("TOCI", table) : partOf("TR", isHeader ? head : rest);
    const standings = row.map(() => {
      if (table.role === "TOC") return line;
      if (isCaption) return partOf("Caption", table);
      return partOf(isHeader ? "TH" : "TD", line, isHeader ? { scope: "Column" } : {});
    });
    if (line.role === "TR" && !isCaption) line.cells = standings;
    row.forEach((cell, column) => {
      // By now pdfmake has measured the cells, and they are the nodes that it lays out.
      parts.set(cell as LaidOutNode, standings[column] ?? line);
    });
  });
  return parts;
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
    if (part.element) return part.element;
    const { alt, scope } = part;
    const element = document.struct(part.role, { ...(alt === undefined ? {} : { alt }), ...(scope ? { scope } : {}) });
    part.element = element;
    if (part.parent) elementOf(part.parent).add(element);
    else document.addStructure(element);
    part.cells?.forEach(elementOf);
    return element;
  };
  const close = (): void => {
    if (open !== null) document.endMarkedContent();
    open = null;
  };
  return {
    close,
    elementOf,
    mark(standing) {
      if (standing === open) return;
      close();
      if (standing === artifact) document.markContent("Artifact", {});
      else {
        const content = document.markStructureContent(standing.role);
        elementOf(standing).add(content);
      }
      open = standing;
    },
  };
}
