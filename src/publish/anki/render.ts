// What every field of a note is written with: HTML that is inert in Anki, and the images that it uses.
import { markOf } from "../../cache/marks.ts";
import type { Memory } from "../../cache/memory.ts";
import type { AlertKind, Content } from "../../model/content.ts";
import type { Media } from "../../model/media.ts";
import type { Words } from "../../model/types.gen.ts";
import { sha256 } from "../shared/hash.ts";
import { printHtml, renderHtml } from "../shared/html.ts";
import { findImage } from "../shared/images.ts";
import { recallContent } from "../shared/recall-content.ts";
import { makeAnki, splitOpenings } from "./inert.ts";

export interface FieldWriter {
  words: Words;
  /** One content of the file at the path as a field. */
  html: (content: Content, path: string) => string;
  /** Plain text as a field. */
  text: (value: string) => string;
  /** Called when all is written. */
  close: () => void;
}

/** A writer for the content of one file. */
export interface FileWriter extends Pick<FieldWriter, "words" | "text"> {
  html: (content: Content) => string;
}

/** Content that is both asked and reviewed is written once. */
export function writerFor(path: string, { words, text, html }: FieldWriter): FileWriter {
  const written = new Map<Content, string>();
  const write = (content: Content): string => {
    const known = written.get(content);
    if (known !== undefined) return known;
    const made = html(content, path);
    written.set(content, made);
    return made;
  };
  return { words, text, html: write };
}

/** Calls `use` for every image that is written, with its name: that of its bytes, so that a changed image changes the field. */
export function makeFieldWriter(
  words: Words,
  media: ReadonlyMap<string, Media>,
  use: (name: string, image: Media) => void,
  memory?: Memory,
): FieldWriter {
  const names = new Map([...media.values()].map((image) => [image, `cd-${sha256(image.bytes)}.${image.type}`]));
  const alertTitle = (kind: AlertKind): string => words.common[kind];
  const madeOf = markOf(JSON.stringify(words.common));
  const { write, close } = recallContent(memory, "field", madeOf, (content, path, hang) => {
    const image = (url: string): string => {
      hang();
      const found = findImage(url, path, media);
      const name = names.get(found) ?? "";
      use(name, found);
      return name;
    };
    return renderHtml(content, { image, alertTitle, finish: makeAnki });
  });
  return { words, html: write, close, text: (value) => printHtml({ type: "root", children: splitOpenings(value) }) };
}
