// Spelling as rules see it; the dictionaries are values that files.ts reads.
import nspell from "nspell";
import type { Bank } from "../model/bank.ts";
import type { DictionaryTexts } from "../model/dictionary.ts";
import { textsOf } from "../model/texts.ts";
import { findSlips, type Vocabulary } from "./slips.ts";

/** Whether words are known, in one language with the guide's own words. */
export interface Spelling {
  /** Whether a word is spelt as some dictionary has it. */
  isKnown: (word: string) => boolean;
  /** What the author may have meant by an unknown word, likeliest first, at most three; empty where no slip is likely. */
  suggest: (word: string) => string[];
}

/** What is known in a language, whatever the guide. */
export type Lexicon = Pick<Vocabulary, "isKnown" | "letters">;

/** A lexicon that loads its Hunspell dictionary, which takes a quarter of a second, at the first word that no list holds. */
export function createLexicon({ affixes, words, lists }: DictionaryTexts): Lexicon {
  const listed = new Set(lists.flatMap(readList));
  let speller: ReturnType<typeof nspell> | undefined;
  const isSpelt = (word: string): boolean => {
    speller ??= nspell(affixes, words);
    return speller.correct(word) || speller.correct(capitalize(word));
  };
  return {
    isKnown: (word) => listed.has(word.toLowerCase()) || isSpelt(word),
    letters: [
      ...new Set([
        ...frequentLetters([...listed].join("")),
        ...frequentLetters(/^TRY (.+)$/m.exec(affixes)?.[1] ?? words),
      ]),
    ],
  };
}

/** The words of a list in lower case; case is no matter of spelling here. */
function readList(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const entry = line.replace(/#.*/, "").trim();
    // `!` forbids a word and `+` names a mere part of words; `*` allows both, `~` marks a form without accents or case.
    return entry === "" || /^!|\+/.test(entry) ? [] : [entry.replaceAll(/[*~]/g, "").toLowerCase()];
  });
}

/** Letters that make up at least a thousandth of a text, in lower case: each costs time, and a rare one is seldom mistyped. */
function frequentLetters(text: string): string[] {
  const counts = new Map<string, number>();
  const letters = text.toLowerCase().match(/\p{L}/gu) ?? [];
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].filter(([, count]) => count * 1000 >= letters.length).map(([letter]) => letter);
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Number of unknown words of a guide for which near ones are sought, which takes time: a guide with more is in another language. */
const mostSought = 2000;

/** The spelling of one guide: what the lexicon knows, and the words of words.txt. Each word is judged once. */
export function createSpelling(lexicon: Lexicon, bank: Bank): Spelling {
  const own = new Set(bank.words.map((word) => word.toLowerCase()));
  let counts: ReadonlyMap<string, number> | undefined;
  const vocabulary: Vocabulary = {
    isKnown: (word) => own.has(word.toLowerCase()) || lexicon.isKnown(word),
    isUsual(word) {
      counts ??= countWords(bank);
      return (counts.get(word.toLowerCase()) ?? 0) > 1;
    },
    letters: lexicon.letters,
  };
  const known = new Map<string, boolean>();
  const sought = new Map<string, string[]>();
  return {
    isKnown(word) {
      const earlier = known.get(word);
      if (earlier !== undefined) return earlier;
      const isKnown = vocabulary.isKnown(word);
      known.set(word, isKnown);
      return isKnown;
    },
    suggest(word) {
      const earlier = sought.get(word);
      if (earlier !== undefined) return earlier;
      const slips = sought.size < mostSought ? findSlips(word, vocabulary).slice(0, 3) : [];
      sought.set(word, slips);
      return slips;
    },
  };
}

/** How often the guide uses each word, in lower case. */
function countWords(bank: Bank): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { contents } of textsOf(bank))
    for (const { text } of contents)
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
