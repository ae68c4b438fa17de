// Explanations and rationales that are still to be written.
import { explainablesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const textPlaceholder: DocumentRule = {
  id: "text-placeholder",
  scope: "document",
  severity: "warning",
  summary: "Explanations and rationales are written",
  why: `A note to oneself such as \`TODO\` or \`...\` fills the place of an explanation, so nothing is missing, and the learner who opens
it reads "TODO". It is found where it is all that stands there, or the first word in capitals with a colon.`,
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

A comment such as \`TODO\` would not help.

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
  > Columns stand together.
- [ ] CSV
  > ...
- [ ] JSON Lines
  > Each line is one whole record.

## Explanation

TODO

## References

- [File formats](https://example.org/formats)
`,
        lines: [15, 21],
      },
    ],
  },
  *check(item, { phrases }) {
    const parts = explainablesOf(item).flatMap(({ rationale }) =>
      rationale === null ? [] : [["rationale", rationale] as const],
    );
    for (const [part, content] of [...parts, ["explanation", item.explanation] as const]) {
      if (!signs.test(content.text) && phrases?.items.placeholder.test(content.text) !== true) continue;
      yield {
        at: placeOf(content, item.position),
        path: item.path,
        message: `Unexpected placeholder ${quote(content.text)}, expected the ${part}`,
      };
    }
  },
};

/** No word of any language, or marks that programmers of all languages write. */
const signs = /^(?:[.…?_\s-]+|(?:TODO|FIXME|TBD|XXX)(?::.*|[.…!\s]*))$/su;
