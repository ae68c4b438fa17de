// What a rule of item-writing craft is. A rule is pure: it says what it found and where, index.ts adds id, severity and address.
import type { Fix, Position, Related, Severity } from "../diagnostic.ts";
import type { Bank, Item } from "../model/bank.ts";

/** What a rule found, at one place. */
export interface Finding {
  at: Position;
  path: string;
  itemId?: string;
  message: string;
  note?: string;
  related?: Related[];
  fix?: Fix;
}

/** Item sources that are a rule's test and its documentation in docs/rules.md. */
interface Examples {
  valid: string[];
  /** Each with the lines of all its findings, in order. */
  invalid: { text: string; lines: number[] }[];
}

interface RuleMeta {
  /** `<subject>-<fault>`, the name of its file; never reused. */
  id: string;
  /** What it has unless the configuration says otherwise. */
  severity: Severity;
  /** What holds in a sound item, in one line without a full stop. */
  summary: string;
  /** Why that makes a better item, in Markdown. */
  why: string;
  examples: Examples;
}

/** What a rule of one document knows besides the document. */
interface RuleContext {
  /** Of the guide, as a BCP 47 tag. */
  language: string;
}

/** A rule that depends on one item alone. */
export interface DocumentRule extends RuleMeta {
  scope: "document";
  check(item: Item, context: RuleContext): Iterable<Finding>;
}

/** A rule that compares items, or counts them. */
interface BankRule extends RuleMeta {
  scope: "bank";
  check(bank: Bank): Iterable<Finding>;
}

export type Rule = DocumentRule | BankRule;
