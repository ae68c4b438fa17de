// Which texts of a published bank each of its three PDFs prints.

/** Plain texts by document. */
export function printedTexts({ introduction, domains, glossary, items }) {
  const topics = domains.flatMap(({ sections }) => sections.flatMap(({ topics }) => topics));
  const sections = domains.flatMap(({ sections }) => sections);
  return {
    "study-guide": [
      introduction.text,
      ...domains.flatMap(({ title, introduction }) => [title, introduction.text]),
      ...sections.flatMap(({ title, body }) => [title, body.text]),
      ...topics.flatMap(({ title, body }) => [title, body.text]),
      ...glossary.flatMap(({ term, definition }) => [term, definition.text]),
    ],
    "practice-exam": items.flatMap((item) => [
      item.id,
      item.stem.text,
      ...contentsOf(item).map(({ content }) => content.text),
    ]),
    answers: items.flatMap((item) => [
      item.id,
      ...contentsOf(item).flatMap(({ content, rationale }) => [content.text, rationale?.text ?? ""]),
      item.explanation.text,
      ...item.references.flatMap(({ title, url }) => [title, url]),
    ]),
  };
}

/** Choices, steps, prompts and matches. */
const contentsOf = ({ choices = [], steps = [], unused = [], prompts = [], matches = [] }) =>
  [...choices, ...steps, ...unused, ...prompts, ...matches].filter(({ content }) => content !== undefined);
