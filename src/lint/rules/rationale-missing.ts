// An item whose choices or steps nobody explains one by one.
import { explainablesOf } from "../choices.ts";
import type { DocumentRule } from "../rule.ts";
import { unmarkedRationalesOf } from "../unmarked-rationales.ts";

export const rationaleMissing: DocumentRule = {
  id: "rationale-missing",
  scope: "document",
  severity: "warning",
  summary: "Choices and steps have rationales",
  why: `A learner who chose a distractor wants to know why it is wrong, and the explanation of the key seldom says so. Writing
a rationale also shows whether a distractor is wrong at all. It is a quote that ends the choice: \`> why\`. (That some choices
have one and others have none is an error, \`choice-rationale-uneven\`.)`,
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
  > It keeps the values of one column together.
- [ ] CSV
  > It is text, row by row.
- [ ] JSON Lines
  > Each line is one whole record.

## Explanation

Reading few of many columns is cheap when each column is stored in one piece.

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
- [ ] JSON Lines

## Explanation

Reading few of many columns is cheap when each column is stored in one piece.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { sourceOf }) {
    const parts = explainablesOf(item);
    const [first] = parts;
    if (!first || parts.some(({ rationale }) => rationale !== null)) return;
    // What lacks only its mark is not missing as well.
    if (unmarkedRationalesOf(parts, item, sourceOf(item.path)).length > 0) return;
    const part = item.answer.type === "ordering" ? "step" : "choice";
    yield {
      at: first.position,
      path: item.path,
      message: `Unexpected ${part}s without rationales, expected a quote such as \`> why\` at the end of each ${part}`,
    };
  },
};
