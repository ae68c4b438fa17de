// The findings that a bank had when it adopted the linter: counted by item and rule, so that lines may shift and texts may change.
import type { Diagnostic } from "../diagnostic.ts";
import { fault, faults } from "../faults.ts";
import type { BaselineFile } from "../model/types.gen.ts";
import { escapeKey, positionOfOwner } from "../model/yaml-places.ts";
import { didYouMean } from "../near.ts";
import { plural, quote } from "../quote.ts";
import { lowerCount, removeMembers, type Baseline } from "./prune-baseline.ts";
import { rules } from "./rules/index.ts";

type Counts = Record<string, Record<string, number>>;

/** Item id, or the path inside the guide of a finding that is of no item. */
const ownerOf = ({ itemId, path }: Diagnostic, guide: string): string =>
  itemId ?? path.slice(`content/${guide}/`.length);

/** Errors block publishing, so no baseline accepts them. */
const canBeAccepted = ({ severity }: Diagnostic): boolean => severity !== "error";

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * The diagnostics of a guide without those that the baseline accepts, and the faults of the baseline. Where an item has more findings of a rule than accepted, all of them are kept: nobody can tell which are new.
 */
export function acceptBaseline(diagnostics: readonly Diagnostic[], guide: string, baseline: Baseline): Diagnostic[] {
  const accepted: Counts = own(baseline.value.guides, guide) ?? {};
  const found = countFindings(diagnostics, guide);
  const kept = diagnostics.filter((diagnostic) => {
    const owner = ownerOf(diagnostic, guide);
    const limit = own(own(accepted, owner) ?? {}, diagnostic.ruleId) ?? 0;
    return !canBeAccepted(diagnostic) || (found.get(owner)?.get(diagnostic.ruleId) ?? 0) > limit;
  });
  return [...kept, ...checkBaseline(diagnostics, guide, baseline)];
}

/**
 * A fault for each entry of a guide that accepts more than there is, or names no rule; the diagnostics are all of the guide. While it has
 * errors, nobody knows what is not needed: rules do not look at the items that have some.
 */
export function checkBaseline(diagnostics: readonly Diagnostic[], guide: string, baseline: Baseline): Diagnostic[] {
  const accepted: Counts = own(baseline.value.guides, guide) ?? {};
  const found = countFindings(diagnostics, guide);
  const hasErrors = diagnostics.some(({ severity }) => severity === "error");
  const foundOf = (owner: string, rule: string): number => found.get(owner)?.get(rule) ?? 0;
  const isNeeded = (owner: string, rule: string): boolean => !isKnown(rule) || foundOf(owner, rule) > 0;
  const empty = keysOf(accepted, (owner) => !Object.keys(accepted[owner] ?? {}).some((rule) => isNeeded(owner, rule)));
  const emptied = removeMembers(baseline, pointerTo(guide), empty);
  return Object.entries(accepted).flatMap(([owner, byRule]) => {
    const removals = removeMembers(
      baseline,
      pointerTo(guide, owner),
      keysOf(byRule, (rule) => !isNeeded(owner, rule)),
    );
    return Object.entries(byRule).flatMap(([rule, limit]) => {
      const pointer = pointerTo(guide, owner, rule);
      const place = { path: baseline.path, position: positionOfOwner(pointer, baseline.places) };
      if (!isKnown(rule)) return [fault("baseline-rule-unknown", { message: wordUnknown(rule), ...place })];
      const count = foundOf(owner, rule);
      if (count >= limit || hasErrors) return [];
      const fix = count > 0 ? lowerCount(baseline, pointer, count) : (emptied.get(owner) ?? removals.get(rule) ?? null);
      const message = `Unexpected ${plural(limit, "accepted finding")} of ${quote(rule)} in ${quote(owner)}, expected ${count}: ${pruneAdvice(baseline)}`;
      return [fault("baseline-unused", { message, ...place, ...(fix && { fix }) })];
    });
  });
}

/** Guides of the baseline that the workspace no longer has. */
export function checkBaselineGuides(baseline: Baseline, guides: readonly string[]): Diagnostic[] {
  const { value, places, path } = baseline;
  const unknown = keysOf(value.guides, (id) => !guides.includes(id));
  const removals = removeMembers(baseline, pointerTo(), unknown);
  return [...unknown].map((id) => {
    const fix = removals.get(id);
    return fault("baseline-unused", {
      message: `Unexpected guide ${quote(id)}, expected the name of a folder in \`content/\`${didYouMean(id, guides)}: ${pruneAdvice(baseline)}`,
      path,
      position: positionOfOwner(pointerTo(id), places),
      ...(fix && { fix }),
    });
  });
}

/** Updating would accept what is new, too. */
const pruneAdvice = ({ path }: Baseline): string => `\`certpress lint --fix ${path}\` takes out what is not needed`;

const pointerTo = (...keys: string[]): string => ["/guides", ...keys.map(escapeKey)].join("/");

const keysOf = (record: Readonly<Record<string, unknown>>, predicate: (key: string) => boolean): Set<string> =>
  new Set(Object.keys(record).filter(predicate));

function wordUnknown(rule: string): string {
  const ids = rules.map(({ id }) => id);
  return `Unexpected rule ${quote(rule)}, expected the id of a rule${didYouMean(rule, ids)}`;
}

/** A baseline that accepts all warnings and infos of these guides, and what an earlier one accepts of others; keys are sorted. */
export function makeBaseline(
  guides: readonly { id: string; diagnostics: readonly Diagnostic[] }[],
  earlier: Baseline | null,
): BaselineFile {
  const byGuide = new Map<string, Counts>(Object.entries(earlier?.value.guides ?? {}));
  for (const { id, diagnostics } of guides) {
    const counted = [...countFindings(diagnostics, id)].map(
      ([owner, byRule]) => [owner, Object.fromEntries(sorted(byRule))] as const,
    );
    byGuide.set(id, Object.fromEntries(sorted(counted)));
  }
  return {
    schemaVersion: 1,
    guides: Object.fromEntries(sorted(byGuide).filter(([, counts]) => Object.keys(counts).length > 0)),
  };
}

/**
 * By owner, then by rule. All findings of a rule about the whole bank are one: a sound new item moves the numbers of every domain, so
 * that how many of them are off is no matter of who did what.
 */
function countFindings(diagnostics: readonly Diagnostic[], guide: string): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const diagnostic of diagnostics.filter(canBeAccepted)) {
    const { ruleId, excess } = diagnostic;
    const owner = ownerOf(diagnostic, guide);
    const byRule = counts.get(owner) ?? new Map<string, number>();
    counts.set(owner, byRule.set(ruleId, excess === undefined ? (byRule.get(ruleId) ?? 0) + 1 : 1));
  }
  return counts;
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const isKnown = (id: string): boolean => Object.hasOwn(faults, id) || rules.some((rule) => rule.id === id);
