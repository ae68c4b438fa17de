// An item whose facts no longer hold by its own account.
import type { DocumentRule } from "../rule.ts";
import { positionOfValue } from "../../model/yaml-places.ts";

export const itemExpired: DocumentRule = {
  id: "item-expired",
  scope: "document",
  severity: "warning",
  summary: "An item is not past its `valid-until`",
  why: `The author knew the day after which the facts no longer hold, and it has come: a learner would now be taught what is wrong. Bring
the item up to date, or delete its file.`,
  examples: {
    valid: [
      `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
valid-until: 2027-06-30
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
valid-until: 2026-06-30
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
        lines: [8],
      },
    ],
  },
  *check({ frontMatter, places, path }, { today }) {
    const until = frontMatter["valid-until"];
    if (until === undefined || until >= today) return;
    yield {
      at: positionOfValue("/valid-until", places),
      path,
      message: `Unexpected \`valid-until\` on ${until}, before ${today}, the date of this check, expected new facts and a later day, or no such item`,
    };
  },
};
