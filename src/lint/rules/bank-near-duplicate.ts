// Two items that say nearly the same.
import { choicesOf } from "../choices.ts";
import { areEnemies } from "../enemies.ts";
import { stemPlaceOf } from "../front-matter-place.ts";
import { findNearPairs, similarityOf } from "../near-pairs.ts";
import { printedTextsOf } from "../printed-texts.ts";
import type { BankRule } from "../rule.ts";
import { wordsOf } from "../words-of.ts";
import type { Item } from "../../model/bank.ts";
import { quote } from "../../quote.ts";

/** Items that share a set phrase are not thereby alike: a shingle of more items leads to no pair. */
const mostItems = 60;

/**
 * Items may share a scenario and ask different things about it: then their choices differ. Copies in public banks of technical
 * items share half of their choices' shingles or more, such items next to none.
 */
const leastChoices = 0.4;

const first = `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

A team queries few of many columns. Which file format reads the least data?

- [x] Parquet, which stores each column in one piece
- [ ] CSV, which stores each record on one line
- [ ] JSON Lines, which stores each record as one object

## Explanation

Parquet keeps the values of one column together.
`;

export const bankNearDuplicate: BankRule = {
  id: "bank-near-duplicate",
  scope: "bank",
  severity: "warning",
  measured: { found: 40, right: 40 },
  summary: "No two items ask nearly the same in nearly the same words, unless they are enemies",
  why: `Whoever meets both halves of a pair in one form answers the second from the first, and a fact counts twice. Copies also
age apart: one is corrected, the other is forgotten. Items are compared by their runs of three words in stem and choices
(Jaccard similarity: shared runs divided by all runs), so the order of choices does not matter; items that share a scenario but
neither lead-in nor choices are no pair, nor are items of one template, in which a word of the stem changes the key. Merge
the two, or ask something else in one of them. Variants that are meant to be alike are named in \`enemies\`, so that they never
stand in one form.`,
  options: {
    similarity: {
      description: "Least share of common runs of three words, from which two items are alike",
      default: 0.6,
      minimum: 0.3,
      maximum: 1,
    },
  },
  examples: {
    valid: [
      [
        first,
        first
          .replace("A team queries few of many columns. Which", "A team appends one record a second. Which")
          .replace("reads the least data", "needs no rewriting of what is there")
          .replace("[x]", "[ ]")
          .replace("[ ] CSV", "[x] CSV")
          .replace("which stores each column in one piece", "whose footer ends the file")
          .replace("Parquet keeps the values of one column together", "A new line is all it takes"),
      ],
      [first, first.replace("verified: 2026-11-23", "verified: 2026-11-23\nenemies: [item-1]")],
    ],
    invalid: [{ texts: [first, first.replace("A team queries", "A company queries")], places: ["item-2:10"] }],
  },
  *check({ items }, { option, sourceOf }) {
    const similarity = option("similarity");
    for (const pair of findNearPairs(items.map(printedTextsOf), { similarity, mostItems })) {
      const earlier = items[pair.earlier];
      const later = items[pair.later];
      if (!earlier || !later || areEnemies(earlier, later)) continue;
      if (!askTheSame(earlier, later, similarity)) continue;
      yield {
        at: stemPlaceOf(later, sourceOf(later.path)),
        path: later.path,
        itemId: later.id,
        message: `Unexpected likeness to the item ${quote(earlier.id)}, expected an item of its own, or ${quote(`enemies: [${earlier.id}]`)} in the front matter`,
        note: `${Math.floor(pair.similarity * 100)} % of all runs of three words in the stems and choices of the two are common to both`,
        related: [
          {
            message: "The item that is alike",
            path: earlier.path,
            position: stemPlaceOf(earlier, sourceOf(earlier.path)),
          },
        ],
      };
    }
  },
};

/**
 * Whether two items that are alike ask for the same: in the same words, or with much the same choices and keys. Other keys tell
 * items made from one template, whose stems differ in a word or two.
 */
function askTheSame(earlier: Item, later: Item, similarity: number): boolean {
  const [stem = "", ...choices] = printedTextsOf(earlier);
  const [otherStem = "", ...others] = printedTextsOf(later);
  if (wordsOf(stem).join(" ") === wordsOf(otherStem).join(" ")) return true;
  if (similarityOf(choices, others) < leastChoices) return false;
  const [keys, otherKeys] = [keysOf(earlier), keysOf(later)];
  // Steps and pairs have no key among them, and keys of signs alone have no words.
  const haveWords = [...keys, ...otherKeys].some((key) => wordsOf(key).length > 0);
  return !haveWords || similarityOf(keys, otherKeys) >= similarity;
}

const keysOf = (item: Item): string[] =>
  choicesOf(item)
    .filter(({ key }) => key)
    .map(({ content }) => content.text);
