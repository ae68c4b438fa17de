// Walks over the answer parts of items, for every rule that reads choices.
import type { Item } from "../model/bank.ts";
import type { Choice } from "../model/document.ts";

/** The choices of a choice item in the author's order; none for other types. */
export function choicesOf({ answer }: Item): Choice[] {
  return answer.type === "multiple-choice" || answer.type === "multiple-response" ? answer.choices : [];
}

/** Choices, or the steps of an ordering item, used or not: all that can have a rationale. */
export function explainablesOf(item: Item): Choice[] {
  return item.answer.type === "ordering" ? [...item.answer.steps, ...item.answer.unused] : choicesOf(item);
}
