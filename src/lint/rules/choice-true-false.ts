// Choices that only affirm or deny.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { normalize } from "../phrases.ts";
import type { DocumentRule } from "../rule.ts";
import { joinWith, quote } from "../../quote.ts";

export const choiceTrueFalse: DocumentRule = {
  id: "choice-true-false",
  scope: "document",
  severity: "warning",
  measured: { found: 40, right: 40 },
  summary: "Choices are more than True and False, or Yes and No",
  why: `Whoever guesses is right every second time, and a third choice such as "It depends" is seldom believed. Such an item
tests one statement; four statements as choices test four, and ask the reader to tell them apart. (Haladyna, Downing and Rodriguez
2002 count true-false among the formats for classrooms, not for tests that decide about somebody.)`,
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

What does \`print(1 == 1.0)\` show in Python?

- [x] \`True\`
- [ ] \`False\`
- [ ] \`1.0\`
- [ ] An error

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

Does Parquet store data by column?

- [x] Yes
- [ ] No
- [ ] It depends

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { phrases }) {
    if (phrases === null) return;
    const choices = choicesOf(item);
    const [first] = choices;
    const { verdicts, evasions } = phrases.items;
    const wordings = choices.map(({ content }) => normalize(content.text));
    const pair = verdicts.find((each) => each.every((verdict) => wordings.includes(verdict)));
    if (first === undefined || pair === undefined) return;
    if (!wordings.every((wording) => pair.includes(wording) || evasions.has(wording))) return;
    const shown = choices
      .filter((_, index) => pair.includes(wordings[index] ?? ""))
      .map(({ content }) => quote(content.text));
    yield {
      at: placeOf(first.content, first.position),
      path: item.path,
      message: `Unexpected choices ${joinWith(shown, "and")}, expected a statement of its own in each choice`,
    };
  },
};
