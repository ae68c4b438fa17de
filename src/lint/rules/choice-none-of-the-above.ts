// A choice that denies all others.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { normalize } from "../phrases.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceNoneOfTheAbove: DocumentRule = {
  id: "choice-none-of-the-above",
  scope: "document",
  severity: "warning",
  measured: { found: 31, right: 31 },
  summary: "No choice says that no other choice is right",
  why: `As a key it shows that a candidate can reject wrong choices, not that they know the right one; as a distractor it is
rarely chosen. Publishers also shuffle choices, so nothing is above. Write a distractor from a mistake that people make.
(Haladyna, Downing and Rodriguez 2002, guideline on "none of the above".)`,
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

Which format stores data by column?

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

Which format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] None of these.

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [14],
      },
    ],
  },
  *check(item, { phrases }) {
    if (phrases === null) return;
    for (const { content, position } of choicesOf(item))
      if (phrases.noneOfTheAbove.test(normalize(content.text)))
        yield {
          at: placeOf(content, position),
          path: item.path,
          message: `Unexpected choice ${quote(content.text)}, expected a distractor of its own`,
        };
  },
};
