// An item that links one page twice.
import type { DocumentRule } from "../rule.ts";
import type { Reference } from "../../model/document.ts";
import { quote } from "../../quote.ts";

export const referenceDuplicate: DocumentRule = {
  id: "reference-duplicate",
  scope: "document",
  severity: "warning",
  summary: "The references of an item lead to different pages",
  why: `A second link to the same page is a page less to check the facts against than the list promises, and most often another one
was meant. Two places of one page may both stand, each with its own \`#anchor\`.`,
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

- [Columns](https://example.org/formats#columns)
- [Rows](https://example.org/formats#rows)
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

Parquet keeps the values of one column together.

## References

- [Columns](https://example.org/formats)
- [Rows](https://example.org/formats)
`,
        lines: [23],
      },
    ],
  },
  *check({ references, path }) {
    const first = new Map<string, Reference>();
    for (const reference of references) {
      const address = normalizeUrl(reference.url);
      const earlier = first.get(address);
      if (earlier === undefined) {
        first.set(address, reference);
        continue;
      }
      yield {
        at: reference.position,
        path,
        message: `Unexpected second reference to ${quote(reference.url)}, expected each page once`,
        related: [{ message: "The first reference to this page", path, position: earlier.position }],
      };
    }
  },
};

/** The page that a URL names, whether it is written with http or https and with or without a last slash. */
function normalizeUrl(url: string): string {
  const address = URL.canParse(url) ? new URL(url).href : url;
  return address.replace(/^http:/u, "https:").replace(/\/(?=#|$)/u, "");
}
