// What the two booklets promise: the practice booklet tells no key anywhere in its file, the answer booklet tells everything.
import { describe, expect, it } from "vitest";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import type { Bank } from "../src/model/bank.ts";
import type { Content } from "../src/model/content.ts";
import type { Answer, Choice } from "../src/model/document.ts";
import { at, choice, content, item, publicationOf, smallBank } from "./helpers/pdf-form.ts";
import { readPdf, type PdfFile } from "./helpers/read-pdf.ts";

async function publish(bank: Bank): Promise<{ exam: PdfFile; answers: PdfFile; examBytes: Uint8Array }> {
  const [, exam, answers] = await pdfPublisher.publish(publicationOf(bank));
  if (!exam || !answers) throw new Error("Three documents are published");
  return { exam: readPdf(exam.bytes), answers: readPdf(answers.bytes), examBytes: exam.bytes };
}

/** The booklets of the small bank, for the tests that only look. */
const small = await publish(smallBank());

/** Everything that a file says to anyone: drawn, described, named or noted. */
const everything = ({ pages, strings, metadata }: PdfFile): string =>
  [...pages, ...strings, metadata].join("\n").replaceAll(/\s+/gu, " ");

const textOf = ({ pages }: Pick<PdfFile, "pages">): string => pages.join("\n").replaceAll(/\s+/gu, " ");

/** Items of all types, in which every text that an answer adds has a word of its own; turned, they have other keys. */
function secretBank(secret: string, isTurned = false): Bank {
  const bank = smallBank();
  const [domain] = bank.domains;
  if (!domain) throw new Error("The bank has a domain");
  const position = at(1, 1);
  const own = {
    explanation: content(`${secret} is explained, and so is $$${secret}$$.`),
    references: [{ title: `${secret} reference`, url: `https://example.org/${secret}`, position }],
  };
  const rationale = `${secret} is the rationale.`;
  const choices = (keys: number): Choice[] =>
    ["North", "South", "East", "West", "Centre"].map((text, index) =>
      choice(text, isTurned ? index >= 5 - keys : index < keys, rationale),
    );
  const steps = ["Ingest", "Train", "Deploy"].map((text) => choice(text, true, rationale));
  const unused = [choice("Delete", false)];
  const inline = (text: string): Content => ({ nodes: [{ type: "text", value: text }], text });
  const matching: Answer = {
    type: "matching",
    headings: { prompt: inline("Need"), match: inline("Service") },
    prompts: ["m1", "m2"].map((match, index) => ({
      id: `p${index + 1}`,
      content: content(`Prompt p${index + 1}`),
      match: isTurned ? "m2" : match,
      position,
    })),
    matches: ["m1", "m2"].map((id) => ({ id, content: content(`Match ${id}`), position })),
  };
  const items = [
    item("where", domain, "Where?", { type: "multiple-choice", choices: choices(1) }, own),
    item("which", domain, "Which two?", { type: "multiple-response", choices: choices(2) }, own),
    item("order", domain, "In which order?", { type: "ordering", steps, unused }, own),
    item("match", domain, "What belongs together?", matching, own),
  ];
  return { ...bank, items };
}

describe("the practice booklet", () => {
  it("has no word of a rationale, an explanation or a reference, nor a key, in its text, structure or metadata", async () => {
    const { exam, answers } = await publish(secretBank("Mandragora"));
    expect(everything(answers).match(/Mandragora/gu)?.length).toBeGreaterThan(15);
    expect(everything(exam)).not.toMatch(/mandragora/iu);
    expect(everything(exam)).not.toMatch(/\b(?:Key|Right order|Not used)\b/u);
    for (const shown of ["North", "Ingest", "Delete", "Prompt p1", "Match m2", "Choose two."])
      expect(textOf(exam)).toContain(shown);
  });

  it("is byte for byte the same whatever the keys of all types and the texts of the answers are", async () => {
    const [one, other] = [await publish(secretBank("Mandragora")), await publish(secretBank("Hemlock", true))];
    expect(Buffer.from(other.examBytes).equals(Buffer.from(one.examBytes))).toBe(true);
    expect(everything(other.answers)).not.toBe(everything(one.answers));
  });

  it("tells how long it takes at the pace of the exam, as a whole and by domain, and how each type is marked", async () => {
    const { exam } = small;
    // Two minutes a question: 130 for 50 scored and 15 unscored ones.
    expect(textOf(exam)).toContain("At that pace, the 8 questions of this booklet take 16 minutes.");
    expect(textOf(exam)).toMatch(/D1 Data Preparation Questions 1 to 4 8 minutes \/ 4 3/u);
    for (const type of ["Multiple choice", "Multiple response", "Ordering", "Matching"])
      expect(textOf(exam)).toContain(
        `${type} M`.replace("Ordering M", "Ordering W").replace("Matching M", "Matching W"),
      );
  });

  it("sets a number of any length in one line", async () => {
    const publication = publicationOf(smallBank());
    publication.form.items.forEach((each, index) => (each.number = 1000 + index));
    const [, exam] = await pdfPublisher.publish(publication);
    expect(exam && readPdf(exam.bytes).pages.join("\n").split("\n")).toContain("1000");
  });

  it("explains only the types that it has, and rounds its time up", async () => {
    const bank = smallBank();
    const { exam } = await publish({ ...bank, items: bank.items.slice(0, 1) });
    expect(textOf(exam)).toContain("Multiple choice Mark");
    expect(textOf(exam)).not.toContain("Matching");
    bank.exam.format = { scored: 60, minutes: 90, types: ["matching"] };
    expect(textOf((await publish({ ...bank, items: bank.items.slice(0, 1) })).exam)).toContain("take 2 minutes.");
  });
});

describe("the answer booklet", () => {
  it("has the key, every rationale, the explanation and the addresses of all references in print", async () => {
    const { answers } = small;
    const text = textOf(answers);
    for (const printed of [
      "Key: A, B",
      "It holds the history.",
      "It holds the latest values only.",
      "The explanation says why .",
      "The manual https://example.org/D1-one",
    ])
      expect(text).toContain(printed);
  });

  it("shows all keys at a glance, each of which leads to its item", async () => {
    const { answers } = small;
    for (const [index, { id }] of smallBank().items.entries()) {
      const link = answers.links.find(({ destination }) => destination === `item-${id}`);
      expect(link?.title).toMatch(new RegExp(`^Question ${index + 1}: [A-Z0-9]`, "u"));
      expect(link?.page).toBe(answers.destinations.get(`key-${id}`));
    }
  });
});

describe("the place to report a mistake", () => {
  it("is printed below every item of both booklets, with its address", async () => {
    const { exam, answers } = small;
    for (const file of [exam, answers])
      for (const { id } of smallBank().items) {
        const uri = `https://example.org/issues/${id}`;
        expect(file.links.filter((link) => link.uri === uri)).toHaveLength(1);
        expect(textOf(file)).toContain(`Report a mistake: example.org/issues/${id}`);
      }
  });

  it("is short in print, where the id stands beside it", async () => {
    const bank = smallBank();
    bank.exam.feedback = "https://example.org/issues/new?template=mistake.yml&title={id}#top";
    const { exam } = await publish(bank);
    expect(textOf(exam)).toMatch(/D1-one · Answer 1 · Report a mistake: example\.org\/issues\/new 2/u);
    expect(exam.links.map(({ uri }) => uri)).toContain(bank.exam.feedback.replace("{id}", "D1-one"));
  });

  it("leaves no trace where the exam names none", async () => {
    const bank = smallBank();
    const { feedback: _feedback, ...exam } = bank.exam;
    const made = await publish({ ...bank, exam });
    for (const file of [made.exam, made.answers]) {
      expect(textOf(file)).not.toContain("Report");
      expect(textOf(file)).not.toMatch(/·\s*(?:·|\d+ |$)/u);
      for (const { id } of bank.items) expect(textOf(file)).toContain(id);
    }
  });
});
