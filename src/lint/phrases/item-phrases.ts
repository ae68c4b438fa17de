// Wording that the rules of one item look for, whatever the language. Patterns with the flag `g` are for `matchAll`.

/** What a language must have for the rules of one item besides whole-choice phrases. */
export interface ItemPhrases {
  /** A whole normalized choice that lists labels of statements or of other choices. */
  labelCombination: RegExp;
  /** The same where the labels may also be values: numbers, or letters with nothing but commas between them. */
  bareCombination: RegExp;
  /** Whole normalized choices that affirm or deny a statement, in pairs. */
  verdicts: readonly (readonly [affirmation: string, denial: string])[];
  /** Whole normalized choices that avoid a verdict. */
  evasions: ReadonlySet<string>;
  /** An article that waits for its noun at the end of a stem, as the group `article`; indices wanted. */
  danglingArticle: RegExp;
  /** Whether a text can stand behind an article; null if the language's sounds leave it open. */
  fitsArticle: (article: string, text: string) => boolean | null;
  /** An article that all texts can stand behind. */
  neutralArticle: string;
  /** An instruction to choose, in brackets or as a sentence of its own; the number is the group `count`, absent for "all". */
  instructions: readonly RegExp[];
  /** A number of choices as part of what a stem asks, as the group `count`. */
  askedCount: RegExp;
  /** The number that a `count` names. */
  numberOf: (count: string) => number | null;
  /** A choice that is named by its letter and the word for a choice; the whole match. */
  namedLetters: RegExp;
  /** Such a name where it is given to something. */
  letterDefinition: RegExp;
  /** Letters that can only be choices because of what is said of them, as the group `letters`; indices wanted. */
  judgedLetters: readonly RegExp[];
  /** A choice that is named by its place or number, wherever it stands. */
  placedChoice: RegExp;
  /** Such a name in a text that judges the choice, as the group `letters`; indices wanted. */
  placedChoices: readonly RegExp[];
  /** A rationale's opening that refers to the choice before or behind. */
  neighbourReference: RegExp;
  /** A verdict on a choice that ends it, as the group `right` or `wrong`; all that is to be taken away. */
  typedVerdict: RegExp;
  /** A word or phrase of a choice that leaves no exception. */
  absolute: RegExp;
  /** A stem that asks or tells what to do, whether or not it has a question mark. */
  asks: RegExp;
  /** Whether a stem that ends in a full stop asks all the same: indirectly, by a task, or by what is needed. */
  isAsking: (stem: string) => boolean;
  /** A whole text that stands for one to be written. */
  placeholder: RegExp;
  /** The sentence of a stem that asks. */
  askingSentence: (stem: string) => string;
  /** What the forms of a word have in common. */
  stem: (word: string) => string;
  /** A text that ends in an abbreviation's stop. */
  endsInAbbreviation: RegExp;
}
