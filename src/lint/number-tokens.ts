// The words, numerals and signs of a short text: what a choice that is a number is read from.
import type { NumberPhrases } from "./phrases/number-phrases.ts";

const numeral = String.raw`\d{1,3}(?:(?:,\d{3})+|(?:[ \u00A0\u202F]\d{3})+)(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?|\.\d+`;
const token = new RegExp(String.raw`(?<numeral>${numeral})|(?<word>\p{L}+(?:['’.-]\p{L}+)*)|\S`, "gu");
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const fractions = new Map(
  [..."½¼¾⅓⅔⅛"].map((sign, index) => [sign, [0.5, 0.25, 0.75, 1 / 3, 2 / 3, 0.125][index] ?? 0]),
);

/** One word, numeral or sign, in lower case. */
export interface Token {
  text: string;
  type: "numeral" | "word" | "sign";
  /** Whether nothing parts it from the token before it. */
  isGlued: boolean;
}

/** A text in parts, without the blanks between them. */
export function tokensOf(text: string): Token[] {
  const plain = simplify(text.toLowerCase());
  let end = 0;
  return [...plain.matchAll(token)].map(({ 0: text, index, groups = {} }) => {
    const isGlued = index === end && index > 0;
    end = index + text.length;
    return { text, type: groups["numeral"] ? "numeral" : groups["word"] ? "word" : "sign", isGlued };
  });
}

/** TeX, raised digits, signs of fractions and minus signs as plain characters; without the same amount in another unit in brackets, and final marks. */
function simplify(text: string): string {
  return text
    .replaceAll(/\\frac\{(\d+)\}\{(\d+)\}/gu, "$1/$2")
    .replaceAll(/\\(?:times|cdot)\b/gu, "×")
    .replaceAll(/\\[,;! %$]|[{}]/gu, (mark) => (/[%$]/u.test(mark) ? mark.slice(1) : ""))
    .replaceAll(/[−﹣－]|(?<![^\s=(])[–—](?=[\d.])/gu, "-")
    .replaceAll(/(?<=\p{L})\.(?=\p{L})|(?<=\p{L}\.\p{L})\./gu, "")
    .replaceAll(
      /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
      (raised) => `^${[...raised].map((sign) => (sign === "⁻" ? "-" : superscripts.indexOf(sign))).join("")}`,
    )
    .replaceAll(/(\d*) ?([½¼¾⅓⅔⅛])/gu, (_, whole: string, sign: string) =>
      String(Number(whole) + (fractions.get(sign) ?? 0)),
    )
    .replace(/(?<=\S) ?\([\d.,]+ [^()\d]{1,20}\)$/u, "")
    .replace(/[.,;:!?]+$/u, "");
}

/** Whether a numeral is part of a name or a version: glued to letters that are no unit, to a point, or with a leading zero. */
export function hasName(tokens: readonly Token[], phrases: NumberPhrases): boolean {
  const { ordinalEndings, multipliers, units, halfDays } = phrases;
  const isKnown = (word: string): boolean =>
    ordinalEndings.has(word) || multipliers.has(word) || units.has(word) || halfDays.includes(word) || word === "s";
  return tokens.some(({ text, type, isGlued }, index) => {
    if (type !== "numeral") return false;
    const before = isGlued ? tokens[index - 1] : undefined;
    const after = tokens[index + 1]?.isGlued === true ? tokens[index + 1] : undefined;
    if (/^0\d/u.test(text) && before?.text !== ":") return true;
    const isNamed =
      before !== undefined &&
      (before.type !== "sign" ||
        before.text === "." ||
        (before.text === "-" && before.isGlued && tokens[index - 2]?.type === "word"));
    return isNamed || after?.text === "." || (after?.type === "word" && !isKnown(after.text));
  });
}
