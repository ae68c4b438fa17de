// Choices that combine labels of statements, or of other choices.
import { choicesOf } from "../choices.ts";
import { placeOf } from "../content-place.ts";
import { normalize } from "../phrases.ts";
import type { Content } from "../../model/content.ts";
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";

export const choiceLabelCombination: DocumentRule = {
  id: "choice-label-combination",
  scope: "document",
  severity: "warning",
  measured: { found: 56, right: 55 },
  summary: "No choice is a list of labels",
  why: `Two labels that a reader can judge decide between many combinations: the item measures how somebody combines, not what
they know, and every choice must be looked up elsewhere on the page. Labels of other choices are wrong as soon as publishers shuffle.
Make the statements the choices of \`type: multiple-response\`. (Haladyna, Downing and Rodriguez 2002, guideline against the
complex multiple-choice format, "Type K". Two real words combined, such as "S3 and Glue", are no labels.)`,
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

Which pair of formats stores data by column?

- [x] Parquet and ORC
- [ ] Parquet and CSV
- [ ] Avro and ORC
- [ ] Avro and CSV

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

Which of these formats store data by column?

1. Parquet
2. ORC
3. CSV

- [x] 1 and 2 only
- [ ] 1 and 3 only
- [ ] 2 only
- [ ] Formats with a schema

## Explanation

Parquet keeps the values of one column together.

## References

- [File formats](https://example.org/formats)
`,
        lines: [16],
      },
    ],
  },
  *check(item, { phrases }) {
    if (phrases === null) return;
    const { labelCombination, bareCombination } = phrases.items;
    const choices = choicesOf(item).map((choice) => ({ ...choice, wording: normalize(choice.content.text) }));
    // What may also be a value is a label only beside another one, and where the stem labels something.
    const areLabels =
      choices.filter(({ wording }) => bareCombination.test(wording)).length > 1 && isLabelled(item.stem);
    // A letter that is a choice by itself is a value: a vitamin, a class, a drive.
    const isValue = choices.some(({ wording }) => /^\p{L}$/u.test(wording));
    const found = choices.find(
      ({ wording }) => (labelCombination.test(wording) && !isValue) || (areLabels && bareCombination.test(wording)),
    );
    if (found === undefined) return;
    yield {
      at: placeOf(found.content, found.position),
      path: item.path,
      message: `Unexpected choice ${quote(found.content.text)}, expected the statements themselves as choices of \`type: multiple-response\``,
    };
  },
};

/** First and second labels of a list; a stem that has both has the list. */
const labels = [
  ["1", "2"],
  ["A", "B"],
  ["I", "II"],
].map((pair) => pair.map((label) => new RegExp(`(?:^|\\s)\\(?${label}[.)]\\s`, "u")));

/** Whether a stem has a numbered list, or labels in its text as such a list has. */
function isLabelled({ nodes, text }: Content): boolean {
  if (nodes.some((node) => node.type === "list" && node.ordered === true)) return true;
  return labels.some((pair) => pair.every((label) => label.test(text)));
}
