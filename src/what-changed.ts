// A change in numbers, for reviewers: what it did to the items, and to how they cover the blueprint.
import type { Changes } from "./compare.ts";
import { measureCoverage } from "./model/coverage.ts";
import type { Form } from "./model/form.ts";
import type { Coverage } from "./model/types.gen.ts";

/** One number before and after a change. */
export interface ChangedNumber {
  label: string;
  before: string;
  after: string;
  /** What the blueprint asks for, where it does. */
  target?: string;
}

/** One guide on one side of a change. */
export interface GuideSide {
  /** Paths of all its items, also of those with errors. */
  items: readonly string[];
  /** Null if there is nothing to publish. */
  form: Form | null;
}

/** Items added, edited, renamed and removed, then every number of the coverage that differs; `before` is null where there was no guide. */
export function whatChanged(before: GuideSide | null, after: GuideSide, changes: Changes): ChangedNumber[] {
  const pathsBefore = new Set(before?.items ?? []);
  const count = (predicate: (path: string) => boolean, list: Iterable<string> = after.items): string =>
    String([...list].filter(predicate).length);
  const rows: ChangedNumber[] = [
    { label: "Items added", after: count((path) => !pathsBefore.has(path) && !changes.renamed.has(path)) },
    { label: "Items edited", after: count((path) => pathsBefore.has(path) && changes.touched.has(path)) },
    { label: "Items renamed", after: count((path) => changes.renamed.has(path)) },
    { label: "Items removed", after: count((path) => changes.removed.has(path), pathsBefore) },
  ]
    .filter((row) => row.after !== "0")
    .map((row) => ({ ...row, before: "" }));
  if (after.form === null) return rows;
  const earlier = before?.form ? numbersOf(measureCoverage(before.form)) : null;
  const coverage = [...numbersOf(measureCoverage(after.form))].flatMap(
    ([label, { value, target }]): ChangedNumber[] => {
      const was = earlier?.get(label)?.value ?? "0";
      return was === value ? [] : [{ label, before: was, after: value, ...(target !== undefined && { target }) }];
    },
  );
  return [...rows, ...coverage];
}

/** The numbers of a coverage by what they count. */
function numbersOf(coverage: Coverage): Map<string, { value: string; target?: string }> {
  const { domains, tasks, types, difficulties, cognitive, keyPositions, keyLongest } = coverage;
  const tallies = [
    ["Task", tasks],
    ["Type", types],
    ["Difficulty", difficulties],
    ["Cognitive", cognitive],
    ["Key at", keyPositions],
  ] as const;
  return new Map([
    ...domains.map(
      ({ id, count, target, weight }) =>
        [`Domain ${id}`, { value: String(count), target: `${target} (${weight} %)` }] as const,
    ),
    ...tallies.flatMap(([title, list]) =>
      list.map(({ id, count }) => [`${title} ${id}`, { value: String(count) }] as const),
    ),
    ["Key is the longest choice", { value: String(keyLongest) }] as const,
  ]);
}
