// The Anki deck: one .apkg.
import { createHash } from "node:crypto";
import { noMemory, recallLater } from "../../cache/memory.ts";
import type { Counts } from "../../model/types.gen.ts";
import type { Artifact, Publication, Publisher } from "../publisher.ts";
import { check } from "./check.ts";
import type { Deck } from "./deck.ts";
import { layOut } from "./layout.ts";
import type { NoteDraft } from "./notes.ts";
import { encodePackage } from "./package.ts";

async function publish(publication: Publication): Promise<Artifact[]> {
  const { form, memory = noMemory } = publication;
  const { guide } = form.bank;
  const { deck, drafts, images } = layOut(publication);
  const contentSha256 = hashDeck(deck);
  // Names of images are hashes of their bytes, and so the deck's hash stands for all of the package.
  const bytes = await recallLater(memory, "package", contentSha256, () => encodePackage(deck, images));
  return [{ path: `${guide}/${guide}.apkg`, bytes, contentSha256, counts: countNotes(drafts) }];
}

/** Note by note: the JSON of a large deck is longer than a string can be. */
function hashDeck({ notes, ...rest }: Deck): string {
  const hash = createHash("sha256").update(JSON.stringify(rest));
  for (const note of notes) hash.update(JSON.stringify(note));
  return hash.digest("hex");
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
