// A bank whose keys can be guessed by their letter.
import { examPlaceOf } from "../exam-place.ts";
import type { BankRule } from "../rule.ts";
import { assemble, keepsOrder } from "../../model/form.ts";
import { quote } from "../../quote.ts";

/**
 * The chi-square that chance exceeds in 1 % of banks, by number of choices, with one degree of freedom less
 * (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4).
 */
const criticalChiSquare = new Map([
  [3, 9.21],
  [4, 11.345],
  [5, 13.277],
  [6, 15.086],
]);

/** Fewer items say nothing, nor do fewer keys by chance at each position (Cochran 1954). */
const leastItems = 50;
const leastExpected = 5;

/** A bias that is sure but smaller than this is of no use to a guesser. */
const leastRatio = 1.2;

/** Choices that are numbers keep their order, so the key is printed where it is written. */
const item = (number: number, position: number): string => `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

How many bytes do ${number} records of six bytes take?

${[6, 12, 18].map((bytes, index) => `- [${index === position ? "x" : " "}] ${(number * bytes) / (position + 1)}`).join("\n")}

## Explanation

Six times ${number} is ${number * 6}.
`;

const bank = (positions: number): string[] =>
  Array.from({ length: 50 }, (_, index) => item(index + 20, index % positions));

export const bankKeyPosition: BankRule = {
  id: "bank-key-position",
  scope: "bank",
  severity: "info",
  summary: "As printed, the key stands at each position about equally often",
  why: `Test takers who do not know guess, and they notice where keys have stood. Publishers shuffle choices, all but those that
are numbers, which keep the author's order: there the key tends to the middle, because writers add one distractor above it and
one below. Found is a choice count with at least ${leastItems} items of one key, in which chance makes such a difference in less than one bank of a
hundred (chi-square test) and one position has at least ${leastRatio} times its share. Choose distractors so that the key is also the smallest and the
largest number.`,
  examples: {
    valid: [bank(3)],
    invalid: [{ texts: bank(2), places: ["exam.yaml:1"] }],
  },
  *check(bank) {
    /** By number of choices: how many items have their key at each position, and in how many of them all choices are numbers. */
    const tallies = new Map<number, { counts: number[]; numeric: number }>();
    for (const { answer } of assemble(bank).items) {
      if (answer.type !== "multiple-choice") continue;
      const { choices } = answer;
      const tally = tallies.get(choices.length) ?? { counts: choices.map(() => 0), numeric: 0 };
      tallies.set(choices.length, tally);
      const position = choices.findIndex(({ value }) => value.key);
      tally.counts[position] = (tally.counts[position] ?? 0) + 1;
      if (keepsOrder(choices.map(({ value }) => value))) tally.numeric++;
    }
    for (const [choices, { counts, numeric }] of [...tallies].sort(([a], [b]) => a - b)) {
      const count = counts.reduce((sum, each) => sum + each, 0);
      const expected = count / choices;
      const chiSquare = counts.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);
      const top = Math.max(...counts);
      if (count < leastItems || expected < leastExpected) continue;
      if (chiSquare <= (criticalChiSquare.get(choices) ?? Infinity) || top < leastRatio * expected) continue;
      const letter = (position: number): string => String.fromCharCode(65 + position);
      yield {
        ...examPlaceOf(bank, ""),
        message: `Unexpected key at ${letter(counts.indexOf(top))} in ${top} of ${count} items with ${quote(`${choices} choices`)}, expected about ${Math.round(expected)}`,
        note: `Keys by position as printed: ${counts.map((each, position) => `${quote(letter(position))} ${each}`).join(", ")} (chi-square ${chiSquare.toFixed(1)}, p < 0.01); the choices of ${numeric} of these items are numbers, which keep the author's order`,
        excess: top - expected,
      };
    }
  },
};
