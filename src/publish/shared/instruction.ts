// What a candidate is told to do, derived from the key and never authored.
import type { FormAnswer } from "../../model/form.ts";
import type { CommonWords } from "../../model/types.gen.ts";
import { fill } from "./words.ts";

/** The instruction of an item: how many choices, which order, or matching. */
export function instruct(answer: FormAnswer, words: CommonWords): string {
  const count = answer.key.length;
  if (answer.type === "ordering") return fill(words.order, { count });
  if (answer.type === "matching") return words.match;
  if (answer.type === "multiple-choice") return words.chooseOne;
  if (count === 2) return words.chooseTwo;
  return count === 3 ? words.chooseThree : fill(words.chooseMany, { count });
}
