// The ledger: which note is which from edition to edition, when it last changed, and what is no longer there.
import type { Bank } from "../../model/bank.ts";
import type { LastState, LedgerFile, LedgerNote, RetiredNote } from "../../model/types.gen.ts";
import { sha256 } from "../shared/hash.ts";
import { noteKinds, type NoteKind, type NoteLook } from "./deck.ts";
import { noteGuid } from "./identity.ts";

/** A note as far as the ledger knows it. */
export interface LedgerDraft {
  kind: NoteKind;
  label: string;
  /** Field texts by name, without the id. Called only where they are needed. */
  fields: () => Record<string, string>;
  tags: readonly string[];
}

/** Who a note is in this build. */
export interface NoteIdentity {
  guid: string;
  /** Unix seconds of its last change. */
  mod: number;
  /** The first edition that had it. */
  since: string;
}

/** A note of the ledger that the guide no longer has. */
export interface VanishedNote {
  kind: NoteKind;
  label: string;
  entry: LedgerNote;
  /** Id of the one new note that has its text; null if there is none, or more than one. */
  heir: string | null;
}

/** Entries of one kind as pairs; a ledger's keys are authored, so they are never looked up by index. */
export function entriesOf<T>(byKind: Readonly<Record<string, Record<string, T>>>, kind: NoteKind): Map<string, T> {
  return new Map(Object.entries(Object.hasOwn(byKind, kind) ? (byKind[kind] ?? {}) : {}));
}

/** The same of all kinds, to be asked for one note at a time. */
export function indexEntries<T>(
  byKind: Readonly<Record<string, Record<string, T>>>,
): (note: { kind: NoteKind; label: string }) => T | undefined {
  const entries = new Map(noteKinds.map((kind) => [kind, entriesOf(byKind, kind)]));
  return ({ kind, label }) => entries.get(kind)?.get(label);
}

const shortHash = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** What makes two states of a note equal: texts and tags, whatever the order in which they were made. */
export function hashOf({ kind, fields, tags }: LedgerDraft): string {
  const texts = Object.entries(fields()).sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash([kind, texts, [...tags].sort()]);
}

/** The two texts by which a note is known again: what it asks, and what it tells. */
const markFields: Record<NoteKind, readonly [string, string]> = {
  choice: ["Stem", "Explanation"],
  ordering: ["Stem", "Explanation"],
  matching: ["Stem", "Explanation"],
  fact: ["Lead", "Body"],
  row: ["Prompt", "Cells"],
  term: ["Term", "Definition"],
};

export function marksOf({ kind, fields }: LedgerDraft): [string, string] {
  const texts = fields();
  const [asks, tells] = markFields[kind];
  return [shortHash(texts[asks]), shortHash(texts[tells])];
}

/** The identity of each draft, in their order: the ledger's where it has the note, else that of its name, new at `now`. */
export function identify(
  drafts: readonly LedgerDraft[],
  { guide, ledger, exam }: Pick<Bank, "guide" | "ledger" | "exam">,
  now: number,
): NoteIdentity[] {
  const entryOf = indexEntries(ledger?.value.notes ?? {});
  return drafts.map((draft) => {
    const entry = entryOf(draft);
    if (entry === undefined) return { guid: noteGuid(guide, draft.kind, draft.label), mod: now, since: exam.edition };
    const { guid, since, mod, hash } = entry;
    return { guid, since, mod: hash === hashOf(draft) ? mod : Math.max(now, mod + 1) };
  });
}

/** When the look of each note type last changed. */
export function noteTypeMods(
  types: ReadonlyMap<NoteKind, NoteLook>,
  ledger: LedgerFile | null,
  now: number,
): Map<NoteKind, { hash: string; mod: number }> {
  const known = new Map(Object.entries(ledger?.noteTypes ?? {}));
  return new Map(
    [...types].map(([kind, type]) => {
      const hash = shortHash(type);
      const entry = known.get(kind);
      if (entry === undefined) return [kind, { hash, mod: now }];
      return [kind, { hash, mod: entry.hash === hash ? entry.mod : Math.max(now, entry.mod + 1) }];
    }),
  );
}

/** Notes of the ledger that no draft is, in the ledger's order. */
export function findVanished(drafts: readonly LedgerDraft[], ledger: LedgerFile): VanishedNote[] {
  return noteKinds.flatMap((kind) => {
    const mine = drafts.filter((draft) => draft.kind === kind);
    const labels = new Set(mine.map(({ label }) => label));
    const known = entriesOf(ledger.notes, kind);
    const gone = [...known].filter(([label]) => !labels.has(label));
    if (gone.length === 0) return [];
    const withMark = groupByMark(mine.filter(({ label }) => !known.has(label)));
    return gone.map(([label, entry]): VanishedNote => {
      const found = entry.marks.map((mark, place) => withMark.get(`${place} ${mark}`) ?? []);
      const counts = new Map<string, number>();
      for (const heir of found.flat()) counts.set(heir, (counts.get(heir) ?? 0) + 1);
      const best = Math.max(0, ...counts.values());
      const heirs = [...counts].filter(([, count]) => count === best).map(([heir]) => heir);
      return { kind, label, entry, heir: heirs.length === 1 ? (heirs[0] ?? null) : null };
    });
  });
}

/** Labels of the drafts by each of their marks and its place. */
function groupByMark(drafts: readonly LedgerDraft[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const draft of drafts)
    for (const [place, mark] of marksOf(draft).entries()) {
      const group = groups.get(`${place} ${mark}`);
      if (group) group.push(draft.label);
      else groups.set(`${place} ${mark}`, [draft.label]);
    }
  return groups;
}

/** Whether a vanished note stands under the id again that it had at first. */
export function isBack({ kind, heir, entry }: VanishedNote, guide: string): boolean {
  return heir !== null && noteGuid(guide, kind, heir) === entry.guid;
}

/**
 * New notes whose id an earlier note had: one that was retired, or one whose identity another id carries, unless that is
 * among the vanished and back.
 */
export function findReused<T extends LedgerDraft>(
  drafts: readonly T[],
  { guide, ledger, vanished }: { guide: string; ledger: LedgerFile; vanished: readonly VanishedNote[] },
): T[] {
  const entryOf = indexEntries(ledger.notes);
  const retiredOf = indexEntries(ledger.retired);
  const entries = noteKinds.flatMap((kind) => [
    ...entriesOf(ledger.notes, kind).values(),
    ...entriesOf(ledger.retired, kind).values(),
  ]);
  const spent = new Set(entries.map(({ guid }) => guid));
  for (const note of vanished) if (isBack(note, guide)) spent.delete(note.entry.guid);
  return drafts.filter(
    (draft) =>
      entryOf(draft) === undefined &&
      (retiredOf(draft) !== undefined || spent.has(noteGuid(guide, draft.kind, draft.label))),
  );
}

/** Retired notes that this edition still ships, with what they held. */
export function shippedRetired(
  ledger: LedgerFile | null,
  edition: string,
): (RetiredNote & { kind: NoteKind; label: string; last: LastState })[] {
  return noteKinds.flatMap((kind) =>
    [...entriesOf(ledger?.retired ?? {}, kind)].flatMap(([label, note]) =>
      note.last !== undefined && note.edition === edition ? [{ ...note, kind, label, last: note.last }] : [],
    ),
  );
}
