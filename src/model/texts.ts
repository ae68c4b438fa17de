// Every rich text of a bank by file: for whatever looks at wording, wherever it stands.
import { pathInGuide, type Bank, type Item } from "./bank.ts";
import type { Content } from "./content.ts";

/** All rich texts of one file. */
export interface FileTexts {
  path: string;
  /** Of an item's file. */
  itemId?: string;
  contents: Content[];
}

/** All texts of a bank, each once: items first, then the other files. */
export function textsOf(bank: Bank): FileTexts[] {
  return [...bank.items.map(textsOfItemFile), ...textsOfOthers(bank)];
}

/** The texts of an item's file. */
export function textsOfItemFile(item: Item): FileTexts {
  return { path: item.path, itemId: item.id, contents: textsOfItem(item) };
}

/** The texts of the files that are no items: domains with their topics, glossary and introduction. */
export function textsOfOthers(bank: Bank): FileTexts[] {
  const domains = bank.domains.map(({ introduction, sections, path }) => ({
    path,
    contents: [
      introduction,
      ...sections.flatMap(({ titleContent, lead, body, topics }) => [
        titleContent,
        lead,
        body,
        // A topic's body holds its facts and tables.
        ...topics.flatMap((topic) => [topic.titleContent, topic.body]),
      ]),
    ],
  }));
  const { introduction, terms } = bank.glossary;
  const glossary = [introduction, ...terms.flatMap(({ leadContent, body }) => [leadContent, body])];
  const others = [
    { path: pathInGuide(bank, "glossary.md"), contents: glossary },
    { path: pathInGuide(bank, "guide.md"), contents: [bank.introduction] },
  ];
  return [...domains, ...others].filter(({ contents }) => contents.some(({ nodes }) => nodes.length > 0));
}

/** The texts of one item in the order of its file. */
export function textsOfItem({ stem, answer, explanation }: Item): Content[] {
  return [stem, ...textsOfAnswer(answer), explanation];
}

function textsOfAnswer(answer: Item["answer"]): Content[] {
  if (answer.type === "matching") {
    const { headings, prompts, matches } = answer;
    return [headings.prompt, headings.match, ...[...prompts, ...matches].map(({ content }) => content)];
  }
  const choices = answer.type === "ordering" ? [...answer.steps, ...answer.unused] : answer.choices;
  return choices.flatMap(({ content, rationale }) => (rationale === null ? [content] : [content, rationale]));
}
