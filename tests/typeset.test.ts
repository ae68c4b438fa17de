// Math as vector pictures: what TeX becomes, and what a stranger's TeX cannot do.
import { describe, expect, it } from "vitest";
import { pathOperators } from "../src/publish/pdf/render/path.ts";
import type { Formula, FormulaShape, MathFault } from "../src/typeset/formula.ts";
import { findTypesetter } from "../src/typeset/index.ts";

const open = findTypesetter();
if (!open) throw new Error("The optional package mathjax-full is installed for the tests");
const typeset = open((text) => text.length / 2);

const set = (tex: string, { display = false, bold = false } = {}): Formula => {
  const formula = typeset(tex, { display, bold });
  if ("expected" in formula) throw new Error(formula.expected);
  return formula;
};
const faultOf = (tex: string): MathFault => {
  const fault = typeset(tex, { display: true, bold: false });
  if (!("expected" in fault)) throw new Error(`${tex} was typeset`);
  return fault;
};
const outlines = ({ shapes }: Formula): Extract<FormulaShape, { type: "outline" }>[] =>
  shapes.filter((shape) => shape.type === "outline");
const repeat = (before: string, count: number, after: string): string =>
  `${before.repeat(count)}x${after.repeat(count)}`;

describe("a formula", () => {
  it("is outlines on a baseline, with its source", () => {
    const { tex, width, ascent, depth, shapes } = set("y^2");
    expect(tex).toBe("y^2");
    // The widths of the two glyphs in the fonts of TeX: 490 of 1000, and 500 at the size of an exponent.
    expect(width).toBeGreaterThan(850);
    expect(width).toBeLessThan(1000);
    expect(ascent).toBeGreaterThan(800);
    expect(depth).toBeGreaterThan(150);
    expect(shapes).toHaveLength(2);
  });

  it("has room for limits where it is a paragraph of its own", () => {
    const sum = String.raw`\sum_{i=1}^n x_i`;
    expect(set(sum, { display: true }).ascent).toBeGreaterThan(1.3 * set(sum).ascent);
  });

  it("has words in the fonts of the text, as wide as these are", () => {
    const [words] = set(String.raw`\text{größe Ж}`).shapes;
    expect(words).toMatchObject({ type: "words", text: "größe Ж", bold: false, italics: false });
    expect(set(String.raw`\text{abcd}`).width).toBeCloseTo(2 * set(String.raw`\text{ab}`).width, 0);
  });

  it("is bold with glyphs of its own, and regular where the source is no group", () => {
    expect(outlines(set("x", { bold: true }))).not.toEqual(outlines(set("x")));
    expect(set("x", { bold: true }).tex).toBe("x");
    expect(set(String.raw`a \\ b`, { bold: true }).shapes.length).toBeGreaterThan(1);
  });

  it.each([
    ["matrices", String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`],
    ["cases", String.raw`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} \end{cases}`],
    ["aligned lines", String.raw`\begin{aligned} a &= b \\ &= c \end{aligned}`],
    ["ruled arrays", String.raw`\begin{array}{|c:c|} a & b \\ \hline c & d \end{array}`],
    ["tall fences", String.raw`\left( \begin{matrix} a \\ b \\ c \\ d \\ e \\ f \end{matrix} \right\}`],
    [
      "long arrows and braces",
      String.raw`\xrightarrow{abcdef} \underbrace{a + b + c + d}_n \widehat{xyz} \overline{x}`,
    ],
    ["roots, boxes and strokes", String.raw`\sqrt[3]{x} \boxed{y} \cancel{z} \cancelto{0}{a} \rule{1em}{1em}`],
    [
      "alphabets",
      String.raw`\mathbb{R} \mathcal{L} \mathfrak{g} \mathbf{x} \mathrm{d} \boldsymbol{\alpha} \upalpha \degree`,
    ],
  ])("may hold %s", (_name, tex) => {
    const { width, shapes } = set(tex, { display: true });
    expect(width).toBeGreaterThan(0);
    for (const { matrix } of shapes) expect(matrix.every((value) => Number.isFinite(value))).toBe(true);
  });

  it("does not depend on the formulas before it", () => {
    const other = open((text) => text.length / 2);
    const tex = String.raw`\begin{align} a &= b \\ c &= d \end{align}`;
    for (const before of [tex, "x", String.raw`\text{abc}`]) typeset(before, { display: true, bold: true });
    expect(typeset(tex, { display: true, bold: false })).toEqual(other(tex, { display: true, bold: false }));
  });
});

describe("TeX that is none", () => {
  it.each([
    [String.raw`a + \foo{x}`, String.raw`\foo`],
    [String.raw`\newcommand{\a}{b} \a`, String.raw`\newcommand`],
    [String.raw`\def\a{\a\a}\a`, String.raw`\def`],
    [String.raw`\require{html}`, String.raw`\require`],
    [String.raw`\href{https://example.org}{x}`, String.raw`\href`],
    [String.raw`\style{color: red}{x}`, String.raw`\style`],
    [String.raw`\class{a}{x}`, String.raw`\class`],
    [String.raw`\mmlToken{mi}[href="javascript:1"]{x}`, String.raw`\mmlToken`],
    [String.raw`\label{a} x`, String.raw`\label`],
    [String.raw`x \tag{1}`, String.raw`\tag`],
  ])("is a fault that names the command: %s", (tex, culprit) => {
    expect(faultOf(tex).culprit).toBe(culprit);
  });

  it.each([
    "x^",
    "{",
    "}",
    String.raw`\frac{1}`,
    String.raw`\begin{matrix}`,
    "a & b",
    String.raw`\left( x`,
    "x^2^3",
    "#",
  ])("is a fault: %s", (tex) => {
    expect(faultOf(tex).expected).not.toBe("");
  });
});

describe("a stranger's TeX", () => {
  it.each([
    ["long", "x+".repeat(1001)],
    ["deep in braces", repeat("{", 500, "}")],
    ["deep in fences", repeat(String.raw`\left(`, 40, String.raw`\right)`)],
    ["deep in environments", repeat(String.raw`\begin{matrix}`, 40, String.raw`\end{matrix}`)],
    ["deep in arrows, whose time doubles", repeat(String.raw`\xrightarrow{`, 30, "}")],
    ["as wide as a street", String.raw`\hspace{99999999em} x`],
    ["as tall as a house", String.raw`\rule{1em}{99999999em}`],
  ])("is refused before it takes long: %s", (_name, tex) => {
    expect(faultOf(tex).expected).toMatch(/at most|fits on a page/u);
  });
});

describe("the operators of a path", () => {
  it("draw lines, and quadratic curves as the cubic ones that they equal", () => {
    expect(pathOperators("M0 0L3 0V6H0Z")).toBe("0 0 m 3 0 l 3 6 l 0 6 l h");
    expect(pathOperators("M0 0Q3 0 3 3T6 6")).toBe("0 0 m 2 0 3 1 3 3 c 3 5 4 6 6 6 c");
    expect(pathOperators("M0 0C1 0 2 1 2 2S3 4 4 4")).toBe("0 0 m 1 0 2 1 2 2 c 2 3 3 4 4 4 c");
  });
});
