// Form → the deck: drafts of notes with every identity, tag and place, and the decks that they lie in. Pure; encodes nothing.
import type { Bank } from "../../model/bank.ts";
import type { Media } from "../../model/media.ts";
import type { Words } from "../../model/types.gen.ts";
import type { Publication } from "../publisher.ts";
import { escapeHtml } from "../shared/escape.ts";
import { fill } from "../shared/words.ts";
import type { Deck, DeckNode, Note, NoteKind, NoteLook } from "./deck.ts";
import { deckId, noteIds } from "./identity.ts";
import { identify, noteTypeMods, shippedRetired, type NoteIdentity } from "./ledger.ts";
import { makeNoteTypes } from "./note-types.ts";
import { draftNotes, type NoteDraft } from "./notes.ts";
import { makeFieldWriter, type FieldWriter } from "./render.ts";

/** Anki "mends" new cards from this place on (rslib dbcheck). */
const dueLimit = 1_000_000;

/** Room between two notes for those of later editions. */
const dueGap = 10;

/** The drafts of a publication and what they are written with. */
export interface Drafted {
  drafts: NoteDraft[];
  types: Map<NoteKind, NoteLook>;
  writer: FieldWriter;
  /** The images that the fields written so far use, by name. */
  media: Map<string, Media>;
  /** The build date in Unix seconds. */
  now: number;
}

/** The deck, what its notes were made from, and the images that they use, in the order of their names. */
export interface LaidOut {
  deck: Deck;
  drafts: NoteDraft[];
  images: Media[];
}

export function draft({ form, words, assets, date, memory }: Publication): Drafted {
  const { bank } = form;
  const media = new Map<string, Media>();
  const writer = makeFieldWriter(words, bank.media, (name, image) => media.set(name, image), memory);
  const types = makeNoteTypes({ language: bank.exam.language, words, templates: assets.templates });
  return { drafts: draftNotes(form, writer), types, writer, media, now: Math.floor(date.getTime() / 1000) };
}

export function layOut(publication: Publication): LaidOut {
  const { form, words } = publication;
  const { bank } = form;
  const drafted = draft(publication);
  const { drafts, types, media, now } = drafted;
  const mods = noteTypeMods(types, bank.ledger?.value ?? null, now);
  const notes = [...layOutNotes(drafted, bank), ...layOutRetired(drafted, bank, words)];
  drafted.writer.close();
  const used = [...media].sort(([a], [b]) => (a < b ? -1 : 1));
  const deck: Deck = {
    mod: now,
    noteTypes: [...types]
      .map(([kind, look]) => ({ ...look, mod: mods.get(kind)?.mod ?? now }))
      .sort((a, b) => a.id - b.id),
    decks: layOutDecks(notes, bank, words),
    notes: place(notes, bank),
    media: used.map(([name]) => name),
  };
  return { deck, drafts, images: used.map(([, image]) => image) };
}

const deckName = ({ exam }: Bank, path: readonly string[]): string => [exam.code, ...path].join("::");

/** All decks with their parents; the outermost tells the learner what this is and how to update it. */
function layOutDecks(notes: readonly Unplaced[], bank: Bank, words: Words): DeckNode[] {
  const paths = notes.flatMap(({ deck }) => deck.map((_, depth) => deck.slice(0, depth + 1)));
  const names = new Set([[], ...paths].map((path) => deckName(bank, path)));
  return [...names].sort().map((name) => ({
    id: deckId(name),
    name,
    description: name === bank.exam.code ? describe(bank, words) : "",
  }));
}

function describe({ exam }: Bank, { anki, common }: Words): string {
  const { title, edition, license, vendor } = exam;
  const lines = [
    fill(anki.about, { title, edition, license }),
    anki.update,
    anki.retiredHint,
    fill(common.unofficial, { vendor }),
  ];
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
}

/** A note before it has a place in its deck. */
type Unplaced = Omit<Note, "id" | "deckId" | "due"> & { deck: readonly string[] };

function layOutNotes({ drafts, types, writer, now }: Drafted, bank: Bank): Unplaced[] {
  const identities = identify(drafts, bank, now);
  return drafts.map((each, index) => {
    const type = types.get(each.kind);
    const identity = identities[index];
    if (!type || !identity) throw new Error(`The note ${each.label} has no identity`);
    return { ...noteOf(each, identity, type), fields: fieldTexts(each.label, each.fields(), type, writer) };
  });
}

/** Notes that this edition took out, shipped once more as they were, with a banner and a tag that tell so. */
function layOutRetired({ types, writer }: Drafted, bank: Bank, { anki }: Words): Unplaced[] {
  const { edition } = bank.exam;
  return shippedRetired(bank.ledger?.value ?? null, edition).map(({ kind, label, last, guid, mod, since }) => {
    const type = types.get(kind);
    if (!type) throw new Error(`The note ${label} has no note type`);
    const banner = writer.text(fill(anki.retired, { edition }));
    const note = noteOf({ ...last, label, kind }, { guid, since, mod }, type);
    const tags = [...note.tags, tagOf(`retired::${edition}`)].sort();
    return { ...note, tags, fields: fieldTexts(label, { ...last.fields, Retired: banner }, type, writer) };
  });
}

function noteOf(
  { label, title, tags, deck }: Pick<NoteDraft, "label" | "title" | "tags" | "deck" | "kind">,
  { guid, mod, since }: NoteIdentity,
  type: NoteLook,
): Omit<Unplaced, "fields"> {
  return {
    guid,
    noteTypeId: type.id,
    mod,
    label,
    title,
    tags: [...tags, `since::${since}`].map(tagOf).sort(),
    deck,
  };
}

/** Ids, decks, and places in the order of the curriculum. */
function place(notes: readonly Unplaced[], bank: Bank): Note[] {
  const ids = noteIds(notes.map(({ guid }) => guid));
  const gap = Math.min(dueGap, Math.floor((dueLimit - 1) / Math.max(1, notes.length)));
  return notes.map(({ deck, ...note }, index) => {
    const id = ids.get(note.guid);
    if (id === undefined) throw new Error(`The note ${note.label} has no id`);
    return { id, ...note, deckId: deckId(deckName(bank, deck)), due: (index + 1) * gap };
  });
}

/** Tags are parted by spaces, and quotes would end a search for them. */
const tagOf = (tag: string): string => tag.replaceAll(/[\s"]+/g, "-");

/** In the order of the note type; spare fields are empty. Throws on a field that the note type does not have. */
function fieldTexts(
  label: string,
  fields: Readonly<Record<string, string>>,
  type: NoteLook,
  writer: FieldWriter,
): string[] {
  const texts: Record<string, string> = { ...fields, ID: writer.text(label) };
  const names = type.fields.map(({ name }) => name);
  const stray = Object.keys(texts).find((name) => !names.includes(name));
  if (stray !== undefined) throw new Error(`The note type ${type.name} has no field ${stray}`);
  return names.map((name) => withoutControls(texts[name] ?? ""));
}

/** Control characters are Anki's separators; blanks stay. */
const withoutControls = (field: string): string => field.replaceAll(/[\p{Cc}--[\t\n]]/gv, "");
