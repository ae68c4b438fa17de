// Where the results of earlier runs lie, as the command line wants it.
import { join, resolve } from "node:path";
import { markOf } from "../cache/marks.ts";
import { noMemory } from "../cache/memory.ts";
import { openCache, type Cache } from "../cache/open-cache.ts";
import { isPresent, readTool } from "../files.ts";
import type { Io } from "./io.ts";

/** `--no-cache` and `--cache-dir`. */
export interface CacheFlags {
  cache?: boolean;
  cacheDir?: string;
}

/** Where a cache lies, as plain data. */
export interface CachePlace {
  folder: string;
  /** A hash of all that makes the results besides their sources. */
  tool: string;
}

let tool: string | undefined;

/** The chosen folder, else one in node_modules/.cache where there is such a folder, else .certpress/; null for no cache. */
export function placeOfCache(io: Io, root: string, { cache = true, cacheDir }: CacheFlags): CachePlace | null {
  if (!cache) return null;
  tool ??= markOf(...readTool());
  return { folder: folderOf(io, root, cacheDir), tool };
}

/** The cache of a guide in its place; one that remembers nothing if there is none. */
export function openCacheAt(place: CachePlace | null, guide: string): Cache {
  return place === null ? { ...noMemory, save: () => null } : openCache(place.folder, place.tool, guide);
}

/** The cache of a guide, as the command line wants it. */
export function openGuideCache(io: Io, root: string, guide: string, flags: CacheFlags): Cache {
  return openCacheAt(placeOfCache(io, root, flags), guide);
}

/** Writes what is new in a cache; what hinders it is said, and is no reason to fail. */
export function saveGuideCache(io: Io, cache: Cache): void {
  reportCacheFault(io, cache.save());
}

/** Says why a cache was not written. */
export function reportCacheFault(io: Io, error: Pick<Error, "message"> | null): void {
  if (error !== null) io.err(`The cache was not written, so that the next run takes as long: ${error.message}\n`);
}

function folderOf(io: Io, root: string, chosen: string | undefined): string {
  if (chosen !== undefined) return resolve(io.cwd, chosen);
  return join(root, isPresent(join(root, "node_modules")) ? "node_modules/.cache/certpress" : ".certpress");
}
