// A stem with a gap that the choices fill.
import { blanksOf } from "../blanks.ts";
import type { Phrases } from "../phrases.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const stemBlank: DocumentRule = {
  id: "stem-blank",
  scope: "document",
  severity: "warning",
  measured: { found: 54, right: 49 },
  summary: "No stem has a blank before its end",
  why: `Whoever reads a gap must keep the half sentence in mind, read on, and then go back with each choice in turn: that is a load on
memory, and it measures none of the task. Ask a question, or let the sentence end where the choices go on. (Tarrant, Knierim, Hayes
and Ware 2006, "Fill in the blank"; Haladyna, Downing and Rodriguez 2002, guideline on the central idea in the stem. A blank at the
very end is a completion, which this rule lets pass, and so is one in code.)`,
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
      `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

The format that stores data by column is ____.

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

The ____ format stores data by column.

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

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
    if (phrases === null) return;
    const source = sourceOf(item.path);
    const prose = proseOf(item.stem, source);
    const blanks = blanksOf(prose.text, phrases);
    const [first] = blanks;
    if (first === undefined || (blanks.length === 1 && !goesOn(prose.text.slice(first.end), phrases))) return;
    yield {
      at: positionIn(prose, source, first.start, first.end),
      path: item.path,
      message: `Unexpected blank ${quote(prose.text.slice(first.start, first.end))} inside the stem, expected a question such as \`Which …?\``,
    };
  },
};

/** Whether a stem says more behind its blank than an aside, or how many choices to take. */
function goesOn(rest: string, { items: { instructions } }: Phrases): boolean {
  const said = instructions.reduce((text, pattern) => text.replaceAll(pattern, " "), rest);
  return /[\p{L}\p{N}]/u.test(said.replaceAll(/\([^()]*\)/gu, " "));
}
