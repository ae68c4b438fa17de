// What is written once at the end of a document: bookmarks, the tree of named destinations, and metadata.
import type { Bookmark } from "./renderer.ts";
import type { PdfDocument } from "./pdf-document.ts";

/** Adds the bookmarks as a tree by their levels; those of the first level are shown unfolded. */
export function writeOutline(document: PdfDocument, bookmarks: readonly Bookmark[]): void {
  const pages = document._root.data.Pages.data.Kids;
  const open = [{ level: 0, item: document.outline }];
  for (const { level, title, page, top } of bookmarks) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const item = (open.at(-1)?.item ?? document.outline).addItem(title, { pageNumber: page, expanded: false });
    // pdfkit's own target is the page's top right corner.
    item.outlineData["Dest"] = [pages[page], "XYZ", 0, Math.round(top * 100) / 100, null];
    open.push({ level, item });
  }
}

/** Sorts destinations by their bytes, as viewers search them; pdfkit sorts by the machine's locale. */
export function sortDestinations(document: PdfDocument): void {
  const names = document._root.data.Names.data.Dests;
  names.limits = false;
  names._compareKeys = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Escapes the texts of the XMP packet, which pdfkit writes as they are. */
export function escapeMetadata(document: PdfDocument): void {
  const write = document._addInfo;
  document._addInfo = () => {
    const { info } = document;
    document.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [
        key,
        typeof value === "string"
          ? value.replaceAll(/[&<>]/gu, (character) => entities[character] ?? character)
          : value,
      ]),
    );
    write.call(document);
    document.info = info;
  };
}

/** States PDF/UA-1 (ISO 14289-1, clause 5): all that the renderer draws stands in the structure or is an artifact. */
export function claimUniversalAccess(document: PdfDocument): void {
  document.appendXML(`<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`);
}
