// A stem that asks nothing.
import type { PhrasingContent } from "mdast";
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import type { DocumentRule } from "../rule.ts";
import { wordsOf } from "../words-of.ts";
import { quote } from "../../quote.ts";

export const stemUnfocused: DocumentRule = {
  id: "stem-unfocused",
  scope: "document",
  severity: "info",
  measured: { found: 18, right: 11 },
  summary: "A stem asks something before the choices are read",
  why: `After "S3 is:" a reader has to judge every choice as a statement on its own, and which one is meant stays open. A stem that is a
question, or says enough to be answered without the choices, has one key. (Haladyna, Downing and Rodriguez 2002, "include the central
idea in the stem".)`,
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

Parquet is a format that stores the values of one

- [x] column together
- [ ] row together
- [ ] file together

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

Parquet is:

- [x] a format that stores data by column
- [ ] a service of a cloud
- [ ] a language for queries

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
    ],
  },
  *check(item, { phrases }) {
    const { nodes, text } = item.stem;
    // What is asked may stand in a picture, a table or code.
    if (phrases === null || choicesOf(item).length === 0 || nodes.some(({ type }) => type !== "paragraph")) return;
    if (
      phrases.items.asks.test(text) ||
      /[?？؟]/u.test(text) ||
      nodes.some((node) => node.type === "paragraph" && node.children.some(isFigure))
    )
      return;
    // With words behind a blank the stem is a sentence to complete.
    const blank = text.search(/_|\[\.\.\.\]|…/u);
    if (blank >= 0 && /[\p{L}\p{N}]/u.test(text.slice(blank))) return;
    const content = wordsOf(text).filter((word) => !phrases.stopWords.has(word));
    if (content.length > 3) return;
    yield {
      at: placeOf(item.stem, item.position),
      path: item.path,
      message: `Unexpected stem ${quote(text)} that asks nothing, expected a question, or what can be answered without the choices`,
    };
  },
};

const isFigure = ({ type }: PhrasingContent): boolean => type === "image" || type === "inlineMath";
