// Everything of a bank that the PDF documents print, with the file that it stands in.
import { wholeFile, type Position } from "../../../diagnostic.ts";
import { pathInGuide, type Bank, type Item } from "../../../model/bank.ts";
import type { Content } from "../../../model/content.ts";
import type { Words } from "../../../model/types.gen.ts";
import { escapeKey } from "../../../model/yaml-places.ts";

/** A rich text of a file. */
export interface PrintedContent {
  path: string;
  content: Content;
}

/** A plain text of a file. */
export interface PrintedString {
  path: string;
  text: string;
  position: Position;
}

/** All rich texts in printed order. */
export function printedContents(bank: Bank): PrintedContent[] {
  const at = (path: string, ...contents: (Content | null)[]): PrintedContent[] =>
    contents.flatMap((content) => (content && content.nodes.length > 0 ? [{ path, content }] : []));
  const glossaryPath = bank.glossary.terms[0]?.path;
  return [
    ...at(pathInGuide(bank, "guide.md"), bank.introduction),
    ...bank.domains.flatMap((domain) => [
      ...at(domain.path, domain.introduction),
      ...domain.sections.flatMap(({ lead, body, topics }) => [
        ...at(domain.path, lead, body),
        ...topics.flatMap((topic) => at(topic.path, topic.body)),
      ]),
    ]),
    ...(glossaryPath === undefined ? [] : at(glossaryPath, bank.glossary.introduction)),
    ...bank.glossary.terms.flatMap(({ path, leadContent, body }) => at(path, leadContent, body)),
    ...bank.items.flatMap((item) => at(item.path, item.stem, ...answerContents(item), item.explanation)),
  ];
}

function answerContents({ answer }: Item): (Content | null)[] {
  switch (answer.type) {
    case "multiple-choice":
    case "multiple-response":
      return answer.choices.flatMap(({ content, rationale }) => [content, rationale]);
    case "ordering":
      return [...answer.steps, ...answer.unused].flatMap(({ content, rationale }) => [content, rationale]);
    case "matching":
      return [
        answer.headings.prompt,
        answer.headings.match,
        ...[...answer.prompts, ...answer.matches].map(({ content }) => content),
      ];
  }
}

/** All plain texts: headings, titles and addresses of references, the title of the glossary, and every string of exam.yaml. */
export function printedStrings(bank: Bank): PrintedString[] {
  const examPath = pathInGuide(bank, "exam.yaml");
  return [
    ...stringsIn(bank.exam, "").map(({ text, pointer }) => ({
      path: examPath,
      text,
      position: bank.examPlaces[pointer] ?? wholeFile,
    })),
    ...bank.domains.flatMap((domain) =>
      domain.sections.flatMap((section) => [
        { path: domain.path, text: section.title, position: section.position },
        ...section.topics.map(({ emoji = "", title, path, position }) => ({
          path,
          text: `${emoji}${title}`,
          position,
        })),
      ]),
    ),
    ...bank.glossary.terms.slice(0, 1).map(({ path }) => ({ path, text: bank.glossary.title, position: wholeFile })),
    ...bank.items.flatMap(({ path, references }) =>
      references.map(({ title, url, position }) => ({ path, text: `${title} ${url}`, position })),
    ),
  ];
}

/** The published words of the guide's language, all at the place that names it. */
export function printedWords({ common, formats, pdf }: Words, bank: Bank): PrintedString[] {
  const at = { path: pathInGuide(bank, "exam.yaml"), position: bank.examPlaces["/language"] ?? wholeFile };
  return stringsIn([common, formats, pdf], "").map(({ text }) => ({ ...at, text }));
}

/** The strings of a JSON value with their JSON pointers (RFC 6901), depth first. */
function stringsIn(value: unknown, pointer: string): { text: string; pointer: string }[] {
  if (typeof value === "string") return [{ text: value, pointer }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => stringsIn(child, `${pointer}/${escapeKey(key)}`));
}
