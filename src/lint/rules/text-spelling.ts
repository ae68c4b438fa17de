// Slips of the hand in running text.
import { proseOf, positionIn, type Prose } from "../prose.ts";
import type { Finding, TextRule } from "../rule.ts";
import { spelledWordsOf } from "../spelled-words.ts";
import type { Edit } from "../../diagnostic.ts";
import type { FileTexts } from "../../model/texts.ts";
import { oneOf, quote } from "../../quote.ts";
import type { SourceText } from "../../source-text.ts";

export const textSpelling: TextRule = {
  id: "text-spelling",
  scope: "text",
  isWide: true,
  severity: "info",
  measured: { found: 27, right: 22 },
  summary: "Words are spelt as the dictionary has them",
  why: `A misspelt choice looks like a wrong one, and a learner who searches for a term does not find it. An unknown word is
reported if one slip makes it of a word that the guide uses at least twice, or, if it is long, of any word with a letter more, less
or swapped; other new words, acronyms, code, math and addresses are not. It is an info, because one finding in five is a name or a
new word after all: \`words.txt\` beside \`exam.yaml\` holds words that are right, one a line. The dictionary is the package
\`dictionary-<tag>\` for the guide's \`language\`: American English comes along, and reports British spellings, unless
\`language\` is \`en-GB\` and \`npm install dictionary-en-gb\` has added the British one.`,
  fixable: "unsafe",
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

A reader such as \`pandsa.read_parquet\` skips the other columns, as the manual at https://example.org/mannual says.

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

Which format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

The format keeps the values of one column together, so compresssion works well. A fromat by rows cannot.

## References

- [File formats](https://example.org/formats)
`,
        lines: [18, 18],
      },
    ],
  },
  *check(texts, { phrases, spelling, sourceOf }) {
    if (spelling === null) return;
    const unknown = new Map<string, Use[]>();
    const source = sourceOf(texts.path);
    for (const use of wordsOf(texts, source)) {
      if (spelling.isKnown(use.word)) continue;
      // A part before or behind an apostrophe may be a word of its own.
      for (const part of partsOf(use)) {
        // Those of the list are `text-misspelling`'s.
        if (phrases?.misspellings.has(part.word.toLowerCase()) === true) continue;
        if (part.word.length === 1 || spelling.isKnown(part.word)) continue;
        const uses = unknown.get(part.word);
        if (uses === undefined) unknown.set(part.word, [part]);
        else uses.push(part);
      }
    }
    for (const [word, uses] of unknown) {
      const meant = spelling.suggest(word);
      if (meant.length > 0) yield wordFinding(word, uses, meant, source, texts.path);
    }
  },
};

/** A word at one place. */
interface Use {
  word: string;
  prose: Prose;
  start: number;
  end: number;
}

function* wordsOf({ contents }: FileTexts, source: SourceText): Iterable<Use> {
  for (const content of contents) {
    const prose = proseOf(content, source);
    for (const found of spelledWordsOf(prose.text)) yield { prose, ...found };
  }
}

function partsOf(use: Use): Use[] {
  const { word, prose, start } = use;
  if (!word.includes("'")) return [use];
  return [...word.matchAll(/[^']+/g)].map(({ 0: part, index }) => ({
    word: part,
    prose,
    start: start + index,
    end: start + index + part.length,
  }));
}

/** One finding for all uses of a word in a file, at the first: an author mends them together. */
function wordFinding(
  word: string,
  uses: readonly Use[],
  meant: readonly string[],
  source: SourceText,
  path: string,
): Finding {
  const [first, ...others] = uses.map(({ prose, start, end }) => positionIn(prose, source, start, end));
  if (first === undefined) throw new Error(`${word} has no place`);
  const [only] = meant;
  const edits = uses.flatMap(({ prose, start, end }): Edit[] =>
    only !== undefined && prose.isUnbroken(start, end) ? [{ ...prose.spanOf(start, end), text: only }] : [],
  );
  const count = uses.length === 1 ? "" : ` (${uses.length} times)`;
  return {
    at: first,
    path,
    message: `Unexpected word ${quote(word)}${count}, expected ${oneOf(meant)} or a line in \`words.txt\``,
    ...(others.length > 0 && { note: `Also in line ${others.map(({ start }) => start.line).join(", ")}` }),
    ...(meant.length === 1 && edits.length === uses.length && { fix: { safe: false, edits } }),
  };
}
