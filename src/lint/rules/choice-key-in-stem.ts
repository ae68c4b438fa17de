// A key that stands word for word in its stem.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { containsWords } from "../contains-words.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { wordsOf } from "../words-of.ts";
import { isNumeric } from "../../model/numeric.ts";
import { quote } from "../../quote.ts";

export const choiceKeyInStem: DocumentRule = {
  id: "choice-key-in-stem",
  scope: "document",
  severity: "info",
  measured: { found: 30, right: 28 },
  summary: "A key is not in its stem word for word, or a distractor is as well",
  why: `Whoever compares the choices with the stem finds the key and need not know anything. Describe in the stem what the key names, or
let it name the distractors, too. (NBME Item-Writing Guide 2020, "word repeats".)`,
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

A job reads few of many columns. Which format suits it?

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

A job writes a column store for analysts. Which kind of file does it use?

- [x] Column store
- [ ] Text file
- [ ] Log

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
    const stem = wordsOf(item.stem.text);
    const choices = choicesOf(item).map((choice) => ({ ...choice, words: wordsOf(choice.content.text) }));
    const distractors = choices.filter(({ key }) => !key);
    if (distractors.some(({ words }) => containsWords(stem, words))) return;
    for (const { key, content, position, words } of choices) {
      if (!key || words.length > mostWords || !containsWords(stem, words)) continue;
      // That a stem has the same number, or the same little word, is chance.
      if (isNumeric(content.text) || words.every((word) => phrases?.stopWords.has(word))) continue;
      // A name that a distractor holds, too, tells nothing: `mysql` beside `mysqldump`.
      const name = content.text.toLowerCase();
      if (distractors.some((each) => each.content.text.toLowerCase().includes(name))) continue;
      const source = sourceOf(item.path);
      const prose = proseOf(item.stem, source);
      const found = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(apart)}(?![\\p{L}\\p{N}])`, "iu").exec(prose.text);
      yield {
        at:
          found === null
            ? placeOf(content, position)
            : positionIn(prose, source, found.index, found.index + found[0].length),
        path: item.path,
        message: `Unexpected key ${quote(content.text)} in the stem, expected other words there, or a distractor as well`,
      };
    }
  },
};

/** Nobody repeats more by mistake, and a longer pattern has its price. */
const mostWords = 30;

/** What may stand between two words. */
const apart = String.raw`[^\p{L}\p{N}]+`;
