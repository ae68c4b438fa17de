// Choices of which some end in a full stop and others do not.
import { explainablesOf } from "../choices.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { ItemPhrases } from "../phrases/item-phrases.ts";
import type { DocumentRule } from "../rule.ts";
import type { Item } from "../../model/bank.ts";
import { quote } from "../../quote.ts";

export const choiceEndPunctuation: DocumentRule = {
  id: "choice-end-punctuation",
  scope: "document",
  severity: "info",
  measured: { found: 40, right: 39 },
  summary: "All choices end in a full stop, or none",
  why: `One choice that ends otherwise looks as if it had been written at another time, which the key often was: candidates notice. It
also looks careless in print.`,
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

What is a Parquet file?

- [x] A file stored by column
- [ ] A file stored by row
- [ ] A file of text, lines, etc.

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

What is a Parquet file?

- [x] A file stored by column.
- [ ] A file stored by row
- [ ] A file of text

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [12],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    if (phrases === null) return;
    const parts = explainablesOf(item);
    const stops = parts.filter(({ content }) => content.text.endsWith(".")).length;
    if (stops === 0 || stops === parts.length) return;
    const source = sourceOf(item.path);
    const endings = parts.flatMap(({ content }) => {
      const prose = proseOf(content, source);
      const ending = content.nodes.at(-1)?.type === "paragraph" ? endingOf(prose.text, phrases.items) : null;
      return ending === null ? [] : [{ prose, content, ending }];
    });
    const stopped = endings.filter(({ ending }) => ending === "stop").length;
    const wants = 2 * stopped > endings.length ? "stop" : "none";
    for (const { prose, content, ending } of endings) {
      // Without its last stop, a choice of several sentences would be one sentence and a fragment.
      if (ending === wants || (wants === "none" && /[.!?] \p{Lu}/u.test(prose.text))) continue;
      const end = prose.text.length;
      const last = prose.spanOf(end - 1, end);
      yield {
        at: positionIn(prose, source, end - 1, end),
        path: item.path,
        message:
          wants === "stop"
            ? `Unexpected end of ${quote(content.text)} without a full stop, expected one as in the other ${nameOf(item)}s`
            : `Unexpected full stop at the end of ${quote(content.text)}, expected none as in the other ${nameOf(item)}s`,
        fix: {
          safe: true,
          edits: [wants === "stop" ? { start: last.end, end: last.end, text: "." } : { ...last, text: "" }],
        },
      };
    }
  },
};

const nameOf = ({ answer }: Item): string => (answer.type === "ordering" ? "step" : "choice");

/** How a choice ends; null where a stop would mean something else, or another sign stands in its place. */
function endingOf(text: string, { endsInAbbreviation }: ItemPhrases): "stop" | "none" | null {
  if (!/\p{L}/u.test(text) || text.includes("\n\n") || endsInAbbreviation.test(text)) return null;
  if (text.endsWith(".")) return /\.\.$|(?<![\p{L}\p{N}])\p{L}\.$/u.test(text) ? null : "stop";
  // Behind a sentence in brackets the stop may stand inside.
  return /[\p{L}\p{N}%]$|[\p{L}\p{N}] \([^()]*\)$/u.test(text) ? "none" : null;
}
