// Texts → sets of shingles: runs of three words (Broder 1997), as whole numbers, so that sets of many items fit in memory.
import { wordsOf } from "./words-of.ts";

/** Shingles of all items under numbers from 0. */
export interface ShingleSets {
  /** One set an item, in the items' order; ascending, each number once. */
  sets: Int32Array[];
  /** How many different shingles there are. */
  size: number;
}

/** Stands for the words that a text of one or two words lacks; words count from 1. */
const noWord = 0;

/** The shingles of items that are lists of texts: no shingle spans two texts, so the order of choices does not matter. */
export function shingleSetsOf(items: Iterable<readonly string[]>): ShingleSets {
  const words = new Map<string, number>();
  const numbered = Array.from(items, (texts) => texts.map((text) => numberWords(text, words)));
  let most = 0;
  for (const texts of numbered) for (const { length } of texts) most += length;
  const triples = createTripleNumbers(most);
  return { sets: numbered.map((texts) => shinglesOf(texts, triples)), size: triples.count() };
}

function numberWords(text: string, words: Map<string, number>): Int32Array {
  return Int32Array.from(wordsOf(text), (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    words.set(word, words.size + 1);
    return words.size;
  });
}

/** Of each text as many shingles as words, less two; one of a text of one or two words, none of a text without words. */
function shinglesOf(texts: readonly Int32Array[], { numberOf }: TripleNumbers): Int32Array {
  const shingles: number[] = [];
  for (const text of texts) {
    const [first = noWord, second = noWord] = text;
    if (text.length === 1 || text.length === 2) shingles.push(numberOf(first, second, noWord));
    for (let at = 2; at < text.length; at++)
      shingles.push(numberOf(text[at - 2] ?? noWord, text[at - 1] ?? noWord, text[at] ?? noWord));
  }
  return Int32Array.from(shingles)
    .sort()
    .filter((shingle, index, all) => shingle !== all[index - 1]);
}

interface TripleNumbers {
  /** The number of a triple, in the order in which triples were first seen, from 0. */
  numberOf: (a: number, b: number, c: number) => number;
  count: () => number;
}

/** Room for `most` different triples, in typed arrays: a Map of strings would take ten times the memory, and ends at 16 million. */
function createTripleNumbers(most: number): TripleNumbers {
  const mask = 2 ** Math.ceil(Math.log2(most + 1) + 1) - 1;
  // A table with open addressing, at most half full: what a slot holds is a number + 1, or 0 if it is free.
  const slots = new Int32Array(mask + 1);
  const triples = new Int32Array(most * 3);
  let count = 0;
  return {
    count: () => count,
    numberOf(a, b, c) {
      for (let slot = mix(a, b, c) & mask; ; slot = (slot + 1) & mask) {
        const number = (slots[slot] ?? 0) - 1;
        const at = number * 3;
        if (triples[at] === a && triples[at + 1] === b && triples[at + 2] === c) return number;
        if (number >= 0) continue;
        triples[count * 3] = a;
        triples[count * 3 + 1] = b;
        triples[count * 3 + 2] = c;
        slots[slot] = count + 1;
        return count++;
      }
    },
  };
}

/** Spreads neighbouring numbers over 32 bits; multipliers of MurmurHash3 (Appleby, public domain). */
function mix(a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0xcc9e2d51) ^ Math.imul(b, 0x1b873593) ^ Math.imul(c, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
