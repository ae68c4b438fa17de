// Bank → Diagnostic[]: the rules of item-writing craft, as the configuration and the items' suppressions want them.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { ruleUrl } from "../faults.ts";
import type { Bank } from "../model/bank.ts";
import { textsOf } from "../model/texts.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import type { SourceText } from "../source-text.ts";
import { phrasesOf } from "./phrases.ts";
import type { Finding, Rule, RuleContext } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { severitiesOf, type SeverityOf } from "./severity.ts";
import type { Spelling } from "./spelling.ts";
import { suppress } from "./suppress.ts";

/** What rules know besides the bank. */
export interface LintContext {
  config: ConfigFile;
  /** The build date: ages count to it. */
  date: Date;
  /** Null without a dictionary for the guide's language. */
  spelling: Spelling | null;
  /** The text of a file of the guide; called for the files of the bank alone. */
  sourceOf: (path: string) => SourceText;
}

/** Findings of all rules that are not off, and faults of suppressions; faults of other stages are not lint's. */
export function lint(bank: Bank, context: LintContext): Diagnostic[] {
  const severityOf = severitiesOf(context.config);
  const diagnostics = rules.flatMap((rule) =>
    [...findingsOf(rule, bank, contextOf(rule, bank, context))].flatMap((finding) => stamp(rule, severityOf, finding)),
  );
  return suppress(diagnostics, bank.items, {
    known: rules.map(({ id }) => id),
    isActive: (id, path) => rules.some((rule) => rule.id === id && severityOf(rule, path) !== "off"),
  });
}

function* findingsOf(rule: Rule, bank: Bank, context: RuleContext): Iterable<Finding> {
  switch (rule.scope) {
    case "bank":
      yield* rule.check(bank, context);
      return;
    case "document":
      for (const item of bank.items)
        for (const finding of rule.check(item, context)) yield { itemId: item.id, ...finding };
      return;
    case "text":
      for (const texts of textsOf(bank))
        for (const finding of rule.check(texts, context))
          yield { ...(texts.itemId !== undefined && { itemId: texts.itemId }), ...finding };
  }
}

function contextOf(rule: Rule, bank: Bank, { config, date, spelling, sourceOf }: LintContext): RuleContext {
  const { language } = bank.exam;
  const chosen = config.options?.[rule.id] ?? {};
  return {
    language,
    phrases: phrasesOf(language),
    today: date.toISOString().slice(0, 10),
    spelling,
    words: bank.words,
    terms: bank.terms,
    sourceOf,
    option(name) {
      const option = rule.options?.[name];
      if (option === undefined) throw new Error(`The rule ${rule.id} has no option ${name}`);
      return chosen[name] ?? option.default;
    },
  };
}

function stamp(rule: Rule, severityOf: SeverityOf, { at, mild = false, ...finding }: Finding): Diagnostic[] {
  const severity = severityOf(rule, finding.path);
  if (severity === "off") return [];
  return [
    {
      ruleId: rule.id,
      severity: mild ? lower(severity) : severity,
      ...finding,
      position: at,
      url: ruleUrl(rule.id),
    },
  ];
}

const lower = (severity: Severity): Severity => (severity === "error" ? "warning" : "info");
