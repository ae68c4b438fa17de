// What is known of a rule or a fault, in one form: for `explain`, docs/rules.md and the reports that carry help.
import type { Severity } from "./diagnostic.ts";
import { faultExamples } from "./fault-examples/index.ts";
import { places } from "./fault-examples/fault-example.ts";
import { faults, type FaultId } from "./faults.ts";
import type { Rule, RuleOption } from "./lint/rule.ts";
import { rules } from "./lint/rules/index.ts";

/** One rule of craft, or one fault, which has a summary and mostly an example. */
export interface RuleHelp {
  id: string;
  kind: "rule" | "fault";
  /** What a rule of craft looks at: one item, every text of a guide, or all items together; null for a fault. */
  scope: Rule["scope"] | null;
  severity: Severity;
  /** What holds in a sound guide, in one line without a full stop. */
  summary: string;
  /** In Markdown. */
  why: string | null;
  options: Readonly<Record<string, RuleOption>>;
  fixable: "safe" | "unsafe" | null;
  measured: { found: number; right: number } | null;
  /** Where the example of a fault stands, in Markdown; null for a rule, whose examples are whole items, and without an example. */
  place: string | null;
  /** Sources that are clean, each a list of items in one guide. */
  valid: string[][];
  /** Sources that are found, each a list of items in one guide. */
  invalid: string[][];
}

/** Help on all rules of craft, then all faults, each sorted by id. */
export function helpOnAll(): RuleHelp[] {
  const ids = Object.keys(faults).sort();
  return [...rules.map(helpOnRule), ...ids.flatMap((id) => helpOn(id) ?? [])];
}

/** Help on a rule or fault; null if there is none of this id. */
export function helpOn(id: string): RuleHelp | null {
  const rule = rules.find((each) => each.id === id);
  if (rule !== undefined) return helpOnRule(rule);
  if (!Object.hasOwn(faults, id)) return null;
  const known = id as FaultId;
  const example = faultExamples[known];
  return {
    id,
    kind: "fault",
    ...faults[known],
    scope: null,
    why: null,
    options: {},
    fixable: null,
    measured: null,
    place: example === undefined ? null : places[example.place],
    valid: example === undefined ? [] : [[example.right]],
    invalid: example === undefined ? [] : [[example.wrong]],
  };
}

function helpOnRule(rule: Rule): RuleHelp {
  const { id, scope, severity, summary, why, options = {}, fixable = null, measured = null } = rule;
  const sources =
    rule.scope === "bank"
      ? { valid: rule.examples.valid, invalid: rule.examples.invalid.map(({ texts }) => texts) }
      : {
          valid: rule.examples.valid.map((text) => [text]),
          invalid: rule.examples.invalid.map(({ text }) => [text]),
        };
  return { id, kind: "rule", scope, severity, summary, why, options, fixable, measured, place: null, ...sources };
}
