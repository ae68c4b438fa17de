// Text that calls a choice by its letter.
import { choicesOf, explainablesOf } from "../choices.ts";
import { printedTextsOf } from "../printed-texts.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { typedLabelsOf } from "../typed-labels.ts";
import type { Item } from "../../model/bank.ts";
import type { Content } from "../../model/content.ts";
import { quote } from "../../quote.ts";
import type { Span } from "../../source-text.ts";

export const textLetterReference: DocumentRule = {
  id: "text-letter-reference",
  scope: "document",
  severity: "warning",
  measured: { found: 60, right: 60 },
  summary: "Texts name choices by their words, never by a letter or place",
  why: `Publishers order the choices anew, so B in the file is another letter in the booklet and a third one in the app, and the
explanation then praises a distractor. Name the choice by its words, or move the sentence to the rationale of that choice. (Letters that the
stem itself gives, as in "account A", are names like others.)`,
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
- [ ] Avro

## Explanation

CSV is wrong because it stores whole records, and so does Avro.

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
- [ ] Avro

## Explanation

Option B is wrong because it stores whole records. C is incorrect for the same reason.

## References

- [File formats](https://example.org/formats)
`,
        lines: [18, 18],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    if (phrases === null) return;
    const { namedLetters, letterDefinition, judgedLetters, placedChoice, placedChoices, neighbourReference } =
      phrases.items;
    const choices = choicesOf(item).map(({ content }) => content.text);
    const hasLabels = typedLabelsOf(choices, item.stem.text) !== null;
    // Letters that the item gives to something are names like others, but not those typed before its choices.
    const printed = hasLabels ? item.stem.text : printedTextsOf(item).join("\n\n");
    if (letterDefinition.test(printed)) return;
    const judged = usesLetters.test(printed.replaceAll(namedLetters, "")) ? [] : judgedLetters;
    const placed = placedChoice.test(printed) ? [] : placedChoices;
    for (const [part, content] of partsOf(item)) {
      const lettered = part === "stem" ? [namedLetters] : [namedLetters, ...judged];
      const others = part === "stem" ? [] : part === "rationale" ? [...placed, neighbourReference] : placed;
      // Most texts have no such letter at all.
      const patterns = [
        ...(/(?<![\p{L}\p{N}])[A-H](?![\p{L}\p{N}])|\([a-h]\)/u.test(content.text) ? lettered : []),
        ...others.filter((pattern) => content.text.search(pattern) >= 0),
      ];
      if (patterns.length === 0) continue;
      const source = sourceOf(item.path);
      const prose = proseOf(content, source);
      for (const { start, end } of mergeSpans(patterns.flatMap((pattern) => spansOf(pattern, prose.text))))
        yield {
          at: positionIn(prose, source, start, end),
          path: item.path,
          message: `Unexpected ${quote(prose.text.slice(start, end))} in the ${part}, expected the words of the choice: publishers shuffle choices`,
        };
    }
  },
};

/** Letters that the stem or the choices use as names: not the article at the head of a sentence. */
const usesLetters = /(?<![\p{L}\p{N}])[B-H](?![\p{L}\p{N}])|[\p{Ll}\p{N}] A(?![\p{L}\p{N}])/u;

function partsOf(item: Item): (readonly [name: string, Content])[] {
  const rationales = explainablesOf(item).flatMap(({ rationale }) =>
    rationale === null ? [] : [["rationale", rationale] as const],
  );
  return [["stem", item.stem], ...rationales, ["explanation", item.explanation]];
}

/** Where a pattern matches: its group `letters`, else all of it. */
function spansOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: whole, indices }) => {
    const [start, end] = indices?.groups?.["letters"] ?? [index, index + whole.length];
    return { start, end };
  });
}

/** In their order; of two that overlap, the one that opens first. */
function mergeSpans(spans: readonly Span[]): Span[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
}
