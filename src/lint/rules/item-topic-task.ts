// Items whose task and topic belong to two domains.
import type { DocumentRule } from "../rule.ts";
import { quote } from "../../quote.ts";
import { positionOfValue } from "../../model/yaml-places.ts";

export const itemTopicTask: DocumentRule = {
  id: "item-topic-task",
  scope: "document",
  severity: "info",
  summary: "Task and topic of an item belong to one domain",
  why: `The task decides where an item counts, the topic which notes a learner is sent to. If the two lie in different domains, one
of them was mostly taken over from the item that was copied. A topic may serve the tasks of other domains, so it is an info: give the
reason under \`lint\` where it is meant.`,
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
task: "2.1"
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
        lines: [4],
      },
    ],
  },
  *check({ topic, task, domain, path, places }) {
    if (topic.path === domain.path) return;
    yield {
      at: positionOfValue("/topic", places),
      path,
      message: `Unexpected topic ${quote(topic.id)} of another domain than task ${quote(task.id)}, expected one of ${quote(domain.path)}, or another task`,
      related: [{ message: "The topic", path: topic.path, position: topic.position }],
    };
  },
};
