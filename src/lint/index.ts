// Bank → Diagnostic[]: the rules of item-writing craft, as the configuration and the items' suppressions want them.
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { ruleUrl } from "../faults.ts";
import type { Bank, Item } from "../model/bank.ts";
import { textsOfItemFile, textsOfOthers, type FileTexts } from "../model/texts.ts";
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
  /** The findings in one file as they were made of the same file and the same other files than items before, else made now; made now when absent. */
  recall?: (path: string, make: () => Diagnostic[]) => Diagnostic[];
}

/** Findings of all rules that are not off, and faults of suppressions; faults of other stages are not lint's. */
export function lint(bank: Bank, context: LintContext): Diagnostic[] {
  const { recall = (_path, make) => make() } = context;
  const severityOf = severitiesOf(context.config);
  const checks = rules.map((rule) => ({ rule, context: contextOf(rule, bank, context) }));
  const diagnosticsOf = (findings: (check: Check) => Iterable<Finding>): Diagnostic[] =>
    checks.flatMap((check) => [...findings(check)].flatMap((finding) => stamp(check.rule, severityOf, finding)));
  const wide = (texts: FileTexts): Diagnostic[] => diagnosticsOf((check) => findingsInTexts(check, texts, true));
  const diagnostics = [
    ...diagnosticsOf(({ rule, context: own }) => (rule.scope === "bank" ? rule.check(bank, own) : [])),
    ...bank.items.flatMap((item) => [
      ...recall(item.path, () => diagnosticsOf((check) => findingsInItem(check, item))),
      ...wide(textsOfItemFile(item)),
    ]),
    ...textsOfOthers(bank).flatMap((texts) => [
      ...recall(texts.path, () => diagnosticsOf((check) => findingsInTexts(check, texts, false))),
      ...wide(texts),
    ]),
  ];
  return suppress(diagnostics, bank.items, {
    known: rules.map(({ id }) => id),
    isActive: (id, path) => rules.some((rule) => rule.id === id && severityOf(rule, path) !== "off"),
  });
}

/** A rule with what it knows of the bank. */
interface Check {
  rule: Rule;
  context: RuleContext;
}

function* findingsInItem(check: Check, item: Item): Iterable<Finding> {
  const { rule, context } = check;
  if (rule.scope === "document") for (const finding of rule.check(item, context)) yield { itemId: item.id, ...finding };
  else yield* findingsInTexts(check, textsOfItemFile(item), false);
}

/** What the rules of wording find that compare words with those of other files, or those that do not. */
function* findingsInTexts({ rule, context }: Check, texts: FileTexts, isWide: boolean): Iterable<Finding> {
  if (rule.scope !== "text" || (rule.isWide ?? false) !== isWide) return;
  for (const finding of rule.check(texts, context))
    yield { ...(texts.itemId !== undefined && { itemId: texts.itemId }), ...finding };
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
