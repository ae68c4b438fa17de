// Choices that all open with the same words.
import { choicesOf } from "../choices.ts";
import { nonWord, positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceCommonPrefix: DocumentRule = {
  id: "choice-common-prefix",
  scope: "document",
  severity: "info",
  measured: { found: 40, right: 26 },
  summary: "What all choices open with stands in the stem",
  why: `Words that every choice repeats are read four times and tell nothing apart. In the stem they are read once, and the choices show
where they differ. (Haladyna, Downing and Rodriguez 2002, "minimize reading time".)`,
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

The file has to be stored by column. How?

- [x] In Parquet
- [ ] In CSV
- [ ] In JSON Lines

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

What has to be done?

- [x] Write the file as Parquet
- [ ] Write the file as CSV
- [ ] Write the file as JSON Lines

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { sourceOf }) {
    const choices = choicesOf(item);
    const texts = choices.map(({ content }) => content.text.split(" "));
    if (countShared(texts) < fewest) return;
    const source = sourceOf(item.path);
    const proses = choices.map(({ content }) => proseOf(content, source));
    const [first] = proses;
    const openings = proses.map(({ text }) => wordsBeforeCode(text));
    // No choice may be left without a word of its own.
    const most = Math.min(...texts.map(({ length }) => length)) - 1;
    const words = openings[0]?.slice(0, trimName(openings, Math.min(countShared(openings), most))) ?? [];
    if (first === undefined || words.length < fewest || words.some((word) => /[:;=*(){}<>$|"]/u.test(word))) return;
    // Choices of several sentences or numbered steps are texts of their own.
    if (proses.some(({ text }) => /^\d+[.)] |[.!?;] [\p{Lu}\d]|\n\n/u.test(text))) return;
    const end = words.join(" ").length;
    yield {
      at: positionIn(first, source, 0, end),
      path: item.path,
      message: `Unexpected ${quote(first.text.slice(0, end))} at the start of every choice, expected it once, at the end of the stem`,
    };
  },
};

/** A shorter opening costs less to read than to move. */
const fewest = 3;

/** How many words all lists open with. */
function countShared(lists: readonly (readonly string[])[]): number {
  const [first = [], ...others] = lists;
  const differs = first.findIndex((word, index) =>
    others.some((list) => list[index]?.toLowerCase() !== word.toLowerCase()),
  );
  return differs < 0 ? first.length : differs;
}

/** A shared opening without the name that it ends in, if the name goes on in some list: it cannot be parted. */
function trimName(lists: readonly (readonly string[])[], shared: number): number {
  const isName = (word: string | undefined): boolean => /^[\p{Lu}\p{N}]/u.test(word ?? "");
  let count = shared;
  while (isName(lists[0]?.[count - 1]) && lists.some((list) => isName(list[count]))) count--;
  return count;
}

/** Code is one piece, whose start cannot be moved elsewhere. */
function wordsBeforeCode(text: string): string[] {
  const words = text.split("\n\n", 1).join("").split(" ");
  const code = words.findIndex((word) => word.includes(nonWord));
  return code < 0 ? words : words.slice(0, code);
}
