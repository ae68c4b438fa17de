// Anki's collection format of schema version 11, which every client imports (rslib storage/schema11.sql).
import type { Table } from "./sqlite/database.ts";

type TableLook = Omit<Table, "rows">;

const integers = (...names: string[]): string[] => names.map((name) => `${name} integer NOT NULL`);
const texts = (...names: string[]): string[] => names.map((name) => `${name} text NOT NULL`);
const id = "id integer PRIMARY KEY";
const index = (name: string, ...columns: string[]): TableLook["indexes"][number] => ({ name, columns });

/** All five tables, which an import needs even if they are empty. */
export const tables = {
  col: {
    name: "col",
    columns: [
      id,
      ...integers("crt", "mod", "scm", "ver", "dty", "usn", "ls"),
      ...texts("conf", "models", "decks", "dconf", "tags"),
    ],
    indexes: [],
  },
  notes: {
    name: "notes",
    columns: [
      id,
      ...texts("guid"),
      ...integers("mid", "mod", "usn"),
      ...texts("tags", "flds"),
      // Titles that are numbers are sorted as numbers.
      ...integers("sfld", "csum", "flags"),
      ...texts("data"),
    ],
    indexes: [index("ix_notes_usn", "usn"), index("ix_notes_csum", "csum")],
  },
  cards: {
    name: "cards",
    columns: [
      id,
      ...integers("nid", "did", "ord", "mod", "usn", "type", "queue", "due", "ivl", "factor", "reps", "lapses"),
      ...integers("left", "odue", "odid", "flags"),
      ...texts("data"),
    ],
    indexes: [
      index("ix_cards_usn", "usn"),
      index("ix_cards_nid", "nid"),
      index("ix_cards_sched", "did", "queue", "due"),
    ],
  },
  revlog: {
    name: "revlog",
    columns: [id, ...integers("cid", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")],
    indexes: [index("ix_revlog_usn", "usn"), index("ix_revlog_cid", "cid")],
  },
  graves: { name: "graves", columns: integers("usn", "oid", "type"), indexes: [] },
} satisfies Record<string, TableLook>;

/** Anki's own defaults for a new collection; an import ignores them but fails without. */
export const configuration = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: null,
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  nextPos: 1,
  sortBackwards: false,
  sortType: "noteFld",
  timeLim: 0,
};

/** The one preset, which every collection has: a deck never changes the learner's choice of preset. */
export const presets = {
  "1": {
    id: 1,
    mod: 0,
    name: "Default",
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36500, perDay: 200 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
};

/** What Anki puts around LaTeX by default; the deck uses MathJax. */
export const latexHeader =
  "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n" +
  "\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n";

export const latexFooter = "\\end{document}";
