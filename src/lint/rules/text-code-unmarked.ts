// Paths and names of code that lose signs because they are not set as code.
import { lostMarkupOf } from "../lost-markup.ts";
import type { TextRule } from "../rule.ts";
import { quote } from "../../quote.ts";
import { positionAt, sliceOf } from "../../source-text.ts";

export const textCodeUnmarked: TextRule = {
  id: "text-code-unmarked",
  scope: "text",
  severity: "warning",
  summary: "Paths, addresses with wildcards and names of code stand in backticks",
  why: `In running text a backslash before a sign is an escape, and stars and underscores emphasise: \`C:\\_data\` prints as "C:_data",
\`\\\\server\\share\` with one backslash in front, \`s3://bucket/*/x*.csv\` without its stars, and \`__init__.py\` with a bold "init".
Between backticks every sign prints. Only what loses a sign is found; a path with doubled backslashes is right as it is.`,
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

Which format do the files in \`s3://logs/*/day*.x\` have, if each stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

A reader such as \`__init__.py\` in C:\\data\\new takes few columns of many.

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

Which format do the files in s3://logs/*/day*.x have, if each stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

A reader such as __init__.py in C:\\_data\\*new takes few columns of many.

## References

- [File formats](https://example.org/formats)
`,
        lines: [10, 18, 18],
      },
    ],
  },
  *check({ path, contents }, { sourceOf }) {
    const source = sourceOf(path);
    for (const span of lostMarkupOf(contents, source)) {
      const isInside = /[*_`]/u.test(source.text.charAt(span.start - 1));
      yield {
        at: positionAt(source, span),
        path,
        message: `Unexpected ${quote(sliceOf(source, span))} that loses signs to Markdown, expected backticks around it`,
        // Within emphasis, signs at the end may belong to either.
        ...(!isInside && {
          fix: {
            safe: false,
            edits: [
              { start: span.start, end: span.start, text: "`" },
              { start: span.end, end: span.end, text: "`" },
            ],
          },
        }),
      };
    }
  },
};
