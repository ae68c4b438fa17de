// All rules, sorted by id. A new rule is one file and one line here.
import type { Rule } from "../rule.ts";
import { bankConflictingKey } from "./bank-conflicting-key.ts";
import { bankCoverage } from "./bank-coverage.ts";
import { bankCueing } from "./bank-cueing.ts";
import { bankKeyLength } from "./bank-key-length.ts";
import { bankKeyPosition } from "./bank-key-position.ts";
import { bankNearDuplicate } from "./bank-near-duplicate.ts";
import { bankTaskUncovered } from "./bank-task-uncovered.ts";
import { choiceAbsolute } from "./choice-absolute.ts";
import { choiceAllOfTheAbove } from "./choice-all-of-the-above.ts";
import { choiceCommonPrefix } from "./choice-common-prefix.ts";
import { choiceEndPunctuation } from "./choice-end-punctuation.ts";
import { choiceKeyInStem } from "./choice-key-in-stem.ts";
import { choiceKeyLongest } from "./choice-key-longest.ts";
import { choiceLabelCombination } from "./choice-label-combination.ts";
import { choiceLetterTyped } from "./choice-letter-typed.ts";
import { choiceNoneOfTheAbove } from "./choice-none-of-the-above.ts";
import { choiceNumbersUnsorted } from "./choice-numbers-unsorted.ts";
import { choiceTrueFalse } from "./choice-true-false.ts";
import { choiceVerdictTyped } from "./choice-verdict-typed.ts";
import { itemEnemyOneSided } from "./item-enemy-one-sided.ts";
import { itemExpired } from "./item-expired.ts";
import { itemStale } from "./item-stale.ts";
import { itemTopicTask } from "./item-topic-task.ts";
import { rationaleMissing } from "./rationale-missing.ts";
import { rationaleUnmarked } from "./rationale-unmarked.ts";
import { referenceDuplicate } from "./reference-duplicate.ts";
import { referenceInsecure } from "./reference-insecure.ts";
import { referencesMissing } from "./references-missing.ts";
import { stemArticle } from "./stem-article.ts";
import { stemBlank } from "./stem-blank.ts";
import { stemEcho } from "./stem-echo.ts";
import { stemKeyCount } from "./stem-key-count.ts";
import { stemNegative } from "./stem-negative.ts";
import { stemQuestionMissing } from "./stem-question-missing.ts";
import { stemUnfocused } from "./stem-unfocused.ts";
import { textCodeUnmarked } from "./text-code-unmarked.ts";
import { textLetterReference } from "./text-letter-reference.ts";
import { textMisspelling } from "./text-misspelling.ts";
import { textPlaceholder } from "./text-placeholder.ts";
import { textSpelling } from "./text-spelling.ts";
import { textTerm } from "./text-term.ts";

/** Every rule, in the order of documentation. */
export const rules: readonly Rule[] = [
  bankConflictingKey,
  bankCoverage,
  bankCueing,
  bankKeyLength,
  bankKeyPosition,
  bankNearDuplicate,
  bankTaskUncovered,
  choiceAbsolute,
  choiceAllOfTheAbove,
  choiceCommonPrefix,
  choiceEndPunctuation,
  choiceKeyInStem,
  choiceKeyLongest,
  choiceLabelCombination,
  choiceLetterTyped,
  choiceNoneOfTheAbove,
  choiceNumbersUnsorted,
  choiceTrueFalse,
  choiceVerdictTyped,
  itemEnemyOneSided,
  itemExpired,
  itemStale,
  itemTopicTask,
  rationaleMissing,
  rationaleUnmarked,
  referenceDuplicate,
  referenceInsecure,
  referencesMissing,
  stemArticle,
  stemBlank,
  stemEcho,
  stemKeyCount,
  stemNegative,
  stemQuestionMissing,
  stemUnfocused,
  textCodeUnmarked,
  textLetterReference,
  textMisspelling,
  textPlaceholder,
  textSpelling,
  textTerm,
];
