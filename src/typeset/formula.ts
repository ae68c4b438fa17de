// What math is once it is typeset: outlines and words at their places, without font, colour or size.

/** Places and lengths are in thousandths of an em: x from the formula's left edge, y upwards from its baseline. */
export interface Formula {
  /** The source, which is what the formula says to those who do not see it. */
  tex: string;
  width: number;
  /** Above the baseline; never negative. */
  ascent: number;
  /** Below the baseline; never negative. */
  depth: number;
  shapes: FormulaShape[];
}

/** a, b, c, d, e, f of a coordinate transformation (ISO 32000-1, 8.3.3). */
export type Matrix = [number, number, number, number, number, number];

/** A part of a formula in its own coordinates, which the matrix takes to the formula's; all in one colour. */
export type FormulaShape = { matrix: Matrix } & (
  | {
      type: "outline";
      /** SVG path data (SVG 2, section 9.3). */
      path: string;
      /** Width of the pen that draws it; filled if absent. */
      pen?: number;
      /** Lengths of the pen's strokes and gaps. */
      dash?: number;
      /** Rectangle that it is cut to, in the formula's coordinates: left, bottom, width, height. */
      clip?: [number, number, number, number];
    }
  | {
      type: "words";
      text: string;
      bold: boolean;
      italics: boolean;
      /** Size of the letters. */
      size: number;
    }
);

/** Why some TeX has no formula. */
export interface MathFault {
  /** The part of the source at fault, as it is written there; null for the whole. */
  culprit: string | null;
  /** What was expected: the end of a message. */
  expected: string;
}

/** How wide some words of running text are, in em of their own size. */
export type MeasureWords = (text: string, style: { bold: boolean; italics: boolean }) => number;

/** How math is set. */
export interface MathStyle {
  /** As a paragraph of its own, with room for limits and fractions. */
  display: boolean;
  bold: boolean;
}

/** TeX → formula or fault, in bounded time whatever the source is; the same for the same source. */
export type TypesetMath = (tex: string, style: MathStyle) => Formula | MathFault;

/** A typesetter that sets words, as `\\text` has them, in running text as wide as `measure` says. */
export type OpenTypesetter = (measure: MeasureWords) => TypesetMath;

/** Size of a formula's em in em of the running text: between the sizes at which x-heights and capitals are equally tall. */
export const mathScale = 1.04;
