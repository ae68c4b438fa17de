// Stems that tell something and ask nothing.
import { blanksOf } from "../blanks.ts";
import { choicesOf } from "../choices.ts";
import { normalize } from "../phrases.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const stemQuestionMissing: DocumentRule = {
  id: "stem-question-missing",
  scope: "document",
  severity: "info",
  summary: "A stem asks a question, gives a task or leaves its end to the choices",
  why: `After a story that ends in a full stop a reader has to guess what is wanted of the choices: what is true, what to do, or what
went wrong. Often the question was lost in editing. A stem that ends in the middle of a sentence is completed by its choices and is not
found, nor is one that tells what is needed or to be done.`,
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

A report reads three of ninety columns. Choose the format in which it reads least.

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

A report reads three of ninety columns. It is too slow for its readers.

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    const { nodes, text } = item.stem;
    // What is asked may stand in a picture, a table or code.
    const choices = choicesOf(item);
    if (phrases === null || choices.length === 0 || nodes.some(({ type }) => type !== "paragraph")) return;
    if (/[?？؟]/u.test(text) || !/\p{L}[)"”’]?[.!][)"”’]?$/u.test(text)) return;
    // Blanks of a single line or of dots, which `stem-blank` may leave alone, are asked for, too.
    if (/_|\[\.{3}|…/u.test(text)) return;
    // Small letters complete a sentence, and a verdict judges it.
    const verdicts = new Set(phrases.items.verdicts.flat());
    if (choices.some(({ content }) => /^\p{Ll}/u.test(content.text) || verdicts.has(normalize(content.text)))) return;
    if (phrases.items.instructions.some((pattern) => text.search(pattern) >= 0)) return;
    const source = sourceOf(item.path);
    const prose = proseOf(item.stem, source);
    if (phrases.items.isAsking(prose.text) || blanksOf(prose.text, phrases).length > 0) return;
    const end = prose.text.trimEnd().length;
    yield {
      at: positionIn(prose, source, end - 1, end),
      path: item.path,
      message: `Unexpected end of the stem behind ${quote(phrases.items.askingSentence(prose.text))}, expected a question such as \`Which …?\``,
    };
  },
};
