// What links in and between the documents promise: they lead where they say, and print tells where that is.
import { describe, expect, it } from "vitest";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import type { Bank } from "../src/model/bank.ts";
import type { Artifact } from "../src/publish/publisher.ts";
import { content, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { readPdf, type Bookmark, type PdfFile, type PdfLink } from "./helpers/read-pdf.ts";

const names = ["study-guide", "practice-exam", "answers"] as const;
type Files = Record<(typeof names)[number], PdfFile>;

async function publish(bank: Bank): Promise<Files> {
  const artifacts = await pdfPublisher.publish(publicationOf(bank));
  expect(artifacts.map(({ path }) => path)).toEqual(names.map((name) => `${bank.guide}/${bank.guide}-${name}.pdf`));
  const read = (artifact: Artifact | undefined): PdfFile => readPdf(artifact?.bytes ?? new Uint8Array());
  return { "study-guide": read(artifacts[0]), "practice-exam": read(artifacts[1]), answers: read(artifacts[2]) };
}

/** The small bank with links of every kind in its prose, an explanation and a stem. */
function linkedBank(): Bank {
  const bank = smallBank({
    introduction: content("Welcome.\n\n## How to study\n\nRead on.\n\n## More\n\nMore."),
  });
  const prose = [
    "[the word](../glossary.md#drift)",
    "[all words](../glossary.md)",
    "[the study plan](../guide.md#how-to-study)",
    "[the other domain](d2.md)",
    "[deep inside](d2.md#deeper)",
    "[a question](../items/D1-two.md)",
    "[a file of nobody](../terms.yaml)",
  ].join(", ");
  bank.domains[0]?.sections[0]?.topics.push(topic("links", "Links", `Text with ${prose}.`));
  const [first, second] = bank.items;
  if (!first || !second) throw new Error("The bank has items");
  first.explanation = content("As [the third topic](../domains/d2.md#third-topic) says; see [its sibling](D1-two.md).");
  second.stem = content("Given [the first topic](../domains/d1.md#-first-topic), which are right?");
  return bank;
}

const files = await publish(linkedBank());
const linkNamed = (file: PdfFile, title: string): PdfLink | undefined =>
  file.links.find((link) => link.title === title);

/** The text of a document on one line, commas where they belong: a link before one is drawn apart. */
const textOf = ({ pages }: Pick<PdfFile, "pages">): string =>
  pages.join("\n").replaceAll(/\s+/gu, " ").replaceAll(" ,", ",");

describe("links inside a document", () => {
  it.each([
    ["the word", "term-drift"],
    ["all words", "part-glossary"],
    ["the study plan", "heading-guide--how-to-study"],
    ["the other domain", "domain-D2"],
    ["deep inside", "heading-D2--deeper"],
  ])("in prose lead %s to %s", (title, destination) => {
    expect(linkNamed(files["study-guide"], title)).toMatchObject({ destination });
    expect(linkNamed(files["study-guide"], title)).not.toHaveProperty("file");
  });

  it("are plain text where no document has the target", () => {
    expect(linkNamed(files["study-guide"], "a file of nobody")).toBeUndefined();
    expect(files["study-guide"].pages.join("\n")).toContain("a file of nobody");
  });

  it("lead to a page that shows the target", () => {
    const page = files["study-guide"].destinations.get("heading-guide--how-to-study") ?? 0;
    expect(textOf({ pages: files["study-guide"].pages.slice(page - 1, page) })).toContain("How to study");
  });
});

describe("links between documents", () => {
  it("name a file that lies beside, and a destination that it has", () => {
    for (const name of names) {
      const between = files[name].links.filter(({ file }) => file !== undefined);
      expect(between.length).toBeGreaterThan(0);
      for (const { file = "", destination = "" } of between) {
        expect(file).toMatch(/^demo-(?:study-guide|practice-exam|answers)\.pdf$/u);
        const target = names.find((each) => file === `demo-${each}.pdf`);
        expect(target).not.toBe(name);
        expect([...files[target ?? name].destinations.keys()]).toContain(destination);
      }
    }
  });

  it("go from each item's answer to its topic and its question, with both pages in print", () => {
    const { answers, "study-guide": guide, "practice-exam": exam } = files;
    const printed = textOf(answers);
    linkedBank().items.forEach(({ id, topic: { id: topicId, title } }, index) => {
      const of = (destination: string, file: string): PdfLink[] =>
        answers.links.filter((link) => link.destination === destination && link.file === file);
      expect(of(`topic-${topicId}`, "demo-study-guide.pdf").length).toBeGreaterThan(0);
      expect(of(`item-${id}`, "demo-practice-exam.pdf")).toHaveLength(1);
      const topicPage = guide.destinations.get(`topic-${topicId}`);
      const itemPage = exam.destinations.get(`item-${id}`);
      expect(printed).toContain(
        `Study guide, page ${topicPage}: ${title} · Practice exam, page ${itemPage}: Question ${index + 1}`,
      );
    });
  });

  it("go from a topic to its questions, by number and page", () => {
    const { "study-guide": guide, "practice-exam": exam } = files;
    const numbers = linkedBank().items.flatMap(({ topic: { id }, id: itemId }, index) =>
      id === "first-topic" ? [`${index + 1} (page ${exam.destinations.get(`item-${itemId}`)})`] : [],
    );
    expect(numbers.length).toBeGreaterThan(2);
    expect(textOf(guide)).toContain(`Practice: ${numbers.join(", ")} `);
    expect(textOf(guide).match(/Practice:/gu)).toHaveLength(2);
  });

  it("go from a question to its answer by number, without a page or a word of it", () => {
    const links = files["practice-exam"].links.filter(({ file }) => file === "demo-answers.pdf");
    expect(links.map(({ destination }) => destination)).toEqual(linkedBank().items.map(({ id }) => `item-${id}`));
    expect(links.map(({ title }) => title)).toEqual(
      links.map((_, index) => `Answers and explanations: Answer ${index + 1}`),
    );
  });

  it("in an explanation lose nothing in print, and stay in the booklet for another item", () => {
    const page = files["study-guide"].destinations.get("topic-third-topic");
    expect(linkNamed(files.answers, "the third topic")).toMatchObject({
      file: "demo-study-guide.pdf",
      destination: "topic-third-topic",
    });
    const printed = textOf(files.answers);
    expect(printed).toContain(`As the third topic (Study guide, page ${page}) says`);
    expect(linkNamed(files.answers, "its sibling")).toMatchObject({ destination: "item-D1-two" });
    expect(linkNamed(files.answers, "its sibling")).not.toHaveProperty("file");
  });

  it("in a stem and in prose name the document that they lead into", () => {
    expect(linkNamed(files["practice-exam"], "the first topic")).toMatchObject({ file: "demo-study-guide.pdf" });
    expect(textOf(files["practice-exam"])).toContain("the first topic (Study guide), which");
    const page = files["practice-exam"].destinations.get("item-D1-two");
    expect(linkNamed(files["study-guide"], "a question")).toMatchObject({ file: "demo-practice-exam.pdf" });
    expect(textOf(files["study-guide"])).toContain(`a question (Practice exam, page ${page})`);
  });

  it("have names of ASCII, whatever the script of the ids, so that viewers find them by their bytes", async () => {
    const bank = smallBank();
    const third = bank.domains[1]?.sections[0]?.topics[0];
    if (!third) throw new Error("The bank has a topic");
    third.id = "дрейф-данных";
    for (const item of bank.items) item.topic = third;
    const made = await publish(bank);
    const destinations = [...made["study-guide"].destinations.keys()];
    expect(destinations.join("")).toMatch(/^[\w.-]*$/u);
    expect(destinations).toEqual([...destinations].sort());
    const targets = made.answers.links.filter(({ file }) => file === "demo-study-guide.pdf");
    expect(targets).toHaveLength(bank.items.length);
    for (const { destination = "" } of targets) expect(destinations).toContain(destination);
  });
});

describe("the bookmarks", () => {
  const titles = (bookmarks: readonly Bookmark[]): unknown[] =>
    bookmarks.map(({ title, children }) => (children.length > 0 ? [title, titles(children)] : title));

  it("of the study guide hold every part, section, topic and heading, and the letters of the index", () => {
    expect(titles(files["study-guide"].outline)).toEqual([
      "Contents",
      [
        "The exam at a glance",
        ["How the exam is taken", "How the score is divided", "Dated notices", "How to study", "More"],
      ],
      ["D1 Data Preparation", [["First section", ["First topic", "Second topic", "Links"]]]],
      ["D2 Model Development", [["First section", [["Third topic", ["Deeper"]]]]]],
      "Glossary",
      ["Index", ["B", "D", "F", "L", "S", "T"]],
      "Licence and disclaimer",
    ]);
  });

  it("of the booklets hold the items under their domains", () => {
    const items = (from: number): string[] => [0, 1, 2, 3].map((index) => `Question ${from + index}`);
    const domains = [
      ["D1 Data Preparation", items(1)],
      ["D2 Model Development", items(5)],
    ];
    expect(titles(files["practice-exam"].outline)).toEqual([
      ["Instructions", ["How to mark", "The questions by domain"]],
      ...domains,
      "Licence and disclaimer",
    ]);
    expect(titles(files.answers.outline)).toEqual([
      ["Keys at a glance", ["D1 Data Preparation", "D2 Model Development"]],
      ...domains,
      "Licence and disclaimer",
    ]);
  });
});
