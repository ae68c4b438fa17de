// The deck → the bytes of an Anki collection. The same deck gives the same bytes.
import { hash } from "node:crypto";
import type { Deck, DeckNode, Note, NoteType } from "./deck.ts";
import { configuration, latexFooter, latexHeader, presets, tables } from "./schema11.ts";
import { encodeDatabase } from "./sqlite/database.ts";
import type { Value } from "./sqlite/record.ts";
import type { Row, Rows } from "./sqlite/table.ts";

const pageSize = 16_384;

/** Not yet synced. */
const usn = -1;

/** A SQLite file of schema 11 with the notes as new cards, in chunks that are to be used one after the other. */
export function encodeCollection(deck: Deck): Iterable<Buffer> {
  const notes = sortById(deck.notes);
  const filled = [
    { ...tables.col, rows: [collectionRow(deck)] },
    { ...tables.notes, rows: rowsOf(notes, noteRow) },
    { ...tables.cards, rows: rowsOf(notes, cardRow) },
    { ...tables.revlog, rows: [] },
    { ...tables.graves, rows: [] },
  ];
  return encodeDatabase(filled, pageSize);
}

/** Numbers alone are sorted many times faster than what they belong to. Throws if two notes have one id. */
function sortById(notes: readonly Note[]): Note[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  if (byId.size < notes.length) throw new Error("Two notes have one id");
  const sorted: Note[] = [];
  for (const id of Float64Array.from(byId.keys()).sort()) {
    const note = byId.get(id);
    if (note) sorted.push(note);
  }
  return sorted;
}

/** Rows that are made when they are asked for: all at once would be more than the deck itself. */
function rowsOf(notes: readonly Note[], rowOf: (note: Note) => Row): Rows {
  return {
    length: notes.length,
    at(index) {
      const note = notes[index];
      return note && rowOf(note);
    },
  };
}

function collectionRow({ mod, noteTypes, decks }: Deck): Row {
  const models = Object.fromEntries(noteTypes.map((type) => [type.id, encodeNoteType(type)]));
  const nodes = [{ id: 1, name: "Default", description: "" }, ...decks].map((node) => [node.id, encodeDeck(node, mod)]);
  const texts = [configuration, models, Object.fromEntries(nodes), presets, {}].map((value) => JSON.stringify(value));
  const milliseconds = mod * 1000;
  return { id: 1, values: [null, mod, milliseconds, milliseconds, 11, 0, 0, 0, ...texts] };
}

function noteRow({ id, guid, noteTypeId, mod, label, title, fields, tags }: Note): Row {
  const texts = { parts: fields, separator: 0x1f };
  return {
    id,
    values: [null, guid, noteTypeId, mod, usn, encodeTags(tags), texts, sortValue(title), checksum(label), 0, ""],
  };
}

function cardRow({ id, deckId, mod, due }: Note): Row {
  return { id, values: [null, id, deckId, 0, mod, usn, 0, 0, due, 0, 0, 0, 0, 0, 0, 0, 0, ""] };
}

function encodeNoteType({ id, name, mod, fields, template, css, rtl }: NoteType): object {
  return {
    id,
    name,
    type: 0,
    mod,
    usn: -1,
    sortf: 1,
    did: null,
    tmpls: [
      {
        id: template.id,
        name: template.name,
        ord: 0,
        qfmt: template.front,
        afmt: template.back,
        bqfmt: "",
        bafmt: "",
        did: null,
        bfont: "",
        bsize: 0,
      },
    ],
    flds: fields.map((field, ord) => ({
      id: field.id,
      name: field.name,
      ord,
      sticky: false,
      rtl,
      font: "Arial",
      size: 20,
      description: "",
      plainText: false,
      collapsed: field.collapsed,
      excludeFromSearch: false,
      media: [],
    })),
    css,
    latexPre: latexHeader,
    latexPost: latexFooter,
    latexsvg: false,
    req: [[0, "any", [1]]],
    tags: [],
    vers: [],
  };
}

function encodeDeck({ id, name, description }: DeckNode, mod: number): object {
  const today = { lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] };
  const folded = { collapsed: false, browserCollapsed: false };
  return {
    id,
    name,
    mod,
    usn: -1,
    ...today,
    ...folded,
    desc: description,
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  };
}

/** Anki's own list form: a space on both sides of every tag. */
const encodeTags = (tags: Note["tags"]): string => (tags.length > 0 ? ` ${tags.join(" ")} ` : "");

/** A title as the column of integers holds it: one that reads as a number is that number (https://www.sqlite.org/datatype3.html, 3.1). */
function sortValue(title: string): Value {
  return numeric.test(title) ? Number(title) : title;
}

const numeric = /^[ \t-\r]*[+\-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+\-]?\d+)?[ \t-\r]*$/iv;

/** Anki's checksum of a first field: the first 32 bits of the SHA-1 of its visible text. */
const checksum = (label: string): number => hash("sha1", label, "buffer").readUInt32BE(0);
