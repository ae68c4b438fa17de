// The deck → the bytes of an .apkg, in the oldest of the package formats (rslib/src/import_export/package/meta.rs of ankitects/anki: legacy1).
import type { Media } from "../../model/media.ts";
import { zip, type Contents } from "../shared/zip.ts";
import { encodeCollection } from "./collection.ts";
import type { Deck } from "./deck.ts";

/** From so many notes on, the time to deflate is felt, and a file that is a fifth larger is not (bench/README.md). */
const large = 5000;

/** A file that every client imports; `images` are those of `deck.media`, in the same order. */
export async function encodePackage(deck: Deck, images: readonly Media[]): Promise<Uint8Array> {
  const files = new Map<string, Contents>([
    ["collection.anki2", encodeCollection(deck)],
    ["media", Buffer.from(JSON.stringify(Object.fromEntries(deck.media.entries())))],
  ]);
  for (const [index, { bytes }] of images.entries()) files.set(String(index), bytes);
  return zip(files, deck.notes.length < large ? 6 : 1);
}
