// Laid-out pages → page content. Replaces pdfmake's own renderer, which draws one text object and one link a word.
import type { Box } from "../node.ts";
import { RendererBase, type PageItem, type PdfPage, type PdfVector } from "./internals.ts";
import type { PdfDocument } from "./pdf-document.ts";
import { drawLine } from "./line.ts";
import { createTagger, isArtifact, type Standing, type Tagger } from "./structure.ts";
import { renderSvg } from "./svg.ts";

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
  /** Serial numbers of the lines, images and shapes drawn. */
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

  /** Draws all pages in order, and empties them. */
  drawPages(pages: readonly PdfPage[]): void {
    pages.forEach((page, index) => {
      this.document.addPage({ size: [page.pageSize.width, page.pageSize.height], margin: 0 });
      for (const item of inPaintingOrder(page.items)) this.drawItem(item, index);
      this.tagger.close();
      page.items.length = 0;
    });
  }

  private drawItem(item: PageItem, page: number): void {
    switch (item.type) {
      case "line":
        return this.drawTextLine(item.item, page);
      case "vector":
        if (item.item.serial !== undefined) this.drawn.add(item.item.serial);
        this.tagger.mark("layout");
        return isBox(item.item.color) ? this.drawBox(item.item, item.item.color) : this.renderVector(item.item);
      case "image":
        this.tagger.mark(this.beginPicture(item.item));
        return this.renderImage(item.item);
      case "svg":
        this.tagger.mark(this.beginPicture(item.item));
        return renderSvg(this.document, item.item);
    }
  }

  private beginPicture({ x, y, _width, _height, serial, standing = "layout" }: Picture): Standing {
    const isFirstDraw = serial === undefined || !this.drawn.has(serial);
    if (serial !== undefined) this.drawn.add(serial);
    if (isArtifact(standing)) return standing;
    if (!isFirstDraw) return "repeated";
    standing.box = [x, y, x + _width, y + _height];
    return standing;
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
    const standing = isFirstDraw ? (owner?.standing ?? line.inlines[0]?.standing ?? "layout") : "repeated";
    drawLine(this.document, line, standing, this.tagger);
  }

  private drawBox({ x, y, w, h }: PdfVector, box: Box): void {
    const { document } = this;
    const radius = Math.min(box.radius ?? 0, w / 2, h / 2);
    // Where the box goes on, its rounded edge lies outside of what is shown.
    const hidden = radius + 1;
    const [above, below] = [box.open === "top" || box.open === "both", box.open === "bottom" || box.open === "both"];
    const top = above ? y - hidden : y;
    const height = h + (above ? hidden : 0) + (below ? hidden : 0);
    const outline = (): void =>
      radius > 0 ? document.roundedRect(x, top, w, height, radius) : document.rect(x, top, w, height);
    document.save();
    if (above || below) {
      document.rect(x - 1, above ? y : y - 1, w + 2, h + (above ? 0 : 1) + (below ? 0 : 1));
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
      else if (!above) document.rect(x, y, w, barWidth);
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

type Picture = Extract<PageItem, { type: "image" | "svg" }>["item"];

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
