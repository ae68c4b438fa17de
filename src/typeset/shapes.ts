// The picture that MathJax makes of a formula → its shapes: what it draws is a handful of SVG's elements.
import type { FormulaShape, Matrix } from "./formula.ts";
import type { PictureNode } from "./mathjax.ts";

/** Thickness and dashes of the lines of an array, which MathJax leaves to a style sheet. */
const arrayRule = 70;
const dashes: Record<string, number> = { "mjx-dashed": 140, "mjx-dotted": 70 };

/** What an element draws into. */
interface Place {
  matrix: Matrix;
  clip?: [number, number, number, number];
}

/** The shapes of an element and of all within it, in painting order; throws a `RangeError` for one of no known meaning. */
export function shapesOf(node: PictureNode, place: Place): FormulaShape[] {
  const { attributes } = node;
  const number = (name: string): number => Number.parseFloat(String(attributes[name] ?? 0));
  const here: Place = { ...place, matrix: multiply(place.matrix, transformOf(String(attributes["transform"] ?? ""))) };
  const outline = (path: string, pen?: { pen: number; dash?: number }): FormulaShape => ({
    type: "outline",
    ...here,
    path,
    ...pen,
  });
  switch (node.kind) {
    case "g":
      return node.children.flatMap((child) => shapesOf(child, here));
    case "svg":
      return inWindow(node, here);
    case "path": {
      const path = String(attributes["d"] ?? "");
      return path === "" ? [] : [outline(path)];
    }
    case "rect": {
      const [x, y, width, height] = [number("x"), number("y"), number("width"), number("height")];
      if (!["undefined", "none", "black"].includes(String(attributes["fill"]))) throw unknown("colour");
      const path = `M${x} ${y}H${x + width}V${y + height}H${x}Z`;
      return [attributes["fill"] === "none" ? outline(path, { pen: number("stroke-width") }) : outline(path)];
    }
    case "line": {
      const dash = dashes[String(attributes["class"])];
      const pen = attributes["data-line"] === undefined ? number("stroke-width") : arrayRule;
      const path = `M${number("x1")} ${number("y1")}L${number("x2")} ${number("y2")}`;
      return [outline(path, { pen, ...(dash === undefined ? {} : { dash }) })];
    }
    case "text":
      return [
        {
          type: "words",
          matrix: here.matrix,
          text: node.children.map(({ value = "" }) => value).join(""),
          ...styleOf(node),
          size: number("font-size"),
        },
      ];
    default:
      throw unknown(node.kind);
  }
}

const unknown = (what: string): RangeError => new RangeError(`MathJax draws a ${what}`);

/** Weight and slope of a text. */
export function styleOf({ attributes }: PictureNode): { bold: boolean; italics: boolean } {
  const css = String(attributes["style"] ?? "");
  return {
    bold: attributes["font-weight"] === "bold" || /font-weight:\s*bold/u.test(css),
    italics: attributes["font-style"] === "italic" || /font-style:\s*italic/u.test(css),
  };
}

/** What stands in an svg element, moved to its place and cut to its window (SVG 2, section 8.2). */
function inWindow(node: PictureNode, { matrix }: Place): FormulaShape[] {
  const { attributes } = node;
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(attributes[name]));
  const [left, top, boxWidth, boxHeight] = String(attributes["viewBox"]).split(" ").map(Number);
  const numbers = [x, y, width, height, left, top, boxWidth, boxHeight];
  // MathJax has such windows for the middle pieces of tall or wide signs alone, unscaled.
  if (!isComplete(numbers) || numbers[2] !== numbers[6] || numbers[3] !== numbers[7]) throw unknown("window");
  const inner = multiply(matrix, [1, 0, 0, 1, numbers[0] - numbers[4], numbers[1] - numbers[5]]);
  const [a, b, c, d, e, f] = matrix;
  if (b !== 0 || c !== 0) throw unknown("turned window");
  const [px, py, w, h] = numbers;
  const clip: Place["clip"] = [a * px + e, Math.min(d * py, d * (py + h)) + f, Math.abs(a * w), Math.abs(d * h)];
  return node.children.flatMap((child) => shapesOf(child, { matrix: inner, clip }));
}

type Eight = [number, number, number, number, number, number, number, number];

const isComplete = (numbers: readonly (number | undefined)[]): numbers is Eight =>
  numbers.length === 8 && numbers.every((value) => value !== undefined && Number.isFinite(value));

/** The transformation that first does `b`, then `a`. */
function multiply(a: Matrix, b: Matrix): Matrix {
  const product: Matrix = [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
  return product;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const step = /(\w+)\(([^)]*)\)/gu;

/** The matrix of a `transform` attribute (SVG 2, section 8.5). */
function transformOf(text: string): Matrix {
  return [...text.matchAll(step)].reduce<Matrix>((matrix, [, name = "", list = ""]) => {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = list.split(/[\s,]+/u).map(Number);
    return multiply(matrix, stepMatrix(name, [a, b, c, d, e, f]));
  }, identity);
}

function stepMatrix(name: string, [a, b, c, d, e, f]: [number, number | undefined, ...number[]]): Matrix {
  switch (name) {
    case "translate":
      return [1, 0, 0, 1, a, b ?? 0];
    case "scale":
      return [a, 0, 0, b ?? a, 0, 0];
    case "matrix":
      return [a, b ?? 0, c ?? 0, d ?? 0, e ?? 0, f ?? 0];
    case "rotate": {
      const [sin, cos] = [Math.sin((a * Math.PI) / 180), Math.cos((a * Math.PI) / 180)];
      const [x, y] = [b ?? 0, c ?? 0];
      return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    }
    default:
      throw unknown(name);
  }
}
