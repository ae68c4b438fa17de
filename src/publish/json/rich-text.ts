// One rich text in the three forms of the published bank. Images travel inside as data: URIs, so that one file is whole.
import type { Memory } from "../../cache/memory.ts";
import type { Content } from "../../model/content.ts";
import type { Media, MediaType } from "../../model/media.ts";
import type { RichText } from "../../model/types.gen.ts";
import { renderHtml } from "../shared/html.ts";
import { findImage } from "../shared/images.ts";
import { renderMarkdown } from "../shared/markdown.ts";
import { renderPlain } from "../shared/plain.ts";
import { recallContent, type RecallingWriter } from "../shared/recall-content.ts";

/** IANA media types. */
const mediaTypes: Record<MediaType, string> = {
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** Writes one content of the file at the path. */
export type RichTextWriter = (content: Content, path: string) => RichText;

/** An image is written where it stands; a text without one is recalled. */
export function makeRichTextWriter(media: ReadonlyMap<string, Media>, memory?: Memory): RecallingWriter<RichText> {
  return recallContent(memory, "rich text", "", (content, path, use) => {
    const image = (url: string): string => {
      use();
      return dataUri(findImage(url, path, media));
    };
    return {
      markdown: renderMarkdown(content, { image }),
      html: renderHtml(content, { image }),
      text: renderPlain(content.nodes),
    };
  });
}

const dataUri = ({ bytes, type }: Media): string =>
  `data:${mediaTypes[type]};base64,${Buffer.from(bytes).toString("base64")}`;
