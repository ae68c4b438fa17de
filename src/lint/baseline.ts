// The findings that a bank had when it adopted the linter: counted by item and rule, so that lines may shift and texts may change.
import type { Diagnostic } from "../diagnostic.ts";
import { fault, faults } from "../faults.ts";
import type { YamlPlaces } from "../model/document.ts";
import type { BaselineFile } from "../model/types.gen.ts";
import { escapeKey, positionOfOwner } from "../model/yaml-places.ts";
import { didYouMean } from "../near.ts";
import { plural, quote } from "../quote.ts";
import { rules } from "./rules/index.ts";

/** A baseline file that was read and is sound. */
export interface Baseline {
  /** Relative to the workspace root. */
  path: string;
  value: BaselineFile;
  places: YamlPlaces;
}

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

/** A fault for each entry of a guide that accepts more than there is, or names no rule; the diagnostics are all of the guide. */
export function checkBaseline(diagnostics: readonly Diagnostic[], guide: string, baseline: Baseline): Diagnostic[] {
  const accepted: Counts = own(baseline.value.guides, guide) ?? {};
  const found = countFindings(diagnostics, guide);
  return Object.entries(accepted).flatMap(([owner, byRule]) =>
    Object.entries(byRule).flatMap(([rule, limit]) => {
      const pointer = `/guides/${[guide, owner, rule].map(escapeKey).join("/")}`;
      const place = { path: baseline.path, position: positionOfOwner(pointer, baseline.places) };
      if (!isKnown(rule)) {
        const near = didYouMean(
          rule,
          rules.map(({ id }) => id),
        );
        return [
          fault("baseline-rule-unknown", {
            message: `Unexpected rule ${quote(rule)}, expected the id of a rule${near}`,
            ...place,
          }),
        ];
      }
      const count = found.get(owner)?.get(rule) ?? 0;
      if (count >= limit) return [];
      return [
        fault("baseline-unused", {
          message: `Unexpected ${plural(limit, "accepted finding")} of ${quote(rule)} in ${quote(owner)}, expected ${count}: run \`certpress lint --update-baseline\``,
          ...place,
        }),
      ];
    }),
  );
}

/** Guides of the baseline that the workspace no longer has. */
export function checkBaselineGuides({ value, places, path }: Baseline, guides: readonly string[]): Diagnostic[] {
  return Object.keys(value.guides)
    .filter((id) => !guides.includes(id))
    .map((id) =>
      fault("baseline-unused", {
        message: `Unexpected guide ${quote(id)}, expected the name of a folder in \`content/\`${didYouMean(id, guides)}`,
        path,
        position: positionOfOwner(`/guides/${escapeKey(id)}`, places),
      }),
    );
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

function countFindings(diagnostics: readonly Diagnostic[], guide: string): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const diagnostic of diagnostics.filter(canBeAccepted)) {
    const owner = ownerOf(diagnostic, guide);
    const byRule = counts.get(owner) ?? new Map<string, number>();
    counts.set(owner, byRule.set(diagnostic.ruleId, (byRule.get(diagnostic.ruleId) ?? 0) + 1));
  }
  return counts;
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const isKnown = (id: string): boolean => Object.hasOwn(faults, id) || rules.some((rule) => rule.id === id);
