// certpress merge: the output folders of several machines become one.
import { relative, resolve } from "node:path";
import { mergeOutputs, MergeError } from "../../merge-outputs.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

export interface MergeFlags {
  out: string;
}

/** Exit status: 0 merged. Throws a UsageError for folders that do not go together. */
export function runMerge(io: Io, folders: readonly string[], { out }: MergeFlags): number {
  try {
    const absolute = folders.map((folder) => resolve(io.cwd, folder));
    const manifest = mergeOutputs(resolve(io.cwd, out), absolute);
    io.out(`${relative(io.cwd, manifest) || manifest}\n`);
    return 0;
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}
