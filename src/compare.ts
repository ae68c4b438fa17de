// Which findings a change is to blame for: those of the items it touches, and those that it makes or makes worse.
import type { Diagnostic } from "./diagnostic.ts";
import { quote } from "./quote.ts";

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

/** Whether a finding stands outside of a change, and speaks of a place inside: two items that are alike, of which one is new. */
export function isBesideChange({ path, related = [], excess }: Diagnostic, { touched }: Changes): boolean {
  return excess === undefined && !touched.has(path) && related.some((each) => touched.has(each.path));
}

/**
 * The findings, each at its place in the change, where whoever made the change looks; what stands outside is then related. `turned` are
 * the findings of the same guides with the files of the change as the last, so that what can be said of either file is said of those.
 */
export function placeInChange(
  findings: readonly Diagnostic[],
  turned: readonly Diagnostic[],
  changes: Changes,
): Diagnostic[] {
  return findings.map((finding) => {
    if (!isBesideChange(finding, changes)) return finding;
    const places = new Set(finding.related?.map((each) => each.path));
    const twin = turned.find(
      ({ ruleId, path, related = [] }) =>
        ruleId === finding.ruleId &&
        changes.touched.has(path) &&
        places.has(path) &&
        related.some((each) => each.path === finding.path),
    );
    return twin ?? moveToRelated(finding, changes);
  });
}

/** What can be said of one file alone says which; its fix, which is for that file, is left out. */
function moveToRelated(finding: Diagnostic, { touched }: Changes): Diagnostic {
  const { ruleId, severity, message, path, position, itemId, note, related = [], url } = finding;
  const place = related.find((each) => touched.has(each.path));
  if (place === undefined) return finding;
  const id = itemIdOf(place.path);
  return {
    ruleId,
    severity,
    message: `${message} (in ${itemId === undefined ? quote(path) : `the item ${quote(itemId)}`})`,
    path: place.path,
    position: place.position,
    ...(id !== null && { itemId: id }),
    ...(note !== undefined && { note }),
    related: [{ message: "Where it is found", path, position }, ...related.filter((each) => each !== place)],
    ...(url !== undefined && { url }),
  };
}

/** An item's id is the name of its file; null for another file. */
const itemIdOf = (path: string): string | null =>
  /^content\/[^/]+\/items\/(?:.*\/)?([^/]+)\.md$/su.exec(path)?.[1] ?? null;

/** A finding counts by item: wherever it stands in an item that was touched, or that is related to one. */
function isTouched({ itemId, path, related = [] }: Diagnostic, touched: ReadonlySet<string>): boolean {
  return itemId !== undefined && [path, ...related.map((each) => each.path)].some((each) => touched.has(each));
}

/** Lines shift, so a place is no part of what makes two findings one. */
const keyOf = ({ ruleId, message }: Diagnostic, path: string): string => JSON.stringify([ruleId, path, message]);

/** What a message about the whole bank quotes is what it is about; the rest changes from day to day: numbers, singular and plural. */
const bankKeyOf = ({ ruleId, path, message }: Diagnostic): string =>
  JSON.stringify([ruleId, path, message.match(/`[^`]*`/g)]);
