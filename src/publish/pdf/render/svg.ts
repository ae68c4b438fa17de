// Draws SVG images with the fonts of the document.
import type { Assets } from "../../publisher.ts";
import { familyFor } from "../svg.ts";
import { openDocument } from "./document.ts";
import { drawSvg, type PageItem } from "./internals.ts";
import type { PdfDocument } from "./pdf-document.ts";

/** An SVG at its place on a page, in its size in points. */
type DrawnSvg = Pick<Extract<PageItem, { type: "svg" }>["item"], "svg" | "x" | "y" | "_width" | "_height">;

/** Draws the image at its place and in its size; what cannot be drawn is left out, because `check` has reported it. */
export function renderSvg(document: PdfDocument, image: DrawnSvg): void {
  draw(document, image, () => undefined);
}

/** What is said about parts of an SVG that cannot be drawn, each once; empty if all can. */
export function faultsOfSvg(svg: string, fonts: Assets["fonts"]): string[] {
  const document = openDocument(fonts, {
    title: "",
    author: "",
    subject: "",
    language: "",
    date: new Date(0),
    images: {},
  });
  document.addPage({ size: [100, 100], margin: 0 });
  const faults = new Set<string>();
  draw(document, { svg, x: 0, y: 0, _width: 100, _height: 100 }, (fault) => faults.add(fault));
  return [...faults];
}

function draw(
  document: PdfDocument,
  { svg, x, y, _width: width, _height: height }: DrawnSvg,
  warningCallback: (fault: string) => void,
): void {
  const fontCallback = (list: string, bold: boolean, italics: boolean): Uint8Array =>
    document.getFontFile(familyFor(list, document.book()), bold, italics);
  drawSvg(document, svg, x, y, { width, height, assumePt: true, fontCallback, warningCallback });
}
