// The addresses that answered lately, so that a scheduled check asks each of them only now and then.
import { join } from "node:path";
import { isPresent, readTextIfPresent, writeWhole } from "../../files.ts";

/** Addresses without their fragments. */
export interface LinkCache {
  /** Whether an address was good within the allowed age. */
  isGood: (href: string) => boolean;
  /** Remembers that an address is good now, on the disk before long, so that a run that is cut off was not in vain. */
  add: (href: string) => void;
  /** Writes what is not too old. */
  save: () => void;
}

/** Milliseconds from one writing to the next. */
const mostUnsaved = 500;

/** In node_modules/.cache where there is such a folder, else in .certpress/; a file that cannot be read is as none. */
export function openCache(root: string, now: Date, maxAgeDays: number): LinkCache {
  const folder = isPresent(join(root, "node_modules")) ? "node_modules/.cache/certpress" : ".certpress";
  const path = join(root, folder, "links.json");
  const age = (time: string): number => (now.getTime() - Date.parse(time)) / 86_400_000;
  // A time that is no time compares with nothing, and one in the future is not believed.
  const good = new Map(readTimes(path).filter(([, time]) => age(time) >= 0 && age(time) < maxAgeDays));
  let savedAt = Date.now();
  const save = (): void => {
    const sorted = [...good].sort(([a], [b]) => (a < b ? -1 : 1));
    writeWhole(path, `${JSON.stringify({ version: 1, good: sorted }, null, 1)}\n`);
    savedAt = Date.now();
  };
  return {
    isGood: (href) => good.has(href),
    add(href) {
      good.set(href, now.toISOString());
      if (Date.now() - savedAt >= mostUnsaved) save();
    },
    save,
  };
}

function readTimes(path: string): [href: string, time: string][] {
  let value: unknown;
  try {
    value = JSON.parse(readTextIfPresent(path) ?? "null");
  } catch {
    return [];
  }
  const { version, good } = Object(value) as { version?: unknown; good?: unknown };
  if (version !== 1 || !Array.isArray(good)) return [];
  return good.filter(
    (entry: unknown): entry is [string, string] =>
      Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string",
  );
}
