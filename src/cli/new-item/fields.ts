// What a new item needs, as flags or answers give it: the keys of its front matter that have a value from the start.
import type { ItemFrontMatter } from "../../model/types.gen.ts";

/** The forms that an item can have. */
export const itemTypes: readonly ItemFrontMatter["type"][] = [
  "multiple-choice",
  "multiple-response",
  "ordering",
  "matching",
];

/** From the easiest on. */
export const difficulties: readonly ItemFrontMatter["difficulty"][] = ["easy", "medium", "hard"];

/** What an item can ask of the candidate. */
export const cognitiveLevels: readonly ItemFrontMatter["cognitive"][] = ["recall", "apply", "analyze"];

/** Those that are missing become blanks, but for the type, which is then multiple-choice. */
export interface ItemFields {
  type?: ItemFrontMatter["type"];
  task?: string;
  topic?: string;
  difficulty?: ItemFrontMatter["difficulty"];
  cognitive?: ItemFrontMatter["cognitive"];
}
