// Which findings a change is to blame for: those of the items it touches, and those that it makes or makes worse.
import type { Diagnostic } from "./diagnostic.ts";

/** What a change did to the files of a workspace; paths are relative to its root. */
export interface Changes {
  /** Paths after the change of the files that it adds, edits or renames. */
  touched: ReadonlySet<string>;
  /** The path before the change by the path after it, of renamed files alone. */
  renamed: ReadonlyMap<string, string>;
  /** Paths before the change of the files that it removes. */
  removed: ReadonlySet<string>;
}

/** The findings after a change for which the change is to blame, in their order; `before` are those without it. */
export function findingsOfChange(
  after: readonly Diagnostic[],
  before: readonly Diagnostic[],
  { touched, renamed }: Changes,
): Diagnostic[] {
  const earlier = new Map<string, number>();
  const excesses = new Map<string, number>();
  for (const each of before) {
    const key = keyOf(each, each.path);
    earlier.set(key, (earlier.get(key) ?? 0) + 1);
    if (each.excess !== undefined) {
      const wide = bankKeyOf(each);
      excesses.set(wide, Math.max(excesses.get(wide) ?? 0, each.excess));
    }
  }
  return after.filter((each) => {
    if (each.excess !== undefined) return each.excess > (excesses.get(bankKeyOf(each)) ?? Number.NEGATIVE_INFINITY);
    const key = keyOf(each, renamed.get(each.path) ?? each.path);
    const count = earlier.get(key) ?? 0;
    earlier.set(key, count - 1);
    return count <= 0 || isTouched(each, touched);
  });
}

/** A finding counts by item: wherever it stands in an item that was touched, or that is related to one. */
function isTouched({ itemId, path, related = [] }: Diagnostic, touched: ReadonlySet<string>): boolean {
  return itemId !== undefined && [path, ...related.map((each) => each.path)].some((each) => touched.has(each));
}

/** Lines shift, so a place is no part of what makes two findings one. */
const keyOf = ({ ruleId, message }: Diagnostic, path: string): string => JSON.stringify([ruleId, path, message]);

/** What a message about the whole bank quotes is what it is about; the rest changes from day to day: numbers, singular and plural. */
const bankKeyOf = ({ ruleId, path, message }: Diagnostic): string =>
  JSON.stringify([ruleId, path, message.match(/`[^`]*`/g)]);
