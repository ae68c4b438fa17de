// Images: scaled to the width that is left, with their title or alternative text as caption.
import type { Image } from "mdast";
import type { Media } from "../../model/media.ts";
import { resolveTarget } from "../../model/target.ts";
import { plainRuns } from "./inline.ts";
import type { Block } from "./node.ts";
import type { Setting } from "./setting.ts";
import { svgForPdf } from "./svg.ts";

/** Points a pixel at the usual 96 pixels an inch. */
const pixel = 0.75;

/** Image types that a PDF can show. */
export function isPrintable({ type }: Pick<Media, "type">): boolean {
  return type !== "webp";
}

/** An image with its caption; throws for an image that `check` or the model should have reported. */
export function imageBlock(node: Image, setting: Setting): Block {
  const media = setting.media.get(resolveTarget(node.url, setting.path)?.path ?? "");
  if (!media || !isPrintable(media)) throw new Error(`The image ${node.url} of ${setting.path} cannot be printed`);
  const fit: [number, number] = [
    Math.min(setting.width, media.width * pixel),
    Math.min(setting.height, media.height * pixel),
  ];
  const alt = node.alt ?? "";
  const picture: Block =
    media.type === "svg"
      ? { svg: svgForPdf(media.bytes, setting.fonts), alt, fit, alignment: "center" }
      : { image: media.path, alt, fit, alignment: "center" };
  const caption = node.title ?? alt;
  if (caption === "") return { stack: [picture], margin: [0, 3, 0, 7] };
  const { sizes, colors } = setting.theme;
  const text = plainRuns(caption, { color: colors.muted, italics: true }, setting);
  return {
    stack: [picture, { text, fontSize: sizes.small, alignment: "center", margin: [0, 3, 0, 0] }],
    margin: [0, 3, 0, 7],
    unbreakable: true,
  };
}

/** The images of a publication as data URLs, by workspace path. */
export function imageData(media: ReadonlyMap<string, Media>): Record<string, string> {
  return Object.fromEntries(
    [...media.values()]
      .filter(({ type }) => type === "png" || type === "jpg")
      .map(({ path, type, bytes }) => [
        path,
        `data:image/${type === "jpg" ? "jpeg" : "png"};base64,${Buffer.from(bytes).toString("base64")}`,
      ]),
  );
}
