// Laid-out pages → page content. Replaces pdfmake's own renderer, which draws one text object and one link a word.
import type { Box } from "../node.ts";
import { RendererBase, type PageItem, type PdfDocument, type PdfPage, type PdfVector } from "./internals.ts";
import { drawLine } from "./line.ts";
import { renderSvg } from "./svg.ts";
import { artifact, createTagger, type Tagger } from "./structure.ts";

/** Bookmark of a heading, with the exact place that it leads to. */
export interface Bookmark {
  level: number;
  title: string;
  /** From 0. */
  page: number;
  /** Points above the lower edge of the page. */
  top: number;
}

/** Points left free above a heading that a link or bookmark leads to. */
const headroom = 10;

/** Thickness of the coloured bars of a box. */
const barWidth = 3;

/** Draws one document; use it once. */
export class PageRenderer extends RendererBase {
  /** Serial numbers of the lines drawn. */
  readonly drawn: Set<number> = new Set();
  /** Bookmarks in document order. */
  readonly bookmarks: Bookmark[] = [];
  private readonly document: PdfDocument;
  private readonly tagger: Tagger;

  constructor(document: PdfDocument) {
    super(document);
    this.document = document;
    this.tagger = createTagger(document);
  }

  /** Draws all pages in order. */
  drawPages(pages: readonly PdfPage[]): void {
    pages.forEach((page, index) => {
      this.document.addPage({ size: [page.pageSize.width, page.pageSize.height], margin: 0 });
      for (const item of inPaintingOrder(page.items)) this.drawItem(item, index);
      this.tagger.close();
    });
  }

  private drawItem(item: PageItem, page: number): void {
    switch (item.type) {
      case "line":
        return this.drawTextLine(item.item, page);
      case "vector":
        this.tagger.mark(artifact);
        return isBox(item.item.color) ? this.drawBox(item.item, item.item.color) : this.renderVector(item.item);
      case "image":
        this.tagger.mark(item.item.standing ?? artifact);
        return this.renderImage(item.item);
      case "svg":
        this.tagger.mark(item.item.standing ?? artifact);
        return renderSvg(this.document, item.item);
    }
  }

  private drawTextLine(line: Extract<PageItem, { type: "line" }>["item"], page: number): void {
    const { serial, owner, id } = line;
    const isFirstDraw = serial === undefined || !this.drawn.has(serial);
    if (serial !== undefined) this.drawn.add(serial);
    const top = Math.max(0, line.y - headroom);
    if (isFirstDraw && id !== undefined) this.document.addNamedDestination(id, "XYZ", 0, top, null);
    if (isFirstDraw && owner && "outline" in owner && owner.outline) {
      const { level, title } = owner.outline;
      // A heading of two lines is one bookmark, at its first.
      delete owner.outline;
      this.bookmarks.push({ level, title, page, top: this.document.page.height - top });
    }
    // What is drawn a second time is the header of a table that goes on.
    const standing = isFirstDraw ? (owner?.standing ?? line.inlines[0]?.standing ?? artifact) : artifact;
    drawLine(this.document, line, standing, this.tagger);
  }

  private drawBox({ x, y, w, h }: PdfVector, box: Box): void {
    const { document } = this;
    const radius = Math.min(box.radius ?? 0, w / 2, h / 2);
    // Where the box goes on, its rounded edge lies outside of what is shown.
    const hidden = box.open === undefined ? 0 : radius + 1;
    const top = box.open === "top" ? y - hidden : y;
    const height = h + hidden;
    const outline = (): void =>
      radius > 0 ? document.roundedRect(x, top, w, height, radius) : document.rect(x, top, w, height);
    document.save();
    if (hidden > 0) {
      document.rect(x - 1, box.open === "top" ? y : y - 1, w + 2, h + 1);
      document.clip();
    }
    outline();
    document.fillColor(box.fill);
    document.fill();
    if (box.bar !== undefined || box.top !== undefined) {
      document.save();
      outline();
      document.clip();
      if (box.bar !== undefined) document.rect(x, y, barWidth, h);
      else document.rect(x, y, w, barWidth);
      document.fillColor(box.bar ?? box.top ?? box.fill);
      document.fill();
      document.restore();
    }
    if (box.stroke !== undefined) {
      outline();
      document.lineWidth(0.7);
      document.strokeColor(box.stroke);
      document.stroke();
    }
    document.restore();
  }
}

const isBox = (color: string | Box | undefined): color is Box => typeof color === "object";

/** Backgrounds first, then boxes by depth, then the rest: pdfmake puts the fills of nested unbreakable blocks in reverse. */
function inPaintingOrder(items: readonly PageItem[]): PageItem[] {
  const layer = (item: PageItem): number => {
    if (item.type !== "vector") return Infinity;
    if (isBox(item.item.color)) return item.item.color.depth;
    return "bleed" in item.item ? -1 : Infinity;
  };
  return items
    .map((item) => ({ item, layer: layer(item) }))
    .sort((a, b) => (a.layer === b.layer ? 0 : a.layer - b.layer))
    .map(({ item }) => item);
}
