// What a candidate reads of an item, for rules that compare whole items.
import type { Item } from "../model/bank.ts";

/** Visible texts of the stem, then of the choices, steps or table cells, without rationales and explanation. */
export function printedTextsOf({ stem, answer }: Item): string[] {
  const parts =
    answer.type === "matching"
      ? [...answer.prompts, ...answer.matches]
      : answer.type === "ordering"
        ? [...answer.steps, ...answer.unused]
        : answer.choices;
  return [stem.text, ...parts.map(({ content }) => content.text)];
}
