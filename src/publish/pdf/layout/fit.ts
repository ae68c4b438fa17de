// Fits text into a width: how many lines it takes, and which size keeps it within a number of lines.
import type { Face, FontBook } from "../fonts.ts";
import { widthOfText } from "../runs.ts";

/** Behind blanks, and around characters of scripts that are written without them (the classes ID, CJ and H2 of UAX #14). */
const opportunity =
  /(?<= )|(?<=[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー])(?![\p{P}\u30FB\u30FC])|(?<![\p{Ps}\p{Pi}])(?=[\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])/gu;

/** The parts of a text between the places where a line may end, each with the blank that follows it. */
const breakableParts = (text: string): string[] => text.split(opportunity);

/** Number of lines that the words take in a column of this width; a word that is wider goes on in further lines. */
export function countLines(text: string, face: Face, size: number, width: number, fonts: FontBook): number {
  const widthOf = (part: string): number => widthOfText(part, face, size, fonts);
  let lines = 1;
  let used = 0;
  for (const part of breakableParts(text)) {
    if (used > 0 && used + widthOf(part.trimEnd()) > width) {
      lines++;
      used = 0;
    }
    used += widthOf(part);
    for (; used > width; used -= width) lines++;
  }
  return lines;
}

/** The largest size from `most` down to half of it, in whole points, that keeps the text within the lines. */
export function fitSize(
  text: string,
  face: Face,
  { most, lines, width }: { most: number; lines: number; width: number },
  fonts: FontBook,
): number {
  let size = most;
  while (size > most / 2 && countLines(text, face, size, width, fonts) > lines) size--;
  return size;
}
