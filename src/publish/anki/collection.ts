// The deck → the bytes of an Anki collection. The same deck gives the same bytes.
import { createHash } from "node:crypto";
import initSqlJs, { type Database } from "sql.js";
import type { Deck, DeckNode, Note, NoteType } from "./deck.ts";
import { configuration, indexes, latexFooter, latexHeader, presets, tables } from "./schema11.ts";

/** A SQLite file of schema 11 with the notes as new cards. */
export async function encodeCollection(deck: Deck): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  try {
    database.run("BEGIN");
    database.run(tables);
    insertCollection(database, deck);
    insertNotes(database, deck);
    database.run(indexes);
    database.run("COMMIT");
    return database.export();
  } finally {
    database.close();
  }
}

function insertCollection(database: Database, { mod, noteTypes, decks }: Deck): void {
  const models = Object.fromEntries(noteTypes.map((type) => [type.id, encodeNoteType(type)]));
  const nodes = [{ id: 1, name: "Default", description: "" }, ...decks].map((node) => [node.id, encodeDeck(node, mod)]);
  const texts = [configuration, models, Object.fromEntries(nodes), presets, {}].map((value) => JSON.stringify(value));
  const milliseconds = mod * 1000;
  database.run("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)", [
    mod,
    milliseconds,
    milliseconds,
    ...texts,
  ]);
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

function insertNotes(database: Database, { notes }: Deck): void {
  const note = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const card = database.prepare("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  for (const { id, guid, noteTypeId, deckId, mod, label, title, fields, tags, due } of notes) {
    note.run([
      id,
      guid,
      noteTypeId,
      mod,
      encodeTags(tags),
      fields.map(withoutControls).join("\u001F"),
      title,
      checksum(label),
    ]);
    card.run([id, id, deckId, mod, due]);
  }
  note.free();
  card.free();
}

/** Anki's own list form: a space on both sides of every tag. */
const encodeTags = (tags: Note["tags"]): string => (tags.length > 0 ? ` ${tags.join(" ")} ` : "");

/** Control characters are Anki's separators. */
const withoutControls = (field: string): string => field.replaceAll(/[\p{Cc}--[\t\n]]/gv, "");

/** Anki's checksum of a first field: the first 32 bits of the SHA-1 of its visible text. */
const checksum = (label: string): number => createHash("sha1").update(label).digest().readUInt32BE(0);
