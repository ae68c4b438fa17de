// TeX → vector pictures. The only folder that knows MathJax, an optional dependency; it knows no stage.
import { checkBounds } from "./bounds.ts";
import {
  mathScale,
  type Formula,
  type MathFault,
  type MathStyle,
  type MeasureWords,
  type OpenTypesetter,
  type TypesetMath,
} from "./formula.ts";
import { isInstalled, loadMathJax, type MathJax, type PictureNode } from "./mathjax.ts";
import { shapesOf, styleOf } from "./shapes.ts";

/** Longest side of a formula, in thousandths of an em: what is larger would be illegible on any page. */
const largest = 200_000;

/** The way to open a typesetter, or null if MathJax is not installed; it is loaded when one is opened. */
export function findTypesetter(): OpenTypesetter | null {
  return isInstalled() ? openTypesetter : null;
}

function openTypesetter(measure: MeasureWords): TypesetMath {
  const mathjax = loadMathJax();
  const { adaptor } = mathjax;
  adaptor.nodeSize = (node) => {
    const size = Number.parseFloat(String(node.attributes["font-size"])) / 1000;
    return [measure(adaptor.textContent(node), styleOf(node)) * size, 0];
  };
  const known = new Map<string, Formula | MathFault>();
  return (tex, style) => {
    const key = `${style.display ? "display" : "inline"} ${style.bold ? "bold" : "regular"} ${tex}`;
    const formula = known.get(key) ?? checkBounds(tex) ?? typesetStyled(mathjax, tex, style);
    known.set(key, formula);
    return formula;
  };
}

/** Math in its style; bold math is regular where the source cannot stand in a group. */
function typesetStyled(mathjax: MathJax, tex: string, { display, bold }: MathStyle): Formula | MathFault {
  const regular = typeset(mathjax, tex, display);
  if (!bold || "expected" in regular) return regular;
  const formula = typeset(mathjax, `\\boldsymbol{${tex}}`, display);
  return "expected" in formula ? regular : { ...formula, tex };
}

/** Points of the em that MathJax is told; it writes everything in thousandths of it. */
const em = 16;
/** Height of an x in MathJax's font, in em. */
const xHeight = 0.442;

function typeset({ document, input, isTexError }: MathJax, tex: string, display: boolean): Formula | MathFault {
  // Numbers of equations and labels would go on from formula to formula.
  input.reset();
  try {
    // A taller `ex` makes words smaller beside the math, so that they have the size of the running text.
    return formulaOf(tex, document.convert(tex, { display, em, ex: em * xHeight * mathScale }));
  } catch (error) {
    if (isTexError(error)) return faultOf(error.id, error.message, tex);
    // Deep recursion, or a sign that we cannot draw.
    if (error instanceof RangeError) return { culprit: null, expected: "plainer math" };
    throw error;
  }
}

function formulaOf(tex: string, container: PictureNode): Formula | MathFault {
  const [svg] = container.children;
  const [, top = NaN, width = NaN, height = NaN] = String(svg?.attributes["viewBox"]).split(" ").map(Number);
  if (!svg || !(Math.max(width, height) <= largest))
    return { culprit: null, expected: "a formula that fits on a page" };
  // The outermost group turns the picture upside down, which is the right way up for us.
  const shapes = svg.children.flatMap(({ children }) =>
    children.flatMap((child) => shapesOf(child, { matrix: [1, 0, 0, 1, 0, 0] })),
  );
  return { tex, width, ascent: Math.max(0, -top), depth: Math.max(0, height + top), shapes };
}

const commandName = /\\(?:[A-Za-z]+|[^])/u;

/** MathJax's own words behind what is at fault. */
function faultOf(id: string, message: string, tex: string): MathFault {
  const [command] = commandName.exec(message) ?? [];
  const culprit = command !== undefined && tex.includes(command) ? command : null;
  if (id === "UndefinedControlSequence") return { culprit, expected: "a command of LaTeX math, as MathJax knows it" };
  return { culprit, expected: `TeX that can be read: ${message.replaceAll(/\s+/gu, " ").replaceAll("`", "'")}` };
}
