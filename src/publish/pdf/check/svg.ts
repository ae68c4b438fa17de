// Faults of SVG images in the PDF: characters without a glyph, and parts that are not drawn.
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import type { Media } from "../../../model/media.ts";
import { quote } from "../../../quote.ts";
import type { Assets } from "../../publisher.ts";
import { clustersOf, isVisible } from "../clusters.ts";
import type { FontBook } from "../fonts.ts";
import { findRightToLeft } from "../right-to-left.ts";
import { faultsOfSvg } from "../render/svg.ts";
import { codePointNames, showCluster } from "../runs.ts";
import { missingInPdf, svgForPdf, svgTexts } from "../svg.ts";
import { rightToLeft } from "./characters.ts";

/** All such faults of one image, at a place where it is used. */
export function checkSvg(
  media: Media,
  { path, position }: { path: string; position: Position },
  { book, assets }: { book: FontBook; assets: Pick<Assets, "fonts"> },
): Diagnostic[] {
  const { path: file, bytes } = media;
  const texts = svgTexts(bytes);
  const turned = texts.find((text) => findRightToLeft(text) !== null);
  if (turned !== undefined)
    return [rightToLeft(`text ${quote(turned.trim())} in the svg image ${quote(file)}`, path, position)];
  const characters = new Set(texts.flatMap((text) => [...clustersOf(text)]));
  const missing = [...characters].filter((character) => !isDrawn(character, book));
  const partial = (what: string, expected: string): Diagnostic =>
    fault("image-part-unprintable", {
      message: `Unexpected ${what} in the svg image ${quote(file)}, expected ${expected}`,
      path,
      position,
    });
  if (missing.length > 0)
    return missing.map((character) =>
      fault("text-glyph-missing", {
        message: `Unexpected character \`${character}\` (${codePointNames(character)}) in the svg image ${quote(file)}, expected one that a font of the PDF has`,
        path,
        position,
        note: "Write it in other words or characters, or turn the text of the image into paths",
      }),
    );
  return [
    ...missingInPdf(bytes).map((name) =>
      partial(quote(name), "shapes, text, gradients and masks: the PDF leaves it out"),
    ),
    ...faultsOfSvg(svgForPdf(media, book), assets.fonts).map((found) =>
      partial("part", `one that can be drawn: ${found.replaceAll("`", "'")}`),
    ),
  ];
}

const isDrawn = (character: string, fonts: FontBook): boolean =>
  !isVisible(character) || showCluster(character, { family: "body", bold: false, italics: false }, fonts) !== undefined;
