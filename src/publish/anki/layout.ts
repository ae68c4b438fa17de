// Form → the deck: drafts of notes with every identity, tag and place, and the decks that they lie in. Pure; encodes nothing.
import type { Bank } from "../../model/bank.ts";
import type { Media } from "../../model/media.ts";
import type { Words } from "../../model/types.gen.ts";
import type { Publication } from "../publisher.ts";
import { escapeHtml } from "../shared/escape.ts";
import { feedbackUrl } from "../shared/feedback.ts";
import { fill } from "../shared/words.ts";
import type { Deck, DeckNode, Note, NoteKind, NoteType } from "./deck.ts";
import { deckId, noteGuid, noteIds } from "./identity.ts";
import { makeNoteTypes } from "./note-types.ts";
import { draftNotes, type NoteDraft } from "./notes.ts";
import { makeFieldWriter, type FieldWriter } from "./render.ts";

/** Anki "mends" new cards from this place on (rslib dbcheck). */
const dueLimit = 1_000_000;

/** Room between two notes for those of later editions. */
const dueGap = 10;

/** The deck, what its notes were made from, and the images that they use, in the order of their names. */
export interface LaidOut {
  deck: Deck;
  drafts: NoteDraft[];
  images: Media[];
}

export function layOut({ form, words, assets, date }: Publication): LaidOut {
  const { bank } = form;
  const media = new Map<string, Media>();
  const writer = makeFieldWriter(words, bank.media, (name, image) => media.set(name, image));
  const drafts = draftNotes(form, writer);
  const used = [...media].sort(([a], [b]) => (a < b ? -1 : 1));
  const types = makeNoteTypes({ language: bank.exam.language, words, templates: assets.templates });
  const mod = Math.floor(date.getTime() / 1000);
  const deck: Deck = {
    mod,
    noteTypes: [...types.values()].sort((a, b) => a.id - b.id),
    decks: layOutDecks(drafts, bank, words),
    notes: layOutNotes(drafts, { bank, types, writer, mod }),
    media: used.map(([name]) => name),
  };
  return { deck, drafts, images: used.map(([, image]) => image) };
}

const deckName = ({ exam }: Bank, path: readonly string[]): string => [exam.code, ...path].join("::");

/** All decks with their parents; the outermost tells the learner what this is and how to update it. */
function layOutDecks(drafts: readonly NoteDraft[], bank: Bank, words: Words): DeckNode[] {
  const paths = drafts.flatMap(({ deck }) => deck.map((_, depth) => deck.slice(0, depth + 1)));
  const names = new Set([[], ...paths].map((path) => deckName(bank, path)));
  return [...names].sort().map((name) => ({
    id: deckId(name),
    name,
    description: name === bank.exam.code ? describe(bank, words) : "",
  }));
}

function describe({ exam }: Bank, { anki, common }: Words): string {
  const { title, edition, license, vendor } = exam;
  const lines = [fill(anki.about, { title, edition, license }), anki.update, fill(common.unofficial, { vendor })];
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
}

interface NotePlan {
  bank: Bank;
  types: ReadonlyMap<NoteKind, NoteType>;
  writer: FieldWriter;
  mod: number;
}

function layOutNotes(drafts: readonly NoteDraft[], plan: NotePlan): Note[] {
  const { bank, mod } = plan;
  const guids = drafts.map(({ kind, label }) => noteGuid(bank.guide, kind, label));
  const ids = noteIds(guids);
  const gap = Math.min(dueGap, Math.floor((dueLimit - 1) / Math.max(1, drafts.length)));
  return drafts.map((draft, index) => {
    const type = plan.types.get(draft.kind);
    const guid = guids[index] ?? "";
    const id = ids.get(guid);
    if (!type || id === undefined) throw new Error(`The note ${draft.label} has no identity`);
    return {
      id,
      guid,
      noteTypeId: type.id,
      deckId: deckId(deckName(bank, draft.deck)),
      mod,
      label: draft.label,
      title: draft.title,
      fields: fieldTexts(draft, type, plan),
      tags: draft.tags.map(tagOf).sort(),
      due: (index + 1) * gap,
    };
  });
}

/** Tags are parted by spaces, and quotes would end a search for them. */
const tagOf = (tag: string): string => tag.replaceAll(/[\s"]+/g, "-");

/** In the order of the note type; spare fields are empty. Throws on a field that the note type does not have. */
function fieldTexts({ label, fields }: NoteDraft, type: NoteType, { bank, writer }: NotePlan): string[] {
  const { feedback } = bank.exam;
  const report = feedback === undefined ? "" : escapeHtml(feedbackUrl(feedback, label));
  const texts: Record<string, string> = { ...fields, ID: writer.text(label), Report: report };
  const names = type.fields.map(({ name }) => name);
  const stray = Object.keys(texts).find((name) => !names.includes(name));
  if (stray !== undefined) throw new Error(`The note type ${type.name} has no field ${stray}`);
  return names.map((name) => texts[name] ?? "");
}
