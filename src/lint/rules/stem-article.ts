// A stem whose last article fits the first sound of only some choices.
import { choicesOf } from "../choices.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const stemArticle: DocumentRule = {
  id: "stem-article",
  scope: "document",
  severity: "warning",
  measured: { found: 5, right: 5 },
  summary: "An article at the end of a stem fits every choice",
  why: `A reader who knows no more than English strikes out what \`an\` cannot stand before. Ask a whole question, move the article
into the choices, or write \`a(n)\`. (NBME Item-Writing Guide 2020, "grammatical cues"; Haladyna, Downing and Rodriguez 2002.)`,
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

A file that keeps the values of one column together is a(n)

- [ ] Avro file
- [x] Parquet file
- [ ] CSV file

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

A file that keeps the values of one column together is a

- [ ] Avro file
- [x] Parquet file
- [ ] CSV file

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
    // Behind a picture or code at the end of a stem the article waits for something else.
    if (phrases === null || item.stem.nodes.at(-1)?.type !== "paragraph") return;
    const { danglingArticle, fitsArticle, neutralArticle } = phrases.items;
    if (!danglingArticle.test(item.stem.text)) return;
    const source = sourceOf(item.path);
    const prose = proseOf(item.stem, source);
    const found = danglingArticle.exec(prose.text);
    const [start, end] = found?.indices?.groups?.["article"] ?? [0, 0];
    const article = found?.groups?.["article"] ?? "";
    const choices = choicesOf(item);
    const misfit = choices.find(({ content }) => fitsArticle(article, content.text) === false);
    if (found === null || misfit === undefined) return;
    if (!choices.some(({ content }) => fitsArticle(article, content.text) === true)) return;
    yield {
      at: positionIn(prose, source, start, end),
      path: item.path,
      message: `Unexpected ${quote(article)} before ${quote(misfit.content.text)}, expected ${quote(neutralArticle)}, or the article in each choice`,
      fix: { safe: false, edits: [{ ...prose.spanOf(start, end), text: neutralArticle }] },
    };
  },
};
