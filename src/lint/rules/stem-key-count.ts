// A stem that says how many choices to take.
import { choicesOf } from "../choices.ts";
import { positionIn, proseOf, type Prose } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import type { Edit } from "../../diagnostic.ts";
import type { Content } from "../../model/content.ts";
import { quote } from "../../quote.ts";
import type { SourceText, Span } from "../../source-text.ts";

export const stemKeyCount: DocumentRule = {
  id: "stem-key-count",
  scope: "document",
  severity: "warning",
  measured: { found: 40, right: 40 },
  summary: "No stem says how many choices to take",
  why: `Publishers count the keys and print "Choose two." under the stem, so an authored instruction is printed twice, and is wrong
when somebody adds a key and forgets it: then the candidate cannot do what is asked. A number that belongs to what is asked ("Which
two services…") may stay if it is right.`,
  fixable: "safe",
  examples: {
    valid: [
      `---
type: multiple-response
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which two formats store data by column?

- [x] Parquet
- [x] ORC
- [ ] CSV
- [ ] JSON Lines
- [ ] Avro

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
    ],
    invalid: [
      {
        text: `---
type: multiple-response
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which formats store data by column? (Choose TWO.)

- [x] Parquet
- [x] ORC
- [ ] CSV
- [ ] JSON Lines
- [ ] Avro

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
      {
        text: `---
type: multiple-response
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

Which three formats store data by column?

- [x] Parquet
- [x] ORC
- [ ] CSV
- [ ] JSON Lines
- [ ] Avro

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10],
      },
    ],
  },
  *check(item, { phrases, sourceOf }) {
    const keys = choicesOf(item).filter(({ key }) => key).length;
    if (phrases === null || keys === 0) return;
    const { instructions, askedCount, numberOf } = phrases.items;
    const source = sourceOf(item.path);
    const prose = proseOf(item.stem, source);
    const found = instructions.flatMap((pattern) => [...prose.text.matchAll(pattern)]);
    for (const match of found) {
      const { index, 0: instruction, groups } = match;
      const count = numberOf(groups?.["count"] ?? "");
      const end = index + instruction.length;
      const edit = count === keys ? removalOf(item.stem, prose, source, { start: index, end }) : null;
      yield {
        at: positionIn(prose, source, index, end),
        path: item.path,
        message: `Unexpected ${quote(instruction)} in the stem, expected none: ${count === null || count === keys ? "" : `the item has ${countKeys(keys)}, and `}publishers print how many to choose`,
        ...(edit !== null && { fix: { safe: true, edits: [edit] } }),
      };
    }
    const asked = found.length === 0 && item.answer.type === "multiple-response" ? askedCount.exec(prose.text) : null;
    const count = numberOf(asked?.groups?.["count"] ?? "");
    if (asked === null || count === null || count === keys) return;
    yield {
      at: positionIn(prose, source, asked.index, asked.index + asked[0].length),
      path: item.path,
      message: `Unexpected ${quote(asked[0])} in the stem, expected the number of keys: the item has ${countKeys(keys)}`,
    };
  },
};

const countKeys = (count: number): string => `${count} ${count === 1 ? "key" : "keys"}`;

/** The edit that takes an instruction from the end of a stem with the blanks before it; null where something else would be left or hurt. */
function removalOf(
  { nodes }: Content,
  { text, spanOf }: Prose,
  { text: source }: SourceText,
  within: Span,
): Edit | null {
  const before = text.slice(0, within.start);
  if (
    !/^[ .?!:]*$/u.test(text.slice(within.end)) ||
    /^\s*$|[,;–—-]\s*$/u.test(before) ||
    nodes.at(-1)?.type !== "paragraph"
  )
    return null;
  // A list or code that closes the stem would run into the choices, or be read as the last of what is asked.
  if (before.endsWith("\n\n") && nodes.at(-2)?.type !== "paragraph") return null;
  let { start, end } = spanOf(within.start, within.end);
  while (/[*_]/u.test(source.charAt(start - 1)) && source.charAt(start - 1) === source.charAt(end)) {
    start--;
    end++;
  }
  const marks = source.slice(start, end).match(/[*_]/gu) ?? [];
  while (/[ \t\r\n]/u.test(source.charAt(start - 1))) start--;
  const isPartOfMarkup = /[*_\\>]/u.test(source.charAt(start - 1)) || /[*_]/u.test(source.charAt(end));
  return isPartOfMarkup || marks.length % 2 === 1 ? null : { start, end, text: "" };
}
