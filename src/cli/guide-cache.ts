// Where the results of earlier runs lie, as the command line wants it.
import { join, resolve } from "node:path";
import { markOf } from "../cache/marks.ts";
import { noMemory } from "../cache/memory.ts";
import { openCache, type Cache } from "../cache/open-cache.ts";
import { isPresent, readTool, writeWhole } from "../files.ts";
import type { Io } from "./io.ts";

/** `--no-cache` and `--cache-dir`. */
export interface CacheFlags {
  cache?: boolean;
  cacheDir?: string;
}

let tool: string | undefined;

/** The cache of a guide: in the chosen folder, else in node_modules/.cache where there is such a folder, else in .certpress/. */
export function openGuideCache(io: Io, root: string, guide: string, { cache = true, cacheDir }: CacheFlags): Cache {
  if (!cache) return { ...noMemory, save: () => null };
  tool ??= markOf(...readTool());
  return openCache(folderOf(io, root, cacheDir), tool, guide);
}

/** Writes what is new in a cache; what hinders it is said, and is no reason to fail. */
export function saveGuideCache(io: Io, cache: Cache): void {
  const error = cache.save();
  if (error !== null) io.err(`The cache was not written, so that the next run takes as long: ${error.message}\n`);
}

function folderOf(io: Io, root: string, chosen: string | undefined): string {
  if (chosen !== undefined) return resolve(io.cwd, chosen);
  if (isPresent(join(root, "node_modules"))) return join(root, "node_modules/.cache/certpress");
  const folder = join(root, ".certpress");
  // Nobody wants it in a commit.
  if (!isPresent(folder)) writeWhole(join(folder, ".gitignore"), "*\n");
  return folder;
}
