// Wording that rules look for, by language: the only words of a language in the code. A new language is one more entry.

import { englishItems } from "./phrases/en-items.ts";
import { englishMisspellings } from "./phrases/en-misspellings.ts";
import { findNegative } from "./phrases/en-negative.ts";
import { englishNumbers } from "./phrases/en-numbers.ts";
import { englishStopWords } from "./phrases/en-stop-words.ts";
import { allOfTheAbove, noneOfTheAbove } from "./phrases/en-whole-choices.ts";
import type { ItemPhrases } from "./phrases/item-phrases.ts";
import type { NumberPhrases } from "./phrases/number-phrases.ts";

/** A part of a text, as indices of it. */
export interface Extent {
  start: number;
  end: number;
}

/** What a language must have for the rules of wording. */
export interface Phrases {
  /** Of a normalized choice. */
  allOfTheAbove: RegExp;
  /** Of a normalized choice. */
  noneOfTheAbove: RegExp;
  /** What stands in brackets for a word to fill in, in lower case. */
  blankWord: string;
  /** The word that makes a stem ask for what is not so; null if it asks for what is so. The stem's blocks are parted by empty lines. */
  findNegative: (stem: string) => Extent | null;
  /** Words of choices that are numbers. */
  numbers: NumberPhrases;
  /** Wording for the other rules of one item. */
  items: ItemPhrases;
  /** Frequent misspellings in lower case, each with the one word that it can mean. */
  misspellings: ReadonlyMap<string, string>;
  /** Words that carry no content, in lower case. */
  stopWords: ReadonlySet<string>;
}

const english: Phrases = {
  allOfTheAbove,
  noneOfTheAbove,
  blankWord: "blank",
  findNegative,
  items: englishItems,
  misspellings: englishMisspellings,
  numbers: englishNumbers,
  stopWords: englishStopWords,
};

const byLanguage = new Map([["en", english]]);

/** The phrases of a BCP 47 tag's primary language; null if nobody has written them, and then no rule of wording applies. */
export function phrasesOf(language: string): Phrases | null {
  return byLanguage.get(language.split("-")[0]?.toLowerCase() ?? "") ?? null;
}

/** A choice's text as the patterns want it: lower case, straight apostrophes, single blanks, no marks around it. Linear in the text. */
export function normalize(text: string): string {
  const plain = text.toLowerCase().replaceAll(/\s+/gu, " ").replaceAll("’", "'");
  let [start, end] = [0, plain.length];
  while (start < end && " \"'“‘(".includes(plain.charAt(start))) start++;
  while (end > start && " .!;,\"'”)".includes(plain.charAt(end - 1))) end--;
  return plain.slice(start, end);
}
