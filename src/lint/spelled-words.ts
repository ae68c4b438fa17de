// Running text → the words whose spelling can be judged.
import { nonWord } from "./prose.ts";

/** A word without accents apart, and where it stands in the text. */
export interface SpelledWord {
  word: string;
  start: number;
  end: number;
}

/** Whatever holds one of these is an address, a path, a file name, an identifier or a formula, and no word. */
const technical = new RegExp(
  String.raw`[\d_@\\=<>{}$|${nonWord}]|://|\p{L}[.:]\p{L}|\p{L}\(|/.*/|^(?:[-~./]|www\.)`,
  "u",
);

/** Most words: looking closer takes ten times as long. */
const plain = /^[A-Za-z][a-z]+$/;

const opening = new Set("([\"'“‘«*…");
const closing = new Set(")]\"'”’»*…,;:!?.");

/** Words of prose; none with a digit, nor acronyms, camel case and single letters. */
export function* spelledWordsOf(text: string): Iterable<SpelledWord> {
  for (const { 0: token, index } of text.matchAll(/\S+/g)) {
    let [start, end] = [0, token.length];
    while (start < end && opening.has(token.charAt(start))) start++;
    while (end > start && closing.has(token.charAt(end - 1))) end--;
    const bare = token.slice(start, end);
    if (plain.test(bare)) {
      yield { word: bare, start: index + start, end: index + end };
      continue;
    }
    if (technical.test(bare)) continue;
    for (const { 0: run, index: at } of token.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
      if (run.length < 2 || /.\p{Lu}/u.test(run)) continue;
      yield { word: run.normalize("NFC").replaceAll("’", "'"), start: index + at, end: index + at + run.length };
    }
  }
}
