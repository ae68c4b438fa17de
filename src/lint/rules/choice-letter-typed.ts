// Letters and numbers that an author typed before the words of the choices.
import type { RootContent } from "mdast";
import { choicesOf } from "../choices.ts";
import { positionIn, proseOf, type Prose } from "../prose.ts";
import type { DocumentRule } from "../rule.ts";
import { typedLabelsOf } from "../typed-labels.ts";
import { quote } from "../../quote.ts";
import { spanAt, type SourceText, type Span } from "../../source-text.ts";

export const choiceLetterTyped: DocumentRule = {
  id: "choice-letter-typed",
  scope: "document",
  severity: "warning",
  measured: { found: 19, right: 19 },
  summary: "Choices have no letters or numbers of their own",
  why: `Publishers order the choices anew and put a letter before each, so a learner reads "A. C. Parquet". Pasted items often bring
their letters along. The fix takes them all away, and is safe where they stand in their own order; in another, letters elsewhere in the
item may mean them.`,
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

- [x] A. Parquet
- [ ] B. CSV
- [ ] C. JSON Lines

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
    const contents = choicesOf(item).map(({ content }) => content);
    const stem = item.stem.text;
    // Most items have none, and then nothing needs a place.
    if (
      typedLabelsOf(
        contents.map(({ text }) => text),
        stem,
      ) === null
    )
      return;
    const source = sourceOf(item.path);
    const proses = contents.map((content) => proseOf(content, source));
    const typed = typedLabelsOf(
      proses.map(({ text }) => text),
      stem,
    );
    const [first] = proses;
    if (typed === null || first === undefined) return;
    const { labels, inOrder } = typed;
    const rests = proses.map(({ text }, index) => text.slice(labels[index]?.length ?? 0));
    const edits = proses.flatMap((prose, index) => {
      const { nodes = [] } = contents[index] ?? {};
      const span = spanOf(nodes, prose, labels[index] ?? "", source);
      return span === null ? [] : [{ ...span, text: "" }];
    });
    // Choices that would become one are for the author to tell apart.
    const isMendable = edits.length === proses.length && new Set(rests).size === rests.length;
    yield {
      at: positionIn(first, source, 0, labels[0]?.trimEnd().length ?? 0),
      path: item.path,
      message: `Unexpected ${quote(labels[0] ?? "")} typed before a choice, expected its words alone: publishers order the choices and letter them`,
      ...(isMendable && { fix: { safe: inOrder, edits } }),
    };
  },
};

/** Where a label stands with its own emphasis; null if other emphasis ends in it. */
function spanOf(nodes: readonly RootContent[], prose: Prose, label: string, source: SourceText): Span | null {
  const span = prose.spanOf(0, label.length);
  if (prose.isUnbroken(0, label.length)) return span;
  const [paragraph] = nodes;
  const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if ((first?.type !== "strong" && first?.type !== "emphasis") || first.position === undefined) return null;
  const { start, end } = spanAt(source, first.position);
  const bare = label.trimEnd().length;
  return prose.isUnbroken(0, bare) && prose.spanOf(bare, label.length).start === end ? { start, end: span.end } : null;
}
