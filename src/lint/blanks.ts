// Blanks that a reader fills in, in running text.
import type { Extent, Phrases } from "./phrases.ts";

const boundary = String.raw`[\p{L}\p{N}_]`;
/** Three and more underscores, or fewer between blanks; several in a row are one blank. */
const line = String.raw`(?:_{3,}|(?<!${boundary})_{1,2}(?!${boundary}))(?: _+(?!${boundary}))*`;
const dots = String.raw`(?:…|\.{3,})`;
const bracketed = String.raw`[\[(] ?(?:${dots}|_{2,}) ?[\])]`;

/** A longer stem has a passage to read, in which dots leave something out for brevity, and not for the reader to fill in. */
const longestCompletion = 300;

/** The blanks of a stem, each once, in their order. */
export function blanksOf(text: string, { blankWord }: Phrases): Extent[] {
  const pattern = new RegExp(String.raw`${line}|[\[(<] ?${blankWord} ?[\])>]|${bracketed}|${dots}`, "giu");
  return [...text.matchAll(pattern)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    .filter((extent) => isBlank(text, extent));
}

function isBlank(text: string, { start, end }: Extent): boolean {
  const found = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 8);
  // A gap in a series of numbers is what is asked for, and no word fits a formula.
  if (/\d, ?$/u.test(before) && /^, ?\d/u.test(after)) return false;
  // `"_"` and `(_)` name the sign.
  if (/^_{1,2}$/u.test(found)) return /(?:^|[\s$])$/u.test(before) && /^(?:$|[\s.,;:?!%])/u.test(after);
  if (!/[….]/u.test(found)) return true;
  if (text.length > longestCompletion || isQuoted(text.slice(0, start))) return false;
  if (/^[[(]/u.test(found)) return true;
  // `x1, x2, ..., xn` goes on as it began.
  const isSeries = /[\d,] ?$/u.test(before) && (/\d ?, ?$/u.test(before) || /^ ?,/u.test(after));
  return !isSeries && /[\p{L},;]\s?$/u.test(before) && /^\s?[\p{Ll};,]/u.test(after);
}

/** Whether a quotation is open at the end of a text. */
function isQuoted(text: string): boolean {
  const straight = text.match(/"/gu)?.length ?? 0;
  return straight % 2 === 1 || text.lastIndexOf("“") > text.lastIndexOf("”");
}
