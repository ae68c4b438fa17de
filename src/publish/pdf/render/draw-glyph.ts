// Draws formulas as outlines and images as pictures where they stand in a line of text.
import type { Formula, FormulaShape } from "../../../typeset/formula.ts";
import { splitRuns } from "../runs.ts";
import { colorOf } from "./color.ts";
import type { DrawnInline } from "./internals.ts";
import type { PdfDocument } from "./pdf-document.ts";
import { pathOperators, round } from "./path.ts";
import { renderSvg } from "./svg.ts";

/** Words of a formula, to be drawn as text with their left edge and baseline there. */
export interface PlacedWords {
  inline: Pick<DrawnInline, "font" | "fontSize" | "color">;
  text: string;
  x: number;
  baseline: number;
}

/** Draws the glyph of an inline with its left edge and baseline there; returns the words that it has besides. */
export function drawGlyph(document: PdfDocument, inline: DrawnInline, x: number, baseline: number): PlacedWords[] {
  const { glyph } = inline.font;
  if (!glyph) throw new Error("There is no glyph to draw");
  if ("shapes" in glyph) return drawFormula(document, glyph, inline, { x, baseline });
  const unit = inline.fontSize / 1000;
  const place = {
    x,
    y: baseline - glyph.ascent * unit,
    _width: glyph.width * unit,
    _height: (glyph.ascent + glyph.depth) * unit,
  };
  if ("svg" in glyph) renderSvg(document, { ...place, svg: glyph.svg });
  else
    document.image(document.provideImage(glyph.image), place.x, place.y, {
      width: place._width,
      height: place._height,
    });
  return [];
}

function drawFormula(
  document: PdfDocument,
  { shapes }: Formula,
  { fontSize, color }: DrawnInline,
  { x, baseline }: { x: number; baseline: number },
): PlacedWords[] {
  const scale = fontSize / 1000;
  // Six digits: a thousandth of an em is a hundredth of a point.
  const matrix = [scale, 0, 0, -scale, x, baseline].map((value) => String(Math.round(value * 1e6) / 1e6));
  const outlines = shapes.flatMap((shape) => (shape.type === "outline" ? [outlineOperators(shape)] : []));
  const paint = colorOf(color);
  document.addContent(["q", paint, "rg", paint, "RG", ...matrix, "cm", ...outlines, "Q"].join(" "));
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
  const fontSize = size * Math.abs(matrix[0]) * scale;
  let left = x + matrix[4] * scale;
  return splitRuns(text, { family: "body", bold, italics }, document.book()).map((run) => {
    const font = document.provideFont(run.face.family, run.face.bold, run.face.italics);
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
