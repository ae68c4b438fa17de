// Words as the glyphs that a font of a document shows for them, found once a word.
import type { EmbeddedFont } from "./pdf-document.ts";

/** A word, ready to be shown. */
interface ShownWord {
  /** Hexadecimal glyphs, between which strings are closed and opened for kerning (ISO 32000-1, 9.4.3). */
  glyphs: string;
  /** Whether a glyph of it is shifted, which cannot be said between the glyphs of a string. */
  isShifted: boolean;
}

const known = new WeakMap<EmbeddedFont, Map<string, ShownWord>>();

/** What the operator TJ shows for the text, kerned; null if a glyph of it is shifted. The glyphs join the font's subset. */
export function shownText(font: EmbeddedFont, text: string): string | null {
  const words = known.get(font) ?? new Map<string, ShownWord>();
  known.set(font, words);
  let shown = "";
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start);
    const word = text.slice(start, end);
    const found = words.get(word) ?? encodeWord(font, word);
    words.set(word, found);
    if (found.isShifted) return null;
    shown += found.glyphs;
    start = end;
  }
  return `<${shown}>`.replace(/<>$/u, "");
}

/** Where pdfkit cuts text to shape it: behind every blank. */
function wordEnd(text: string, start: number): number {
  const [space, tab] = [text.indexOf(" ", start), text.indexOf("\t", start)];
  if (space < 0) return tab < 0 ? text.length : tab + 1;
  return (tab < 0 ? space : Math.min(space, tab)) + 1;
}

function encodeWord(font: EmbeddedFont, word: string): ShownWord {
  const [glyphs, positions] = font.encode(word);
  const isShifted = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  const kerned = positions.map(({ advanceWidth, xAdvance }, index) => {
    const kerning = advanceWidth - xAdvance;
    return Math.abs(kerning) > 0.01 ? `${glyphs[index] ?? ""}>${Math.round(kerning * 1000) / 1000}<` : glyphs[index];
  });
  return { glyphs: kerned.join(""), isShifted };
}
