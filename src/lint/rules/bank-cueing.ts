// A stem that gives away the key of another item.
import { choicesOf } from "../choices.ts";
import { areEnemies } from "../enemies.ts";
import { stemPlaceOf } from "../front-matter-place.ts";
import { findPhrases } from "../find-phrases.ts";
import type { BankRule } from "../rule.ts";
import { wordsOf } from "../words-of.ts";
import type { Item } from "../../model/bank.ts";
import type { Choice } from "../../model/document.ts";
import { quote } from "../../quote.ts";

/** A shorter key is a name that many stems mention. */
const leastContentWords = 3;

/** A longer key never stands in a stem word for word. It bounds the work. */
const mostWords = 40;

/** A key that more stems state is a set phrase. It bounds the work. */
const mostStems = 60;

const asked = `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

How does Parquet keep reads of few columns cheap?

- [ ] It compresses each record alone
- [x] It stores each column in one piece
- [ ] It keeps the newest records in memory

## Explanation

Only the columns that a query names are read.
`;

const telling = `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

A team chooses Parquet because it stores each column in one piece. Which write is slow?

- [x] One record at a time
- [ ] A whole day at once
- [ ] A new file a month

## Explanation

Each record touches every column.
`;

export const bankCueing: BankRule = {
  id: "bank-cueing",
  scope: "bank",
  severity: "info",
  measured: { found: 53, right: 19 },
  summary: "No stem states the key of another item",
  why: `A candidate who meets both items in one form reads the key of one in the stem of the other. Found is a key of at least
${leastContentWords} words of content that stands in another item's stem word for word, while none of its distractors stands in any other stem. Reword the stem,
or name the items in each other's \`enemies\`, so that they never stand in one form. (Haladyna, Downing and Rodriguez 2002,
guidelines on clues and on keeping items independent.)`,
  examples: {
    valid: [
      [asked, telling.replace("because it stores each column in one piece", "for its speed")],
      [asked, telling.replace("verified: 2026-11-23", "verified: 2026-11-23\nenemies: [item-1]")],
    ],
    invalid: [{ texts: [asked, telling], places: ["item-1:13"] }],
  },
  *check({ items }, { phrases, sourceOf }) {
    if (phrases === null) return;
    const stems = items.map(({ stem }) => wordsOf(stem.text));
    const keys = items.map((item) => keyOf(item, phrases.stopWords));
    const stated = findPhrases(stems, new Set(keys.flatMap((key) => key?.phrase ?? [])));
    const cued = items.flatMap((item, index) => {
      const key = keys[index];
      const holders = key && stated.get(key.phrase);
      if (!holders || holders.length > mostStems) return [];
      const other = holders.map((each) => items[each]).find((each) => each && each !== item && !areEnemies(each, item));
      return other === undefined ? [] : [{ item, choice: key.choice, other, distractors: distractorsOf(item) }];
    });
    // What the stems mention anyway, distractors included, points at no choice.
    const mentioned = findPhrases(stems, new Set(cued.flatMap(({ distractors }) => distractors)));
    for (const { item, choice, other, distractors } of cued) {
      const isMentioned = (phrase: string): boolean =>
        (mentioned.get(phrase) ?? []).some((index) => items[index] !== item);
      if (distractors.some(isMentioned)) continue;
      yield {
        at: choice.position,
        path: item.path,
        itemId: item.id,
        message: `Unexpected key ${quote(choice.content.text)} in the stem of the item ${quote(other.id)}, expected no other stem to state it, or ${quote(`enemies: [${other.id}]`)} in the front matter`,
        related: [
          { message: "The stem that states it", path: other.path, position: stemPlaceOf(other, sourceOf(other.path)) },
        ],
      };
    }
  },
};

/** The key of an item that has one, with its words joined by spaces; null if it is too short or too long to be a cue. */
function keyOf(item: Item, stopWords: ReadonlySet<string>): { choice: Choice; phrase: string } | null {
  const [choice, second] = choicesOf(item).filter(({ key }) => key);
  if (choice === undefined || second !== undefined) return null;
  const words = wordsOf(choice.content.text);
  if (words.length > mostWords || words.filter((word) => !stopWords.has(word)).length < leastContentWords) return null;
  return { choice, phrase: words.join(" ") };
}

const distractorsOf = (item: Item): string[] =>
  choicesOf(item)
    .filter(({ key }) => !key)
    .map(({ content }) => wordsOf(content.text).slice(0, mostWords).join(" "))
    .filter((phrase) => phrase !== "");
