// Images in lines of text: icons where they stand, and whatever stands in a heading, made as small as the line.
import type { Image, PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Media } from "../../model/media.ts";
import { resolveTarget } from "../../model/target.ts";
import { standIn, type Inline, type TextStyle } from "./node.ts";
import type { Setting } from "./setting.ts";
import { svgForPdf } from "./svg.ts";

/** Points a pixel at the usual 96 pixels an inch. */
const pixel = 0.75;

/** Tallest image that stands in a line, in em. */
const mostHeight = 1.6;
/** Middle of a capital above the baseline, in em: the middle of an image stands there, too. */
const middle = 0.33;

/** Image types that a PDF can show. */
export function isPrintable({ type }: Pick<Media, "type">): boolean {
  return type !== "webp";
}

/** An image's file and natural size in points; throws for an image that `check` or the model should have reported. */
export function printedMedia(node: Image, { media, path }: Setting): { media: Media; width: number; height: number } {
  const found = media.get(resolveTarget(node.url, path)?.path ?? "");
  if (!found || !isPrintable(found)) throw new Error(`The image ${node.url} of ${path} cannot be printed`);
  return { media: found, width: found.width * pixel, height: found.height * pixel };
}

/** What draws the image: an SVG with our fonts, or the name of its data. */
export function sourceOfImage(media: Media, { fonts }: Setting): { svg: string } | { image: string } {
  return media.type === "svg" ? { svg: svgForPdf(media, fonts) } : { image: media.path };
}

/** An image that stands between lines of text. */
interface FigurePart {
  figure: Image;
}

/**
 * Phrasing around the images that are no icons, or around all if there is no text. Marked text, such as a link, is parted into
 * stretches that are each marked as the whole was.
 */
export function partAtFigures(nodes: readonly PhrasingContent[], setting: Setting): (PhrasingContent | FigurePart)[] {
  const hasText = toString(nodes, { includeImageAlt: false }).trim() !== "";
  const isFigure = (node: Image): boolean => {
    const { width, height } = printedMedia(node, setting);
    return !hasText || height > mostHeight * setting.size || width > setting.width / 2;
  };
  const part = (node: PhrasingContent): (PhrasingContent | FigurePart)[] => {
    if (node.type === "image") return isFigure(node) ? [{ figure: node }] : [node];
    if (!("children" in node)) return [node];
    const parts = node.children.flatMap(part);
    if (!parts.some((each) => "figure" in each)) return [node];
    return parts.map((each) => ("figure" in each ? each : { ...node, children: [each] }));
  };
  return nodes.flatMap(part);
}

/** The image as a run of text, scaled down to the line where it is larger. */
export function pictureRun(node: Image, style: TextStyle, setting: Setting): Inline {
  const size = style.fontSize ?? setting.size;
  const { media, width, height } = printedMedia(node, setting);
  const factor = Math.min(1, (mostHeight * size) / height, setting.width / width);
  const tall = (height * factor) / size;
  return {
    ...style,
    text: standIn,
    fontSize: size,
    font: {
      alt: node.alt ?? "",
      ...sourceOfImage(media, setting),
      width: (1000 * width * factor) / size,
      ascent: 1000 * (tall / 2 + middle),
      depth: Math.max(0, 1000 * (tall / 2 - middle)),
    },
  };
}
