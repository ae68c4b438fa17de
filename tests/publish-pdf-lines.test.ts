// Lines are filled as pdfmake fills them, whose own words and lines are the oracle; a file is the sum of what was written.
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFonts } from "../src/files.ts";
import { fontFiles } from "../src/publish/pdf/fonts.ts";
import type { Run, TextStyle } from "../src/publish/pdf/node.ts";
import { ByteSink } from "../src/publish/pdf/render/byte-sink.ts";
import { openDocument } from "../src/publish/pdf/render/document.ts";
import {
  LayoutBuilderBase,
  type DrawnInline,
  type LaidOutNode,
  type PdfLine,
} from "../src/publish/pdf/render/internals.ts";
import { joinInlines } from "../src/publish/pdf/render/join-inlines.ts";
import { TextMeasure } from "../src/publish/pdf/render/measure-text.ts";
import { breakMark } from "../src/publish/pdf/runs.ts";

const require = createRequire(import.meta.url);

interface StyleContextStack {
  styleOverrides: TextStyle[];
  defaultStyle: TextStyle;
  push(style: TextStyle): void;
}
interface Measured {
  items: DrawnInline[];
  minWidth: number;
  maxWidth: number;
}
const stock = {
  TextInlines: require("pdfmake/js/TextInlines.js").default as new (document: object) => {
    buildInlines(runs: Run[], stack: StyleContextStack): Measured;
  },
  StyleContextStack: require("pdfmake/js/StyleContextStack.js").default as new (
    styles: object,
    style: TextStyle,
  ) => StyleContextStack,
};

const blank = { title: "", author: "", subject: "", language: "en", date: new Date(0), images: {} };
const document = openDocument(readFonts(fontFiles), blank);
const texts = new TextMeasure(document);

function stackOf(around: readonly TextStyle[]): StyleContextStack {
  const stack = new stock.StyleContextStack({}, { font: "body", fontSize: 10, color: "#123456", lineHeight: 1.1 });
  for (const style of around) stack.push(style);
  return stack;
}

const seen = (inlines: readonly DrawnInline[]) =>
  inlines.map(({ text, x, width, height, font, fontSize, color, alignment, link, decoration }) => ({
    text,
    x,
    width,
    height,
    font: font.id,
    fontSize,
    color,
    alignment,
    link,
    decoration,
  }));

/** Lines as pdfmake breaks and fills them, with the runs of each joined. */
function stockLines(runs: Run[], around: readonly TextStyle[], width: number) {
  const { items, minWidth, maxWidth } = new stock.TextInlines(document).buildInlines(
    structuredClone(runs),
    stackOf(around),
  );
  const builder = { writer: { context: () => ({ availableWidth: width }) } };
  const node = { _inlines: items } as unknown as LaidOutNode;
  const next = (): PdfLine | null => LayoutBuilderBase.prototype.buildNextLine.call(builder, node);
  const lines = [];
  for (let line = next(); line; line = next()) {
    const { inlines, inlineWidths, leadingCut, trailingCut, lastLineInParagraph } = line as PdfLine &
      Record<string, unknown>;
    lines.push({ inlines: seen(joinInlines(inlines)), inlineWidths, leadingCut, trailingCut, lastLineInParagraph });
  }
  return { minWidth, maxWidth, lines };
}

function ownLines(runs: Run[], around: readonly TextStyle[], width: number) {
  const paragraph = texts.measure(runs, stackOf(around));
  const { minWidth, maxWidth } = paragraph;
  const lines = [];
  for (let line = paragraph.takeLine(width); line; line = paragraph.takeLine(width)) {
    const { inlines, inlineWidths, leadingCut, trailingCut, lastLineInParagraph } = line;
    lines.push({ inlines: seen(joinInlines(inlines)), inlineWidths, leadingCut, trailingCut, lastLineInParagraph });
  }
  return { minWidth, maxWidth, lines };
}

const part = fc.constantFrom(
  ..."a model SageMaker/Feature-Store fi office  , . ( ) — → “quoted” éü s3:GetObject x_y_z".split(" "),
  "",
  " ",
  "   ",
  "\n",
  "\r\n",
  "\u00A0",
  "anUnbreakablyLongIdentifierThatIsWiderThanItsColumn",
);
const style = fc.record(
  {
    font: fc.constantFrom("body" as const, "code" as const, "heading" as const),
    fontSize: fc.constantFrom(7.5, 9, 14),
    bold: fc.boolean(),
    color: fc.constantFrom("#000000", "#aabbcc"),
    link: fc.constantFrom("https://example.com/"),
    noWrap: fc.boolean(),
    preserveLeadingSpaces: fc.boolean(),
  },
  { requiredKeys: [] },
);
const run = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 12 }), fc.constantFrom("", " "), style)
  .map(([parts, joint, own]): Run => ({ text: parts.join(joint), ...own }));

/** Where a long word may break, as the layout says it: alone, in a face in which it has no width. */
const mark = fc.constant<Run>({ text: breakMark, font: "body", bold: false });

describe("a text", () => {
  it("is broken, measured and filled into lines to the last digit as pdfmake does it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: run }, mark), { maxLength: 6 }),
        fc.array(style, { maxLength: 2 }),
        fc.constantFrom(12, 40, 90.5, 240, 500),
        (runs, around, width) => {
          expect(ownLines(runs, around, width)).toStrictEqual(stockLines(runs, around, width));
        },
      ),
      { numRuns: 200, seed: 6 },
    );
  });

  it("gives the same lines again after it has been rewound", () => {
    const paragraph = texts.measure([{ text: "one two anUnbreakablyLongIdentifier three" }], stackOf([]));
    const lines = (): string[] => {
      const taken = [];
      for (let line = paragraph.takeLine(50); line; line = paragraph.takeLine(50))
        taken.push(line.inlines.map(({ text }) => text).join(""));
      return taken;
    };
    const first = lines();
    expect(first.join("")).toBe("one two anUnbreakablyLongIdentifier three");
    paragraph.rewind();
    paragraph.takeLine(50);
    paragraph.rewind();
    expect(lines()).toStrictEqual(first);
  });
});

describe("a file in blocks", () => {
  it("holds all that was written, however long", () => {
    const sink = new ByteSink();
    const parts = [3, 700_000, 700_000, 3_000_000, 0, 5].map((length, index) => String(index).repeat(length));
    for (const text of parts) sink.write(text);
    sink.write(Buffer.from("ÿ", "latin1"));
    sink.write("ÿ");
    const whole = `${parts.join("")}ÿÿ`;
    expect(sink.length).toBe(whole.length);
    expect(Buffer.from(sink.bytes()).equals(Buffer.from(whole, "latin1"))).toBe(true);
  });
});
