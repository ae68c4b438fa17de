// Fits text into a width: how many lines it takes, and which size keeps it within a number of lines.
import type { Face, FontBook } from "../fonts.ts";

/** Number of lines that the words take in a column of this width; a word that is wider goes on in further lines. */
export function countLines(text: string, face: Face, size: number, width: number, fonts: FontBook): number {
  const space = fonts.widthOf(" ", face, size);
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needed = fonts.widthOf(word, face, size);
    if (used > 0 && used + space + needed > width) {
      lines++;
      used = needed;
    } else used += (used > 0 ? space : 0) + needed;
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
