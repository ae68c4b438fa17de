// What the PDF publisher reports before it prints.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Bank } from "../src/model/bank.ts";
import type { Media } from "../src/model/media.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { createSourceText } from "../src/source-text.ts";
import { at, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";

const check = (bank: Bank): Diagnostic[] => pdfPublisher.check(publicationOf(bank));

/** A file that is nothing but the body of a topic. */
const bodyPath = "content/demo/domains/more.md";

/** A bank with one more topic, in a file of its own. */
const withBody = (body: string, own: Partial<Bank> = {}): Bank => {
  const bank = smallBank(own);
  bank.domains[0]?.sections[0]?.topics.push(topic("more", "More", body, { path: bodyPath }));
  return bank;
};

const checkBody = (body: string): Diagnostic[] =>
  pdfPublisher.check(
    publicationOf(withBody(body), { sourceOf: (path) => createSourceText(path, path === bodyPath ? body : "") }),
  );

const places = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ ruleId, path, position: { start } }) => `${ruleId} ${path}:${start.line}:${start.column}`);

describe("a character without a glyph", () => {
  it("is named with its code point", () => {
    const [found, ...others] = checkBody("Word \u{13000} here.");
    expect(others).toEqual([]);
    expect(found?.message).toBe("Unexpected character `\u{13000}` (U+13000), expected one that a font of the PDF has");
    expect(found?.severity).toBe("error");
    expect(found?.position).toEqual({ start: { line: 1, column: 6 }, end: { line: 1, column: 8 } });
  });

  it.each([
    ["in a further line of a paragraph", "One line\nand 한", "2:5"],
    ["in a list entry", "- **Lead**: text\n  and 한", "2:7"],
    ["in bold text", "A **한** b", "1:5"],
    ["in code", "A `한` b", "1:4"],
    ["in a fence", "```py\nx = 1\ny = '한'\n```", "3:6"],
    ["in a table cell", "Rows:\n\n| Service | Use case |\n|---|---|\n| S3 | a 한 b |", "5:10"],
    ["in a caption", "Rows 한:\n\n| Service | Use case |\n|---|---|\n| S3 | a |", "1:6"],
    ["in math", "$$한$$ b", "1:3"],
    ["behind escapes and entities", "a\\*b&amp;c 한", "1:12"],
    ["as an entity", "ab &#54620;", "1:4"],
    ["behind a pipe of a cell", "Rows:\n\n| Service | Use case |\n|---|---|\n| S3 | a \\| 한 |", "5:13"],
  ])("is found %s", (_name, body, place) => {
    expect(places(checkBody(body))).toEqual([`text-glyph-missing ${bodyPath}:${place}`]);
  });

  it("is reported once a file, at its first place", () => {
    expect(places(checkBody("한 한\n\n한 국"))).toEqual([
      `text-glyph-missing ${bodyPath}:1:1`,
      `text-glyph-missing ${bodyPath}:3:3`,
    ]);
  });

  it("is found in headings, glossary, items and exam.yaml", () => {
    const bank = smallBank();
    const [section] = bank.domains[0]?.sections ?? [];
    const [term] = bank.glossary.terms;
    const [item] = bank.items;
    if (!section || !term || !item) throw new Error("The bank has a section, a term and an item");
    section.title = "한";
    term.leadContent.nodes = [{ type: "text", value: "한" }];
    item.references = [{ title: "한", url: "https://example.org", position: at(30, 3) }];
    bank.exam.vendor = "한";
    bank.examPlaces = { "/vendor": at(3, 9) };
    expect(places(check(bank)).sort()).toEqual([
      "text-glyph-missing content/demo/domains/d1.md:5:1",
      "text-glyph-missing content/demo/exam.yaml:3:9",
      "text-glyph-missing content/demo/glossary.md:1:1",
      `text-glyph-missing ${item.path}:30:3`,
    ]);
  });

  it("is found in the headings of a matching table", () => {
    const bank = smallBank();
    const answers = bank.items.flatMap(({ answer }) => (answer.type === "matching" ? [answer] : []));
    const [first, second] = answers;
    if (!first || !second) throw new Error("The bank has two matching items");
    first.headings.prompt = { nodes: [{ type: "text", value: "한" }], text: "한" };
    second.headings.match = { nodes: [{ type: "text", value: "국" }], text: "국" };
    expect(places(check(bank))).toEqual([
      "text-glyph-missing content/demo/items/D1-match.md:1:1",
      "text-glyph-missing content/demo/items/D2-match.md:1:1",
    ]);
  });

  it("is not: white space, variation selectors, emoji sequences, arrows, Greek, Cyrillic, or math signs", () => {
    expect(checkBody("a\u00A0b\u2009c ⚙️ 👩‍💻 🇪🇺 1️⃣ → ⇔ ↩ ☐ ✓ ≥ αβγ Привет ∑ ∈ “quotes” – —\u200B")).toEqual([]);
  });
});

describe("an image", () => {
  const image = (type: Media["type"]): Bank => {
    const path = "content/demo/media/x.png";
    const media: Media = { path, type, width: 1, height: 1, bytes: new Uint8Array() };
    return withBody("![what it shows](../media/x.png)", { media: new Map([[path, media]]) });
  };

  it("is reported where it is a webp", () => {
    expect(places(check(image("webp")))).toEqual([`image-unprintable ${bodyPath}:1:1`]);
  });

  it("is not reported where it is a png", () => {
    expect(check(image("png"))).toEqual([]);
  });
});
