// Faults of math: TeX that cannot be typeset, and no typesetter to set it.
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import { plural, quote } from "../../../quote.ts";
import { positionAt, spanAt, type SourceText } from "../../../source-text.ts";
import type { MathFault } from "../../../typeset/formula.ts";
import type { Publication } from "../../publisher.ts";
import { clustersOf, isVisible } from "../clusters.ts";
import type { FontBook } from "../fonts.ts";
import { isMathFault, typesetterOf } from "../math.ts";
import { showCluster } from "../runs.ts";
import { nodesOf } from "./nodes.ts";
import type { PrintedContent } from "./printed.ts";

/** All such faults of some contents: every formula at fault, but a missing typesetter once a file, at its first formula. */
export function checkMath(
  contents: readonly PrintedContent[],
  { assets, sourceOf }: Pick<Publication, "assets" | "sourceOf">,
  fonts: FontBook,
): Diagnostic[] {
  const typeset = typesetterOf(assets, fonts);
  const found = mathOf(contents);
  if (!typeset) return missingTypesetter(found);
  return found.flatMap(({ path, position, tex, display }) => {
    const characters = [...clustersOf(tex)];
    // A character that no font has is reported as such, wherever it stands.
    if (!characters.every((character) => isShown(character, "code", fonts))) return [];
    // Some math parts a letter from its marks.
    const strange = [...characters, ...tex].find((character) => !isShown(character, "body", fonts));
    const formula =
      strange === undefined
        ? typeset(tex, { display, bold: false })
        : { culprit: strange, expected: "a character that can stand in math" };
    return isMathFault(formula) ? [malformed(formula, tex, path, placeOf(formula, position, sourceOf(path)))] : [];
  });
}

interface FoundMath {
  path: string;
  position: Position;
  tex: string;
  display: boolean;
}

function mathOf(contents: readonly PrintedContent[]): FoundMath[] {
  return contents.flatMap(({ path, content }) =>
    nodesOf(content).flatMap(({ node, onlyChildOf }) => {
      if ((node.type !== "math" && node.type !== "inlineMath") || !node.position) return [];
      const display = node.type === "math" || onlyChildOf === "paragraph";
      return [{ path, position: node.position, tex: node.value, display }];
    }),
  );
}

const isShown = (character: string, family: "body" | "code", fonts: FontBook): boolean =>
  !isVisible(character) || showCluster(character, { family, bold: false, italics: false }, fonts) !== undefined;

function placeOf({ culprit }: MathFault, position: Position, source: SourceText): Position {
  const { start, end } = spanAt(source, position);
  const at = culprit === null ? -1 : source.text.indexOf(culprit, start);
  return culprit === null || at < 0 || at >= end
    ? position
    : positionAt(source, { start: at, end: at + culprit.length });
}

function malformed({ culprit, expected }: MathFault, tex: string, path: string, position: Position): Diagnostic {
  return fault("math-malformed", {
    message: `Unexpected ${culprit === null ? `math ${quote(tex)}` : `${quote(culprit)} in math`}, expected ${expected}`,
    path,
    position,
  });
}

function missingTypesetter(found: readonly FoundMath[]): Diagnostic[] {
  return found
    .filter(({ path }, index) => found.findIndex((other) => other.path === path) === index)
    .map(({ path, position }) => {
      const others = found.filter((other) => other.path === path).length - 1;
      return fault("math-typesetter-missing", {
        message: `Unexpected math${others > 0 ? `, here and in ${plural(others, "other place")}` : ""}, expected the package \`mathjax-full\` to typeset it: the PDF shows its TeX source`,
        path,
        position,
        note: "Install it beside certpress with `npm install mathjax-full@3`",
      });
    });
}
