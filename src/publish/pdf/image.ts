// Images as blocks: scaled to the width that is left, with their title or alternative text as caption.
import type { Image } from "mdast";
import type { Media } from "../../model/media.ts";
import { plainRuns } from "./inline.ts";
import type { Block } from "./node.ts";
import { printedMedia, sourceOfImage } from "./picture.ts";
import type { Setting } from "./setting.ts";

/** An image with its caption; throws for an image that `check` or the model should have reported. */
export function imageBlock(node: Image, setting: Setting): Block {
  const { media, width, height } = printedMedia(node, setting);
  const fit: [number, number] = [Math.min(setting.width, width), Math.min(setting.height, height)];
  const alt = node.alt ?? "";
  const picture: Block = { ...sourceOfImage(media, setting), alt, fit, alignment: "center" };
  const caption = node.title ?? alt;
  if (caption === "") return { stack: [picture], margin: [0, 3, 0, 7] };
  const { sizes, colors } = setting.theme;
  const text = plainRuns(caption, { color: colors.muted, italics: true }, setting);
  return {
    stack: [picture, { text, role: "Caption", fontSize: sizes.small, alignment: "center", margin: [0, 3, 0, 0] }],
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
