// A bank with too many or too few items of a domain.
import { examPlaceOf } from "../exam-place.ts";
import type { BankRule } from "../rule.ts";
import { apportion } from "../../model/apportion.ts";
import { plural, quote } from "../../quote.ts";

const item = (subject: string, domain: 1 | 2): string => `---
type: multiple-choice
task: "${domain}.1"
topic: ${domain === 1 ? "formats" : "stores"}
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

What is ${subject}?

- [x] A ${domain === 1 ? "file format" : "store"}
- [ ] A language
- [ ] A protocol

## Explanation

Its own documentation says so.
`;

export const bankCoverage: BankRule = {
  id: "bank-coverage",
  scope: "bank",
  severity: "warning",
  summary: "Each domain has about as many items as its weight in the blueprint asks for",
  why: `A bank is a sample of the exam. Where it is out of proportion, a learner's score on it says little about the exam, and
hours go where few points are. The weights in \`exam.yaml\` are turned into whole numbers of items by the method of the largest
remainder, as \`certpress stats\` shows them. Write items for the domains that lack some, before you remove any.`,
  options: {
    items: {
      description: "Number of items by which a domain may always miss what its weight asks for",
      default: 1,
      minimum: 0,
      maximum: 1000,
    },
    percent: {
      description: "Share of the items asked for, by which a domain may miss them, in percent, where that is more",
      default: 10,
      minimum: 0,
      maximum: 100,
    },
  },
  examples: {
    valid: [
      [item("Parquet", 1), item("Avro", 1), item("DynamoDB", 2)],
      [item("Parquet", 1), item("Avro", 1), item("ORC", 1)],
    ],
    invalid: [
      {
        texts: [item("Parquet", 1), item("Avro", 1), item("ORC", 1), item("CSV", 1), item("Arrow", 1)],
        places: ["exam.yaml:12", "exam.yaml:22"],
      },
    ],
  },
  *check(bank, { option }) {
    const { items, domains, found } = bank;
    const left = found.items - items.length;
    const leftOut = left > 0 ? ` (${plural(left, "item")} with errors left out)` : "";
    if (items.length === 0) return;
    const targets = apportion(
      items.length,
      domains.map(({ weight }) => weight),
    );
    const counts = new Map<string, number>();
    for (const { domain } of items) counts.set(domain.id, (counts.get(domain.id) ?? 0) + 1);
    for (const [index, { id, title, weight }] of domains.entries()) {
      const count = counts.get(id) ?? 0;
      const target = targets[index] ?? 0;
      const distance = Math.abs(count - target);
      if (distance <= Math.max(option("items"), (target * option("percent")) / 100)) continue;
      yield {
        ...examPlaceOf(bank, `/blueprint/domains/${index}/weight`),
        message: `Unexpected ${plural(count, "item")} in the domain ${quote(id)}, expected about ${target}`,
        note: `${quote(title)} weighs ${weight} %, which is ${target} of ${plural(items.length, "item")}${leftOut}; it has ${distance} too ${count > target ? "many" : "few"}`,
        excess: distance,
      };
    }
  },
};
