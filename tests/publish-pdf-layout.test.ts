// The pure half of the PDF publisher: what the layout makes of a form, and the laws of its parts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallBank, publicationOf, templateFiles } from "./helpers/pdf-form.ts";
import { balance } from "../src/publish/pdf/blocks.ts";
import { columnWidths } from "../src/publish/pdf/column-widths.ts";
import { answers } from "../src/publish/pdf/layout/answers.ts";
import { practiceExam } from "../src/publish/pdf/layout/practice-exam.ts";
import { sourceOf } from "../src/publish/pdf/layout/source.ts";
import { studyGuide } from "../src/publish/pdf/layout/study-guide.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { breakMark, markBreaks, splitRuns } from "../src/publish/pdf/runs.ts";
import { readTheme } from "../src/publish/pdf/theme.ts";
import type { Face } from "../src/publish/pdf/fonts.ts";

const publication = publicationOf(smallBank());
const fonts = fontBookOf(publication.assets.fonts);
const theme = readTheme(publication.assets);
const source = sourceOf(publication, theme, fonts);
const body: Face = { family: "body", bold: false, italics: false };

/** A definition as JSON; numbers are rounded, so that a snapshot shows what is meant. Kept as .snap, which prettier leaves alone. */
const print = (definition: object): string =>
  JSON.stringify(
    definition,
    // The outlines of a formula say nothing to a reader.
    (key, value: unknown) =>
      key === "shapes" ? undefined : typeof value === "number" ? Math.round(value * 10) / 10 : value,
    1,
  );

/** One domain with one item of each type, so that what is recorded can be read. */
const recorded = sourceOf(publicationOf(smallBank({ items: smallBank().items.slice(0, 4) })), theme, fonts);

describe("the layout", () => {
  it.each([
    ["study-guide", () => studyGuide(recorded)],
    ["practice-exam", () => practiceExam(recorded)],
    ["answers", () => answers(recorded, () => 7)],
  ])("makes the %s as recorded", async (name, make) => {
    await expect(print(make())).toMatchFileSnapshot(`golden/publish-pdf/${name}.snap`);
  });

  it("prints every text of the bank that is not an answer in the practice booklet, and no answer", () => {
    const text = print(practiceExam(source)).replaceAll(breakMark, "");
    expect(text).toContain("Choose two.");
    expect(text).toContain("Put 3 steps in the right order.");
    for (const hidden of ["It holds the history", "The explanation says", "example.org/D1-one"]) {
      expect(text).not.toContain(hidden);
    }
  });

  it("prints the headings of a matching table in both booklets, and no empty row where it has none", () => {
    const empty = { nodes: [], text: "" };
    const printed = (keep: ("prompt" | "match")[]): [string, string] => {
      const bank = smallBank();
      for (const { answer } of bank.items)
        if (answer.type === "matching")
          for (const side of ["prompt", "match"] as const) if (!keep.includes(side)) answer.headings[side] = empty;
      const made = sourceOf(publicationOf(bank), theme, fonts);
      return [print(practiceExam(made)), print(answers(made, () => 7))];
    };
    for (const text of printed(["prompt", "match"])) {
      expect(text.match(/"text": "Need"/gu)).toHaveLength(2);
      expect(text.match(/"text": "of choice"/gu)).toHaveLength(2);
    }
    for (const text of printed(["match"])) {
      expect(text).not.toContain('"text": "Need"');
      expect(text).toContain('"text": "of choice"');
    }
    const headed = printed(["prompt", "match"]).map((text) => text.match(/"headerRows"/gu)?.length ?? 0);
    expect(headed).toEqual([0, 2]);
    const blanks = (text: string): number => text.match(/"text": \[\]/gu)?.length ?? 0;
    const [bare, bareKeys] = printed([]);
    expect(blanks(printed(["match"])[0]) - blanks(bare)).toBe(2);
    expect(bareKeys).not.toContain('"headerRows"');
  });

  it("gives every item its number, id and place to report a mistake", () => {
    for (const definition of [practiceExam(source), answers(source, () => 7)]) {
      const text = print(definition).replaceAll(breakMark, "");
      for (const { item, number } of source.form.items) {
        expect(text).toContain(`"title": "Question ${number}"`);
        expect(text).toContain(`https://example.org/issues/${item.id}`);
      }
    }
  });

  it("resolves in-guide links to topics", () => {
    expect(print(studyGuide(source))).toContain('"linkToDestination": "topic-second-topic"');
  });

  it("throws for an item whose topic is not in the study guide", () => {
    expect(() => answers(source, () => undefined)).toThrow("topic-first-topic is on no page of demo-study-guide.pdf");
  });
});

describe("the theme", () => {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const { colors, alerts, domains } = theme;

  it("is the one template of the publisher", () => {
    expect(templateFiles).toEqual(["theme.json"]);
  });

  it.each([
    ...[colors.ink, colors.muted, colors.link, colors.code].flatMap((text) => [
      [text, colors.paper],
      [text, colors.panel],
    ]),
    ...[colors.coverText, colors.coverMuted].flatMap((text) => [
      [text, colors.cover],
      [text, colors.coverBand],
    ]),
    ...Object.values(alerts).flatMap(({ strong, tint }) => [
      [strong, tint],
      [colors.ink, tint],
      [colors.code, tint],
      [colors.link, tint],
    ]),
    ...domains.flatMap(({ strong, soft, tint }) => [
      [strong, tint],
      [strong, colors.paper],
      [soft, colors.cover],
      [colors.code, tint],
    ]),
  ])("sets %s on %s with the contrast of WCAG AA", (text, ground) => {
    expect(contrast(text ?? "", ground ?? "")).toBeGreaterThanOrEqual(4.5);
  });
});

describe("columnWidths", () => {
  const cell = fc.record({
    natural: fc.double({ min: 1, max: 900, noNaN: true }),
    minimum: fc.double({ min: 1, max: 300, noNaN: true }),
  });
  const table = fc
    .integer({ min: 1, max: 12 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );

  it("shares out exactly what there is, and starves no column", () => {
    fc.assert(
      fc.property(table, fc.double({ min: 100, max: 500, noNaN: true }), (rows, available) => {
        const widths = columnWidths(rows, available);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(available, 6);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
    );
  });

  it("gives every column its longest word where all fit", () => {
    const rows = [
      [
        { natural: 400, minimum: 40 },
        { natural: 60, minimum: 60 },
        { natural: 900, minimum: 50 },
      ],
    ];
    const widths = columnWidths(rows, 300);
    expect(widths[0]).toBeGreaterThanOrEqual(40);
    expect(widths[1]).toBeCloseTo(60);
    expect(widths[2]).toBeGreaterThanOrEqual(50);
  });
});

describe("balance", () => {
  it("finds the cut whose taller column is the shortest", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (heights) => {
        const taller = (cut: number): number => {
          const sum = (part: number[]): number => part.reduce((total, height) => total + height, 0);
          return Math.max(sum(heights.slice(0, cut)), sum(heights.slice(cut)));
        };
        const best = Math.min(...heights.map((_, index) => taller(index + 1)));
        expect(taller(balance(heights))).toBe(best);
      }),
    );
  });
});

describe("splitRuns", () => {
  it("keeps every character that is drawn, in order", () => {
    const covered = fc.array(fc.constantFrom("a", "é", "→", "⇔", "🔭", "π", "ж", " ", "\u00A0", "\uFE0F"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(covered, (characters) => {
        const text = characters.join("");
        const joined = splitRuns(text, body, fonts)
          .map((run) => run.text)
          .join("");
        expect(joined).toBe(text.replaceAll("\uFE0F", ""));
      }),
    );
  });

  it("takes each character from the first font that has it, and keeps emoji sequences whole", () => {
    expect(splitRuns("a 👩‍💻 ⇔", body, fonts).map(({ text, face }) => [text, face.family])).toEqual([
      ["a ", "body"],
      ["👩‍💻", "emoji"],
      [" ", "body"],
      ["⇔", "symbols"],
    ]);
  });

  it("throws for a character that check reports", () => {
    expect(() => splitRuns("한", body, fonts)).toThrow("U+D55C");
  });
});

describe("markBreaks", () => {
  it("adds nothing but break marks", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(markBreaks(text).replaceAll(breakMark, "")).toBe(text.replaceAll(breakMark, ""));
      }),
    );
  });

  it.each([
    ["sagemaker_feature_store", "sagemaker_|feature_|store"],
    ["CreateTrainingJobRequest", "Create|Training|Job|Request"],
    ["s3://bucket/prefix/key", "s3://|bucket/|prefix/|key"],
    ["short", "short"],
    ["internationalisation", "internationalisation"],
  ])("lets %s break as %s", (text, expected) => {
    expect(markBreaks(text).replaceAll(breakMark, "|")).toBe(expected);
  });
});
