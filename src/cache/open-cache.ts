// The cache on disk: entries spread over files by the hash of their name, read when first asked for, written when a run ends.
import { hash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { listFolder, readBytesIfPresent, removeTree, writeWhole } from "../files.ts";
import { decodeShard, encodeShard, type Entry } from "./shard.ts";
import type { Memory } from "./memory.ts";

/** A memory that can be written down. */
export interface Cache extends Memory {
  /** Writes what is new. A cache that cannot be written is none: a fault of the disk is returned, never thrown. */
  save(): Error | null;
}

interface Shard {
  entries: Map<string, Entry>;
  /** Names that this run asked for; the others are of files that are gone. */
  used: Set<string>;
  changed: boolean;
}

/** Files that a cache is spread over: one changed item writes a small part, and few files are read in all. */
const shardCount = 64;

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
  const pathOf = (place: number): string => `${home}/${place.toString(16).padStart(2, "0")}.bin`;
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
      return entry?.madeOf === madeOf ? deserialize(entry.value) : undefined;
    },
    set(name, madeOf, value) {
      const shard = shardOf(name);
      shard.used.add(name);
      shard.entries.set(name, { madeOf, value: serialize(value) });
      shard.changed = true;
    },
    save() {
      try {
        for (const [place, { entries, used, changed }] of shards) {
          if (!changed) continue;
          const kept = new Map([...entries].filter(([name]) => used.has(name)));
          writeWhole(pathOf(place), encodeShard(kept));
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
