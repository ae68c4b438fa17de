// Misspellings that many hands make, whatever the guide is about.
import { positionIn, proseOf } from "../prose.ts";
import type { TextRule } from "../rule.ts";
import { spelledWordsOf } from "../spelled-words.ts";
import { quote } from "../../quote.ts";

export const textMisspelling: TextRule = {
  id: "text-misspelling",
  scope: "text",
  severity: "warning",
  summary: "Common words are spelt right",
  why: `A misspelt choice looks like a wrong one. Some words are misspelt so often, and can mean so clearly one other word, that no
dictionary and no other text is needed to tell: \`teh\`, \`recieved\`, \`seperate\`. A short list of the language holds them;
\`text-spelling\` looks for other slips. \`words.txt\` beside \`exam.yaml\` holds words that are right all the same, one a line.`,
  fixable: "safe",
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

Which format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

The column \`recieved\` of the table keeps its name.

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

Wich format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

It keeps teh values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10, 18],
      },
    ],
  },
  *check({ path, itemId, contents }, { phrases, words, sourceOf }) {
    if (phrases === null) return;
    const { misspellings } = phrases;
    for (const content of contents) {
      // Most texts have none, and then no word needs a place.
      if (!wordsOf(content.text).some((word) => misspellings.has(word))) continue;
      const source = sourceOf(path);
      const prose = proseOf(content, source);
      for (const { word, start, end } of spelledWordsOf(prose.text)) {
        const lower = word.toLowerCase();
        const meant = misspellings.get(lower);
        if (meant === undefined || words.some((own) => own.toLowerCase() === lower)) continue;
        const text = word === lower ? meant : meant.charAt(0).toUpperCase() + meant.slice(1);
        yield {
          at: positionIn(prose, source, start, end),
          path,
          message: `Unexpected word ${quote(word)}, expected ${quote(text)}`,
          // A word of a topic or fact may be part of its id.
          ...(prose.isUnbroken(start, end) && {
            fix: { safe: itemId !== undefined, edits: [{ ...prose.spanOf(start, end), text }] },
          }),
        };
      }
    }
  },
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/gu) ?? [];
