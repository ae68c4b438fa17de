// Who a note is, for ever: every id of the deck follows from names that never change (docs/format.md, Identity), never from text.
import { createHash } from "node:crypto";

/** Changing it makes every learner's deck a stranger. */
const namespace = "certpress";

/** 2020-01-01T00:00Z in ms: Anki shows ids as creation times, and an id in the future makes it complain. */
const epoch = 1_577_836_800_000;

/** Slots of one second from the epoch on; the last stands in April 2024, before any deck was made. */
const slotCount = 2 ** 27;

function digest(parts: readonly string[]): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([namespace, ...parts]))
    .digest();
}

const slotOf = (parts: readonly string[]): number => digest(parts).readUInt32BE(0) % slotCount;

const idOfSlot = (slot: number): number => epoch + slot * 1000;

/** Anki's key of a note: 96 bits of SHA-256 of guide, kind and author-given id as 16 base64url characters. */
export function noteGuid(guide: string, kind: string, id: string): string {
  return digest([guide, kind, id]).subarray(0, 12).toString("base64url");
}

/**
 * A note id of 13 digits for each GUID, no two equal: the GUID's slot, or the next free one.
 * Equal for equal sets in any order. Only a note that a collection does not have yet takes its id from the deck.
 */
export function noteIds(guids: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  const ids = new Map<string, number>();
  for (const guid of [...guids].sort()) {
    if (ids.has(guid)) throw new Error(`Two notes have the GUID ${guid}`);
    let slot = slotOf(["note", guid]);
    while (taken.has(slot)) slot = (slot + 1) % slotCount;
    taken.add(slot);
    ids.set(guid, idOfSlot(slot));
  }
  return ids;
}

/** A deck's id in the file; Anki matches decks by name and gives its own ids. */
export function deckId(name: string): number {
  return idOfSlot(slotOf(["deck", name]));
}

/** One note type of each kind for a language, shared by all guides in it. */
export function noteTypeId(language: string, kind: string): number {
  return idOfSlot(slotOf(["note-type", language.toLowerCase(), kind]));
}

/** Id of the field or template at a place of a note type: 53 bits, which every JSON reader keeps exactly. */
export function partId(noteType: number, part: "field" | "template", place: number): number {
  return Number(digest([part, String(noteType), String(place)]).readBigUInt64BE(0) >> 11n);
}
