// Formulas and images in lines of text, as pdfmake measures them: as fonts of one glyph.
import type { Glyph } from "../node.ts";
import type { PdfLine } from "./internals.ts";
import type { EmbeddedFont } from "./pdf-document.ts";

/** Space above and below a glyph that is taller than its line, in em. */
const air = 0.1;

/** What pdfmake takes for the font of a glyph; each use has its own, so that neighbours are never joined to one run. */
export function glyphFont(glyph: Glyph): EmbeddedFont {
  const { width, ascent, depth } = glyph;
  const refuse = (): never => {
    throw new Error("A formula or image is drawn as text");
  };
  return {
    id: "",
    ascender: ascent + air * 1000,
    font: { familyName: "", hasGlyphForCodePoint: () => true },
    layoutCache: {},
    widthOfString: (text, size) => (text.length * width * size) / 1000,
    lineHeight: (size) => ((ascent + depth) / 1000 + 2 * air) * size,
    encode: refuse,
    ref: refuse,
    glyph,
  };
}

/** Makes the line as tall as its glyphs need: what is above the baseline and what is below may be of different ones. */
export function fitGlyphs(line: PdfLine): void {
  if (!line.inlines.some(({ font }) => font.glyph)) return;
  const ascent = line.getAscenderHeight();
  const descents = line.inlines.map(({ font, fontSize, height }) =>
    font.glyph ? (font.glyph.depth / 1000 + air) * fontSize : height - (font.ascender * fontSize) / 1000,
  );
  const height = ascent + Math.max(...descents);
  line.getHeight = () => height;
}
