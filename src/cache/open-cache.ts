// The cache on disk: entries spread over files by the hash of their name, read when first asked for, written when a run ends.
import { hash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { listFolder, readBytesIfPresent, removeTree, writeWhole } from "../files.ts";
import { decodeShard, digestOf, encodeShard, type Entry } from "./shard.ts";
import type { Memory } from "./memory.ts";

/** A memory that can be written down. */
export interface Cache extends Memory {
  /** Writes what is new. A cache that cannot be written is none: a fault of the disk is returned, never thrown. */
  save(): Error | null;
}

interface Shard {
  entries: Map<string, Entry>;
  /** Names that this run asked for; the others are of other commands, or of files that are gone. */
  used: Set<string>;
  changed: boolean;
}

/** Files that a cache is spread over: one changed item writes a small part, and few files are read in all. */
const shardCount = 64;

/** A value of more bytes than this has a file of its own, so that it is neither read nor written with others. */
const largest = 2 ** 16;

/** So often a file is written before an entry in it is dropped that nobody asked for. */
const mostIdle = 8;

/** Names of the folders that are ours to remove: whoever chose the place of the cache may keep other things there. */
const isTool = /^[0-9a-f]{64}$/;

/**
 * The cache of one guide in `folder/tool/guide`; `tool` is a hash of all that makes the results besides their sources, and
 * the caches of other tools are removed when this one is written. Two processes may share a folder: each file is written
 * whole or not at all, holds marks of what its entries were made of, and the later one stays.
 */
export function openCache(folder: string, tool: string, guide: string): Cache {
  const home = `${folder}/${tool}/${guide}`;
  const shards = new Map<number, Shard>();
  /** Large values that are not yet written, by name; null for a value that is large no more. */
  const large = new Map<string, Buffer | null>();
  const pathOf = (place: number): string => `${home}/${place.toString(16).padStart(2, "0")}.bin`;
  const ownPathOf = (name: string): string => `${home}/${hash("sha256", name)}.own`;
  const shardOf = (name: string): Shard => {
    const place = hash("sha1", name, "buffer").readUInt8(0) % shardCount;
    let shard = shards.get(place);
    if (shard === undefined) {
      const bytes = readBytesIfPresent(pathOf(place));
      const entries = bytes === null ? null : decodeShard(bytes);
      shards.set(place, (shard = { entries: entries ?? new Map(), used: new Set(), changed: false }));
    }
    return shard;
  };
  return {
    get(name, madeOf) {
      const { entries, used } = shardOf(name);
      used.add(name);
      const entry = entries.get(name);
      if (entry?.madeOf !== madeOf) return undefined;
      if (entry.large !== true) return deserialize(entry.value);
      const bytes = large.get(name) ?? readBytesIfPresent(ownPathOf(name));
      // Another process may have written it since.
      return bytes !== null && digestOf(bytes).equals(entry.value) ? deserialize(bytes) : undefined;
    },
    set(name, madeOf, value) {
      const shard = shardOf(name);
      shard.used.add(name);
      const bytes = serialize(value);
      if (bytes.length > largest) {
        large.set(name, bytes);
        shard.entries.set(name, { madeOf, value: digestOf(bytes), large: true });
      } else {
        if (shard.entries.get(name)?.large === true) large.set(name, null);
        shard.entries.set(name, { madeOf, value: bytes });
      }
      shard.changed = true;
    },
    save() {
      try {
        // Nobody wants it in a commit.
        const ignored = `${folder}/${tool}/.gitignore`;
        if (readBytesIfPresent(ignored) === null) writeWhole(ignored, "*\n");
        for (const [name, bytes] of large)
          if (bytes === null) removeTree(ownPathOf(name));
          else writeWhole(ownPathOf(name), bytes);
        large.clear();
        for (const [place, shard] of shards) {
          if (!shard.changed) continue;
          const kept = new Map<string, Entry>();
          for (const [name, entry] of shard.entries) {
            const idle = shard.used.has(name) ? 0 : (entry.idle ?? 0) + 1;
            if (idle <= mostIdle) kept.set(name, { ...entry, idle });
          }
          writeWhole(pathOf(place), encodeShard(kept));
          for (const [name, { large }] of shard.entries)
            if (large === true && !kept.has(name)) removeTree(ownPathOf(name));
          shard.entries = kept;
          shard.changed = false;
        }
        for (const other of listFolder(folder))
          if (isTool.test(other) && other !== tool) removeTree(`${folder}/${other}`);
        return null;
      } catch (error) {
        if (error instanceof Error) return error;
        throw error;
      }
    },
  };
}
