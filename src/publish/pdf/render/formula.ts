// Formulas in lines of text: measured as fonts of one glyph, drawn as outlines.
import { mathScale, type Formula, type FormulaShape } from "../../../typeset/formula.ts";
import type { Face } from "../fonts.ts";
import { splitRuns } from "../runs.ts";
import type { DrawnInline, EmbeddedFont, PdfDocument, PdfLine } from "./internals.ts";
import { pathOperators, round } from "./path.ts";

/** Space above and below a formula that is taller than its line, in em. */
const air = 0.1;

/** What pdfmake takes for the font of a formula; each use has its own, so that neighbours are never joined to one run. */
export function formulaFont(formula: Formula): EmbeddedFont {
  const { width, ascent, depth } = formula;
  const refuse = (): never => {
    throw new Error("A formula is drawn as text");
  };
  return {
    id: "",
    ascender: ascent * mathScale + air * 1000,
    font: { hasGlyphForCodePoint: () => true },
    layoutCache: {},
    widthOfString: (text, size) => (text.length * width * mathScale * size) / 1000,
    lineHeight: (size) => (((ascent + depth) * mathScale) / 1000 + 2 * air) * size,
    encode: refuse,
    ref: refuse,
    formula,
  };
}

/** Makes the line as tall as its formulas need: what is above the baseline and what is below may be of different ones. */
export function fitFormulas(line: PdfLine): void {
  if (!line.inlines.some(({ font }) => font.formula)) return;
  const ascent = line.getAscenderHeight();
  const descents = line.inlines.map(({ font, fontSize, height }) =>
    font.formula
      ? ((font.formula.depth * mathScale) / 1000 + air) * fontSize
      : height - (font.ascender * fontSize) / 1000,
  );
  const height = ascent + Math.max(...descents);
  line.getHeight = () => height;
}

/** Words of a formula, to be drawn as text with their left edge and baseline there. */
export interface PlacedWords {
  inline: Pick<DrawnInline, "font" | "fontSize" | "color">;
  text: string;
  x: number;
  baseline: number;
}

/** Draws the outlines of an inline's formula with its left edge and baseline there; returns the words that it has besides. */
export function drawFormula(document: PdfDocument, inline: DrawnInline, x: number, baseline: number): PlacedWords[] {
  const { font, fontSize, color } = inline;
  if (!font.formula) throw new Error("There is no formula to draw");
  const { shapes } = font.formula;
  const scale = (fontSize * mathScale) / 1000;
  document.fillColor(color);
  document.strokeColor(color);
  // Six digits: a thousandth of an em is a hundredth of a point.
  const matrix = [scale, 0, 0, -scale, x, baseline].map((value) => String(Math.round(value * 1e6) / 1e6));
  const outlines = shapes.flatMap((shape) => (shape.type === "outline" ? [outlineOperators(shape)] : []));
  document.addContent(["q", ...matrix, "cm", ...outlines, "Q"].join(" "));
  return shapes.flatMap((shape) =>
    shape.type === "words" ? placeWords(document, shape, { scale, x, baseline, color }) : [],
  );
}

function outlineOperators({ matrix, path, pen, dash, clip }: Extract<FormulaShape, { type: "outline" }>): string {
  return [
    "q",
    ...(clip ? [`${clip.map(round).join(" ")} re W n`] : []),
    `${matrix.map(round).join(" ")} cm`,
    ...(pen === undefined ? [] : [`${round(pen)} w`]),
    ...(dash === undefined ? [] : [`[${dash}] 0 d`]),
    pathOperators(path),
    pen === undefined ? "f" : "S",
    "Q",
  ].join(" ");
}

function placeWords(
  document: PdfDocument,
  { matrix, text, size, bold, italics }: Extract<FormulaShape, { type: "words" }>,
  { scale, x, baseline, color }: { scale: number; x: number; baseline: number; color: string },
): PlacedWords[] {
  const open = (face: Face): EmbeddedFont => document.provideFont(face.family, face.bold, face.italics);
  const covers = (face: Face, codePoint: number): boolean => open(face).font.hasGlyphForCodePoint(codePoint);
  const fontSize = size * Math.abs(matrix[0]) * scale;
  let left = x + matrix[4] * scale;
  return splitRuns(text, { family: "body", bold, italics }, { covers }).map((run) => {
    const font = open(run.face);
    const placed = {
      inline: { font, fontSize, color },
      text: run.text,
      x: left,
      baseline: baseline - matrix[5] * scale,
    };
    left += font.widthOfString(run.text, fontSize);
    return placed;
  });
}
