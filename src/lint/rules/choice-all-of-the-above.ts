// A choice that stands for all others.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { normalize } from "../phrases.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceAllOfTheAbove: DocumentRule = {
  id: "choice-all-of-the-above",
  scope: "document",
  severity: "warning",
  measured: { found: 60, right: 59 },
  summary: "No choice says that all other choices are right",
  why: `Whoever sees two right choices knows the key, and whoever sees one wrong choice has a distractor less: partial
knowledge is enough. Publishers also shuffle choices, so nothing is above. Ask for several keys with
\`type: multiple-response\` instead. (Haladyna, Downing and Rodriguez 2002, guideline on "all of the above".)`,
  examples: {
    valid: [
      `---
type: multiple-response
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which formats store data by column?

- [x] Parquet
- [x] ORC
- [ ] CSV
- [ ] JSON Lines
- [ ] Avro

## Explanation

Parquet and ORC keep the values of one column together.

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

Which formats store data by column?

- [ ] Parquet
- [ ] ORC
- [ ] Arrow
- [x] All of the above

## Explanation

All three keep the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [15],
      },
    ],
  },
  *check(item, { phrases }) {
    if (phrases === null) return;
    for (const { content, position } of choicesOf(item))
      if (phrases.allOfTheAbove.test(normalize(content.text)))
        yield {
          at: placeOf(content, position),
          path: item.path,
          message: `Unexpected choice ${quote(content.text)}, expected a choice of its own or \`type: multiple-response\``,
        };
  },
};
