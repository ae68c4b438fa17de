// Math as formulas in lines of text, where a typesetter is installed.
import { mathScale, type Formula, type MathFault, type MathStyle, type TypesetMath } from "../../typeset/formula.ts";
import type { Assets } from "../publisher.ts";
import type { FontBook } from "./fonts.ts";
import { standIn, type Inline, type TextStyle } from "./node.ts";
import { splitRuns } from "./runs.ts";
import type { Setting } from "./setting.ts";

const typesetters = new WeakMap<FontBook, TypesetMath>();

/** The typesetter of these assets, with words in the fonts of the book; null if none is installed. */
export function typesetterOf({ openTypesetter }: Pick<Assets, "openTypesetter">, fonts: FontBook): TypesetMath | null {
  if (!openTypesetter) return null;
  // Opened when a formula is met, because it takes longer than many a guide without math.
  return (tex, style) => {
    const typeset =
      typesetters.get(fonts) ??
      openTypesetter((text, style) =>
        splitRuns(text, { family: "body", ...style }, fonts).reduce(
          (sum, run) => sum + fonts.widthOf(run.text, run.face, 1),
          0,
        ),
      );
    typesetters.set(fonts, typeset);
    return typeset(tex, style);
  };
}

/** Whether the TeX could not be typeset. */
export function isMathFault(typeset: Formula | MathFault): typeset is MathFault {
  return "expected" in typeset;
}

/** The formula of some TeX, null without a typesetter; throws for TeX that `check` should have reported. */
function formulaOf(tex: string, style: MathStyle, { math, path }: Setting): Formula | null {
  const formula = math?.(tex, style) ?? null;
  if (formula === null || !isMathFault(formula)) return formula;
  throw new Error(`The math of ${path} cannot be typeset: ${tex}`);
}

/**
 * Math as a run of this size in points, smaller if it would be wider or taller than the place that it has; null without a
 * typesetter. Throws for TeX that `check` should have reported.
 */
export function formulaRun(
  tex: string,
  text: TextStyle & { fontSize: number },
  display: boolean,
  setting: Setting,
): Inline | null {
  const formula = formulaOf(tex, { display, bold: text.bold ?? text.font === "heading" }, setting);
  if (formula === null) return null;
  const fontSize = Math.min(
    text.fontSize * mathScale,
    (1000 * setting.width) / formula.width,
    (1000 * setting.height) / (formula.ascent + formula.depth),
  );
  return { ...text, text: standIn, font: formula, fontSize };
}

/** Width of a run in one line, in points. */
export function widthOfRun(run: Inline, text: string, { fonts, size }: Pick<Setting, "fonts" | "size">): number {
  const { font = "body", fontSize = size, bold = false, italics = false } = run;
  if (typeof font === "object") return (font.width * fontSize) / 1000;
  return fonts.widthOf(text, { family: font, bold, italics }, fontSize);
}
