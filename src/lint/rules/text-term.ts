// Names that have been replaced.
import { findPhrasesOf, plantPhrases, type PhraseTree } from "../phrase-tree.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { TextRule } from "../rule.ts";
import type { Term } from "../../model/types.gen.ts";
import { quote } from "../../quote.ts";
import { lineAt, lineSpan, sliceOf, type SourceText, type Span } from "../../source-text.ts";

export const textTerm: TextRule = {
  id: "text-term",
  scope: "text",
  severity: "warning",
  measured: { found: 40, right: 40 },
  summary: "Texts use the names of today",
  why: `Vendors rename their products, and a candidate meets the new name in the exam and in the console. \`terms.yaml\` beside
\`exam.yaml\` lists each replaced \`term\` with its \`replacement\` and the day \`since\` which it holds; before that day nothing is found.
Longer names in which the old one stays right go under \`allow\`. Code and addresses are never touched, nor is the old name beside
the new one in brackets, as in "Example Lake (formerly Example Pond)". Where the name is the identity of a
topic, a fact or a row, the fix is one for \`--fix-unsafe\`: pin the id first.`,
  fixable: "safe",
  examples: {
    valid: [
      `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which format does Example Lake store by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Example Lake (formerly Example Pond) keeps columns apart. The option \`Example Pond\` of the client still has the old name.
Example Pond Classic was not renamed.

## References

- [File formats](https://example.org/formats)
`,
    ],
    invalid: [
      {
        text: `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which format does Example Pond store by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Example
Pond reads few columns of many.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10, 18],
      },
    ],
  },
  *check({ path, itemId, contents }, { terms, today, sourceOf }) {
    const tree = treeOf(terms, today);
    if (tree === null) return;
    const source = sourceOf(path);
    for (const content of contents) {
      const prose = proseOf(content, source);
      let addresses: Span[] | undefined;
      let address = 0;
      for (const { start, end, value: term } of findPhrasesOf(tree, prose.text)) {
        if (term === null || isInIdentifier(prose.text, start, end) || isGloss(prose.text, start, end, term)) continue;
        addresses ??= addressesOf(prose.text);
        while ((addresses[address]?.end ?? end) < start) address++;
        if ((addresses[address]?.start ?? end) < end) continue;
        const span = prose.spanOf(start, end);
        const safe = itemId !== undefined || !isIdentity(source, span);
        const edit = { ...span, text: escapeMarkdown(term.replacement) };
        yield {
          at: positionIn(prose, source, start, end),
          path,
          message: `Unexpected term ${quote(prose.text.slice(start, end))}, expected ${quote(term.replacement)}: the name since ${term.since}`,
          ...(prose.isUnbroken(start, end) && { fix: { safe, edits: [edit] } }),
        };
      }
    }
  },
};

/** The terms that hold on a day; null stands for a phrase that is right as it is. */
type TermTree = PhraseTree<Term | null>;

/** One tree for all files of a guide. */
const trees = new WeakMap<readonly Term[], { today: string; tree: TermTree | null }>();

function treeOf(terms: readonly Term[], today: string): TermTree | null {
  const known = trees.get(terms);
  if (known?.today === today) return known.tree;
  const current = followRenames(terms.filter(({ since }) => since <= today));
  // A replacement may hold the term that it replaces.
  const right = current.flatMap(({ replacement, allow = [] }) => [replacement, ...allow]);
  const tree =
    current.length === 0
      ? null
      : plantPhrases<Term | null>([
          ...right.map((phrase) => [phrase, null] as const),
          ...current.map((term) => [term.term, term] as const),
        ]);
  trees.set(terms, { today, tree });
  return tree;
}

/** The terms with what they are called in the end: a name that came later may have replaced a replacement. */
function followRenames(terms: readonly Term[]): Term[] {
  const byTerm = new Map(terms.map((term) => [term.term, term]));
  return terms.map((term) => {
    let last = term;
    for (let next = byTerm.get(last.replacement); next !== undefined && next.since > last.since;) {
      last = next;
      next = byTerm.get(last.replacement);
    }
    return { ...term, replacement: last.replacement, since: last.since };
  });
}

/** Stretches without blanks that are addresses or paths. */
function addressesOf(text: string): Span[] {
  return [...text.matchAll(/\S+/g)]
    .filter(([token]) => /:\/\/|@|\/.*\/|^["'(]?(?:www\.|[~./])/u.test(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length }));
}

/** Whether a place is part of an identifier. */
function isInIdentifier(text: string, start: number, end: number): boolean {
  return /[\\#=:.]/.test(text.charAt(start - 1)) || /^(?:[\\=(]|[.:]{1,2}\p{L})/u.test(text.slice(end, end + 3));
}

/** What stands in brackets beside a name is short. */
const longestGloss = 200;

/** Whether a place names a term beside its replacement, one of them in brackets: it tells the reader of the old name. */
function isGloss(text: string, start: number, end: number, { replacement }: Term): boolean {
  const before = text.slice(Math.max(0, start - longestGloss), start);
  const bracket = before.lastIndexOf("(");
  if (bracket > before.lastIndexOf(")") && before.slice(0, bracket).trimEnd().endsWith(replacement)) return true;
  const inside = /^ ?\(([^()]*)/u.exec(text.slice(end, end + longestGloss));
  return inside?.[1]?.includes(replacement) === true;
}

/** A lead is a few words: what closes later in its line is another emphasis. */
const longestLead = 300;

/** Whether a span of study notes makes an id: in a heading, in the lead of a fact, or in a row of a table, with or without outer pipes. */
function isIdentity(source: SourceText, { start }: Span): boolean {
  const line = lineSpan(source, lineAt(source, start));
  const text = sliceOf(source, { start: line.start, end: Math.min(line.end, line.start + longestLead) });
  if (text.includes("|")) return true;
  const opening = /^[ \t]*(?:#|[-*+][ \t]+(\*\*|__))/.exec(text);
  if (opening === null) return false;
  const [{ length }, mark] = opening;
  return mark === undefined || start < line.start + text.indexOf(mark, length);
}

/** Text as Markdown that shows it. */
const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`);
