// A key that gives itself away by its length.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { normalize, type Phrases } from "../phrases.ts";
import type { DocumentRule } from "../rule.ts";

export const choiceKeyLongest: DocumentRule = {
  id: "choice-key-longest",
  scope: "document",
  severity: "warning",
  measured: { found: 40, right: 39 },
  summary: "The key is not by far the longest choice",
  why: `Authors qualify the key until it is right beyond doubt and leave the distractors bare, so who knows nothing takes the longest
choice and is right. Move what qualifies the key to its rationale, or give the distractors as much detail. (Haladyna, Downing and
Rodriguez 2002, guideline on the length of choices; a longest key was one of the three flaws that did harm in 7,126 items of arXiv
2503.10533. Keys of fewer than four words, lists of labels and items with several keys are not measured.)`,
  options: {
    ratio: {
      description: "How many times as long as the longest distractor a key is found.",
      default: 1.25,
      minimum: 1,
      maximum: 10,
    },
  },
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

Which format reads few columns fast?

- [x] Parquet, because it stores data by column
- [ ] CSV, because it stores data as plain text
- [ ] JSON Lines, because each line is a record

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

Which format reads few columns fast?

- [x] Parquet, because it keeps the values of one column together and skips the columns that nobody reads
- [ ] CSV, because it is text
- [ ] JSON Lines, because each line is a record

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { option, phrases }) {
    const choices = choicesOf(item);
    const [key, ...others] = choices.toSorted((a, b) => Number(b.key) - Number(a.key));
    if (key?.key !== true || others.some((choice) => choice.key)) return;
    const words = key.content.text.split(" ").length;
    const length = lengthOf(key.content.text);
    const longest = Math.max(...others.map(({ content }) => lengthOf(content.text)));
    if (words < fewestWords || longest === 0 || length < option("ratio") * longest) return;
    if (phrases !== null && speaksOfOthers(key.content.text, phrases)) return;
    yield {
      at: placeOf(key.content, key.position),
      path: item.path,
      message: `Unexpected key of ${length} characters, expected one nearer to the longest distractor, which has ${longest}`,
    };
  },
};

/** Of a shorter key nobody sees by its length that it says more. */
const fewestWords = 4;

const lengthOf = (text: string): number => [...text].length;

/** Whether a key is long by what it refers to, and not because it is qualified. */
function speaksOfOthers(
  text: string,
  { allOfTheAbove, noneOfTheAbove, items: { labelCombination } }: Phrases,
): boolean {
  const wording = normalize(text);
  return [allOfTheAbove, noneOfTheAbove, labelCombination].some((pattern) => pattern.test(wording));
}
