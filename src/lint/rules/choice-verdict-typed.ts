// Choices that say themselves whether they are right.
import { choicesOf } from "../choices.ts";
import { positionIn, proseOf } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceVerdictTyped: DocumentRule = {
  id: "choice-verdict-typed",
  scope: "document",
  severity: "warning",
  measured: { found: 5, right: 5 },
  summary: "A choice does not say whether it is right",
  why: `The checkbox \`[x]\` marks the key, and no output shows it before the answers. Words such as "(correct)" or a tick behind a
choice are text of the choice: the booklet prints them. Where the words and the checkbox agree, the fix takes the words away; where
they do not, one of the two is wrong.`,
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

Which join keeps all rows of the second table?

- [x] JOIN (right)
- [ ] JOIN (left)
- [ ] JOIN (inner)

## Explanation

A right join keeps the rows of the table at its right.

## References

- [Joins](https://example.org/joins)
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

- [x] Parquet (correct)
- [ ] CSV
- [ ] JSON Lines

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
    const typed = phrases?.items.typedVerdict ?? null;
    for (const { content, key } of choicesOf(item)) {
      if (findVerdict(content.text, typed) === null) continue;
      const source = sourceOf(item.path);
      const prose = proseOf(content, source);
      const found = findVerdict(prose.text, typed);
      if (found === null) continue;
      const { start, end, isRight } = found;
      const shown = quote(prose.text.slice(start, end));
      const { text } = prose;
      const gap =
        start > 0 ? { start: text.slice(0, start).trimEnd().length, end } : { start, end: afterBlanks(text, end) };
      const agrees = isRight === key;
      yield {
        at: positionIn(prose, source, start, end),
        path: item.path,
        message: `Unexpected ${shown} in a choice${agrees ? "" : ` with the checkbox \`[${key ? "x" : " "}]\``}, expected ${agrees ? "the checkbox alone to say so" : "both to agree, and the checkbox alone to say so"}`,
        ...(agrees &&
          gap.end - gap.start < text.length &&
          prose.isUnbroken(gap.start, gap.end) && {
            fix: { safe: true, edits: [{ ...prose.spanOf(gap.start, gap.end), text: "" }] },
          }),
      };
    }
  },
};

interface Verdict {
  start: number;
  end: number;
  isRight: boolean;
}

const tick = /(?<right>[✓✔✅☑])\uFE0F?|(?<wrong>[✗✘❌])\uFE0F?/gu;

/** A verdict in words at the end of a choice, or its only tick or cross, at its start or end. */
function findVerdict(text: string, typed: RegExp | null): Verdict | null {
  const words = typed?.exec(text);
  if (words != null)
    return {
      start: words.index,
      end: words.index + words[0].length,
      isRight: words.groups?.["right"] !== undefined,
    };
  const [mark, ...others] = text.matchAll(tick);
  if (mark === undefined || others.length > 0) return null;
  const [start, end] = [mark.index, mark.index + mark[0].length];
  return start === 0 || end === text.length ? { start, end, isRight: mark.groups?.["right"] !== undefined } : null;
}

const afterBlanks = (text: string, from: number): number =>
  from + (text.slice(from).length - text.slice(from).trimStart().length);
