// Text → characters as readers see them: a base with its marks, or a sequence of emoji, which one face must show whole.

const blank = /^[\p{Zs}\t]$/u;
const invisible = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** Whether a code point must have a glyph: neither white space nor a control, format or other ignorable one. */
export function isVisible(character: string): boolean {
  return !blank.test(character) && !invisible.test(character);
}

/** Whether a code point is white space within a line. */
export function isBlank(character: string): boolean {
  return blank.test(character);
}

const joins = /[\p{M}\p{Regional_Indicator}\p{Emoji_Modifier}\u200D\u{E0020}-\u{E007F}]/u;
const cluster =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:[\p{M}\p{Emoji_Modifier}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*|[^]\p{M}*/gu;

/** The clusters of a text in order; joined, they are the text. */
export function clustersOf(text: string): Iterable<string> {
  return joins.test(text) ? (text.match(cluster) ?? []) : text;
}

const emojiSequence =
  /[\uFE0F\u20E3\p{Emoji_Modifier}]|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}[\u200D\u{E0020}-\u{E007F}]/u;

/** Whether a cluster asks for an emoji rather than for a sign of the text's own font. */
export function isEmojiSequence(text: string): boolean {
  return emojiSequence.test(text);
}

/** The forms of a cluster that Unicode holds equal, the authored one first: a font may have only one of them. */
export function formsOf(text: string): string[] {
  return [...new Set([text, text.normalize("NFC"), text.normalize("NFD")])];
}
