// A reference that is fetched without encryption.
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";
import { positionAt, sliceOf, spanAt, type SourceText, type Span } from "../../source-text.ts";

export const referenceInsecure: DocumentRule = {
  id: "reference-insecure",
  scope: "document",
  severity: "warning",
  summary: "References are https",
  why: `What comes over http can be read and changed on its way, and browsers warn of it. Nearly every site answers at the same address
with https; open it to be sure.`,
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

Which format stores data by column?

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](http://example.org/formats)
`,
        lines: [22],
      },
    ],
  },
  *check({ references, path }, { sourceOf }) {
    for (const { url, position } of references) {
      if (!/^http:/iu.test(url)) continue;
      const source = sourceOf(path);
      const span = urlSpan(spanAt(source, position), url, source);
      yield {
        at: span === null ? position : positionAt(source, span),
        path,
        message: `Unexpected ${quote(url)}, expected an address with \`https:\``,
        ...(span !== null && {
          fix: { safe: false, edits: [{ start: span.start, end: span.start + "http".length, text: "https" }] },
        }),
      };
    }
  },
};

/** Where a link has its URL; null if it stands elsewhere, in a definition, or is written with escapes. */
function urlSpan(link: Span, url: string, source: SourceText): Span | null {
  const written = sliceOf(source, link);
  for (const opening of ["](", "](<"]) {
    const at = written.lastIndexOf(opening + url);
    const start = link.start + at + opening.length;
    if (at >= 0) return { start, end: start + url.length };
  }
  return null;
}
