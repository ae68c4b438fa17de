// The order of findings in reports for hosts: these show only the first so many, so the worst come first.
import type { Severity } from "../diagnostic.ts";

/** From worst to least. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** Errors, then warnings, then infos, each in the order given. */
export function errorsFirst<T extends { severity: Severity }>(list: readonly T[]): T[] {
  return severities.flatMap((severity) => list.filter((each) => each.severity === severity));
}

/** Lists of what has the same key, in the order of their first members. */
export function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
