// Items that must never stand in one form.
import type { Item } from "../model/bank.ts";

/** Whether one of two items names the other as its enemy; `item-enemy-one-sided` wants both to. */
export function areEnemies(a: Item, b: Item): boolean {
  return namesAsEnemy(a, b) || namesAsEnemy(b, a);
}

/** Whether the first item names the second. */
export function namesAsEnemy({ frontMatter: { enemies = [] } }: Item, { id }: Item): boolean {
  return enemies.includes(id);
}
