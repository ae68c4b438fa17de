// Content is written again only where it is another than in an earlier run: what is known is kept file by file.
import { markOf } from "../../cache/marks.ts";
import type { Memory } from "../../cache/memory.ts";
import type { Content } from "../../model/content.ts";

/** Writes one content of the file at the path; calls `use` if what it writes hangs on more than the content. */
export type ContentWriter<T> = (content: Content, path: string, use: () => void) => T;

/** A writer that recalls. */
export interface RecallingWriter<T> {
  write: (content: Content, path: string) => T;
  /** Keeps what was written of the last file; no more is written afterwards. */
  close: () => void;
}

/** One file's content as it was written, by mark. */
interface Known<T> {
  path: string;
  earlier: ReadonlyMap<string, T>;
  written: Map<string, T>;
}

/**
 * The same writer, but for the time that it takes. `madeOf` stands for all that the writer knows besides the content, and what
 * it writes is plain data. Only the file that is being written is held, since a guide may be large.
 */
export function recallContent<T>(
  memory: Memory | undefined,
  name: string,
  madeOf: string,
  make: ContentWriter<T>,
): RecallingWriter<T> {
  if (memory === undefined) return { write: (content, path) => make(content, path, () => {}), close: () => {} };
  const visited = new Set<string>();
  let known: Known<T> | null = null;
  const close = (): void => {
    if (known === null) return;
    const { path, earlier, written } = known;
    if (written.size !== earlier.size || [...written.keys()].some((mark) => !earlier.has(mark)))
      memory.set(`${name} ${path}`, madeOf, written);
    known = null;
  };
  const open = (path: string): Known<T> => {
    if (known?.path === path) return known;
    close();
    // The value is what `close` kept.
    const earlier = (memory.get(`${name} ${path}`, madeOf) ?? new Map()) as ReadonlyMap<string, T>;
    // What an earlier part of this run wrote is no older state of the file.
    const opened = { path, earlier, written: visited.has(path) ? new Map(earlier) : new Map<string, T>() };
    visited.add(path);
    known = opened;
    return opened;
  };
  const write = (content: Content, path: string): T => {
    const { earlier, written } = open(path);
    const mark = markOf(JSON.stringify([content.text, content.nodes], withoutPositions));
    const kept = written.get(mark) ?? earlier.get(mark);
    if (kept !== undefined) {
      written.set(mark, kept);
      return kept;
    }
    let alone = true;
    const made = make(content, path, () => (alone = false));
    if (alone) written.set(mark, made);
    return made;
  };
  return { write, close };
}

/** Where content stands in its file shows in nothing that is written. */
const withoutPositions = (key: string, value: unknown): unknown => (key === "position" ? undefined : value);
