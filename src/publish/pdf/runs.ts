// Text → runs of one face each, by what the fonts can show. pdfmake itself has no fallback: it would draw an empty box.
import { fallbacks, type Face, type FontBook } from "./fonts.ts";

/** A stretch of text that one face can show. */
export interface FaceRun {
  text: string;
  face: Face;
}

/** Where a long word may break; measured as nothing, and never drawn, so that copied text is as authored. */
export const breakMark = "\u200B";

/** A face in which the break mark has no width; in fonts without it, it would be measured as an empty box. */
const markFace: Face = { family: "body", bold: false, italics: false };

const emojiLink = /^(?:\p{Emoji_Modifier}|\u200D|\uFE0E|\uFE0F|\u20E3|[\u{E0020}-\u{E007F}])$/u;
const blank = /^[\p{Zs}\t]$/u;
const invisible = /^[\p{Cc}\p{Cf}\u{FE00}-\u{FE0F}]$/u;

/** Whether a character must have a glyph: neither white space nor a control or format character. */
export function isVisible(character: string): boolean {
  return !blank.test(character) && !invisible.test(character);
}

/** The first face that has the character: the wanted one, then the fallbacks, then these upright and regular; undefined if none. */
export function faceFor(character: string, wanted: Face, fonts: Pick<FontBook, "covers">): Face | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  const candidates = [
    wanted,
    ...fallbacks.map((family) => ({ ...wanted, family })),
    ...fallbacks.map((family) => ({ family, bold: false, italics: false })),
  ];
  return candidates.find((face) => fonts.covers(face, codePoint));
}

const sameFace = (a: Face, b: Face): boolean => a.family === b.family && a.bold === b.bold && a.italics === b.italics;

/**
 * Splits text by coverage; U+FE0F is dropped, and joiners stay with the emoji that they join. Throws for a visible character
 * that no font has, because `check` reports these before anything is published.
 */
export function splitRuns(text: string, wanted: Face, fonts: Pick<FontBook, "covers">): FaceRun[] {
  const runs: FaceRun[] = [];
  const append = (character: string, face: Face): void => {
    const last = runs.at(-1);
    if (last && sameFace(last.face, face)) last.text += character;
    else runs.push({ text: character, face });
  };
  for (const character of text) {
    const last = runs.at(-1);
    if (character === breakMark) append(character, markFace);
    else if (character === "\n") append(character, last?.face ?? wanted);
    else if (last?.face.family === "emoji" && emojiLink.test(character)) {
      if (character !== "\uFE0F" && character !== "\uFE0E") append(character, last.face);
    } else {
      const face = faceFor(character, wanted, fonts);
      if (face && !(invisible.test(character) && face.family === "emoji")) append(character, face);
      else if (blank.test(character)) append(" ", wanted);
      else if (isVisible(character)) throw new Error(`No font has U+${codePointName(character)}`);
    }
  }
  return runs;
}

/** The hexadecimal name of a character's code point, at least four digits. */
export function codePointName(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

const longWord = /[^\s\u200B]{13,}/gu;
const joint =
  /(?<=[\p{L}\p{N}][_\-./:@=,&?#)\]}]+)(?=[\p{L}\p{N}({[])|(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{L}\p{N}])(?=[([{])/gu;

/** Marks places where a word of more than twelve characters may break: behind punctuation and between camelCase humps. */
export function markBreaks(text: string): string {
  return text.replaceAll(longWord, (word) => word.replaceAll(joint, breakMark));
}
