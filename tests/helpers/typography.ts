// What a reader sees of laid-out pages, as numbers: how full they are, and what stands alone on them.
import type { Definition } from "../../src/publish/pdf/node.ts";
import { pageSizes } from "../../src/publish/pdf/page-size.ts";
import { openDocument } from "../../src/publish/pdf/render/document.ts";
import { SVGMeasure, type PageItem, type PdfLine, type PdfPage } from "../../src/publish/pdf/render/internals.ts";
import { CountingLayoutBuilder } from "../../src/publish/pdf/render/layout-builder.ts";
import { tableLayouts } from "../../src/publish/pdf/render/table-layouts.ts";
import type { Theme } from "../../src/publish/pdf/theme.ts";
import type { Assets } from "../../src/publish/publisher.ts";

/** A definition's pages without running headers and footers. */
export interface LaidOut {
  pages: PdfPage[];
  /** Of every page, in points: where its text area begins and ends. */
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** How many lines, images and shapes were laid out. */
  count: number;
}

/** Lays a definition out, which it consumes. */
export function layOut(definition: Definition, fonts: Assets["fonts"], theme: Theme): LaidOut {
  const size = pageSizes[definition.pageSize];
  const [left, top, right, bottom] = definition.margins;
  const builder = new CountingLayoutBuilder(size, { left, top, right, bottom }, new SVGMeasure());
  builder.registerTableLayouts(tableLayouts(theme));
  const document = openDocument(fonts, definition);
  const pages = builder.layoutDocument({ stack: definition.content }, document, {}, definition.style);
  return { pages, top, bottom: size.height - bottom, left, right: size.width - right, count: builder.laidOut };
}

const isBleed = ({ type, item }: PageItem): boolean => type === "vector" && "bleed" in item && item.bleed;

/** Upper and lower edge of an item. */
function extent(entry: PageItem): [number, number] {
  if (entry.type === "line") return [entry.item.y, entry.item.y + entry.item.getHeight()];
  if (entry.type === "vector") {
    const { y = 0, h = 0, y1, y2, r2 = 0 } = entry.item as Partial<Record<"y" | "h" | "y1" | "y2" | "r2", number>>;
    return y1 === undefined ? [y - r2, y + h + r2] : [y1, y2 ?? y1];
  }
  const { y } = entry.item;
  const height = (entry.item as { _height?: number })._height ?? 0;
  return [y, y + height];
}

/** The lines of a page in drawing order. */
export const linesOf = (page: PdfPage): PdfLine[] =>
  page.items.flatMap((item) => (item.type === "line" ? [item.item] : []));

/** What a line shows. */
export const textOf = (line: PdfLine): string => line.inlines.map(({ text }) => text).join("");

/** Whether a chapter starts on the page: nothing of a page before it could stand there. */
const opens = (page: PdfPage | undefined): boolean =>
  page === undefined ||
  page.items.some(isBleed) ||
  linesOf(page).some((line) => line.owner !== undefined && line.owner.pageBreak === "before");

/** Flaws of one document; every entry names the page, from 1, and the text in question. */
export interface Flaws {
  /** Pages that are more than a third empty though no chapter starts on the next one. */
  empty: string[];
  /** Headings and labels that stand last on their page. */
  widowedHeadings: string[];
  /** Paragraphs of which one line stands alone on a page. */
  stranded: string[];
  /** Boxes of which a part holds less than two lines. */
  slivers: string[];
  /** Lines that are wider than their column, or leave the text area. */
  overflowing: string[];
  /** Lines that are drawn over each other. */
  overlapping: string[];
}

/** All flaws of laid-out pages. */
export function flawsOf(document: LaidOut): Flaws {
  return {
    empty: emptyPages(document),
    widowedHeadings: widowedHeadings(document),
    stranded: strandedLines(document),
    slivers: slivers(document),
    overflowing: overflowing(document),
    overlapping: overlapping(document),
  };
}

/** The share of each page's text area below its lowest content. */
function emptiness({ pages, top, bottom }: LaidOut): number[] {
  return pages.map(({ items }) => {
    const lowest = Math.max(top, ...items.filter((item) => !isBleed(item)).map((item) => extent(item)[1]));
    return Math.max(0, bottom - lowest) / (bottom - top);
  });
}

function emptyPages(document: LaidOut): string[] {
  return emptiness(document).flatMap((share, index) =>
    share > 1 / 3 && !opens(document.pages[index + 1])
      ? [`${index + 1}: ${Math.round(share * 100)} % below ${textOf(lastLine(document.pages[index]) ?? none)}`]
      : [],
  );
}

const none = { inlines: [] } as unknown as PdfLine;

/** The line whose lower edge is lowest. */
function lastLine(page: PdfPage | undefined): PdfLine | undefined {
  const lines = page ? linesOf(page) : [];
  return lines.reduce<PdfLine | undefined>(
    (last, line) => (!last || line.y + line.getHeight() > last.y + last.getHeight() ? line : last),
    undefined,
  );
}

function widowedHeadings({ pages }: LaidOut): string[] {
  return pages.flatMap((page, index) => {
    const line = lastLine(page);
    const owner = line?.owner;
    if (!line || !owner || opens(pages[index + 1])) return [];
    const isHeading = ("role" in owner && owner.role !== undefined) || owner.keepWithNext === true;
    return isHeading ? [`${index + 1}: ${textOf(line)}`] : [];
  });
}

function strandedLines({ pages }: LaidOut): string[] {
  const paragraphs = new Map<object, Map<number, PdfLine[]>>();
  const drawn = new Set<number>();
  pages.forEach((page, index) => {
    for (const line of linesOf(page)) {
      if (!line.owner || line.serial === undefined || drawn.has(line.serial)) continue;
      drawn.add(line.serial);
      const parts = paragraphs.get(line.owner) ?? new Map<number, PdfLine[]>();
      paragraphs.set(line.owner, parts.set(index, [...(parts.get(index) ?? []), line]));
    }
  });
  return [...paragraphs.values()].flatMap((parts) =>
    parts.size < 2
      ? []
      : [...parts].flatMap(([page, lines]) =>
          lines.length === 1 && lines[0] ? [`${page + 1}: ${textOf(lines[0])}`] : [],
        ),
  );
}

function slivers({ pages }: LaidOut): string[] {
  return pages.flatMap((page, index) =>
    page.items.flatMap((item) => {
      if (item.type !== "vector" || typeof item.item.color !== "object" || item.item.color.open === undefined)
        return [];
      const { x, y, w, h } = item.item;
      const inside = linesOf(page).filter((line) => line.x >= x && line.x < x + w && line.y >= y && line.y < y + h);
      const heights = new Set(inside.map((line) => Math.round(line.y)));
      return heights.size < 2 ? [`${index + 1}: ${inside.map((line) => textOf(line)).join(" ")}`] : [];
    }),
  );
}

function overflowing({ pages, top, bottom, left, right }: LaidOut): string[] {
  return pages.flatMap((page, index) =>
    linesOf(page)
      .filter((line) => {
        const last = line.inlines.at(-1);
        const own = line as unknown as { maxWidth: number; getWidth(): number };
        const end = line.x + (last ? last.x + own.getWidth() - last.x : 0);
        const isFixed = line.owner?.absolutePosition !== undefined;
        const isBelow = !isFixed && line.y + line.getHeight() > bottom + 0.1;
        const isAbove = !isFixed && index > 0 && line.y < top - 30;
        return own.getWidth() > own.maxWidth + 0.1 || end > right + 0.1 || line.x < left - 0.1 || isBelow || isAbove;
      })
      .map((line) => `${index + 1}: ${textOf(line)}`),
  );
}

function overlapping({ pages }: LaidOut): string[] {
  const widthOf = (line: PdfLine): number => (line as unknown as { getWidth(): number }).getWidth();
  return pages.flatMap((page, index) => {
    const lines = linesOf(page)
      .filter((line) => textOf(line).trim() !== "")
      .toSorted((a, b) => a.y - b.y);
    return lines.flatMap((line, at) => {
      const found: string[] = [];
      for (const other of lines.slice(at + 1)) {
        if (other.y > line.y + line.getHeight() - 2) break;
        const isBeside = other.x >= line.x + widthOf(line) - 0.1 || line.x >= other.x + widthOf(other) - 0.1;
        if (!isBeside) found.push(`${index + 1}: ${textOf(line)} | ${textOf(other)}`);
      }
      return found;
    });
  });
}

/** How many lines, images and shapes stand on the pages; what is repeated counts once. */
export function countDrawn({ pages }: LaidOut): number {
  return new Set(pages.flatMap(({ items }) => items.flatMap(({ item }) => item.serial ?? []))).size;
}
