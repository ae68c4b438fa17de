// Text → runs of one face each, by what the fonts can show. pdfmake itself has no fallback: it would draw an empty box.
import { clustersOf, formsOf, isBlank, isEmojiSequence, isVisible } from "./clusters.ts";
import type { Face, FontBook } from "./fonts.ts";

/** A stretch of text that one face can show. */
export interface FaceRun {
  text: string;
  face: Face;
}

/** Where a long word may break; measured as nothing, and never drawn, so that copied text is as authored. */
export const breakMark = "\u200B";

/** A face of ours, in which the break mark has no width; in fonts without it, it would be measured as an empty box. */
const markFace = ({ fallbacks }: FontBook): Face => ({
  family: fallbacks.includes("packaged") ? "packaged" : "body",
  bold: false,
  italics: false,
});

const shown = new WeakMap<FontBook, Map<string, FaceRun | undefined>>();

/**
 * The cluster as the first face shows it that has all of it, undefined if none has: the wanted face, then the fallbacks, then
 * all of these upright and regular, and for an emoji that font first. It comes in a form that Unicode holds equal if only that one
 * has glyphs.
 */
export function showCluster(cluster: string, wanted: Face, fonts: FontBook): FaceRun | undefined {
  // Remembered, because texts are long and their characters few.
  const known = shown.get(fonts) ?? new Map<string, FaceRun | undefined>();
  shown.set(fonts, known);
  const key = `${wanted.family} ${wanted.bold ? 1 : 0}${wanted.italics ? 1 : 0} ${cluster}`;
  if (!known.has(key)) known.set(key, findFace(cluster, wanted, fonts));
  return known.get(key);
}

function findFace(cluster: string, wanted: Face, fonts: FontBook): FaceRun | undefined {
  const regular = { bold: false, italics: false };
  const families = [wanted.family, ...fonts.fallbacks];
  // A heading is heavy in its regular face, so what stands in for it is bold.
  const heavy = wanted.family === "heading" ? { ...wanted, bold: true } : wanted;
  const candidates: Face[] = [
    ...(isEmojiSequence(cluster) ? [{ family: "emoji", ...regular } as const] : []),
    wanted,
    ...fonts.fallbacks.map((family) => ({ ...heavy, family })),
    ...families.map((family) => ({ family, ...regular })),
  ];
  for (const text of formsOf(cluster)) {
    const codePoints = [...text].filter(isVisible).map(codePointOf);
    const face = candidates.find((each) => codePoints.every((codePoint) => fonts.covers(each, codePoint)));
    if (face) return { text, face };
  }
  return undefined;
}

/** What most texts are made of, and what no other rule is about. */
const plain = /^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u024F]$/u;

const selector = /[\uFE0E\uFE0F]/gu;

const sameFace = (a: Face, b: Face): boolean => a.family === b.family && a.bold === b.bold && a.italics === b.italics;
const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

/**
 * Splits text by coverage, between clusters alone; the selectors U+FE0E and U+FE0F are dropped. Throws for a visible character
 * that no font has, because `check` reports these before anything is published.
 */
export function splitRuns(text: string, wanted: Face, fonts: FontBook): FaceRun[] {
  const runs: FaceRun[] = [];
  const append = (part: string, face: Face): void => {
    const last = runs.at(-1);
    const text = part.replaceAll(selector, "");
    if (text === "") return;
    if (last && sameFace(last.face, face)) last.text += text;
    else runs.push({ text, face });
  };
  for (const cluster of clustersOf(text)) {
    if (plain.test(cluster) && fonts.covers(wanted, codePointOf(cluster))) {
      append(cluster, wanted);
      continue;
    }
    const nearby = runs.at(-1)?.face ?? wanted;
    if (cluster === breakMark) append(cluster, markFace(fonts));
    else if (cluster === "\n") append(cluster, nearby);
    else if (isBlank(cluster.replaceAll(selector, ""))) {
      const covering = [wanted, ...fonts.fallbacks.map((family) => ({ ...wanted, family }))].find((face) =>
        fonts.covers(face, codePointOf(cluster)),
      );
      append(covering ? cluster : " ", covering ?? wanted);
    } else if (![...cluster].some(isVisible)) {
      // Alone it shows nothing; in another face than its neighbours it would part what it joins.
      if (fonts.covers(nearby, codePointOf(cluster))) append(cluster, nearby);
    } else {
      const run = showCluster(cluster, wanted, fonts);
      if (!run) throw new Error(`No font has ${codePointNames(cluster)}`);
      append(run.text, run.face);
    }
  }
  return runs;
}

/** Advance width of a text in points, each part of it in the face that shows it. */
export function widthOfText(text: string, wanted: Face, size: number, fonts: FontBook): number {
  return splitRuns(text.replaceAll(breakMark, ""), wanted, fonts).reduce(
    (sum, run) => sum + fonts.widthOf(run.text, run.face, size),
    0,
  );
}

/** The hexadecimal names of a cluster's code points, such as `U+0041`. */
export function codePointNames(cluster: string): string {
  return [...cluster].map((each) => `U+${codePointOf(each).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}

const longWord = /[^\s\u200B]{13,}/gu;
const joint =
  /(?<=[\p{L}\p{N}][_\-./:@=,&?#)\]}]+)(?=[\p{L}\p{N}({[])|(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{L}\p{N}])(?=[([{])/gu;

/** Marks places where a word of more than twelve characters may break: behind punctuation and between camelCase humps. */
export function markBreaks(text: string): string {
  return text.replaceAll(longWord, (word) => word.replaceAll(joint, breakMark));
}
