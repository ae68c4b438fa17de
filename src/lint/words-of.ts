// Visible text → the words that items are compared by, in any language.

/** Scripts that part no words: each of their letters is a word. */
const unspaced = ["Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"].map(
  (script) => `\\p{scx=${script}}`,
);
const word = new RegExp(`[[\\p{L}\\p{M}\\p{N}]--[${unspaced.join("")}]]+|[\\p{L}&&[${unspaced.join("")}]]`, "gv");

/** Runs of letters and digits in lower case, in their order; signs and punctuation are no words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}
