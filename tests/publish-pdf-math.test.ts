// What the PDF publisher promises about math.
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Bank } from "../src/model/bank.ts";
import { blocks } from "../src/publish/pdf/blocks.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { settingOf, sourceOf } from "../src/publish/pdf/layout/source.ts";
import type { GlyphRun } from "../src/publish/pdf/node.ts";
import { fontBookOf, openDocument } from "../src/publish/pdf/render/document.ts";
import { joinInlines } from "../src/publish/pdf/render/join-inlines.ts";
import { TextMeasure, type StyleStack } from "../src/publish/pdf/render/measure-text.ts";
import { readTheme, accentOf } from "../src/publish/pdf/theme.ts";
import type { Publication } from "../src/publish/publisher.ts";
import { createSourceText } from "../src/source-text.ts";
import { content, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { unpackPdf } from "./helpers/unpack-pdf.ts";

const path = "content/demo/domains/more.md";

/** A bank with one more topic, in a file of its own. */
function publicationWith(body: string, own: Partial<Publication> = {}): Publication {
  const bank: Bank = smallBank();
  bank.domains[0]?.sections[0]?.topics.push(topic("more", "More", body, { path }));
  return publicationOf(bank, { sourceOf: (each) => createSourceText(each, each === path ? body : ""), ...own });
}

const withoutTypesetter = (body: string): Publication => {
  const publication = publicationWith(body);
  const { templates, fonts } = publication.assets;
  return { ...publication, assets: { templates, fonts } };
};

const check = (body: string): Diagnostic[] => pdfPublisher.check(publicationWith(body));
const summary = ({ ruleId, severity, position: { start, end } }: Diagnostic): string =>
  `${ruleId} ${severity} ${start.line}:${start.column}-${end.line}:${end.column}`;

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

async function guideOf(publication: Publication): Promise<string> {
  const [guide] = await pdfPublisher.publish(publication);
  return unpackPdf(guide?.bytes ?? new Uint8Array());
}

/** The inflated content of all pages. */
const drawn = (file: string): string =>
  [...file.matchAll(/\/Length (\d+)[^]*?>>\nstream\n/gu)]
    .filter(([head]) => head.includes("FlateDecode"))
    .map(({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return latin(inflateSync(Buffer.from(file.slice(start, start + Number(length)), "latin1")));
    })
    .join("\n");

/** The alternative texts of formulas, in the order of the file. */
const alternatives = (file: string): string[] =>
  [...file.matchAll(/<<(?:(?!>>)[^])*?\/S \/Formula(?:(?!>>)[^])*?>>/gu)].flatMap(
    ([element]) => /\/Alt \(((?:\\.|[^\\)])*)\)/u.exec(element)?.[1]?.replaceAll(/\\(.)/gu, "$1") ?? [],
  );

describe("math that cannot be typeset", () => {
  it.each([
    ["an unknown command", "Text\nand $$a + \\foo{x}$$ b", "2:11-2:15", "`\\foo` in math"],
    ["TeX that breaks off", "A $$x^$$ b", "1:3-1:9", "math `x^`"],
    ["a block", "$$\n\\begin{aligned}\na &= \\baz\n\\end{aligned}\n$$", "3:6-3:10", "`\\baz` in math"],
    ["a cell", "Rows:\n\n| Service | Use case |\n|---|---|\n| S3 | a $$\\foo$$ b |", "5:12-5:16", "`\\foo` in math"],
  ])("is an error at its place: %s", (_name, body, place, subject) => {
    const found = check(body);
    expect(found.map(summary)).toEqual([`math-malformed error ${place}`]);
    expect(found[0]?.message).toContain(`Unexpected ${subject}, expected `);
  });

  it("is not reported where a character has no glyph, which is", () => {
    expect(check("A $$\\text{한}$$ b").map(({ ruleId }) => ruleId)).toEqual(["text-glyph-missing"]);
  });

  it("is nothing where letters have marks", async () => {
    const body = "A $$é + \\text{é e\u0301} + e\u0301$$ b";
    expect(check(body)).toEqual([]);
    await expect(pdfPublisher.publish(publicationWith(body))).resolves.toHaveLength(3);
  });
});

describe("without a typesetter", () => {
  const body = "A $$\\alpha$$, $$\\beta$$ and\n\n$$\n\\gamma\n$$";

  it("math is a warning once a file, which names the command that installs one", () => {
    const found = pdfPublisher.check(withoutTypesetter(body)).filter((each) => each.path === path);
    expect(found.map(summary)).toEqual(["math-typesetter-missing warning 1:3-1:13"]);
    expect(found[0]?.message).toContain("in 2 other places");
    expect(found[0]?.note).toContain("`npm install mathjax-full@3`");
  });

  it("a file without math has none", () => {
    const found = pdfPublisher.check(withoutTypesetter("A $5 bill"));
    expect(found.filter((each) => each.path === path)).toEqual([]);
  });

  it("the source is printed", async () => {
    expect(alternatives(await guideOf(withoutTypesetter(body)))).toEqual([]);
  });
});

describe("a formula in a document", () => {
  const tex = String.raw`\frac{a_1}{b}`;
  const display = String.raw`\sum_{i=1}^n x_i`;
  const publication = (): Publication =>
    publicationWith(
      `A fraction $$${tex}$$, **bold $$x$$** and [a link $$y$$](https://example.org).\n\n$$\n${display}\n$$`,
    );

  it("is an element of its own whose alternative text is its source", async () => {
    const found = alternatives(await guideOf(publication()));
    for (const each of [tex, "x", "y", display]) expect(found).toContain(each);
  });

  it("is drawn as outlines, none of which is stroked text", async () => {
    const plain = drawn(await guideOf(publicationWith("A fraction x.")));
    const curves = (text: string): number => text.match(/ c(?= )/gu)?.length ?? 0;
    expect(curves(drawn(await guideOf(publication())))).toBeGreaterThan(curves(plain) + 100);
  });

  it("has the same bytes on repeat", async () => {
    expect(await guideOf(publication())).toBe(await guideOf(publication()));
  });

  it("describes the link that it stands in", async () => {
    expect(await guideOf(publicationWith("[$$y$$](https://example.org/math)"))).toContain("/Contents (y)");
  });
});

describe("formulas in one line", () => {
  const { assets } = publicationOf(smallBank());
  const blank = { title: "", author: "", subject: "", language: "", date: new Date(0), images: {} };
  const around: StyleStack = { styleOverrides: [], defaultStyle: { font: "body", fontSize: 10 } };
  const formula = (width: number): GlyphRun => ({
    text: "x",
    fontSize: 10,
    font: { tex: "x", width, ascent: 700, depth: 0, shapes: [] },
  });

  it("are each as wide as they are, and never joined, even if they are equal", () => {
    const runs = [formula(4000), { text: " and " }, formula(1000), formula(1000), { text: "xx" }];
    const line = new TextMeasure(openDocument(assets.fonts, blank)).measure(runs, around).takeLine(1000);
    const drawn = joinInlines(line?.inlines ?? []);
    expect(drawn.map(({ text }) => text)).toEqual(["x", " and ", "x", "x", "xx"]);
    expect([drawn[0], drawn[2], drawn[3]].map((inline) => inline?.width)).toEqual([40, 10, 10]);
    const [, and, third, fourth, last] = drawn;
    expect(and?.x).toBeCloseTo(40, 9);
    expect(third?.x).toBeCloseTo(40 + (and?.width ?? 0), 9);
    expect(fourth?.x).toBeCloseTo((third?.x ?? 0) + 10, 9);
    expect(last?.x).toBeCloseTo((third?.x ?? 0) + 20, 9);
  });
});

describe("the layout of math", () => {
  const publication = publicationWith("");
  const theme = readTheme(publication.assets);
  const source = sourceOf(publication, theme, fontBookOf(publication.assets.fonts));
  const lay = (markdown: string, width: number): { fontSize: number; font: { width: number } }[] => {
    const setting = settingOf(source, { path, accent: accentOf(theme, 0), width });
    const found: { fontSize: number; font: { width: number } }[] = [];
    JSON.stringify(blocks(content(markdown).nodes, setting), (_key, value: unknown) => {
      const run = value as { font?: string | { width: number }; fontSize: number } | null;
      if (typeof run === "object" && typeof run?.font === "object") found.push({ ...run, font: run.font });
      return value;
    });
    return found;
  };

  it("scales to its width what is wider, and nothing else", () => {
    const long = Array.from({ length: 30 }, (_, index) => `x_{${index}}`).join(" + ");
    const [wide] = lay(`$$\n${long}\n$$`, 200);
    const [narrow] = lay("$$\nx\n$$", 200);
    expect(narrow?.fontSize).toBeCloseTo(theme.sizes.body * 1.04, 5);
    const width = wide?.font.width ?? 0;
    expect((width * (wide?.fontSize ?? 0)) / 1000).toBeCloseTo(200, 5);
  });

  it("has the size of what it stands in", () => {
    expect(lay("### Heading $$x$$", 400)[0]?.fontSize).toBeCloseTo(theme.sizes.subheading * 1.04, 5);
    expect(lay("Text $$x$$", 400)[0]?.fontSize).toBeCloseTo(theme.sizes.body * 1.04, 5);
  });

  it("makes room for a wide formula in a table", () => {
    const row = `| Name | Formula |\n|---|---|\n| Norm | $$${"x + ".repeat(12)}x$$ |`;
    expect(lay(row, 400)[0]?.fontSize).toBeCloseTo(theme.sizes.table * 1.04, 5);
  });
});
