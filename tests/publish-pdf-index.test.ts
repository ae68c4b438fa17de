// What the index of the study guide promises: the order of the language on every machine, each text once, the right pages.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { dealOut, type Unit } from "../src/publish/pdf/layout/index-columns.ts";
import { indexOf, pagesOf } from "../src/publish/pdf/layout/index-entries.ts";
import { orderBy } from "../src/publish/pdf/layout/index-order.ts";
import type { Bank } from "../src/model/bank.ts";
import { publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { readPdf, type PdfFile } from "./helpers/read-pdf.ts";

const latin = "abcdefghijklmnopqrstuvwxyz";
const sorted = (texts: readonly string[], alphabet = latin): string[] => texts.toSorted(orderBy(alphabet).compare);

describe("the order of an index", () => {
  it.each([
    [
      "digits as numbers before letters",
      ["10-fold", "2-way", "F10", "F2", "a"],
      ["2-way", "10-fold", "a", "F2", "F10"],
    ],
    [
      "case and marks aside",
      ["Zoo", "éclair", "apple", "Eel", "Ångström"],
      ["Ångström", "apple", "éclair", "Eel", "Zoo"],
    ],
    [
      "words before longer ones",
      ["datalog", "Data lake", "data-set", "Data"],
      ["Data", "Data lake", "data-set", "datalog"],
    ],
    ["what is no letter aside", ["“Zero”", "(b)", "`a`"], ["`a`", "(b)", "“Zero”"]],
    ["other scripts behind", ["яблоко", "βeta", "zoo"], ["zoo", "βeta", "яблоко"]],
  ])("puts %s", (_, texts, expected) => expect(sorted(texts)).toEqual(expected));

  it("follows the alphabet of the language where it names a letter with a mark", () => {
    const texts = ["ö", "zebra", "oj", "ärta", "ål", "é", "f"];
    expect(sorted(texts, `${latin}åäö`)).toEqual(["é", "f", "oj", "zebra", "ål", "ärta", "ö"]);
    expect(sorted(texts)).toEqual(["ål", "ärta", "é", "f", "ö", "oj", "zebra"]);
  });

  it("is the same for every order of the texts, and tells all texts apart", () => {
    const { compare } = orderBy(latin);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 6 })), (texts) => {
        const once = texts.toSorted(compare);
        expect(texts.toReversed().toSorted(compare)).toEqual(once);
        once.slice(1).forEach((text, index) => expect(compare(once[index] ?? "", text)).toBeLessThan(0));
      }),
    );
  });
});

/** A bank whose topics have facts of these leads. */
function bankOf(topics: Record<string, string[]>): Bank {
  const bank = smallBank();
  const [domain] = bank.domains;
  if (!domain?.sections[0]) throw new Error("The bank has a section");
  domain.sections[0].topics = Object.entries(topics).map(([title, leads]) =>
    topic(title.toLowerCase().replaceAll(" ", "-"), title, leads.map((lead) => `- **${lead}**: text`).join("\n")),
  );
  return { ...bank, domains: [domain], items: [] };
}

describe("the entries of an index", () => {
  const groups = (bank: Bank): Record<string, string[]> =>
    Object.fromEntries(indexOf(bank, latin).map(({ heading, entries }) => [heading, entries.map(({ text }) => text)]));

  it("are terms, titles and leads under their letters, each text once", () => {
    const bank = bankOf({ Streams: ["Shards", "drift", "3 readers"], Bias: ["Shards", "Ёлка", "漢字", "言葉"] });
    expect(groups(bank)).toEqual({
      3: ["3 readers"],
      b: ["Bias"],
      d: ["Drift"],
      s: ["Shards", "Streams"],
      е: ["Ёлка"],
      "漢–言": ["漢字", "言葉"],
    });
  });

  it("leave out a lead that three topics share, unless it is a term or a topic", () => {
    const leads = ["Choose it when", "Drift"];
    const bank = bankOf({ One: leads, Two: leads, Three: leads });
    expect(Object.values(groups(bank)).flat()).toEqual(["Bias", "Drift", "One", "Three", "Two"]);
    const drift = indexOf(bank, latin)
      .flatMap(({ entries }) => entries)
      .find(({ text }) => text === "Drift");
    expect(drift?.places.map(({ main }) => main)).toEqual([true, false, false, false]);
    expect(Object.values(groups(bankOf({ One: leads, Two: leads }))).flat()).toContain("Choose it when");
  });

  it("name each page once, the definition's apart and others joined", () => {
    const pages: Record<string, number> = { a: 4, b: 5, c: 5, d: 7, e: 8, f: 9, g: 12 };
    const place = (id: string, main = false): { id: string; main: boolean } => ({ id, main });
    const entry = { text: "x", places: [..."gfecba"].map((id) => place(id)).concat(place("d", true)) };
    expect(pagesOf(entry, (id) => pages[id])).toEqual([
      { first: 4, last: 5, main: false, id: "a" },
      { first: 7, last: 7, main: true, id: "d" },
      { first: 8, last: 9, main: false, id: "e" },
      { first: 12, last: 12, main: false, id: "g" },
    ]);
  });
});

describe("the columns of an index", () => {
  const unit = fc.record({
    height: fc.integer({ min: 8, max: 30 }),
    above: fc.integer({ min: 0, max: 9 }),
    isHeading: fc.boolean(),
  });

  it("hold every unit once and in order, none taller than the page", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), fc.integer({ min: 1, max: 4 }), (units, count) => {
        const pages = dealOut(units, count, (page) => (page === 0 ? 150 : 200));
        let next = 0;
        pages.forEach((columns, page) => {
          expect(columns.length).toBeLessThanOrEqual(count);
          for (const [start, end] of columns) {
            expect(start).toBe(next);
            expect(end).toBeGreaterThan(start);
            next = end;
            const height = units
              .slice(start, end)
              .reduce((sum, { height: own, above }, index) => sum + own + (index > 0 ? above : 0), 0);
            expect(height).toBeLessThanOrEqual(page === 0 ? 150 : 200);
          }
        });
        expect(next).toBe(units.length);
      }),
    );
  });

  const entry: Unit = { height: 10, above: 0, isHeading: false };
  const letter: Unit = { height: 20, above: 5, isHeading: true };

  it("never end with a heading or the first entry below it", () => {
    const units = [...Array.from({ length: 8 }, () => entry), letter, entry, entry, entry];
    expect(dealOut(units, 1, () => 115)).toEqual([[[0, 8]], [[8, 12]]]);
    expect(dealOut(units, 1, () => 125)).toEqual([[[0, 11]], [[11, 12]]]);
    // A group of one entry is whole.
    const short = [...units.slice(0, 10), letter, entry];
    expect(dealOut(short, 1, () => 115)).toEqual([[[0, 10]], [[10, 12]]]);
  });

  it("are of one height on the last page", () => {
    const units = Array.from({ length: 12 }, () => entry);
    expect(dealOut(units, 3, () => 500)).toEqual([
      [
        [0, 4],
        [4, 8],
        [8, 12],
      ],
    ]);
  });
});

describe("the printed index", () => {
  const leads = Array.from(
    { length: 400 },
    (_, index) => `Lead ${index} of a fact about sagemaker.estimator.Name${index}`,
  );
  const publish = async (pageSize: "A4" | "LETTER"): Promise<PdfFile> => {
    const bank = bankOf({ Long: leads.slice(0, 200), Longer: leads.slice(200) });
    const [guide] = await pdfPublisher.publish(publicationOf(bank, { config: { theme: { pageSize } } }));
    return readPdf(guide?.bytes ?? new Uint8Array());
  };

  it.each(["A4", "LETTER"] as const)("leads from every page number to that page, on %s", async (pageSize) => {
    const guide = await publish(pageSize);
    const start = guide.destinations.get("part-index") ?? 0;
    const links = guide.links.filter(({ page, title }) => page >= start && / page \d+$/u.test(title));
    expect(links).toHaveLength(404);
    for (const { title, destination = "" } of links) {
      const page = Number(/\d+$/u.exec(title)?.[0]);
      expect(guide.destinations.get(destination)).toBe(page);
    }
    const end = guide.destinations.get("part-licence") ?? 0;
    // Three columns of about sixty lines, of which most entries take two.
    expect(end - start).toBeGreaterThan(3);
    expect(end - start).toBeLessThan(9);
    const lengths = guide.pages.slice(start - 1, end - 1).map((text) => text.length);
    for (const length of lengths.slice(0, -1)) expect(length).toBeGreaterThan(3000);
  });

  it("is in the contents, and is left out of a guide without topics and terms", async () => {
    const guide = await publish("A4");
    const start = guide.destinations.get("part-index") ?? 0;
    expect(guide.pages[1]?.replaceAll("\n", " ")).toContain(`Index ${start}`);
    const bank = bankOf({});
    const glossary = { title: "Glossary", introduction: { nodes: [], text: "" }, terms: [] };
    const [bare] = await pdfPublisher.publish(publicationOf({ ...bank, glossary }));
    expect(readPdf(bare?.bytes ?? new Uint8Array()).destinations.has("part-index")).toBe(false);
  });
});
