// Spelling as rules see it; the dictionaries are values that files.ts reads.

/** Whether words are known, in one language with the guide's own words. */
export interface Spelling {
  /** Whether a word is spelt as some dictionary has it. */
  isKnown: (word: string) => boolean;
  /** Near words, best first; at most three. */
  suggest: (word: string) => string[];
}
