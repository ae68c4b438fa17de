// Bank → Diagnostic[]: the rules of item-writing craft, as the configuration and the items' suppressions want them.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { ruleUrl } from "../faults.ts";
import type { Bank } from "../model/bank.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { suppress } from "./suppress.ts";

/** Findings of all rules that are not off, and faults of suppressions; faults of other stages are not lint's. */
export function lint(bank: Bank, config: ConfigFile): Diagnostic[] {
  const severities = new Map(Object.entries(config.rules ?? {}));
  const active = rules.flatMap((rule) => {
    const severity = severities.get(rule.id) ?? rule.severity;
    return severity === "off" ? [] : [{ rule, severity }];
  });
  const diagnostics = active.flatMap(({ rule, severity }) =>
    [...findingsOf(rule, bank)].map((finding) => stamp(rule.id, severity, finding)),
  );
  return suppress(diagnostics, bank.items, {
    known: rules.map(({ id }) => id),
    active: new Set(active.map(({ rule }) => rule.id)),
  });
}

function* findingsOf(rule: Rule, bank: Bank): Iterable<Finding> {
  if (rule.scope === "bank") yield* rule.check(bank);
  else {
    const context = { language: bank.exam.language };
    for (const item of bank.items)
      for (const finding of rule.check(item, context)) yield { itemId: item.id, ...finding };
  }
}

function stamp(ruleId: string, severity: Severity, { at, ...finding }: Finding): Diagnostic {
  return { ruleId, severity, ...finding, position: at, url: ruleUrl(ruleId) };
}
