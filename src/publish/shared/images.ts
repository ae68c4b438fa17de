// The images that content shows, found as the code hosts find them: relative to the file that names them.
import type { Media } from "../../model/media.ts";
import { resolveTarget } from "../../model/target.ts";

/** The image that a file names. Throws if there is none: the model reports it, and then nothing is published. */
export function findImage(url: string, from: string, media: ReadonlyMap<string, Media>): Media {
  const found = media.get(resolveTarget(url, from)?.path ?? "");
  if (!found) throw new Error(`The bank has no image ${url} of ${from}`);
  return found;
}
