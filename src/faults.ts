// The faults that parse, model and publishers report: one severity and one summary an id, so that all can be explained.
import type { Diagnostic, Severity } from "./diagnostic.ts";

/** What is known of a fault before it happens. */
export interface FaultMeta {
  severity: Severity;
  /** One line, for lists of rules. */
  summary: string;
}

const error = (summary: string): FaultMeta => ({ severity: "error", summary });
const warning = (summary: string): FaultMeta => ({ severity: "warning", summary });
const info = (summary: string): FaultMeta => ({ severity: "info", summary });

/** By rule id; ids are never reused. */
export const faults = {
  "file-encoding": error("A file is UTF-8"),
  "file-size": error("A file is small enough to be read safely"),
  "file-unknown": error("Every file of a guide has a place in the layout"),
  "file-missing": error("A guide has the files that it needs"),
  "file-escapes": error("A file of a guide lies in the guide's folder, also behind links"),
  "nesting-depth": error("Markdown and YAML nest at most 32 levels deep"),
  "emphasis-count": error("A paragraph has at most 500 emphasis delimiters"),
  "run-length": error(
    "At most 300 lines stand together without an empty line, and at most 200 headings are underlined",
  ),
  "word-length": error("A word has at most 2,000 characters"),
  "yaml-syntax": error("YAML is well formed, without tags, aliases and repeated keys"),
  "front-matter-missing": error("A file opens with closed front matter"),
  "schema-type": error("A value has the type that its schema names"),
  "schema-key-unknown": error("A key is one that the schema names"),
  "schema-key-missing": error("Every required key is there"),
  "schema-value": error("A value is one that the schema allows"),
  "markdown-unclosed": error("A fence, a math block and a comment are closed"),
  "markdown-unsupported": error("Indented code, footnotes and other constructs that do not print are not used"),
  "markdown-lazy-line": error("A line of a quote or list carries the mark or indentation of its block"),
  "markdown-block-lookalike": error("A line of a paragraph does not look like a block"),
  "html-raw": error("Comments are the only HTML"),
  "alert-malformed": error("An alert is a quote whose first line is `[!KIND]`, with a body"),
  "math-single-dollar": warning("Math is written with two dollar signs"),
  "math-malformed": error("Math is TeX that can be typeset"),
  "math-typesetter-missing": warning("The package that typesets math for the PDF is installed"),
  "heading-order": error("Headings stand where the file's layout has them"),
  "heading-skipped": warning("A heading is at most one level below the one before"),
  "item-stem-missing": error("An item has a stem"),
  "item-answer-missing": error("An item has the answer part of its type"),
  "item-answer-malformed": error("The answer part has the form of its type"),
  "item-explanation-missing": error("An item has an explanation"),
  "item-section-malformed": error("An item's sections are `## Explanation` and `## References`, in this order"),
  "item-references-empty": error("The section of references has a list of links"),
  "item-reference-malformed": error("References are one bullet list of titled links"),
  "item-id-duplicate": error("An item's id is unique in its guide"),
  "item-id-malformed": error("An item's file name is its id: lower-case words with hyphens"),
  "item-task-unknown": error("An item's task is one of the blueprint's"),
  "item-topic-unknown": error("An item's topic is one of the guide's"),
  "item-enemy-unknown": error("An item's enemies are items of the guide"),
  "choice-checkbox-malformed": error("A choice opens with `[ ]` or `[x]` and a space"),
  "choice-count": error("An item has as many choices as its type needs"),
  "choice-key-count": error("An item has as many keys as its type needs"),
  "choice-empty": error("A choice has content"),
  "choice-duplicate": error("The choices of an item differ"),
  "choice-rationale-uneven": error("Either every choice has a rationale or none"),
  "choice-rationale-misplaced": error("A rationale is the quote that ends a choice"),
  "step-malformed": error("Steps are an ordered list, numbered in the right order"),
  "match-malformed": error("A matching table has two columns, each prompt with its match"),
  "topic-id-missing": error("A topic's heading yields an id"),
  "topic-id-duplicate": error("A topic's id is unique in its guide"),
  "fact-malformed": error("A fact is `**Lead**: text`"),
  "fact-duplicate": error("A fact's lead is unique in its topic"),
  "fact-misplaced": warning("A fact is an entry of a top-level bullet list"),
  "pin-misplaced": error("A pin stands under a topic's heading or at the end of a fact's first line"),
  "section-lead-missing": error("A section opens with one lead paragraph"),
  "table-kind-unknown": error("A table's header row is that of a table kind"),
  "table-kind-malformed": error("A table kind is consistent in itself"),
  "table-row-width": error("A row has as many cells as the header"),
  "table-row-duplicate": error("A row's key is unique in its table kind"),
  "table-cell-invalid": error("A cell holds what its column allows"),
  "blueprint-duplicate": error("The ids of domains and tasks are unique"),
  "blueprint-weight-sum": error("Weights sum to exactly 100 %"),
  "domain-table-missing": error("guide.md has the table of weights"),
  "domain-table-mismatch": error("The table of weights equals the blueprint, row by row"),
  "domain-title-mismatch": error("A domain file's title is the blueprint's"),
  "domain-file-missing": error("Every domain has a file"),
  "domain-file-duplicate": error("A domain has one file"),
  "domain-unknown": error("A domain file's domain is one of the blueprint's"),
  "link-dead": error("A link inside the guide leads somewhere"),
  "link-scheme": error("A link is http, https, mailto or inside the guide"),
  "image-unsafe": warning("An svg has no script, embedded page or external reference"),
  "image-missing": error("An image is a file in the guide's media folder"),
  "image-unreadable": error("An image is a png, jpg, webp or svg by its bytes"),
  "image-alt-missing": error("An image has alternative text"),
  "term-duplicate": error("A replaced term is listed once"),
  "term-replacement-outdated": error("A replacement is not itself a replaced term"),
  "term-phrase-foreign": warning("An allowed phrase holds its term"),
  "word-list-malformed": warning("words.txt has one word a line, each once"),
  "config-rule-unknown": error("A rule that the configuration names is one of the linter's"),
  "config-option-unknown": error("An option that the configuration sets is one of its rule's"),
  "config-option-value": error("An option that the configuration sets is in its range"),
  "theme-contrast": warning("A text of the PDF stands out from its ground"),
  "font-unusable": error("A font that the configuration names is a sound font file of the workspace"),
  "config-path-unmatched": warning("A path of an override matches a file of the workspace"),
  "baseline-rule-unknown": warning("A rule that the baseline names is one of the linter's"),
  "baseline-unused": info("The baseline accepts no more findings than there are"),
  "suppression-rule-unknown": warning("A rule that an item suppresses is one of the linter's"),
  "suppression-unused": warning("A suppressed rule would have found something"),
  "ledger-malformed": error("identity.lock.json is as `certpress lock` wrote it"),
  "identity-unlocked": warning("A guide that is released has a ledger of identities"),
  "identity-vanished": warning("Every note of the last edition is in the guide, carried over or retired"),
  "identity-reused": error("An id is never used again for another note"),
  "identity-changed": error("Code and language of a guide stay as they were locked"),
  "text-glyph-missing": error("Every character has a glyph in one of the fonts"),
  "text-right-to-left": error("Text of the PDF runs from left to right"),
  "words-placeholder": error("Published words have the placeholders that their values go into"),
  "spelling-dictionary-missing": info("There is a dictionary for the guide's language"),
  "link-gone": warning("A page that the guide links to is there"),
  "link-moved": info("A page that the guide links to is at the address that is written"),
  "link-unanswered": info("A page that the guide links to answers"),
  "language-unknown": error("The guide's language has published words"),
  "image-part-unprintable": warning("Everything in an svg can be drawn in a PDF"),
  "image-unprintable": error("An image is of a type that the output can show"),
} as const satisfies Record<string, FaultMeta>;

export type FaultId = keyof typeof faults;

/** A diagnostic of a known fault, with the severity and address that belong to it. */
export function fault(ruleId: FaultId, found: Omit<Diagnostic, "ruleId" | "severity" | "url">): Diagnostic {
  return { ruleId, severity: faults[ruleId].severity, ...found, url: ruleUrl(ruleId) };
}

/** Where a rule is documented, relative to the package. */
export function ruleUrl(ruleId: string): string {
  return `docs/rules.md#${ruleId}`;
}
