// What the PDF publisher promises about its files.
import { deflateSync, inflateSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { canonicalHash } from "../src/publish/pdf/render/canonical.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import type { Artifact } from "../src/publish/publisher.ts";
import type { Bank } from "../src/model/bank.ts";
import type { Answer } from "../src/model/document.ts";
import { unpackPdf } from "./helpers/unpack-pdf.ts";
import { choice, content, item, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";

const publish = (bank: Bank = smallBank(), own = {}): Promise<Artifact[]> =>
  pdfPublisher.publish(publicationOf(bank, own));

/** The small bank's three documents, for the tests that only look. */
const [guide, exam, answers] = await publish();
if (!guide || !exam || !answers) throw new Error("Three documents are published");

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const streamPattern = /\/Length (\d+)([^]*?)>>\nstream\n/g;

/** The file with every stream deflated in another way. */
function recompress(bytes: Uint8Array): Uint8Array {
  const text = latin(bytes);
  let result = "";
  let at = 0;
  for (const match of text.matchAll(streamPattern)) {
    const start = match.index + match[0].length;
    const body = Buffer.from(text.slice(start, start + Number(match[1])), "latin1");
    const again = match[2]?.includes("FlateDecode") ? deflateSync(inflateSync(body), { level: 1 }) : body;
    result += text.slice(at, match.index) + match[0].replace(/\/Length \d+/u, `/Length ${again.length}`) + latin(again);
    at = start + body.length;
  }
  return Buffer.from(result + text.slice(at), "latin1");
}

/** The inflated content of all pages. */
function drawn(bytes: Uint8Array): string {
  const text = latin(bytes);
  return [...text.matchAll(streamPattern)]
    .filter((match) => match[2]?.includes("FlateDecode"))
    .map((match) => {
      const start = match.index + match[0].length;
      return latin(inflateSync(Buffer.from(text.slice(start, start + Number(match[1])), "latin1")));
    })
    .filter((stream) => stream.includes(" Tf "))
    .join("\n");
}

const pagesOf = (bytes: Uint8Array): number => Number(/\/Type \/Pages\n\/Count (\d+)/u.exec(unpackPdf(bytes))?.[1]);

const withTopic = (body: string): Bank => {
  const bank = smallBank();
  bank.domains[0]?.sections[0]?.topics.push(topic("tall-topic", "Tall topic", body));
  return bank;
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("artifacts", () => {
  it("are three documents that hold everything the bank holds", () => {
    const { found } = smallBank();
    const artifacts = [guide, exam, answers];
    expect(artifacts.map(({ path, counts }) => ({ path, counts }))).toEqual([
      {
        path: "demo/demo-study-guide.pdf",
        counts: { facts: found.facts, tables: found.tables, rows: found.rows, terms: found.terms },
      },
      { path: "demo/demo-practice-exam.pdf", counts: { items: found.items } },
      { path: "demo/demo-answers.pdf", counts: { items: found.items } },
    ]);
    for (const { bytes } of artifacts) expect(latin(bytes.subarray(0, 8))).toBe("%PDF-1.7");
  });

  it("count what was laid out, not what the bank says", async () => {
    const bank = smallBank();
    const second = bank.domains[0]?.sections[0]?.topics[1];
    second?.facts.push({
      id: "x",
      lead: "x",
      leadContent: content("x"),
      body: content("x"),
      path: "x",
      position: { start: { line: 99, column: 1 }, end: { line: 99, column: 2 } },
    });
    const [other] = await publish(bank);
    expect(other?.counts.facts).toBe(4);
  });

  it("are byte-equal on repeat, in another time zone, and whatever the locale sorts", async () => {
    const first = [guide, exam, answers];
    vi.stubEnv("TZ", "Pacific/Chatham");
    vi.spyOn(String.prototype, "localeCompare").mockImplementation(() => {
      throw new Error("The locale was asked");
    });
    expect((await publish()).map(({ bytes }) => bytes)).toEqual(first.map(({ bytes }) => bytes));
  });

  it("take the paper size of the config", async () => {
    const [letter] = await publish(smallBank(), { config: { theme: { pageSize: "LETTER" } } });
    expect(unpackPdf(letter?.bytes ?? new Uint8Array())).toContain("/MediaBox [0 0 612 792]");
  });

  it("state language, title and build date, with markup in the title escaped in XMP", () => {
    const text = unpackPdf(guide.bytes);
    expect(text).toContain("/Lang (en-GB)");
    expect(text).toContain("(D:20260102030405Z)");
    expect(text).toContain("Associate &amp; more (DEMO-1): Study guide</rdf:li>");
  });
});

describe("the practice booklet", () => {
  const withKey = (key: number): Bank => {
    const bank = smallBank();
    const [domain] = bank.domains;
    if (!domain) throw new Error("The bank has a domain");
    const answer: Answer = {
      type: "multiple-choice",
      choices: ["North", "South", "East"].map((text, index) =>
        choice(text, index === key, `${text} is ${index === key}.`),
      ),
    };
    return { ...bank, items: [item("one", domain, "Where?", answer, { explanation: content(`It is ${key}.`) })] };
  };

  it("is the same whichever choice is the key, while the answers differ", async () => {
    const [a, b] = [await publish(withKey(0)), await publish(withKey(2))];
    expect(a[1]?.bytes).toEqual(b[1]?.bytes);
    expect(a[2]?.bytes).not.toEqual(b[2]?.bytes);
  });
});

describe("layout", () => {
  const lines = 260;

  it("breaks a card that is taller than a page and loses no line of it", async () => {
    const body = Array.from({ length: lines }, (_, index) => `Paragraph ${index}.`).join("\n\n");
    const [tall] = await publish(withTopic(body));
    if (!tall) throw new Error("A study guide is published");
    const count = (bytes: Uint8Array): number => drawn(bytes).split("]TJ").length;
    expect(count(tall.bytes) - count(guide.bytes)).toBeGreaterThanOrEqual(lines);
    expect(pagesOf(tall.bytes)).toBeGreaterThan(pagesOf(guide.bytes) + 2);
  });

  it("breaks a table row that is taller than a page", async () => {
    const cell = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(" ");
    const [other] = await publish(
      withTopic(`Rows:\n\n| Service | Use case |\n|---|---|\n| S3 | ${cell} |\n| Glue | x |`),
    );
    expect(other?.counts).toMatchObject({ tables: 2, rows: 4 });
  });

  it("repeats header and caption of a long table on every page", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `| Service ${index} | Use |`).join("\n");
    const bank = withTopic(`A long table:\n\n| Service | Use case |\n|---|---|\n${rows}`);
    const [other] = await publish(bank);
    expect(other?.counts.rows).toBe(122);
    const headers = (drawn(other?.bytes ?? new Uint8Array()).match(/\n1 1 1 rg BT /gu) ?? []).length;
    expect(headers).toBeGreaterThan(8);
  });

  it("leaves out what a guide does not have", async () => {
    const bank = smallBank({ glossary: { title: "Glossary", introduction: content(""), terms: [] }, items: [] });
    const { notices: _notices, feedback: _feedback, ...exam } = bank.exam;
    const artifacts = await publish({
      ...bank,
      exam: { ...exam, format: { scored: 1, minutes: 1, types: ["matching"] } },
    });
    expect(artifacts.map(({ counts }) => counts.items ?? counts.terms)).toEqual([0, 0, 0]);
  });
});

describe("links", () => {
  it("lead to destinations that exist, which are sorted by their bytes", () => {
    for (const { bytes } of [guide, exam, answers]) {
      const text = unpackPdf(bytes);
      const names = [...text.matchAll(/^ {4}\(([^)]+)\) \[\d+ 0 R \/XYZ/gmu)].map((match) => match[1] ?? "");
      const targets = [...text.matchAll(/\/Dest \(([^)]+)\)/gu)].map((match) => match[1] ?? "");
      expect(names).toEqual([...names].sort());
      expect(names.length).toBeGreaterThan(3);
      expect(targets.length).toBeGreaterThan(3);
      expect(new Set(names)).toEqual(new Set([...names, ...targets]));
    }
  });

  it("go both ways between the contents and the sections", () => {
    const text = unpackPdf(guide.bytes);
    for (const id of ["domain-D1", "section-D1-1", "section-D2-1", "topic-third-topic"])
      expect(text).toContain(`/Dest (${id})`);
    // Back from four chapters, two domains and their two sections.
    expect(text.split("/Dest (part-contents)").length - 1).toBe(8);
  });

  it("go both ways between the keys and the items", () => {
    const text = unpackPdf(answers.bytes);
    for (const { id } of smallBank().items) {
      expect(text).toContain(`/Dest (item-${id})`);
      expect(text).toContain(`/Dest (key-${id})`);
    }
  });

  it("are one annotation a line, with the text as description", async () => {
    const [other] = await publish(withTopic("[a link of several words](https://example.org/words)"));
    const text = unpackPdf(other?.bytes ?? new Uint8Array());
    expect(text.split("(https://example.org/words)").length - 1).toBe(1);
    expect(text).toContain("/Contents (a link of several words)");
    // The printed address has break opportunities, which do not cut the link.
    for (const { id } of smallBank().items)
      expect(unpackPdf(answers.bytes)).toContain(`/Contents (https://example.org/${id})`);
  });

  it("put domains, sections and topics into the outline", () => {
    const text = unpackPdf(guide.bytes);
    for (const title of ["D1 Data Preparation", "First section", "First topic", "Glossary"]) {
      expect(text).toContain(`/Title (${title})`);
    }
  });
});

describe("the structure", () => {
  const count = (bytes: Uint8Array, role: string): number =>
    unpackPdf(bytes).split(new RegExp(`/S /${role}\\b`, "u")).length - 1;

  it("holds headings, lists and tables as what they are", () => {
    expect(unpackPdf(guide.bytes)).toContain("/Marked true");
    const roles = { Sect: 22, H1: 7, H2: 11, H3: 3, H4: 1, L: 8, LBody: 18, Caption: 1, TH: 8, TD: 10, TOCI: 11 };
    for (const [role, number] of Object.entries(roles))
      expect([role, count(guide.bytes, role)]).toEqual([role, number]);
  });

  it("is claimed as PDF/UA-1, once", () => {
    for (const { bytes } of [guide, exam, answers])
      expect(unpackPdf(bytes).match(/<pdfuaid:part>1<\/pdfuaid:part>/gu)).toHaveLength(1);
  });

  it("has a place for all that is drawn", () => {
    for (const { bytes } of [guide, exam, answers]) {
      let isOpen = false;
      for (const [operator] of drawn(bytes).matchAll(/\b(?:BDC|EMC|BT)\b/gu)) {
        if (operator === "BT") expect(isOpen).toBe(true);
        else isOpen = operator === "BDC";
      }
      expect(isOpen).toBe(false);
    }
  });

  it("counts a repeated table header once, and an empty cell as a cell", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `| Service ${index} | |`).join("\n");
    const [other] = await publish(withTopic(`A long table:\n\n| Service | Use case |\n|---|---|\n${rows}`));
    // Two tables with their headers; of each row the first cell is a header too.
    expect(count(other?.bytes ?? new Uint8Array(), "TH")).toBe(8 + 2 + 120);
    expect(count(other?.bytes ?? new Uint8Array(), "TD")).toBe(10 + 120);
  });
});

describe("the cross-reference", () => {
  it("leads to every object, packed or not", () => {
    for (const { bytes } of [guide, exam, answers]) {
      const text = latin(bytes);
      const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1]);
      const [head, size, length] =
        /\/Type \/XRef\n\/Size (\d+)[^]*?\/Length (\d+)[^]*?stream\n/u.exec(text.slice(start)) ?? [];
      const body = start + text.slice(start).indexOf(String(head)) + String(head).length;
      const table = inflateSync(bytes.subarray(body, body + Number(length)));
      expect(table.length).toBe(Number(size) * 7);
      for (let number = 1; number < Number(size); number++) {
        const [type, place, index] = [
          table[number * 7],
          table.readUInt32BE(number * 7 + 1),
          table.readUInt16BE(number * 7 + 5),
        ];
        if (type === 1) expect(text.startsWith(`${number} 0 obj\n`, place)).toBe(true);
        else {
          expect(type).toBe(2);
          const at = table.readUInt32BE(place * 7 + 1);
          const [, first, bytesOf] = /\/First (\d+)\n\/Length (\d+)/u.exec(text.slice(at, at + 200)) ?? [];
          const begin = text.indexOf("stream\n", at) + 7;
          const packed = latin(inflateSync(bytes.subarray(begin, begin + Number(bytesOf))));
          expect(packed.slice(0, Number(first)).split(" ")[2 * index]).toBe(String(number));
        }
      }
    }
  });
});

describe("canonicalHash", () => {
  it("does not depend on how streams are compressed", () => {
    const again = recompress(guide.bytes);
    expect(again.length).not.toBe(guide.bytes.length);
    expect(canonicalHash(again)).toBe(guide.contentSha256);
  });

  it("depends on every word and on the build date", async () => {
    const hashes = [
      [guide],
      await publish(withTopic("One more word.")),
      await publish(smallBank(), { date: new Date("2026-01-03T00:00:00Z") }),
    ].map(([artifact]) => artifact?.contentSha256);
    expect(new Set(hashes).size).toBe(3);
  });
});
