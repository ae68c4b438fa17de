// Choices that are numbers in no order.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { compareQuantities, readQuantity, type Quantity } from "../numbers.ts";
import { normalize, type Phrases } from "../phrases.ts";
import type { DocumentRule } from "../rule.ts";
import type { Fix } from "../../diagnostic.ts";
import type { Item } from "../../model/bank.ts";
import type { Choice } from "../../model/document.ts";
import { isPlaceholder } from "../../model/numeric.ts";
import { textsOfItem } from "../../model/texts.ts";
import { quote } from "../../quote.ts";
import { sliceOf, spanAt, type SourceText } from "../../source-text.ts";

export const choiceNumbersUnsorted: DocumentRule = {
  id: "choice-numbers-unsorted",
  scope: "document",
  severity: "warning",
  measured: { found: 28, right: 28 },
  summary: "Choices that are numbers stand in their order",
  why: `A reader who has worked out a number looks for it, and a list in no order makes them search and doubt. Either direction will
do; publishers keep the authored order of choices that are all numbers. (Haladyna, Downing and Rodriguez 2002, guideline on logical or
numerical order; Tarrant, Knierim, Hayes and Ware 2006, "Lost sequence". Names with numbers in them, such as versions, addresses and
\`us-east-1\`, have no order of their own.)`,
  fixable: "unsafe",
  examples: {
    valid: [
      `---
type: multiple-choice
task: "2.1"
topic: stores
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

What is the largest object that one part of an upload may be?

- [ ] 500 MB
- [x] 5 GB
- [ ] 50 GB
- [ ] 1 TB

## Explanation

A part has at most 5 GB.

## References

- [Stores](https://example.org/stores)
`,
      `---
type: multiple-choice
task: "2.1"
topic: stores
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which region is the nearest to Dublin?

- [ ] us-east-1
- [x] eu-west-1
- [ ] eu-central-1

## Explanation

It is in Ireland.

## References

- [Stores](https://example.org/stores)
`,
    ],
    invalid: [
      {
        text: `---
type: multiple-choice
task: "2.1"
topic: stores
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

What is the largest object that one part of an upload may be?

- [ ] 500 MB
- [x] 5 GB
- [ ] 1 TB
- [ ] 50 GB

## Explanation

A part has at most 5 GB.

## References

- [Stores](https://example.org/stores)
`,
        lines: [15],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    if (phrases === null) return;
    const choices = choicesOf(item);
    const read = readAll(choices, phrases);
    if (read === null || (read.some(isPointed) && phrases.numbers.versions.test(item.stem.text))) return;
    const at = firstUnsorted(read);
    const found = read[at];
    const before = read[at - 1];
    if (found === undefined || before === undefined) return;
    const fix = namesLetters(item, phrases) ? null : sort(read, sourceOf(item.path));
    yield {
      at: placeOf(found.choice.content, found.choice.position),
      path: item.path,
      message: `Unexpected ${quote(found.choice.content.text)} after ${quote(before.choice.content.text)}, expected numbers in ascending or descending order`,
      ...(fix !== null && { fix }),
    };
  },
};

interface NumberChoice {
  choice: Choice;
  quantity: Quantity;
}

/** The choices that are numbers; null if another choice is anything but a refusal of numbers, if two do not compare, or if there are fewer than three. */
function readAll(choices: readonly Choice[], phrases: Phrases): NumberChoice[] | null {
  const read: NumberChoice[] = [];
  const { allOfTheAbove, noneOfTheAbove, numbers } = phrases;
  for (const choice of choices) {
    const text = normalize(choice.content.text);
    if ([allOfTheAbove, noneOfTheAbove, numbers.undetermined].some((pattern) => pattern.test(text))) continue;
    const quantity = isPlaceholder(choice.content) ? null : readQuantity(choice.content.text, numbers);
    if (quantity === null) return null;
    read.push({ choice, quantity });
  }
  // Nothing and infinity need no unit.
  const kinds = new Set(
    read.filter(({ quantity }) => !isUnitless(quantity)).map(({ quantity }) => `${quantity.kind} ${quantity.frame}`),
  );
  return read.length >= 3 && kinds.size <= 1 ? read : null;
}

/** Whether a number could be a version. */
const isPointed = ({ choice }: NumberChoice): boolean => /^\d+\.\d+\.?$/u.test(choice.content.text);

const isUnitless = ({ low, high, kind, frame }: Quantity): boolean =>
  kind === "" && frame === " # " && low === high && (low === 0 || low === Infinity);

/** Index of the first choice that breaks both directions; -1 if there is none. */
function firstUnsorted(read: readonly NumberChoice[]): number {
  const breaks = [1, -1].map((direction) =>
    breakIn(read, (a, b) => direction * compareQuantities(a.quantity, b.quantity)),
  );
  // 1.9 before 1.10 is in order if these are versions; 0.25 and 0.001 are none.
  if (read.every(({ choice }) => /^[1-9]\d*\.(?:0|[1-9]\d*)\.?$/u.test(choice.content.text)))
    breaks.push(
      breakIn(read, compareVersions),
      breakIn(read, (a, b) => compareVersions(b, a)),
    );
  return breaks.includes(-1) ? -1 : Math.max(...breaks);
}

function breakIn(read: readonly NumberChoice[], compare: (a: NumberChoice, b: NumberChoice) => number): number {
  return read.findIndex((each, index) => {
    const before = read[index - 1];
    return before !== undefined && compare(before, each) > 0;
  });
}

function compareVersions(a: NumberChoice, b: NumberChoice): number {
  const [first, second] = [a, b].map(({ choice }) => choice.content.text.split(".").map(Number));
  return (first?.[0] ?? 0) - (second?.[0] ?? 0) || (first?.[1] ?? 0) - (second?.[1] ?? 0);
}

/** Whether a text of the item may name a choice by its letter, which another order would make wrong. */
function namesLetters(item: Item, { items: { namedLetters, judgedLetters } }: Phrases): boolean {
  return textsOfItem(item).some(({ text }) =>
    [namedLetters, ...judgedLetters].some((pattern) => text.search(pattern) >= 0),
  );
}

/** Moves whole choices, checkbox and rationale included, to each other's places; null if they are not indented alike, so that a moved line would leave its block. */
function sort(read: readonly NumberChoice[], source: SourceText): Fix | null {
  if (new Set(read.map(({ choice }) => choice.position.start.column)).size > 1) return null;
  const sorted = read.toSorted((a, b) => compareQuantities(a.quantity, b.quantity));
  const edits = read.flatMap(({ choice }, index) => {
    const wanted = sorted[index]?.choice ?? choice;
    return wanted === choice
      ? []
      : [{ ...spanAt(source, choice.position), text: sliceOf(source, spanAt(source, wanted.position)) }];
  });
  return { safe: false, edits };
}
