// Distractors that leave no exception, beside a key that does.
import { choicesOf } from "../choices.ts";
import { normalize } from "../phrases.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceAbsolute: DocumentRule = {
  id: "choice-absolute",
  scope: "document",
  severity: "info",
  measured: { found: 40, right: 31 },
  summary: "Words such as always and never do not mark the distractors",
  why: `Experienced candidates strike out what says "always" or "never", because the world has exceptions and careful authors qualify
the key. Make the distractor wrong by its content, or use such words in the key as well. (NBME Item-Writing Guide 2020, "absolute terms";
Haladyna, Downing and Rodriguez 2002, "specific determiners".)`,
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

What holds for Parquet files?

- [x] Their values are stored column by column
- [ ] They are read-only for their owner
- [ ] They have no schema

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

What holds for Parquet files?

- [x] Their values are stored column by column
- [ ] They are always smaller than CSV files
- [ ] They have no schema

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [13],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    if (phrases === null) return;
    const { absolute } = phrases.items;
    const choices = choicesOf(item);
    if (choices.some(({ key, content }) => key && absolute.test(content.text))) return;
    for (const { key, content } of choices) {
      if (key || !absolute.test(content.text) || phrases.allOfTheAbove.test(normalize(content.text))) continue;
      const source = sourceOf(item.path);
      const prose = proseOf(content, source);
      // In code the word is a name.
      const found = absolute.exec(prose.text);
      if (found === null) continue;
      yield {
        at: positionIn(prose, source, found.index, found.index + found[0].length),
        path: item.path,
        message: `Unexpected ${quote(found[0])} in a distractor and in no key, expected a distractor that is wrong by its content`,
      };
    }
  },
};
