// Bounds on TeX before it is typeset: the time of some commands doubles with each level, and recursion has an end.
import type { MathFault } from "./formula.ts";

/** Most characters of a formula. */
const mostCharacters = 2000;
/** Most groups, fences and environments inside one another. */
const mostLevels = 10;

/** Commands that name a place, an address or a style outside of their formula, or number it. */
const refused = /\\(?:label|ref|eqref|tag|notag|nonumber|mmlToken|require|href|class|style|cssId)(?![A-Za-z])/u;

const token = /\\(?:begin|end|left|right)(?![A-Za-z])|\\[^]|[{}]/gu;
const opening: ReadonlySet<string> = new Set(["{", "\\begin", "\\left"]);
const closing: ReadonlySet<string> = new Set(["}", "\\end", "\\right"]);

/** What of the bounds the source breaks; null if it keeps them. */
export function checkBounds(tex: string): MathFault | null {
  if (tex.length > mostCharacters)
    return { culprit: null, expected: `at most ${mostCharacters} characters: write it as several formulas` };
  const [command] = refused.exec(tex) ?? [];
  if (command !== undefined) return { culprit: command, expected: "math that stands for itself" };
  let level = 0;
  for (const [found] of tex.matchAll(token)) {
    if (opening.has(found)) level++;
    if (closing.has(found)) level--;
    if (level > mostLevels)
      return { culprit: null, expected: `at most ${mostLevels} levels of braces, fences and environments` };
  }
  return null;
}
