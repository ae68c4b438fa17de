// What those hear who do not see the pages, and where the jumps of the PDFs land, as pdf.js reads it.
import { describe, expect, it, vi } from "vitest";
import type { Bank } from "../src/model/bank.ts";
import type { Media } from "../src/model/media.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { CountingLayoutBuilder } from "../src/publish/pdf/render/layout-builder.ts";
import type { Artifact } from "../src/publish/publisher.ts";
import { content, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import {
  elements,
  landingFaults,
  missingWords,
  readPdf,
  spoken,
  textOf,
  treeFaults,
  type PdfNode,
  type ReadPdf,
} from "./pdf/read-pdf.mjs";
import { unpackPdf } from "./helpers/unpack-pdf.ts";

const publish = (bank: Bank): Promise<Artifact[]> => pdfPublisher.publish(publicationOf(bank));

async function read(bank: Bank): Promise<{ guide: ReadPdf; exam: ReadPdf; answers: ReadPdf }> {
  const [guide, exam, answers] = await publish(bank);
  if (!guide || !exam || !answers) throw new Error("Three documents are published");
  return { guide: await readPdf(guide.bytes), exam: await readPdf(exam.bytes), answers: await readPdf(answers.bytes) };
}

const picture = (path: string, type: Media["type"], text: string): [string, Media] => [
  path,
  { path, type, width: 40, height: 20, bytes: new TextEncoder().encode(text) },
];

const withTopic = (body: string, own: Partial<Bank> = {}): Bank => {
  const bank = smallBank(own);
  bank.domains[0]?.sections[0]?.topics.push(topic("more", "More", body));
  return bank;
};

const small = await read(smallBank());

/** Roles and texts of the elements that hold text, in reading order. */
const outlineOf = (pdf: ReadPdf): string[] =>
  pdf.pages.flatMap(({ tree }) =>
    [...elements(tree)]
      .filter(({ node }) => node.children.some(({ role }) => role === "content"))
      .map(({ node }) => `${node.role} ${textOf(node).trim().replaceAll(/\s+/gu, " ")}`),
  );

const find = (pdf: ReadPdf, role: string): PdfNode[] =>
  pdf.pages.flatMap(({ tree }) => [...elements(tree)].filter(({ node }) => node.role === role).map(({ node }) => node));

describe("the tree", () => {
  it("is sound in all three documents", () => {
    for (const pdf of Object.values(small)) expect(treeFaults(pdf)).toEqual([]);
  });

  it("reads an item as number, stem, instruction and lettered choices", () => {
    const heard = outlineOf(small.exam);
    const at = heard.indexOf("H2 1");
    expect(heard.slice(at, at + 9)).toEqual([
      "H2 1",
      "P Which store keeps feature_group values? Choose well.",
      "P Choose one.",
      "Lbl A",
      "LBody Offline store",
      "Lbl B",
      "LBody Online store",
      "Lbl C",
      "LBody No store",
    ]);
  });

  it("reads a choice's rationale behind the choice", () => {
    const heard = outlineOf(small.answers);
    const at = heard.indexOf("P Offline store");
    expect(heard.slice(at - 1, at + 3)).toEqual(["Lbl A", "P Offline store", "P It holds the history.", "Lbl B"]);
  });

  it("reads no running header and no page number", () => {
    for (const pdf of Object.values(small)) {
      const running = `Page 2 of ${pdf.pages.length}`;
      expect(pdf.pages[1]?.artifacts).toContain(running);
      expect(spoken(pdf)).not.toContain(running);
    }
  });

  it("nests a section in each heading's, and leaves out no rank, whatever the author wrote", async () => {
    const { guide } = await read(
      withTopic("Text.\n\n###### Six\n\nText.\n\n#### Four\n\n- ##### In a list\n\n##### Five"),
    );
    expect(treeFaults(guide)).toEqual([]);
    const ranks = outlineOf(guide).filter((line) => /^H\d (?:Six|Four|Five|In a list)$/u.test(line));
    expect(ranks).toEqual(["H4 Six", "H4 Four", "H5 In a list", "H5 Five"]);
    for (const { tree } of guide.pages)
      for (const { node, above } of elements(tree))
        if (/^H\d$/u.test(node.role) && !textOf(node).includes("list"))
          expect(above.filter(({ role }) => role === "Sect")).toHaveLength(Number(node.role.slice(1)));
  });

  it("puts a part's opening words into the part's own section", () => {
    const page = small.guide.pages.find(({ tree }) => textOf(tree).includes("Domain D2"));
    const part = page && [...elements(page.tree)].find(({ node }) => node.role === "Sect")?.node;
    expect(part?.children.slice(0, 2).map(({ role }) => role)).toEqual(["P", "H1"]);
  });

  it("names columns and rows of a typed table, and the label of a glossary's term", () => {
    const heard = outlineOf(small.guide);
    const at = heard.indexOf("Caption Services side by side");
    expect(heard.slice(at, at + 6)).toEqual([
      "Caption Services side by side",
      "TH Service",
      "TH Use case",
      "TH Scale",
      "TH S3",
      "TD Objects",
    ]);
    const term = heard.indexOf("Lbl Bias");
    expect(heard[term + 1]).toBe("LBody What bias is.");
  });

  it("gives a figure its alternative and its place, and keeps text in an SVG readable", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="12">Inside</text></svg>`;
    const media = new Map([picture("content/demo/media/x.svg", "svg", svg)]);
    const { guide } = await read(withTopic("![What it shows](../media/x.svg)", { media }));
    const [figure, ...others] = find(guide, "Figure");
    expect(others).toEqual([]);
    expect(figure?.alt).toBe("What it shows");
    const [left = 0, bottom = 0, right = 0, top = 0] = figure?.bbox ?? [];
    expect([Math.round(right - left), Math.round(top - bottom)]).toEqual([30, 15]);
    expect(figure && textOf(figure)).toContain("Inside");
  });

  it("reads two paragraphs of a list's entry as two", async () => {
    const { guide } = await read(withTopic("1. First.\n\n   Second.\n2. Third."));
    const heard = outlineOf(guide);
    const at = heard.indexOf("P First.");
    expect(heard.slice(at - 1, at + 4)).toEqual(["Lbl 1.", "P First.", "P Second.", "Lbl 2.", "LBody Third."]);
  });
});

describe("the text", () => {
  it("has every word whole", () => {
    const bank = smallBank();
    const topics = bank.domains.flatMap(({ sections }) => sections.flatMap((section) => section.topics));
    const printed = [
      ...topics.flatMap(({ title, facts }) => [title, ...facts.map(({ lead }) => lead)]),
      ...bank.glossary.terms.flatMap(({ lead, body }) => [lead, body.text]),
      "It goes on for longer than a column of the card is wide, so that it takes a second line.",
      "`sagemaker.estimator.VeryLongIdentifierName` must break.",
    ].join("\n");
    expect(missingWords(printed, spoken(small.guide))).toEqual([]);
    expect(missingWords(bank.items.map(({ stem }) => stem.text).join("\n"), spoken(small.exam))).toEqual([]);
    expect(missingWords("A zebra in a sentence", spoken(small.exam))).toEqual(["zebra", "sentence"]);
  });

  it("is set in fonts that are embedded and map to Unicode", async () => {
    for (const { bytes } of await publish(smallBank())) {
      const text = unpackPdf(bytes);
      const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
      const fonts = count(/\/Subtype \/Type0/gu);
      expect(fonts).toBeGreaterThan(2);
      expect(count(/\/ToUnicode \d/gu)).toBe(fonts);
      expect(count(/\/FontFile[23]? \d/gu)).toBe(fonts);
      expect(count(/\/Subtype \/(?:Type1|Type3|TrueType)\b/gu)).toBe(0);
    }
  });
});

describe("a jump", () => {
  it("lands right above its heading, from the outline and from every link", () => {
    for (const pdf of Object.values(small)) {
      expect(landingFaults(pdf)).toEqual([]);
      expect(pdf.outline.length).toBeGreaterThan(3);
    }
  });

  it("from the contents lands on the page that is printed beside it", () => {
    const contents = small.guide.pages[1]?.links ?? [];
    const numbers = contents.filter(({ contents: text }) => /^\d+$/u.test(text));
    expect(numbers.length).toBeGreaterThan(8);
    for (const { contents: text, place } of numbers) expect(place?.page).toBe(Number(text) - 1);
  });
});

describe("what was laid out", () => {
  const losing = (type: "line" | "svg" | "vector"): void => {
    const layoutDocument = Reflect.get(CountingLayoutBuilder.prototype, "layoutDocument");
    vi.spyOn(CountingLayoutBuilder.prototype, "layoutDocument").mockImplementation(function (
      this: CountingLayoutBuilder,
      ...parameters
    ) {
      const pages = layoutDocument.apply(this, parameters);
      const page = pages.find(({ items }) => items.some((item) => item.type === type));
      page?.items.splice(
        page.items.findIndex((item) => item.type === type && item.item.serial !== undefined),
        1,
      );
      return pages;
    });
  };

  it.each(["line", "svg", "vector"] as const)("is drawn, or nothing is published: a lost %s", async (type) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>`;
    const media = new Map([picture("content/demo/media/x.svg", "svg", svg)]);
    const bank = withTopic("![What it shows](../media/x.svg)", { media });
    bank.introduction = content("Welcome.");
    losing(type);
    await expect(publish(bank)).rejects.toThrow("Lost content");
    vi.restoreAllMocks();
  });
});
