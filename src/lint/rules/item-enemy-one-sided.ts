// An enemy that does not know that it is one.
import { namesAsEnemy } from "../enemies.ts";
import { addEnemy } from "../add-enemy.ts";
import type { BankRule } from "../rule.ts";
import { positionOfValue } from "../../model/yaml-places.ts";
import { quote } from "../../quote.ts";

const item = (stem: string, enemies = ""): string => `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
${enemies}---

${stem}

- [x] Parquet
- [ ] CSV
- [ ] JSON Lines

## Explanation

Parquet keeps the values of one column together.
`;

const naming = item("Which format stores data by column?", "enemies: [item-2]\n");
const named = "Which format reads few of many columns fast?";

export const itemEnemyOneSided: BankRule = {
  id: "item-enemy-one-sided",
  scope: "bank",
  severity: "warning",
  summary: "Items that one item names as its enemies name that item too",
  why: `Enemies are a pair: neither may stand in a form with the other. Publishers and rules honour a pair that only one item
declares, but whoever edits the other item does not see that it has an enemy, and loses the pair with the file that declares
it.`,
  fixable: "safe",
  examples: {
    valid: [
      [naming, item(named, "enemies: [item-1]\n")],
      [naming, item(named, "enemies:\n  - item-3\n  - item-1\n"), item("Which stores columns?", "enemies: [item-2]\n")],
    ],
    invalid: [
      { texts: [naming, item(named)], places: ["item-2:1"] },
      {
        texts: [naming, item(named, "enemies:\n  - item-3\n"), item("Which stores columns?", "enemies: [item-2]\n")],
        places: ["item-2:9"],
      },
    ],
  },
  *check({ items }, { sourceOf }) {
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const naming of items)
      for (const [index, id] of (naming.frontMatter.enemies ?? []).entries()) {
        const named = byId.get(id);
        if (named === undefined || named === naming || namesAsEnemy(named, naming)) continue;
        const edit = addEnemy(named, naming.id, sourceOf(named.path));
        yield {
          at: named.places.values["/enemies"] ?? named.position,
          path: named.path,
          itemId: named.id,
          message: `Unexpected enemies without ${quote(naming.id)}, expected the item, which names this one as its enemy`,
          related: [
            {
              message: "Named here",
              path: naming.path,
              position: positionOfValue(`/enemies/${index}`, naming.places),
            },
          ],
          ...(edit !== null && { fix: { safe: true, edits: [edit] } }),
        };
      }
  },
};
