// A key that takes up words of the stem that no distractor has.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { containsWords } from "../contains-words.ts";
import type { DocumentRule } from "../rule.ts";
import { wordsOf } from "../words-of.ts";
import { joinWith, quote } from "../../quote.ts";

export const stemEcho: DocumentRule = {
  id: "stem-echo",
  scope: "document",
  severity: "info",
  measured: { found: 40, right: 36 },
  summary: "The key does not echo the stem more than the distractors do",
  why: `Words that the question and the key share ring together, and a candidate who knows nothing takes the choice that sounds like what
was asked. Say it in other words, or give the same words to a distractor. (NBME Item-Writing Guide 2020, "word repeats" or "clang".)`,
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

A job scans few of many columns. Which format suits it?

- [x] Parquet, by column
- [ ] CSV, by row
- [ ] JSON Lines, by record

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

Which kind of file compresses columns?

- [x] One that compresses each column
- [ ] One that stores text
- [ ] One that nests records

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { phrases }) {
    if (phrases === null) return;
    const { stopWords } = phrases;
    const { stem, askingSentence } = phrases.items;
    const wordsIn = (text: string): { word: string; root: string }[] =>
      wordsOf(text)
        .filter((word) => word.length > 2 && /^\p{L}+$/u.test(word) && !stopWords.has(word))
        .map((word) => ({ word, root: stem(word) }));
    const rootsIn = (text: string): Set<string> => new Set(wordsIn(text).map(({ root }) => root));
    const choices = choicesOf(item);
    const [key, ...others] = choices.filter(({ key }) => key);
    // Of several keys, each takes up a part of what is asked. A key that stands in the stem as a whole is another rule's.
    if (key === undefined || others.length > 0) return;
    if (containsWords(wordsOf(item.stem.text), wordsOf(key.content.text))) return;
    // A long scenario shares words with any choice.
    const asked = rootsIn(askingSentence(item.stem.text));
    const elsewhere = choices.filter((choice) => choice !== key).map(({ content }) => rootsIn(content.text));
    const echoes = new Map(
      wordsIn(key.content.text)
        .filter(({ root }) => asked.has(root) && !elsewhere.some((roots) => roots.has(root)))
        .map(({ word, root }) => [root, word]),
    );
    if (echoes.size < fewest) return;
    const shown = [...echoes.values()].slice(0, 3).map((word) => quote(word));
    yield {
      at: placeOf(key.content, key.position),
      path: item.path,
      message: `Unexpected echo of the stem in the key alone: ${joinWith(shown, "and")}, expected other words, or the same in a distractor`,
    };
  },
};

/** One word in common is often the thing that the item is about. */
const fewest = 2;
