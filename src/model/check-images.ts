// Images that the content uses: each is a file in the guide's media folder, of a type we know, with alternative text.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { suggestFirst } from "../near.ts";
import { quote } from "../quote.ts";
import type { Document, ImageTarget } from "./document.ts";
import type { Media, MediaFile } from "./media.ts";
import { readMedia, type ReadMedia } from "./read-media.ts";
import { isRemote, relativeTarget, resolveTarget } from "./target.ts";

/** The images in use by workspace path, and the faults of every use. */
export function checkImages(
  documents: readonly Document[],
  folder: string,
  files: readonly MediaFile[],
): { media: Map<string, Media>; diagnostics: Diagnostic[] } {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const read = new Map<string, ReadMedia>();
  const media = new Map<string, Media>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, images } of documents) {
    const suggest = suggestFirst();
    for (const image of images) {
      if (image.alt.trim() === "")
        diagnostics.push(
          fault("image-alt-missing", {
            message: "Unexpected image without alternative text, expected `![what it shows](…)`",
            path,
            position: image.position,
          }),
        );
      const found = find(image, path, { folder, files: byPath, suggest });
      if (typeof found === "string") {
        const message = `Unexpected image ${quote(image.url)}, ${found}`;
        diagnostics.push(fault("image-missing", { message, path, position: image.position }));
        continue;
      }
      const result = read.get(found.path) ?? readMedia(found);
      read.set(found.path, result);
      if (result.media) media.set(found.path, result.media);
      for (const { id, problem } of result.problems)
        diagnostics.push(
          fault(id, { message: `Unexpected image ${quote(image.url)}, ${problem}`, path, position: image.position }),
        );
    }
  }
  return { media, diagnostics };
}

interface Guide {
  folder: string;
  files: ReadonlyMap<string, MediaFile>;
  suggest: ReturnType<typeof suggestFirst>;
}

/** The file that an image names, or what is wrong with the name. */
function find({ url }: ImageTarget, from: string, { folder, files, suggest }: Guide): MediaFile | string {
  const mediaFolder = `${folder}/media`;
  const expected = `expected a file in ${quote(mediaFolder)}`;
  if (url.includes("\\") && !isRemote(url)) {
    const name = /[^\\/]*$/u.exec(url)?.[0];
    const same = [...files.keys()].find((path) => path.endsWith(`/${name}`));
    return `expected forward slashes${same === undefined ? "" : `: ${quote(relativeTarget(same, from))}`}`;
  }
  const target = isRemote(url) ? null : resolveTarget(url, from);
  if (target === null) return `${expected}, named by a path relative to this file`;
  const file = files.get(target.path);
  if (file && !file.escapes) return file;
  if (file) return `a link out of the media folder, expected the image itself in ${quote(mediaFolder)}`;
  const names = () => [...files.keys()].map((path) => relativeTarget(path, from));
  return `${expected}${suggest(relativeTarget(target.path, from), names)}`;
}
