// Where English sentences end.
import type { Extent } from "../phrases.ts";

const abbreviations = new Set(
  "al approx art cf ch dept dr e.g ed eg eq etc fig gen gov i.e ie inc jr lt ltd min mr mrs ms mt no nos p pp prof rev sec sr st u.k u.s u.s.a univ v viz vol vs".split(
    " ",
  ),
);

/** Sentences without the blanks around them; an empty line ends one, too. Linear in the text. */
export function sentencesOf(text: string): Extent[] {
  const sentences: Extent[] = [];
  let start = 0;
  const close = (end: number): void => {
    let [first, last] = [start, end];
    while (first < last && isBlank(text.charCodeAt(first))) first++;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
    if (first < last) sentences.push({ start: first, end: last });
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(/\n\n|[.?!…]["'”’)\]]{0,3}(?=\s)/gu)) {
    const end = index + mark.length;
    if (mark === "\n\n" || !goesOn(text, index, end)) close(end);
  }
  close(text.length);
  return sentences;
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;

/** Whether a sentence goes on behind a mark: after an abbreviation or initial, or because a small letter follows. */
function goesOn(text: string, mark: number, end: number): boolean {
  if (/^\s{1,9}\p{Ll}/u.test(text.slice(end, end + 10))) return true;
  if (text[mark] !== ".") return false;
  const word = /(?:^|[\s("'“‘])([\p{L}.]{1,6})$/u.exec(text.slice(Math.max(0, mark - 7), mark))?.[1] ?? "";
  return abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word);
}
