// An item whose facts nobody has checked for long, or on a day to come.
import type { DocumentRule } from "../rule.ts";
import { positionOfValue } from "../../model/yaml-places.ts";

export const itemStale: DocumentRule = {
  id: "item-stale",
  scope: "document",
  severity: "info",
  summary: "The facts of an item were checked in the last year",
  why: `Services change their limits, names and prices while items stand still. Whoever reads the references again and finds every
fact still true sets \`verified\` to that day. A day to come is a slip of the pen, and would hide the item from this rule.`,
  options: {
    days: {
      description: "Age in days from which the facts of an item need a new check.",
      default: 365,
      minimum: 1,
      maximum: 3650,
    },
  },
  examples: {
    valid: [
      `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2025-11-23
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
verified: 2025-05-01
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
        lines: [7],
      },
      {
        text: `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2027-11-23
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
        lines: [7],
      },
    ],
  },
  *check({ frontMatter: { verified }, places, path }, { today, option }) {
    const most = option("days");
    const age = (Date.parse(today) - Date.parse(verified)) / millisecondsPerDay;
    const at = positionOfValue("/verified", places);
    if (age > most)
      yield {
        at,
        path,
        message: `Unexpected \`verified\` on ${verified}, ${age} days before ${today}, expected a check of the facts in the last ${most} days`,
      };
    // East of the date line it is already tomorrow.
    if (age < -1)
      yield {
        at,
        path,
        message: `Unexpected \`verified\` on ${verified}, ${-age} days after ${today}, expected the day on which the facts were last checked`,
      };
  },
};

const millisecondsPerDay = 86_400_000;
