// An item that names no page to check its facts against.
import type { DocumentRule } from "../rule.ts";

export const referencesMissing: DocumentRule = {
  id: "references-missing",
  scope: "document",
  severity: "warning",
  summary: "An item names the pages that state its facts",
  why: `A learner who doubts a key needs a page to read, and whoever checks the item next year needs to know where its facts
came from. Link the vendor's own documentation.`,
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
  > It keeps the values of one column together.
- [ ] CSV
  > It is text, row by row.
- [ ] JSON Lines
  > Each line is one whole record.

## Explanation

Reading few of many columns is cheap when each column is stored in one piece.
`,
        lines: [1],
      },
    ],
  },
  *check({ references, referencesPosition, position, path }) {
    // A section without links is a fault of its own, which drafts may have.
    if (references.length > 0 || referencesPosition !== null) return;
    yield {
      at: position,
      path,
      message: "Unexpected item without references, expected `## References` with a list of links at its end",
    };
  },
};
