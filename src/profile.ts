// What the profiles change: draft lets some parts of an item be missing, release allows no warning.
import type { Diagnostic } from "./diagnostic.ts";
import type { FaultId } from "./faults.ts";
import type { ConfigFile } from "./model/types.gen.ts";

/** How strict checks are. */
export type Profile = NonNullable<ConfigFile["profile"]>;

/** Faults that leave an item readable: the parts that an author writes last. */
const unfinished: ReadonlySet<string> = new Set<FaultId>([
  "item-explanation-missing",
  "item-references-empty",
  "choice-rationale-uneven",
]);

/** The rules of craft about the same parts, which a configuration may have made errors. */
const unfinishedByRule: ReadonlySet<string> = new Set(["rationale-missing", "references-missing"]);

/** Whether a fault says only that an item is unfinished: then its body is read all the same. */
export function isUnfinished({ ruleId }: Pick<Diagnostic, "ruleId">): boolean {
  return unfinished.has(ruleId);
}

/** The diagnostics with the severities of a profile. */
export function regrade(diagnostics: readonly Diagnostic[], profile: Profile): Diagnostic[] {
  const isLowered = (each: Diagnostic): boolean =>
    each.severity === "error" && (isUnfinished(each) || unfinishedByRule.has(each.ruleId));
  return profile === "draft"
    ? diagnostics.map((each) => (isLowered(each) ? { ...each, severity: "warning" as const } : each))
    : [...diagnostics];
}

/** The number of warnings that fail a run; null if no number does. */
export function allowedWarnings(profile: Profile): number | null {
  return profile === "release" ? 0 : null;
}
