// The encoder: a definition → the bytes of a PDF, with what was placed and on which page.
import type { Counts } from "../../../model/types.gen.ts";
import type { Assets } from "../../publisher.ts";
import type { Block, Chapter, Definition, Place } from "../node.ts";
import { pageSizes } from "../page-size.ts";
import type { Theme } from "../theme.ts";
import { openDocument } from "./document.ts";
import { SVGMeasure } from "./internals.ts";
import { CountingLayoutBuilder } from "./layout-builder.ts";
import { claimUniversalAccess, escapeMetadata, sortDestinations, writeOutline } from "./outline.ts";
import { PageRenderer } from "./renderer.ts";
import { tableLayouts } from "./table-layouts.ts";

/** A finished document. */
export interface Rendered {
  bytes: Uint8Array;
  pages: number;
  /** What stands on the pages, counted as it was laid out. */
  placed: Partial<Counts>;
  /** Page of the node with this id, from 1. */
  pageOf: (id: string) => number | undefined;
}

/** Draws a definition, which it consumes; throws if a line or picture that was laid out is on no page. */
export async function render(definition: Definition, fonts: Assets["fonts"], theme: Theme): Promise<Rendered> {
  const document = openDocument(fonts, definition);
  const [left, top, right, bottom] = definition.margins;
  const builder = new CountingLayoutBuilder(
    pageSizes[definition.pageSize],
    { left, top, right, bottom },
    new SVGMeasure(),
  );
  builder.registerTableLayouts(tableLayouts(theme));
  const running = (make: (place: Place) => Block | null) => (page: number, pages: number) =>
    make({ page, pages, ...chapterAt(page, definition.chapters, builder) });
  const pages = builder.layoutDocument(
    { stack: definition.content },
    document,
    {},
    definition.style,
    undefined,
    running((place) => definition.header(place)),
    running((place) => definition.footer(place)),
  );
  // Numbers, not the builder: it holds the whole layout, and drawing needs the memory.
  const numbers = builder.pageNumbers();
  builder.release();
  definition.content.length = 0;
  const renderer = new PageRenderer(document);
  renderer.drawPages(pages);
  if (renderer.drawn.size !== builder.laidOut)
    throw new Error(
      `Lost content: ${builder.laidOut} lines and pictures were laid out and ${renderer.drawn.size} drawn`,
    );
  writeOutline(document, renderer.bookmarks);
  sortDestinations(document);
  escapeMetadata(document);
  claimUniversalAccess(document);
  const bytes = await document.finish();
  return { bytes, pages: pages.length, placed: builder.placed, pageOf: (id) => numbers.get(id) };
}

/** The last chapter that opens on or before the page. */
function chapterAt(
  page: number,
  chapters: readonly Chapter[],
  builder: CountingLayoutBuilder,
): Pick<Place, "chapter" | "opens"> {
  const chapter = chapters.findLast(({ id }) => (builder.pageOf(id) ?? Infinity) <= page);
  return { chapter, opens: chapter !== undefined && builder.pageOf(chapter.id) === page };
}
