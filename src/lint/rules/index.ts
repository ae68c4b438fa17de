// All rules, sorted by id. A new rule is one file and one line here.
import type { Rule } from "../rule.ts";
import { choiceAllOfTheAbove } from "./choice-all-of-the-above.ts";
import { choiceNoneOfTheAbove } from "./choice-none-of-the-above.ts";
import { rationaleMissing } from "./rationale-missing.ts";
import { referencesMissing } from "./references-missing.ts";

/** Every rule, in the order of documentation. */
export const rules: readonly Rule[] = [choiceAllOfTheAbove, choiceNoneOfTheAbove, rationaleMissing, referencesMissing];
