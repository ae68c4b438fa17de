// One file of the cache: entries by name ⇄ bytes that tell whether they are whole.
import { hash } from "node:crypto";
import { deserialize, serialize } from "node:v8";

/** A value as it was kept, and read back only when it is asked for. */
export interface Entry {
  madeOf: string;
  /** Serialized; of a large value, which lies in a file of its own, the digest of these bytes. */
  value: Uint8Array;
  large?: true;
  /** How often its file was written since a run asked for it. */
  idle?: number;
}

/** Marks a file of ours; another form of the entries gets another number. */
const magic = Buffer.from("certpress cache 1\n");

const digestSize = 32;

/** What tells whether bytes are those that were written. */
export const digestOf = (payload: Uint8Array): Buffer => hash("sha256", payload, "buffer");

/** The bytes of some entries, with their own digest. */
export function encodeShard(entries: ReadonlyMap<string, Entry>): Uint8Array {
  const payload = serialize(entries);
  return Buffer.concat([magic, digestOf(payload), payload]);
}

/** The entries, or null for bytes that were cut off, changed, or are another version's. */
export function decodeShard(bytes: Uint8Array): Map<string, Entry> | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const digest = file.subarray(magic.length, magic.length + digestSize);
  const payload = file.subarray(magic.length + digestSize);
  if (!file.subarray(0, magic.length).equals(magic) || !digest.equals(digestOf(payload))) return null;
  // The digest says that these are the bytes that `encodeShard` made.
  return deserialize(payload) as Map<string, Entry>;
}
