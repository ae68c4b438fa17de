// A task of the blueprint that nothing asks about.
import { examPlaceOf } from "../exam-place.ts";
import type { BankRule } from "../rule.ts";
import { plural, quote } from "../../quote.ts";

const item = (number: number, task = "1.1"): string => `---
type: multiple-choice
task: "${task}"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

How many bytes do ${number} records of two bytes take?

- [ ] ${number}
- [x] ${number * 2}
- [ ] ${number * 3}

## Explanation

Twice ${number} is ${number * 2}.
`;

/** As many items as the exam has where rule examples stand. */
const many = Array.from({ length: 50 }, (_, index) => item(index + 1));

export const bankTaskUncovered: BankRule = {
  id: "bank-task-uncovered",
  scope: "bank",
  severity: "info",
  summary: "A bank as large as the exam has an item for every task of the blueprint",
  why: `The weights of domains can be met while a whole task goes unasked, and a learner cannot see what is missing. A bank with
fewer items than the exam scores is still being written, and is not judged. \`certpress stats\` counts the items of each task.`,
  examples: {
    valid: [many.slice(0, 2), [...many, item(51, "2.1")]],
    invalid: [{ texts: many, places: ["exam.yaml:24"] }],
  },
  *check(bank) {
    const { items, domains, exam } = bank;
    if (items.length < exam.format.scored) return;
    const covered = new Set(items.map(({ task }) => task.id));
    for (const [index, { tasks }] of domains.entries())
      for (const [place, { id, title }] of tasks.entries())
        if (!covered.has(id))
          yield {
            ...examPlaceOf(bank, `/blueprint/domains/${index}/tasks/${place}/id`),
            message: `Unexpected task ${quote(id)} without items, expected at least one`,
            note: `None of ${plural(items.length, "item")} asks about ${quote(title)}`,
            excess: 1,
          };
  },
};
