// The ledger of the next edition: what is new, changed, carried over and retired.
import type { LastState, LedgerFile, LedgerNote, RetiredNote } from "../../model/types.gen.ts";
import type { Publication } from "../publisher.ts";
import { noteKinds, type NoteKind } from "./deck.ts";
import { draft } from "./layout.ts";
import {
  entriesOf,
  findVanished,
  hashOf,
  identify,
  indexEntries,
  isBack,
  marksOf,
  noteTypeMods,
  type LedgerDraft,
  type NoteIdentity,
  type VanishedNote,
} from "./ledger.ts";
import type { NoteDraft } from "./notes.ts";
import { printLedger } from "./print-ledger.ts";

/** What the maintainer decided about vanished notes. */
export interface LockDecisions {
  /** New id by old id. */
  carry: ReadonlyMap<string, string>;
  /** Ids of the notes to retire. */
  retire: ReadonlySet<string>;
  /** The guide as it was locked last, where retired notes are still to be found; null if that is not known any more. */
  earlier: Publication | null;
}

/** A ledger after a lock, and what it did. */
export interface Locked {
  /** The ledger as its file. */
  text: string;
  added: string[];
  changed: string[];
  /** Kinds of notes whose cards look different now. */
  restyled: NoteKind[];
  carried: string[];
  retired: string[];
  /** Retired notes that are not shipped once more, because their texts are nowhere to be found. */
  lost: string[];
  /** Vanished notes about which nothing was decided; then the ledger must not be written. */
  undecided: VanishedNote[];
}

/** The ledger of this edition. Equal input gives an equal ledger, and a second lock changes nothing. */
export function lock(publication: Publication, decisions: LockDecisions): Locked {
  const { bank } = publication.form;
  const { drafts, types, now } = draft(publication);
  const earlier = bank.ledger?.value ?? null;
  const entryOf = indexEntries(earlier?.notes ?? {});
  const vanished = earlier === null ? [] : findVanished(drafts, earlier);
  const heirs = new Map(
    vanished.flatMap(({ kind, label, entry }) => {
      const heir = decisions.carry.get(label);
      const isNew = heir !== undefined && entryOf({ kind, label: heir }) === undefined;
      return isNew ? [[keyOf({ kind, label: heir }), entry] as const] : [];
    }),
  );
  const identities = identify(drafts, bank, now);
  const notes = drafts.map((each, index) => {
    const identity = identities[index];
    if (identity === undefined) throw new Error(`The note ${each.label} has no identity`);
    const inherited = heirs.get(keyOf(each));
    return lockNote(each, { identity, inherited, entry: entryOf(each), now });
  });
  const toRetire = vanished.filter((note) => decisions.retire.has(note.label) && !isBack(note, bank.guide));
  const lastDrafts = draftsOf(toRetire.length === 0 ? null : decisions.earlier);
  const newlyRetired = toRetire.map((note) =>
    retire(note, { edition: bank.exam.edition, now, last: lastDrafts.get(keyOf(note)) }),
  );
  const retired = [
    ...retiredOf(earlier).map(({ note, ...each }) => ({ ...each, note: forget(note, bank.exam.edition) })),
    ...newlyRetired,
  ];
  const labelsOf = (change: Change): string[] =>
    notes.filter((each) => each.change === change).map(({ label }) => label);
  const looks = noteTypeMods(types, earlier, now);
  const known = new Map(Object.entries(earlier?.noteTypes ?? {}));
  const ledger: LedgerFile = {
    schemaVersion: 1,
    code: bank.exam.code,
    language: bank.exam.language,
    edition: bank.exam.edition,
    noteTypes: Object.fromEntries(looks),
    notes: byKind(notes),
    retired: byKind(retired),
  };
  return {
    text: printLedger(ledger),
    added: labelsOf("added"),
    changed: labelsOf("changed"),
    restyled: [...looks].flatMap(([kind, { mod }]) => (known.has(kind) && known.get(kind)?.mod !== mod ? [kind] : [])),
    carried: labelsOf("carried"),
    retired: newlyRetired.map(({ label }) => label),
    lost: newlyRetired.filter(({ note }) => note.last === undefined).map(({ label }) => label),
    undecided: vanished.filter(({ label }) => !decisions.carry.has(label) && !decisions.retire.has(label)),
  };
}

type Change = "added" | "changed" | "carried" | "none";

/** An entry of the ledger with its place in it. */
interface Entry<T> {
  kind: NoteKind;
  label: string;
  note: T;
}

function lockNote(
  each: LedgerDraft,
  {
    identity,
    inherited,
    entry,
    now,
  }: { identity: NoteIdentity; inherited: LedgerNote | undefined; entry: LedgerNote | undefined; now: number },
): Entry<LedgerNote> & { change: Change } {
  const { kind, label } = each;
  const { guid, since } = inherited ?? identity;
  const mod = inherited === undefined ? identity.mod : Math.max(now, inherited.mod + 1);
  const isChanged = entry !== undefined && entry.mod !== identity.mod;
  const change = inherited !== undefined ? "carried" : entry === undefined ? "added" : isChanged ? "changed" : "none";
  return { kind, label, change, note: { guid, hash: hashOf(each), marks: marksOf(each), mod, since } };
}

function retire(
  { kind, label, entry: { guid, since, mod } }: VanishedNote,
  { edition, now, last }: { edition: string; now: number; last: NoteDraft | undefined },
): Entry<RetiredNote> {
  const state = last && { last: stateOf(last) };
  return { kind, label, note: { guid, mod: Math.max(now, mod + 1), since, edition, ...state } };
}

const retiredOf = (ledger: LedgerFile | null): Entry<RetiredNote>[] =>
  noteKinds.flatMap((kind) =>
    [...entriesOf(ledger?.retired ?? {}, kind)].map(([label, note]) => ({ kind, label, note })),
  );

/** Entries of each kind that has some, sorted by id. */
function byKind<T>(entries: readonly Entry<T>[]): Record<string, Record<string, T>> {
  const sorted = [...entries].sort((a, b) => (a.label < b.label ? -1 : 1));
  const kinds = noteKinds.filter((kind) => entries.some((each) => each.kind === kind));
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      Object.fromEntries(sorted.filter((each) => each.kind === kind).map(({ label, note }) => [label, note])),
    ]),
  );
}

/** A note that an earlier edition took out keeps its id and nothing else. */
function forget({ last, ...note }: RetiredNote, edition: string): RetiredNote {
  return note.edition === edition && last !== undefined ? { ...note, last } : note;
}

const keyOf = ({ kind, label }: { kind: NoteKind; label: string }): string => `${kind}\0${label}`;

/** The notes of a guide by kind and label; none if the guide is not known any more. */
function draftsOf(publication: Publication | null): Map<string, NoteDraft> {
  return new Map(publication === null ? [] : draft(publication).drafts.map((each) => [keyOf(each), each]));
}

/** A note as its guide had it; images are left to their alternative texts, because their files may be gone. */
function stateOf({ deck, title, tags, fields }: NoteDraft): LastState {
  const texts = Object.entries(fields()).map(([name, html]) => [name, html.replaceAll(image, "$1")]);
  return { deck: [...deck], title, fields: Object.fromEntries(texts), tags: [...tags] };
}

/** As our own writer prints it. */
const image = /<img [^>]*?alt="([^"]*)"[^>]*>/gu;
