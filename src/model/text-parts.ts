// Every rich text of a bank with its file: for whatever looks at wording, wherever it stands.
import type { Bank, Item } from "./bank.ts";
import { topicsOf } from "./bank.ts";
import type { Content } from "./content.ts";

/** One rich text and where it stands. */
export interface TextPart {
  content: Content;
  path: string;
  /** Of an item's text. */
  itemId?: string;
}

/** All texts of a bank, each once: items first, then domains, glossary and introduction. */
export function* textPartsOf(bank: Bank): Iterable<TextPart> {
  for (const item of bank.items) yield* textPartsOfItem(item);
  for (const { introduction, sections, path } of bank.domains) {
    yield { content: introduction, path };
    for (const { lead, body } of sections) {
      yield { content: lead, path };
      yield { content: body, path };
    }
  }
  // A topic's body holds its facts and tables.
  for (const { body, path } of topicsOf(bank)) yield { content: body, path };
  for (const { leadContent, body, path } of bank.glossary.terms) {
    yield { content: leadContent, path };
    yield { content: body, path };
  }
}

/** The texts of one item in the order of its file. */
export function* textPartsOfItem({ id, path, stem, answer, explanation }: Item): Iterable<TextPart> {
  const part = (content: Content): TextPart => ({ content, path, itemId: id });
  yield part(stem);
  switch (answer.type) {
    case "matching":
      for (const { content } of [...answer.prompts, ...answer.matches]) yield part(content);
      break;
    case "ordering":
      for (const { content, rationale } of [...answer.steps, ...answer.unused]) {
        yield part(content);
        if (rationale !== null) yield part(rationale);
      }
      break;
    default:
      for (const { content, rationale } of answer.choices) {
        yield part(content);
        if (rationale !== null) yield part(rationale);
      }
  }
  yield part(explanation);
}
