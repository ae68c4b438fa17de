// Languages of the PDFs: days and numbers, words of the workspace, and text that runs from right to left.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Bank } from "../src/model/bank.ts";
import type { Words } from "../src/model/types.gen.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { buildDay, sourceOf, weightOf } from "../src/publish/pdf/layout/source.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { findRightToLeft, isRightToLeft } from "../src/publish/pdf/right-to-left.ts";
import { readTheme } from "../src/publish/pdf/theme.ts";
import { formatDate, formatNumber } from "../src/publish/shared/words.ts";
import { createSourceText } from "../src/source-text.ts";
import { at, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { inTimeZone } from "./helpers/time-zone.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";
import { unpackPdf } from "./helpers/unpack-pdf.ts";

const english = readFileSync("templates/words/en.yaml", "utf8");
const exam = soundGuide["exam.yaml"] ?? "";

describe("days and numbers", () => {
  const { formats } = parseYaml(english) as Words;
  const greek = {
    ...formats,
    date: "{day} {month} {year}",
    months: formats.months.map((name) => `${name}ου`),
    decimal: ",",
  };
  const japanese = {
    ...formats,
    date: "{year}年{month}{day}日",
    months: formats.months.map((_, index) => `${index + 1}月`),
  };

  it.each([
    [formats, "2026-01-02", "January 2, 2026"],
    [formats, "2026-12-31", "December 31, 2026"],
    [greek, "2026-11-03", "3 Novemberου 2026"],
    [japanese, "2026-11-23", "2026年11月23日"],
  ])("are written as the words say", (own, day, text) => {
    expect(formatDate(day, own)).toBe(text);
  });

  it("have the decimal mark of the language", () => {
    expect([33.3, 28, 0.5].map((value) => formatNumber(value, greek))).toEqual(["33,3", "28", "0,5"]);
  });

  it("stand so on the pages, whatever the machine's time zone", async () => {
    const words: Words = { ...(parseYaml(english) as Words), formats: greek };
    words.pdf.weight = "{weight} %";
    const publication = publicationOf(smallBank(), { words, date: new Date("2026-01-01T23:30:00Z") });
    const source = sourceOf(publication, readTheme(publication.assets), fontBookOf(publication.assets.fonts));
    expect(weightOf(source, { weight: 33.3 })).toBe("33,3 %");
    const day = (): Promise<string> => Promise.resolve(buildDay(source));
    expect(await inTimeZone("Pacific/Kiritimati", -840, day)).toBe("1 Januaryου 2026");
    expect(await inTimeZone("Pacific/Pago_Pago", 660, day)).toBe("1 Januaryου 2026");
  });
});

describe("words of a workspace", () => {
  const lint = async (root: string): Promise<Diagnostic[]> => {
    const { out } = await runIn(root, ["lint", "--format", "json"]);
    return (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics.filter(
      ({ severity }) => severity === "error",
    );
  };

  it("let a guide of another language be built", async () => {
    const root = makeWorkspace({ "exam.yaml": exam.replace("language: en", "language: el-CY") });
    const [missing] = await lint(root);
    expect(missing?.message).toBe("Unexpected language `el-CY`, expected one with published words: `en`");
    expect(missing?.note).toContain("`words/el-CY.yaml` in the workspace");
    writeIn(root, "words/el.yaml", english.replace("studyGuide: Study guide", "studyGuide: Οδηγός"));
    expect(await lint(root)).toEqual([]);
    expect((await runIn(root, ["build", "--to", "pdf"])).status).toBe(0);
    expect(unpackPdf(readFileSync(join(root, "dist/tst/tst-study-guide.pdf")))).toContain("/Lang (el-CY)");
  });

  it("win over the packaged ones, and are held against them", async () => {
    const root = makeWorkspace();
    writeIn(
      root,
      "words/en.yaml",
      english.replace("Page {page} of {pages}", "Page {page}").replace("  unused: Not used\n", ""),
    );
    expect((await lint(root)).map(({ ruleId, path }) => `${ruleId} ${path}`)).toEqual([
      "schema-key-missing words/en.yaml",
    ]);
    writeIn(root, "words/en.yaml", english.replace("Page {page} of {pages}", "Page {page}"));
    expect((await lint(root)).map(({ ruleId, path }) => `${ruleId} ${path}`)).toEqual([
      "words-placeholder words/en.yaml",
    ]);
  });

  it("without a glyph are found where the language is named", () => {
    const words = parseYaml(english) as Words;
    words.pdf.contents = "목차";
    const bank = smallBank({ examPlaces: { "/language": at(4, 11) } });
    expect(
      pdfPublisher.check(publicationOf(bank, { words })).map(({ path, position }) => [path, position.start]),
    ).toEqual([
      ["content/demo/exam.yaml", { line: 4, column: 11 }],
      ["content/demo/exam.yaml", { line: 4, column: 11 }],
    ]);
  });
});

describe("text from right to left", () => {
  const path = "content/demo/domains/more.md";
  const check = (body: string, own: Partial<Bank> = {}): string[] => {
    const bank = smallBank(own);
    bank.domains[0]?.sections[0]?.topics.push(topic("more", "More", body, { path }));
    const sourceOfFile = (each: string) => createSourceText(each, each === path ? body : "");
    return pdfPublisher
      .check(publicationOf(bank, { sourceOf: sourceOfFile }))
      .map(({ ruleId, message, position: { start } }) => `${start.line}:${start.column} ${ruleId}: ${message}`);
  };
  const end = "expected text from left to right: the PDF cannot set the other direction";

  it.each([
    ["Hebrew", "A שלום עולם b", "1:3", "text `שלום עולם`"],
    ["Arabic", "- one\n- and مرحبا", "2:7", "text `مرحبا`"],
    ["a control", "a\u202Eb", "1:2", "direction control U+202E"],
    ["code", "`x` and `ש`", "1:10", "text `ש`"],
    ["a script that no font has", "A \u{10A00} b", "1:3", "text `\u{10A00}`"],
  ])("is found: %s", (_name, body, place, shown) => {
    expect(check(body)).toEqual([`${place} text-right-to-left: Unexpected ${shown}, ${end}`]);
  });

  it("is one finding of a file, and one of a guide whose language runs so", () => {
    expect(check("שלום\n\nעולם\n\n한")).toHaveLength(2);
    const bank = smallBank();
    expect(
      check("שלום\n\nעולם\n\n한", {
        exam: { ...bank.exam, language: "he-IL" },
        examPlaces: { "/language": at(4, 11) },
      }),
    ).toEqual([`4:11 text-right-to-left: Unexpected language \`he-IL\`, ${end}`]);
  });

  it("is not: a sign that only looks so, such as alef of mathematics", () => {
    expect(check("ℵ → ⇐ “x” ‹y›")).toEqual([]);
    expect(findRightToLeft("a\uFEFFb")).toBe(null);
  });

  it.each([
    ["ar", true],
    ["fa-IR", true],
    ["ur", true],
    ["az-Arab", true],
    ["pa-Arab-PK", true],
    ["az", false],
    ["ur-Latn", false],
    ["en", false],
    ["el", false],
  ])("of the language %s: %s", (language, expected) => {
    expect(isRightToLeft(language)).toBe(expected);
  });

  it("stops the PDF and no other output", async () => {
    const root = makeWorkspace({
      "guide.md": (soundGuide["guide.md"] ?? "").replace("An introduction.", "An introduction, שלום."),
    });
    expect((await runIn(root, ["build"])).status).toBe(1);
    expect((await runIn(root, ["build", "--to", "anki,json"])).status).toBe(0);
  });
});
