// Columns whose entries are shared out anew on every page, so that all columns of a page are about equally long.

/** An entry as the galley holds it. */
interface Entry {
  /** In points below the upper edge of the galley. */
  top: number;
  /** With the space below it. */
  height: number;
  /** Left edge of its column. */
  left: number;
  /** Whether it must not be the last of a column. */
  glued: boolean;
}

/** A run of entries in columns. */
export interface ColumnGroup {
  entries: Entry[];
  /** Left edges of the columns. */
  lefts: number[];
  /** Where the galley has its columns. */
  top: number;
  bottom: number;
}

/** Where each entry of a run goes. */
interface Shared {
  height: number;
  /** By entry, from the first of the run: its column, and how far it stands below the columns' upper edge. */
  places: { column: number; top: number }[];
}

/** Shares the entries from `from` up to but without `to` out in their order; the tallest column is as short as it can be. */
export function shareOut({ entries, lefts }: ColumnGroup, from: number, to: number): Shared {
  const run = entries.slice(from, to);
  const total = run.reduce((sum, { height }) => sum + height, 0);
  let limit = total / lefts.length;
  for (;;) {
    const { shared, next } = fill(run, lefts.length, limit);
    if (shared) return shared;
    limit = next;
  }
}

/** Fills columns of one height, or tells the least height that fills them in another way. */
function fill(run: readonly Entry[], columns: number, limit: number): { shared: Shared | null; next: number } {
  const places: Shared["places"] = [];
  let [column, used, height, next] = [0, 0, 0, Infinity];
  for (let index = 0; index < run.length;) {
    // Entries that are glued to the next one move with it.
    let end = index + 1;
    while (end < run.length && run[end - 1]?.glued) end++;
    const unit = run.slice(index, end);
    const taken = unit.reduce((sum, entry) => sum + entry.height, 0);
    if (used + taken > limit + 0.01 && used > 0) {
      next = Math.min(next, used + taken);
      column++;
      used = 0;
    }
    if (taken > limit + 0.01) next = Math.min(next, taken);
    for (const entry of unit) {
      places.push({ column, top: used });
      used += entry.height;
    }
    height = Math.max(height, used);
    index = end;
  }
  const fits = column < columns && height <= limit + 0.01;
  return { shared: fits ? { height, places } : null, next };
}
