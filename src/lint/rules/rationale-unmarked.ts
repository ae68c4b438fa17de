// Rationales without the mark that keeps them out of the exam booklet.
import { explainablesOf } from "../choices.ts";
import type { DocumentRule } from "../rule.ts";
import { unmarkedRationalesOf } from "../unmarked-rationales.ts";
import { quote } from "../../quote.ts";
import { positionAt, sliceOf } from "../../source-text.ts";

export const rationaleUnmarked: DocumentRule = {
  id: "rationale-unmarked",
  scope: "document",
  severity: "warning",
  summary: "A rationale is marked as one",
  why: `Only the quote that ends a choice is its rationale. Without \`> \` before its lines the text below a choice is part of the
choice: the booklet prints it, and whoever reads "No, because …" needs no knowledge to pass over the distractor. It is found where
every choice has a second paragraph, one nested entry, or a line below it that begins like a sentence, and none has a rationale.`,
  fixable: "unsafe",
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
  It keeps the values of one column together.
- [ ] CSV
  It is text, row by row.
- [ ] JSON Lines
  Each line is one whole record.

## Explanation

Reading few of many columns is cheap when each column is stored in one piece.

## References

- [File formats](https://example.org/formats)
`,
        lines: [13],
      },
    ],
  },
  *check(item, { sourceOf }) {
    const source = sourceOf(item.path);
    const unmarked = unmarkedRationalesOf(explainablesOf(item), item, source);
    const [first] = unmarked;
    if (first === undefined) return;
    const part = item.answer.type === "ordering" ? "step" : "choice";
    yield {
      at: positionAt(source, first.at),
      path: item.path,
      message: `Unexpected text ${quote(sliceOf(source, first.at))} that prints as part of the ${part}, expected \`> \` before the lines of each rationale`,
      fix: { safe: false, edits: unmarked.flatMap(({ edits }) => edits) },
    };
  },
};
