// Values of mdast nodes against their source: where each character of a value stands, behind escapes, entities and line starts.
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { lineSpan, type SourceText, type Span } from "../source-text.ts";

/** The places of a value's UTF-16 units, in order; fewer than the value has if its end is not in the source. */
export type Alignment = readonly Span[];

/** Whether the source of a value is `marked`, with escapes and entities, or `verbatim`, as that of code and bare addresses. */
export type Notation = "marked" | "verbatim";

/**
 * Finds a value in a span of its source, which may hold more: blanks and quote marks around line ends, the box of a list
 * entry, marks of emphasis in a caption. Linear, whatever stands there.
 */
export function align(value: string, { text }: SourceText, span: Span, notation: Notation): Alignment {
  const places: Span[] = [];
  let at = span.start;
  while (places.length < value.length) {
    const unit = at < span.end ? unitAt(text, at, value, places.length, notation) : null;
    if (unit !== null) {
      const place = { start: at, end: at + unit.width };
      for (let i = 0; i < unit.length; i++) places.push(place);
      at = place.end;
    } else if (value[places.length] === "\n") {
      while (at < span.end && !isLineEnd(text[at])) at++;
      const next = at + (text.startsWith("\r\n", at) ? 2 : 1);
      places.push({ start: at, end: next });
      at = skipPrefix(text, next, span.end);
      // What a line of the value opens with, if it is not an escape, is the end of what looks like the line's prefix.
      const index = places.length;
      if (notation === "verbatim" || unitAt(text, at, value, index, notation) === null)
        placeBefore(places, skipPrefix(value, index, value.length) - index, { start: next, end: at });
    } else if (at < span.end) at++;
    else break;
  }
  return places;
}

/**
 * Finds the value of a fence or a block of math: each of its lines ends a line of the source, beginning with the line
 * `first`, which counts from 0. Of a tab that a list entry takes a part of, the value has the rest as spaces.
 */
export function alignLines(value: string, source: SourceText, first: number): Alignment {
  const places: Span[] = [];
  let before: number | null = null;
  for (const [index, line] of value.split("\n").entries()) {
    const span = lineSpan(source, first + index);
    if (before !== null) places.push({ start: before, end: span.start });
    placeBefore(places, line.length, span);
    before = span.end;
  }
  return places;
}

/** Adds places of so many units, the last of which ends the span; a span that is too short begins with several of them. */
function placeBefore(places: Span[], units: number, span: Span): void {
  for (let left = units; left > 0; left--) {
    const start = Math.max(span.start, span.end - left);
    places.push({ start, end: Math.min(start + 1, span.end) });
  }
}

const isLineEnd = (character: string | undefined): boolean => character === "\n" || character === "\r";

/** The end of the blanks and quote marks that open a line. */
function skipPrefix(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && " \t>".includes(text.charAt(at))) at++;
  return at;
}

/** How many units of value and source make the character that stands at both indices; null if they differ. */
function unitAt(
  text: string,
  at: number,
  value: string,
  index: number,
  notation: Notation,
): { length: number; width: number } | null {
  const character = text[at];
  if (character === "\\") {
    const escaped = text[at + 1] ?? "";
    // In the cell of a table, a pipe is escaped even in code (GFM 4.10).
    const isEscape =
      notation === "marked" ? /[!-/:-@[-`{-~]/.test(escaped) : escaped === "|" && value[index] === escaped;
    if (isEscape) return value[index] === escaped ? { length: 1, width: 2 } : null;
  }
  if (character === "&" && notation === "marked") {
    const [reference = "", ...parts] = referencePattern.exec(text.slice(at, at + 33)) ?? [];
    const decoded = decode(parts);
    if (decoded !== null)
      return value.startsWith(decoded, index) ? { length: decoded.length, width: reference.length } : null;
  }
  return character === value[index] && !isLineEnd(character) ? { length: 1, width: 1 } : null;
}

const referencePattern = /^&(?:#(\d{1,7})|#[Xx]([\dA-Fa-f]{1,6})|([\dA-Za-z]{1,31}));/;

/** What a character reference stands for (CommonMark 2.5), a carriage return as a line feed; null if it is none. */
function decode([decimal, hexadecimal, name]: readonly (string | undefined)[]): string | null {
  if (name !== undefined) return decodeNamedCharacterReference(name) || null;
  if (decimal === undefined && hexadecimal === undefined) return null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  if (code === 13) return "\n";
  return code > 0x10ffff || unsafe.test(String.fromCodePoint(code)) ? "\uFFFD" : String.fromCodePoint(code);
}

/** Controls but for white space, halves of surrogate pairs and noncharacters: micromark decodes none of them. */
const unsafe = /[\0-\u0008\v\u000E-\u001F\u007F-\u009F\p{Cs}\p{Noncharacter_Code_Point}]/u;
