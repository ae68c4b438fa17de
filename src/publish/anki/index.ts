// The Anki deck: one .apkg in the oldest of the package formats, which every client imports (rslib/src/import_export/package/meta.rs of ankitects/anki: legacy1).
import type { Counts } from "../../model/types.gen.ts";
import type { Artifact, Publication, Publisher } from "../publisher.ts";
import { sha256 } from "../shared/hash.ts";
import { zip } from "../shared/zip.ts";
import { check } from "./check.ts";
import { encodeCollection } from "./collection.ts";
import { layOut } from "./layout.ts";
import type { NoteDraft } from "./notes.ts";

async function publish(publication: Publication): Promise<Artifact[]> {
  const { guide } = publication.form.bank;
  const { deck, drafts, images } = layOut(publication);
  const files = new Map<string, Uint8Array>([
    ["collection.anki2", await encodeCollection(deck)],
    ["media", Buffer.from(JSON.stringify(Object.fromEntries(deck.media.entries())))],
  ]);
  for (const [index, { bytes }] of images.entries()) files.set(String(index), bytes);
  const bytes = await zip(files);
  return [
    { path: `${guide}/${guide}.apkg`, bytes, contentSha256: sha256(JSON.stringify(deck)), counts: countNotes(drafts) },
  ];
}

/** Tables are not counted: their rows are the notes. */
function countNotes(drafts: readonly NoteDraft[]): Partial<Counts> {
  const count = (...kinds: NoteDraft["kind"][]): number => drafts.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    items: count("choice", "ordering", "matching"),
    facts: count("fact"),
    rows: count("row"),
    terms: count("term"),
  };
}

export const ankiPublisher: Publisher = { id: "anki", check, publish };
