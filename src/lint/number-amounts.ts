// One amount in a choice: sign, currency, digits or words, multiplier and unit.
import type { Token } from "./number-tokens.ts";
import type { NumberPhrases, Unit } from "./phrases/number-phrases.ts";

/** A number with its unit, already counted in. */
export interface Amount {
  value: number;
  unit: Unit | null;
  currency: string;
  hasMultiplier: boolean;
  /** Index of the first token behind it. */
  end: number;
}

/** A signed number with its currency, multiplier and unit at an index. */
export function readAmount(tokens: readonly Token[], index: number, phrases: NumberPhrases): Amount | null {
  let at = index;
  let [sign, currency] = [1, ""];
  const open = (): void => {
    if (/^[+-]$/u.test(tokens[at]?.text ?? "")) sign = tokens[at++]?.text === "-" ? -1 : 1;
    if (tokens[at]?.text === "us" && tokens[at + 1]?.isGlued === true) at++;
    if (/^\p{Sc}$/u.test(tokens[at]?.text ?? "")) currency = tokens[at++]?.text ?? "";
  };
  open();
  if (currency !== "") open();
  const number = readNumeral(tokens, at, phrases) ?? readWords(tokens, at, phrases);
  if (number === null) return null;
  at = number.end;
  let { value } = number;
  let hasMultiplier = false;
  for (let name = tokens[at]?.text ?? ""; phrases.multipliers.has(name); name = tokens[at]?.text ?? "") {
    value *= phrases.multipliers.get(name) ?? 1;
    hasMultiplier = true;
    at++;
  }
  // `30-day` is 30 days.
  const hyphen =
    tokens[at]?.text === "-" && tokens[at + 1]?.type === "word" && tokens[at + 1]?.isGlued === true ? 1 : 0;
  const unit = phrases.units.get(tokens[at + hyphen]?.text ?? "") ?? null;
  if (unit !== null) at += hyphen + 1;
  return {
    value: sign * value * (unit?.factor ?? 1),
    unit,
    currency,
    hasMultiplier,
    end: at,
  };
}

interface Numeral {
  value: number;
  end: number;
}

const numberAt = (token: Token | undefined): number | null =>
  token?.type === "numeral" ? Number(token.text.replaceAll(/[^\d.]/gu, "")) : null;

/** A number in digits, with its fraction, power or minutes. */
function readNumeral(
  tokens: readonly Token[],
  index: number,
  { halfDays, ordinalEndings }: NumberPhrases,
): Numeral | null {
  const value = numberAt(tokens[index]);
  if (value === null) return null;
  const next = tokens[index + 1];
  const behind = numberAt(tokens[index + 2]);
  if (next?.text === "/" && behind !== null) return { value: value / behind, end: index + 3 };
  if (next?.type === "numeral" && tokens[index + 2]?.text === "/") {
    const [above, below] = [numberAt(next), numberAt(tokens[index + 3])];
    return above === null || below === null ? null : { value: value + above / below, end: index + 4 };
  }
  if (next?.text === ":" && next.isGlued && behind !== null) {
    if (!/^\d\d$/u.test(tokens[index + 2]?.text ?? "")) return null;
    const half = tokens[index + 3]?.text ?? "";
    const isHalf = half !== "" && halfDays.includes(half);
    const hour = isHalf ? (value % 12) + (half === halfDays[1] ? 12 : 0) : value;
    return { value: hour * 60 + behind, end: index + (isHalf ? 4 : 3) };
  }
  const power = readPower(tokens, index);
  if (power !== null) return power;
  if (next?.isGlued === true && (ordinalEndings.has(next.text) || next.text === "s")) return { value, end: index + 2 };
  if (next?.isGlued === true && /^['’]$/u.test(next.text)) return null;
  return { value, end: index + 1 };
}

/** `10^5`, or `3 × 10^8`. */
function readPower(tokens: readonly Token[], index: number): Numeral | null {
  const isTimes = /^[x×·*]$/u.test(tokens[index + 1]?.text ?? "");
  const at = isTimes ? index + 2 : index;
  const base = numberAt(tokens[at]);
  if (base === null || tokens[at + 1]?.text !== "^") return null;
  const isNegative = tokens[at + 2]?.text === "-";
  const exponent = numberAt(tokens[at + (isNegative ? 3 : 2)]);
  if (exponent === null) return null;
  const factor = isTimes ? (numberAt(tokens[index]) ?? 1) : 1;
  return {
    value: factor * base ** (isNegative ? -exponent : exponent),
    end: at + (isNegative ? 4 : 3),
  };
}

/** A number in words: `twenty-five`, `one hundred and five`, `third`, `a million`. */
function readWords(
  tokens: readonly Token[],
  index: number,
  { words, ordinals, multipliers }: NumberPhrases,
): Numeral | null {
  const valueOf = (word: string): number | null => {
    const parts = word.split("-").map((part) => words.get(part));
    return parts.every((part) => part !== undefined) ? parts.reduce((sum, part) => sum + part, 0) : null;
  };
  const text = tokens[index]?.text ?? "";
  const ordinal = ordinals.get(text);
  if (ordinal !== undefined) return { value: ordinal, end: index + 1 };
  if ((text === "a" || text === "an") && multipliers.has(tokens[index + 1]?.text ?? ""))
    return { value: 1, end: index + 1 };
  let [total, current, at] = [0, 0, index];
  for (;;) {
    const word = tokens[at]?.text ?? "";
    const value = valueOf(word);
    const multiplier = at > index ? multipliers.get(word) : undefined;
    if (value !== null && word !== "") current += value;
    else if (multiplier === 100) current *= 100;
    else if (multiplier !== undefined) [total, current] = [total + current * multiplier, 0];
    else if (at === index || word !== "and" || valueOf(tokens[at + 1]?.text ?? "") === null || current < 100) break;
    at++;
  }
  return at === index ? null : { value: total + current, end: at };
}
