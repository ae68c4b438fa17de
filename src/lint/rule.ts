// What a rule of item-writing craft is. A rule is pure: it says what it found and where, index.ts adds id, severity and address.
import type { Fix, Position, Related, Severity } from "../diagnostic.ts";
import type { Bank, Item } from "../model/bank.ts";
import type { FileTexts } from "../model/texts.ts";
import type { Term } from "../model/types.gen.ts";
import type { SourceText } from "../source-text.ts";
import type { Phrases } from "./phrases.ts";
import type { Spelling } from "./spelling.ts";

/** What a rule found, at one place. */
export interface Finding {
  at: Position;
  path: string;
  itemId?: string;
  message: string;
  note?: string;
  related?: Related[];
  /** Edits of the file at `path`. */
  fix?: Fix;
  /** See `Diagnostic.excess`; of rules about the whole bank alone. */
  excess?: number;
  /** The author has done what is asked halfway: a warning becomes an info. */
  mild?: boolean;
}

/** Item sources that are a rule's test, its documentation in docs/rules.md and the text of `certpress explain`. */
interface Examples {
  valid: string[];
  /** Each with the lines of all its findings, in order. */
  invalid: { text: string; lines: number[] }[];
}

/** Guides of several items that are a bank rule's test and documentation. */
interface BankExamples {
  /** Each is the sources of its items, named `item-1`, `item-2`… in this order. */
  valid: string[][];
  /** Each with the place of all its findings, in order: `item-2:5` for a line of an item, `exam.yaml:9` for another file's. */
  invalid: { texts: string[]; places: string[] }[];
}

/** A number that the configuration can set under `options.<rule>`. */
export interface RuleOption {
  description: string;
  default: number;
  minimum: number;
  maximum: number;
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
  /** By name. */
  options?: Record<string, RuleOption>;
  /** Whether findings bring a fix: one for `--fix`, or one near the meaning for `--fix-unsafe`. */
  fixable?: "safe" | "unsafe";
  /** Findings on technical items that nobody tuned to, and how many of them the rater called right; see docs/measuring.md. */
  measured?: { found: number; right: number };
}

/** What a rule knows besides the item or the bank. */
export interface RuleContext {
  /** Of the guide, as a BCP 47 tag. */
  language: string;
  /** Wording of the guide's language; null if nobody has written any, and then no rule of wording applies. */
  phrases: Phrases | null;
  /** The build date as `2026-11-23`: ages count to it. */
  today: string;
  /** The spelling of the guide's language; null without a dictionary. */
  spelling: Spelling | null;
  /** Words that the guide spells its own way, of words.txt. */
  words: readonly string[];
  /** The guide's replaced terms. */
  terms: readonly Term[];
  /** Value of one of the rule's own options. Throws if it has none of this name. */
  option: (name: string) => number;
  /** The text of a file of the guide, for the offsets of fixes. */
  sourceOf: (path: string) => SourceText;
}

/** A rule that depends on one item alone. */
export interface DocumentRule extends RuleMeta {
  scope: "document";
  examples: Examples;
  check(item: Item, context: RuleContext): Iterable<Finding>;
}

/** A rule of wording that applies to all texts of a file, whatever file it is; its examples are items. */
export interface TextRule extends RuleMeta {
  scope: "text";
  /** Whether what it finds in a file depends on the words of others as well. */
  isWide?: boolean;
  examples: Examples;
  check(texts: FileTexts, context: RuleContext): Iterable<Finding>;
}

/** A rule that compares items, or counts them. It reads the texts and places of a bank, never its nodes, so that it can work on an index. */
export interface BankRule extends RuleMeta {
  scope: "bank";
  examples: BankExamples;
  check(bank: Bank, context: RuleContext): Iterable<Finding>;
}

export type Rule = DocumentRule | TextRule | BankRule;
