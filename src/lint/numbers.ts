// Choices that are numbers → what they compare by: for the rule about their order.
import { readAmount } from "./number-amounts.ts";
import { hasName, tokensOf, type Token } from "./number-tokens.ts";
import type { NumberPhrases } from "./phrases/number-phrases.ts";

/** A number or range, in the base of its unit. */
export interface Quantity {
  low: number;
  /** Equal to `low`, but for ranges. */
  high: number;
  /** Of its unit; numbers of different kinds do not compare. */
  kind: string;
  /** The words around it; numbers in different words do not compare. */
  frame: string;
}

/** No longer text is one number. */
const longest = 100;

/** Negative if the first quantity comes first: by the lower end, then by the upper one. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return compare(a.low, b.low) || compare(a.high, b.high);
}

/** Infinities are equal to themselves. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one number or range that a text is, with or without words around it; null for anything else, and for names such as `us-east-1`, `TLS 1.2` and `10.0.0.1`. */
export function readQuantity(text: string, phrases: NumberPhrases): Quantity | null {
  if (text.length > longest) return null;
  const tokens = tokensOf(text);
  if (tokens.length === 0 || hasName(tokens, phrases)) return null;
  return readDate(tokens, phrases) ?? readAmounts(tokens, phrases);
}

/** A day, or a month of a year. */
function readDate(tokens: readonly Token[], { months, leads, ordinalEndings }: NumberPhrases): Quantity | null {
  let [year, month, day] = [0, 0, 0];
  for (const { text, type } of tokens) {
    if (type === "numeral") {
      const value = Number(text);
      if (value > 31 && year === 0) year = value;
      else if (day === 0 && Number.isInteger(value)) day = value;
      else return null;
    } else if (months.has(text) && month === 0) month = months.get(text) ?? 0;
    else if (text !== "," && !leads.has(text) && !ordinalEndings.has(text)) return null;
  }
  if (month === 0 || (year === 0 && day === 0)) return null;
  const value = (year * 12 + month) * 31 + day;
  return { low: value, high: value, kind: `date ${year > 0} ${day > 0}`, frame: "" };
}

function readAmounts(tokens: readonly Token[], phrases: NumberPhrases): Quantity | null {
  const start = tokens.findIndex((_, index) => readAmount(tokens, index, phrases) !== null);
  const first = start < 0 ? null : readAmount(tokens, start, phrases);
  if (first === null) return null;
  const opening = readOpening(tokens.slice(0, start), phrases);
  if (opening === null) return null;
  const second = isRangeMark(tokens, first.end, phrases) ? readAmount(tokens, first.end + 1, phrases) : null;
  const last = second ?? first;
  const closing = readClosing(tokens.slice(last.end), phrases);
  if (closing === null) return null;
  const shared = second !== null && first.unit === null && !first.hasMultiplier ? second : null;
  const unit = first.unit ?? last.unit;
  const from = first.value * (shared?.unit?.factor ?? 1);
  const to = second === null ? from : second.value;
  if (second?.unit && first.unit && second.unit.kind !== first.unit.kind) return null;
  const side = opening.side ?? closing.side;
  const [low, high] = [from, to].map((value) => (closing.isBeforeEra ? -value : value)).toSorted((a, b) => a - b);
  return {
    low: side === "below" || low === undefined ? -Infinity : low,
    high: side === "above" || high === undefined ? Infinity : high,
    kind: `${first.currency || last.currency}${unit?.kind ?? ""}`,
    frame: `${opening.frame} # ${closing.frame}`,
  };
}

/** Whether a dash, "to", or the "and" of "between … and" stands at an index. */
function isRangeMark(tokens: readonly Token[], index: number, { rangeWords, between }: NumberPhrases): boolean {
  const { text = "" } = tokens[index] ?? {};
  return (
    /^[-–—]$/u.test(text) ||
    rangeWords.has(text) ||
    (text === between[1] && tokens.some((each) => each.text === between[0]))
  );
}

type Side = "below" | "above" | null;

/** What stands before a number; null if it makes a name of it. */
function readOpening(
  tokens: readonly Token[],
  { below, above, leads }: NumberPhrases,
): { frame: string; side: Side } | null {
  const words = tokens.map(({ text }) => text);
  let side: Side = /^[<≤]/u.test(words.at(-1) ?? "") || words.slice(-2).join("") === "<=" ? "below" : null;
  if (/^[>≥]/u.test(words.at(-1) ?? "") || words.slice(-2).join("") === ">=") side = "above";
  for (const length of [3, 2, 1]) {
    const phrase = words.slice(-length).join(" ");
    if (side !== null || words.length < length) continue;
    side = below.has(phrase) ? "below" : above.has(phrase) ? "above" : null;
    if (side !== null) words.splice(-length);
  }
  while (/^[<>≤≥=~≈]$/u.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1);
  if (last !== undefined && !leads.has(last) && side === null && !isVariable(tokens, words)) return null;
  return { frame: frameOf(words, leads), side };
}

/** `x = 5` */
const isVariable = (tokens: readonly Token[], words: readonly string[]): boolean =>
  words.length === 1 && tokens.at(-1)?.text === "=" && /^\p{L}$/u.test(words[0] ?? "");

interface Closing {
  frame: string;
  side: Side;
  /** Whether it counts the years back. */
  isBeforeEra: boolean;
}

/** What stands behind a number; null if there is another number in it. */
function readClosing(tokens: readonly Token[], phrases: NumberPhrases): Closing | null {
  const { orBelow, orAbove, leads, words: numbers, eras } = phrases;
  // The power of a unit is no number of its own.
  const isPower = (index: number): boolean =>
    tokens[index - 1]?.text === "^" || (tokens[index - 1]?.text === "-" && tokens[index - 2]?.text === "^");
  if (tokens.some(({ type, text }, index) => (type === "numeral" && !isPower(index)) || (numbers.get(text) ?? 0) > 1))
    return null;
  let side: Side = tokens[0]?.text === "+" ? "above" : null;
  const words = tokens.slice(side === null ? 0 : 1).map(({ text }) => text);
  for (let index = 0; index + 1 < words.length && side === null; index++) {
    const phrase = `${words[index]} ${words[index + 1]}`;
    side = orBelow.has(phrase) ? "below" : orAbove.has(phrase) ? "above" : null;
    if (side !== null) words.splice(index, 2);
  }
  const isBeforeEra = words.some((word) => eras.get(word) === -1);
  return {
    frame: frameOf(
      words.filter((word) => !eras.has(word)),
      leads,
    ),
    side,
    isBeforeEra,
  };
}

/** Words without those that say nothing; what tells singular and plural apart, such as `address` and `addresses`, is cut off. */
function frameOf(words: readonly string[], leads: ReadonlySet<string>): string {
  return words
    .filter((word) => !leads.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[es]+$/u, "") : word))
    .join(" ");
}
