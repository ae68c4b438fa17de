// An enemy that does not know that it is one.
import { addEnemies } from "../add-enemies.ts";
import { namesAsEnemy } from "../enemies.ts";
import type { BankRule } from "../rule.ts";
import type { Item } from "../../model/bank.ts";
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
    const naming = new Map<Item, { item: Item; index: number }[]>();
    for (const item of items)
      for (const [index, id] of (item.frontMatter.enemies ?? []).entries()) {
        const named = byId.get(id);
        if (named === undefined || named === item || namesAsEnemy(named, item)) continue;
        const missing = naming.get(named) ?? [];
        missing.push({ item, index });
        naming.set(named, missing);
      }
    for (const [named, missing] of naming) {
      const ids = new Set(missing.map(({ item }) => item.id));
      // One fix for all of them: one by one they would insert in the same place.
      const edit = addEnemies(named, [...ids], sourceOf(named.path));
      for (const { item, index } of missing)
        yield {
          at: named.places.values["/enemies"] ?? named.position,
          path: named.path,
          itemId: named.id,
          message: `Unexpected enemies without ${quote(item.id)}, expected the item, which names this one as its enemy`,
          related: [
            { message: "Named here", path: item.path, position: positionOfValue(`/enemies/${index}`, item.places) },
          ],
          ...(edit !== null && { fix: { safe: true, edits: [edit] } }),
        };
    }
  },
};
