// A bank whose keys can be guessed by their length.
import { choicesOf } from "../choices.ts";
import { examPlaceOf } from "../exam-place.ts";
import type { BankRule } from "../rule.ts";
import type { Item } from "../../model/bank.ts";
import type { Choice } from "../../model/document.ts";
import { quote } from "../../quote.ts";

/** The normal distribution's two-sided bound for 1 % (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1). */
const criticalZ = 2.58;

/** A bias that is sure but smaller than this is of no use to a guesser. */
const leastRatio = 1.2;

/** Below this many longest keys by chance, the normal distribution says nothing of counts. */
const leastExpected = 5;

/** Longest keys that a finding shows. */
const shown = 5;

/** An item whose key is item `number`'s longest choice, or a choice of middle length. */
const item = (number: number, isLongest: boolean): string => `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

What is field ${number} for?

- [${isLongest ? "x" : " "}] It holds the length of page ${number}, in bytes
- [${isLongest ? " " : "x"}] It holds the length
- [ ] It pads

## Explanation

The format says so.
`;

const bank = (longest: number): string[] => Array.from({ length: 16 }, (_, index) => item(index + 1, index < longest));

export const bankKeyLength: BankRule = {
  id: "bank-key-length",
  scope: "bank",
  severity: "warning",
  measured: { found: 1, right: 1 },
  summary: "The longest choice is a key about as often as chance would have it",
  why: `Writers qualify the key until nobody can dispute it, and leave distractors short. Whoever notices picks the longest choice
and scores without knowing anything. Of items in which one choice is longer than all others, by chance it is a key in as many as
the shares of keys among the choices add up to. Found is a difference that chance makes in less than one bank of a hundred
(z above ${criticalZ}) and that is at least ${leastRatio} times what chance would give. Lengthen distractors with reasons as good as the key's, or
cut the key: what explains it belongs in its rationale. (Haladyna, Downing and Rodriguez 2002, guideline on equal length.)`,
  examples: {
    valid: [bank(5)],
    invalid: [{ texts: bank(12), places: ["exam.yaml:1"] }],
  },
  *check(bank) {
    let count = 0;
    let expected = 0;
    let variance = 0;
    const longest: { item: Item; choice: Choice; excess: number }[] = [];
    for (const item of bank.items) {
      const choices = choicesOf(item);
      const found = findLongest(choices);
      if (found === null) continue;
      const chance = choices.filter(({ key }) => key).length / choices.length;
      count++;
      expected += chance;
      variance += chance * (1 - chance);
      if (found.choice.key) longest.push({ item, ...found });
    }
    const z = (longest.length - expected) / Math.sqrt(variance);
    if (expected < leastExpected || z <= criticalZ || longest.length < leastRatio * expected) return;
    yield {
      ...examPlaceOf(bank, ""),
      message: `Unexpected key as the longest choice in ${longest.length} of ${count} items, expected about ${Math.round(expected)}`,
      note: `Of ${count} items with one longest choice it is a key in ${longest.length} (${percent(longest.length, count)}), by chance in ${expected.toFixed(1)} (${percent(expected, count)}): z = ${z.toFixed(1)}`,
      related: longest
        .sort((a, b) => b.excess - a.excess)
        .slice(0, shown)
        .map(({ item, choice }) => ({
          message: `The longest key of ${quote(item.id)}`,
          path: item.path,
          position: choice.position,
        })),
      excess: longest.length - expected,
    };
  },
};

/** The one choice with the most visible characters, and how many times longer it is than the next; null if two are equal. */
function findLongest(choices: readonly Choice[]): { choice: Choice; excess: number } | null {
  const [first, second] = choices
    .map((choice) => ({ choice, length: [...choice.content.text].length }))
    .sort((a, b) => b.length - a.length);
  if (first === undefined || second === undefined || first.length === second.length) return null;
  return { choice: first.choice, excess: first.length / Math.max(1, second.length) };
}

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`;
