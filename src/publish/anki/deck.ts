// The deck as plain data: what the pure layout makes and the encoder turns into SQLite. It is snapshot-tested and hashed.

/** The kinds of notes, each with a note type of its own. */
export type NoteKind = "choice" | "ordering" | "matching" | "fact" | "row" | "term";

/** All kinds, in the order of the ledger. */
export const noteKinds: readonly NoteKind[] = ["choice", "ordering", "matching", "fact", "row", "term"];

export interface NoteField {
  id: number;
  name: string;
  /** Folded in Anki's editor. */
  collapsed: boolean;
}

/** A note type as every edition makes it. */
export interface NoteLook {
  id: number;
  name: string;
  fields: NoteField[];
  template: { id: number; name: string; front: string; back: string };
  css: string;
  /** For the editor alone; cards carry their own direction. */
  rtl: boolean;
}

export interface NoteType extends NoteLook {
  /** Unix seconds of the last change of its look. */
  mod: number;
}

/** A note with its one card, whose id is the note's. */
export interface Note {
  id: number;
  guid: string;
  noteTypeId: number;
  deckId: number;
  /** Unix seconds of the last change of its content. */
  mod: number;
  /** Visible text of the first field. */
  label: string;
  /** Visible text of the second field. */
  title: string;
  /** One HTML text a field, in the order of the note type. */
  fields: string[];
  /** Sorted. */
  tags: string[];
  /** Place among new cards. */
  due: number;
}

export interface DeckNode {
  id: number;
  name: string;
  /** HTML; an empty one leaves the learner's own as it is. */
  description: string;
}

export interface Deck {
  /** Unix seconds. */
  mod: number;
  /** Sorted by id. */
  noteTypes: NoteType[];
  /** Sorted by name; every deck's parent is among them. */
  decks: DeckNode[];
  /** In curriculum order. */
  notes: Note[];
  /** Names of the used images, sorted; a name tells the bytes. */
  media: string[];
}
