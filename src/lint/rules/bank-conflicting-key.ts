// Two items of one stem that contradict each other.
import { choicesOf } from "../choices.ts";
import { normalize, type Phrases } from "../phrases.ts";
import type { BankRule } from "../rule.ts";
import type { Item } from "../../model/bank.ts";
import type { Choice } from "../../model/document.ts";
import { joinWith, quote } from "../../quote.ts";

const first = `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Parquet keeps the values of one column together.
`;

export const bankConflictingKey: BankRule = {
  id: "bank-conflicting-key",
  scope: "bank",
  severity: "warning",
  measured: { found: 5, right: 5 },
  summary: "Of two items with one stem, none has as its key what is a distractor in the other",
  why: `At most one of the two can be right, so every learner who believes both is taught something wrong. It happens when an
item is added a second time, from another source or with a corrected key. Find out which key is right, and remove the other
item. Texts are compared without regard to case, space, quotes and final punctuation.`,
  examples: {
    valid: [
      [first, first.replace("Which format stores data by column", "Which format stores data by row")],
      [first, first.replace("JSON Lines", "Avro")],
    ],
    invalid: [
      {
        texts: [first, first.replace("[x] Parquet", "[ ] Parquet").replace("[ ] CSV", "[x] CSV")],
        places: ["item-2:12"],
      },
    ],
  },
  *check({ items }, { phrases }) {
    const byStem = new Map<string, Item[]>();
    for (const item of items) {
      const stem = squeeze(item.stem.text);
      const group = byStem.get(stem);
      if (group === undefined) byStem.set(stem, [item]);
      else group.push(item);
    }
    for (const group of byStem.values())
      if (group.length > 1)
        for (const { choice, item, other } of findConflicts(group, phrases))
          yield {
            at: choice.position,
            path: item.path,
            itemId: item.id,
            message: `Unexpected key ${keysOf(item)}, expected ${keysOf(other.item)} as in the item ${quote(other.item.id)}, which has the same stem`,
            note: "At most one of the two items is right: find out which, and remove the other",
            related: [{ message: "The same choice", path: other.item.path, position: other.choice.position }],
          };
  },
};

/** A choice with what it is compared by. */
interface Marked {
  item: Item;
  choice: Choice;
  text: string;
}

/** The choices, one an item, that an earlier item of the group marks otherwise; linear in the number of choices. */
function* findConflicts(group: readonly Item[], phrases: Phrases | null): Iterable<Marked & { other: Marked }> {
  const seen = new Map<string, { key?: Marked; distractor?: Marked }>();
  for (const item of group) {
    const marked = markedChoicesOf(item, phrases);
    for (const each of marked) {
      const other = seen.get(each.text)?.[each.choice.key ? "distractor" : "key"];
      if (other === undefined) continue;
      yield { ...each, other };
      break;
    }
    for (const each of marked) {
      const first = seen.get(each.text) ?? {};
      first[each.choice.key ? "key" : "distractor"] ??= each;
      seen.set(each.text, first);
    }
  }
}

/** The choices whose mark says something: not those that differ in case alone, nor any beside a key that stands for them all. */
function markedChoicesOf(item: Item, phrases: Phrases | null): Marked[] {
  const choices = choicesOf(item);
  if (choices.some(({ key, content }) => key && phrases?.allOfTheAbove.test(normalize(content.text)) === true))
    return [];
  const marked = choices.map((choice) => ({ item, choice, text: squeeze(choice.content.text) }));
  const counts = new Map<string, number>();
  for (const { text } of marked) counts.set(text, (counts.get(text) ?? 0) + 1);
  return marked.filter(({ text }) => counts.get(text) === 1);
}

/** A text without what differs between two copies of it: case, space, quotes and final punctuation. Signs make a difference. */
function squeeze(text: string): string {
  const squeezed = text.toLowerCase().replaceAll(/[\s"'`“”‘’]+/gu, "");
  let end = squeezed.length;
  while (end > 0 && ".?!:;".includes(squeezed.charAt(end - 1))) end--;
  return squeezed.slice(0, end);
}

const keysOf = (item: Item): string =>
  joinWith(
    choicesOf(item)
      .filter(({ key }) => key)
      .map(({ content }) => quote(content.text)),
    "and",
  );
