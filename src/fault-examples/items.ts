// Examples of the faults of items.
import type { FaultId } from "../faults.ts";
import type { FaultExample } from "./fault-example.ts";

/** By the id of the fault. */
export const itemFaults: Readonly<Partial<Record<FaultId, FaultExample>>> = {
  "yaml-syntax": { place: "item", wrong: `task: "1.1`, right: `task: "1.1"` },
  "front-matter-missing": {
    place: "item",
    wrong: "type: multiple-choice",
    right: `---
type: multiple-choice`,
  },
  "schema-type": { place: "item", wrong: "task: 1.1", right: `task: "1.1"` },
  "schema-key-unknown": { place: "item", wrong: "dificulty: easy", right: "difficulty: easy" },
  "schema-key-missing": {
    place: "item",
    wrong: "difficulty: easy",
    right: `difficulty: easy
cognitive: recall`,
  },
  "schema-value": { place: "item", wrong: "difficulty: trivial", right: "difficulty: easy" },
  "markdown-unclosed": {
    place: "explanation",
    wrong: `\`\`\`sh
ls`,
    right: `\`\`\`sh
ls
\`\`\``,
  },
  "markdown-unsupported": {
    place: "explanation",
    wrong: `The key names the object.[^1]

[^1]: As its page says.`,
    right: "The key names the object, as its page says.",
  },
  "markdown-lazy-line": {
    place: "choices",
    wrong: `- [x] The key
  > It is the object's name,
whatever its size.
- [ ] The tag
  > It describes the object.
- [ ] The class
  > It sets the price.`,
    right: `- [x] The key
  > It is the object's name,
  > whatever its size.
- [ ] The tag
  > It describes the object.
- [ ] The class
  > It sets the price.`,
  },
  "markdown-block-lookalike": {
    place: "explanation",
    wrong: `| Part | Does |
| Key | names |`,
    right: `| Part | Does |
| --- | --- |
| Key | names |`,
  },
  "html-raw": {
    place: "explanation",
    wrong: "The key names the <b>object</b>.",
    right: "The key names the **object**.",
  },
  "alert-malformed": {
    place: "explanation",
    wrong: `> [!HINT]
> A key can hold slashes.`,
    right: `> [!TIP]
> A key can hold slashes.`,
  },
  "math-single-dollar": { place: "explanation", wrong: "It has $n^2$ parts.", right: "It has $$n^2$$ parts." },
  "math-malformed": {
    place: "explanation",
    wrong: "It has $$\\sqr{n}$$ parts.",
    right: "It has $$\\sqrt{n}$$ parts.",
  },
  "item-stem-missing": { place: "stem", wrong: "", right: "Which part names an object in a bucket?" },
  "item-answer-missing": {
    place: "choices",
    wrong: "The key.",
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "item-answer-malformed": {
    place: "choices",
    wrong: `1. [x] The key
2. [ ] The tag
3. [ ] The class`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "item-explanation-missing": { place: "explanation", wrong: "", right: "The key names the object." },
  "item-section-malformed": { place: "item", wrong: "## Why", right: "## Explanation" },
  "item-references-empty": { place: "references", wrong: "", right: "- [Objects](https://example.com/objects)" },
  "item-reference-malformed": {
    place: "references",
    wrong: "- https://example.com/objects",
    right: "- [Objects](https://example.com/objects)",
  },
  "item-task-unknown": { place: "item", wrong: `task: "1.9"`, right: `task: "1.1"` },
  "item-topic-unknown": { place: "item", wrong: "topic: bucket", right: "topic: buckets" },
  "item-enemy-unknown": {
    place: "item",
    wrong: `verified: 2026-01-02
enemies: [object-nam]`,
    right: "verified: 2026-01-02",
  },
  "choice-checkbox-malformed": {
    place: "choices",
    wrong: `- [x] The key
- [] The tag
- [ ] The class`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "choice-count": {
    place: "choices",
    wrong: `- [x] The key
- [ ] The tag`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "choice-key-count": {
    place: "choices",
    wrong: `- [x] The key
- [x] The tag
- [ ] The class`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "choice-empty": {
    place: "choices",
    wrong: `- [x] The key
- [ ]
- [ ] The class`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "choice-duplicate": {
    place: "choices",
    wrong: `- [x] The key
- [ ] The tag
- [ ] The tag`,
    right: `- [x] The key
- [ ] The tag
- [ ] The class`,
  },
  "choice-rationale-uneven": {
    place: "choices",
    wrong: `- [x] The key
  > It is the object's name.
- [ ] The tag
- [ ] The class`,
    right: `- [x] The key
  > It is the object's name.
- [ ] The tag
  > It describes the object.
- [ ] The class
  > It sets the price.`,
  },
  "choice-rationale-misplaced": {
    place: "choices",
    wrong: `- [x] The key
- [ ] The tag
- [ ] The class

> The key is the object's name.`,
    right: `- [x] The key
  > It is the object's name.
- [ ] The tag
  > It describes the object.
- [ ] The class
  > It sets the price.`,
  },
  "step-malformed": {
    place: "steps",
    wrong: `1. Write the object
2. Read the object
4. Delete the object`,
    right: `1. Write the object
2. Read the object
3. Delete the object`,
  },
  "match-malformed": {
    place: "matches",
    wrong: `| Part | Does |
| --- | --- |
| Key | names |
| Tag | |
| Class | prices |`,
    right: `| Part | Does |
| --- | --- |
| Key | names |
| Tag | describes |
| Class | prices |`,
  },
  "link-dead": {
    place: "explanation",
    wrong: "The key names the object, see [keys](../domains/keys.md).",
    right: "The key names the object, see [keys](../domains/d1.md).",
  },
  "link-scheme": {
    place: "references",
    wrong: "- [Objects](ftp://example.com/objects)",
    right: "- [Objects](https://example.com/objects)",
  },
  "image-missing": {
    place: "explanation",
    wrong: "![A bucket with two objects](../media/buckets.svg)",
    right: "![A bucket with two objects](../media/bucket.svg)",
  },
  "image-alt-missing": {
    place: "explanation",
    wrong: "![](../media/bucket.svg)",
    right: "![A bucket with two objects](../media/bucket.svg)",
  },
  "suppression-rule-unknown": {
    place: "item",
    wrong: `verified: 2026-01-02
lint:
  ignore:
    - rule: stem-negativ
      reason: The outline asks for the exception`,
    right: "verified: 2026-01-02",
  },
  "suppression-unused": {
    place: "item",
    wrong: `verified: 2026-01-02
lint:
  ignore:
    - rule: stem-negative
      reason: The outline asks for the exception`,
    right: "verified: 2026-01-02",
  },
  "text-right-to-left": {
    place: "explanation",
    wrong: "The key names the object (in Hebrew: עצם).",
    right: "The key names the object (in Hebrew: etsem).",
  },
  "text-glyph-missing": {
    place: "explanation",
    wrong: "The key names the object 𓀀.",
    right: "The key names the object.",
  },
};
