// A stem that asks for what is not so.
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import type { Content } from "../../model/content.ts";
import { quote } from "../../quote.ts";
import { sliceOf, spanAt, type SourceText, type Span } from "../../source-text.ts";

export const stemNegative: DocumentRule = {
  id: "stem-negative",
  scope: "document",
  severity: "warning",
  measured: { found: 156, right: 153 },
  summary: "A stem asks for what is so",
  why: `A reader who overlooks one small word chooses a distractor although they know everything, and who finds the one wrong choice
may still not know the right ones. Ask for what is so; where the exception itself matters, as a step that must never be taken, emphasise
the word, which makes the finding an info. (Haladyna, Downing and Rodriguez 2002, guideline on positive wording; Tarrant, Knierim,
Hayes and Ware 2006, "Negative worded stem". Only the sentence that asks is read: a scenario may say what does not work, and "the LEAST
effort" is no negation.)`,
  fixable: "unsafe",
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

A report reads few of many columns and is not fast enough. Which format makes it faster?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Parquet keeps the values of one column together.

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

Which format does not store data by column?

- [x] CSV
- [ ] Parquet
- [ ] ORC

## Explanation

CSV is text, row by row.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
      {
        text: `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which format does **not** store data by column?

- [x] CSV
- [ ] Parquet
- [ ] ORC

## Explanation

CSV is text, row by row.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    if (phrases === null) return;
    const source = sourceOf(item.path);
    const prose = proseOf(item.stem, source);
    const found = phrases.findNegative(prose.text);
    if (found === null) return;
    const word = prose.text.slice(found.start, found.end);
    const span = prose.spanOf(found.start, found.end);
    const mild = isCapital(word) || isBold(item.stem, source, span);
    // A word that mark-up divides is left to its author.
    const isPlain = sliceOf(source, span) === word;
    yield {
      at: positionIn(prose, source, found.start, found.end),
      path: item.path,
      message: mild
        ? `Unexpected ${quote(word)} in what the stem asks, expected a stem that asks for what is so`
        : `Unexpected ${quote(word)} in what the stem asks, expected a stem that asks for what is so, or the word in bold`,
      ...(mild && { mild }),
      ...(!mild &&
        isPlain && {
          fix: {
            safe: false,
            edits: [
              { start: span.start, end: span.start, text: "**" },
              { start: span.end, end: span.end, text: "**" },
            ],
          },
        }),
    };
  },
};

const isCapital = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

/** Whether a span lies in bold text. */
function isBold({ nodes }: Pick<Content, "nodes">, source: SourceText, span: Span): boolean {
  return nodes.some((node) => {
    const place = node.position && spanAt(source, node.position);
    if (place && (place.end <= span.start || span.end <= place.start)) return false;
    if (node.type === "strong") return true;
    // Children of a node are nodes of content, whatever the type of the parent.
    return "children" in node && isBold({ nodes: node.children }, source, span);
  });
}
