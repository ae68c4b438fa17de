// Authored exceptions: front matter `lint: {ignore: [{rule, reason}]}` silences one rule for one item, and is itself checked.
import type { Diagnostic } from "../diagnostic.ts";
import { fault, faults } from "../faults.ts";
import type { Item } from "../model/bank.ts";
import { positionOfValue } from "../model/yaml-places.ts";
import { didYouMean } from "../near.ts";
import { quote } from "../quote.ts";

/** Ids of all rules, and whether one of them is not off in a file. */
interface RuleIds {
  known: readonly string[];
  isActive: (id: string, path: string) => boolean;
}

/** The diagnostics that no item suppresses, and a fault for each suppression that names no rule or silences nothing. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  items: readonly Item[],
  { known, isActive }: RuleIds,
): Diagnostic[] {
  const unused = new Set(items.flatMap((item) => suppressionsOf(item).map(({ key }) => key)));
  const silenced = new Set(unused);
  const kept = diagnostics.filter(({ ruleId, itemId }) => {
    const key = `${itemId}\0${ruleId}`;
    unused.delete(key);
    return !silenced.has(key);
  });
  const faultsFound = items.flatMap((item) => {
    const seen = new Set<string>();
    return suppressionsOf(item).flatMap(({ key, rule, pointer }) => {
      const place = { path: item.path, position: positionOfValue(pointer, item.places), itemId: item.id };
      const isRepeated = seen.has(key);
      seen.add(key);
      if (!known.includes(rule))
        return [fault("suppression-rule-unknown", { message: wordUnknown(rule, known), ...place })];
      if (!isRepeated && (!unused.has(key) || !isActive(rule, item.path))) return [];
      const message = `Unexpected suppression of ${quote(rule)}, expected none: ${isRepeated ? "it is suppressed above" : "the rule finds nothing in this item"}`;
      return [fault("suppression-unused", { message, ...place })];
    });
  });
  return [...kept, ...faultsFound];
}

function suppressionsOf({ id, frontMatter }: Item): { key: string; rule: string; pointer: string }[] {
  const ignored = frontMatter.lint?.ignore ?? [];
  return ignored.map(({ rule }, index) => ({ key: `${id}\0${rule}`, rule, pointer: `/lint/ignore/${index}/rule` }));
}

function wordUnknown(rule: string, known: readonly string[]): string {
  if (Object.hasOwn(faults, rule))
    return `Unexpected suppression of the fault ${quote(rule)}, expected a rule of craft: a fault can only be mended`;
  return `Unexpected rule ${quote(rule)}, expected the id of a rule${didYouMean(rule, known)}`;
}
