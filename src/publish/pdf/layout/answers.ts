// The answer booklet: the keys as a grid, then for each item its key, every rationale, the explanation and the references.
import type { Domain, Item } from "../../../model/bank.ts";
import type { Choice, Match, Prompt } from "../../../model/document.ts";
import type { FormAnswer, FormItem, Labelled } from "../../../model/form.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { tight } from "../boxes.ts";
import { fileNameOf, linkTo, type PageIn, type Place } from "../documents.ts";
import type { Face } from "../fonts.ts";
import type { Block, Cell, Definition, Inline } from "../node.ts";
import { tablePadding } from "../padding.ts";
import type { Setting } from "../setting.ts";
import { cover } from "./cover.ts";
import { domainChapter, opener } from "./domain.ts";
import { imprint, itemsByDomain, marked, markedList, numberColumn, numbered, sideHeadings } from "./item.ts";
import { chapterHeading, frame, licence, neutralChapter, sectionHeading } from "./page.ts";
import { accentFor, say, settingOf, within, type Source } from "./source.ts";

/** The answer booklet's definition; `pageIn` tells the pages of the other two documents. */
export function answers(shared: Source, pageIn: PageIn): Definition {
  const source = within(shared, "answers", pageIn);
  const { words } = source;
  const name = words.pdf.answers;
  const domains = itemsByDomain(source);
  const gridColumns = gridColumnsFor(source);
  return frame(source, {
    name,
    content: [
      ...cover(source, name),
      chapterHeading(source, words.pdf.keys, ids.keys),
      { text: say(source, words.pdf.keysNote, { color: source.theme.colors.muted }) },
      ...domains.map(({ domain, items }) => keyGrid(source, domain, items, gridColumns)),
      ...domains.flatMap(({ domain, items }) => [
        ...opener(source, domain, ids.keys),
        ...items.map((item) => itemBlock(source, item, domain)),
      ]),
      ...licence(source, ids.keys),
    ],
    chapters: [
      neutralChapter(source, ids.keys, words.pdf.keys),
      ...domains.map(({ domain }) => domainChapter(source, domain, ids.domain(domain))),
      neutralChapter(source, ids.licence, words.pdf.licence),
    ],
  });
}

/** The key in one line: letters in order, or pairs of number and letter. */
function keyText(answer: FormAnswer): string {
  switch (answer.type) {
    case "multiple-choice":
    case "multiple-response":
      return answer.key.join(", ");
    case "ordering":
      return answer.key.join(" → ");
    case "matching":
      return answer.prompts.map(({ label }, index) => `${label}${answer.key[index] ?? ""}`).join("  ");
  }
}

/** As many columns as the widest key leaves room for, and no more than that rows can still be told apart. */
function gridColumnsFor(source: Source): number {
  const [left, , right] = tablePadding.grid;
  const bold: Face = { family: "body", bold: true, italics: false };
  const widths = source.form.items.map(({ number, answer }) =>
    source.fonts.widthOf(`${number}  ${keyText(answer)}`, bold, source.theme.sizes.body),
  );
  // A spread of all keys would overflow the stack in a large form.
  const widest = widths.reduce((most, width) => Math.max(most, width), 1);
  return Math.min(6, Math.max(2, Math.floor(source.width / (widest + left + right))));
}

function keyGrid(source: Source, domain: Domain, items: readonly FormItem[], gridColumns: number): Block {
  const { theme } = source;
  const accent = accentFor(source, domain);
  const cells = items.map(({ number, item, answer }): Cell => {
    const linkTitle = `${fill(source.words.pdf.question, { number })}: ${keyText(answer)}`;
    const link = { linkToDestination: ids.item(item.id), linkTitle };
    return {
      text: [
        ...say(source, `${number}  `, { color: theme.colors.muted, ...link }),
        ...say(source, keyText(answer), { bold: true, color: accent.strong, ...link }),
      ],
      id: ids.key(item.id),
    };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / gridColumns) }, (_, row) =>
    Array.from({ length: gridColumns }, (_, column): Cell => cells[row * gridColumns + column] ?? { text: [] }),
  );
  return {
    stack: [
      sectionHeading(source, `${domain.id} ${domain.title}`, accent.strong),
      { table: { widths: Array.from({ length: gridColumns }, () => "*" as const), body: rows }, layout: "grid" },
    ],
    ...(items.length <= 60 ? { unbreakable: true } : {}),
  };
}

/** The item in two parts: its key and choices, and what explains them. */
function itemBlock(source: Source, { number, item, answer }: FormItem, domain: Domain): Block {
  const { words, theme } = source;
  const accent = accentFor(source, domain);
  const setting = settingOf(source, { path: item.path, accent, width: source.width - numberColumn });
  const mark = {
    text: say(source, String(number), { font: "heading", color: accent.strong, linkToDestination: ids.key(item.id) }),
    id: ids.item(item.id),
    role: "H2" as const,
    outline: { level: 2, title: fill(words.pdf.question, { number }) },
  };
  const key: Block = {
    text: [
      ...say(source, `${words.common.key}: `, { bold: true, color: theme.colors.muted }),
      ...say(source, keyText(answer), { bold: true, color: accent.strong }),
    ],
    fontSize: setting.size + 1,
    margin: [0, 1, 0, 4],
    keepWithNext: true,
  };
  const explained: Block[] = [
    label(source, words.common.explanation, setting),
    ...blocks(item.explanation.nodes, setting),
    ...references(source, item.references, setting),
    placesLine(source, item, number),
    { ...imprint(source, item.id), margin: [0, 3, 0, 0] },
  ];
  const solved: Block = { ...numbered(source, mark, [key, ...solution(source, answer, setting)]), places: "items" };
  return {
    stack: [solved, { stack: explained, margin: [numberColumn, 4, 0, 0] }],
    margin: [0, 0, 0, 18],
    together: true,
  };
}

function solution(source: Source, answer: FormAnswer, setting: Setting): Block[] {
  switch (answer.type) {
    case "multiple-choice":
    case "multiple-response":
      return markedList(answer.choices.map((choice) => solved(source, choice, choice.value.key, setting)));
    case "ordering": {
      const { unused } = source.words.pdf;
      const used = answer.key.flatMap((key) => answer.steps.filter((step) => step.label === key));
      const rest = answer.steps.filter((step) => !answer.key.includes(step.label));
      return [
        label(source, source.words.pdf.rightOrder, setting),
        ...markedList(used.map((step) => solved(source, step, true, setting))),
        ...(rest.length > 0 ? [label(source, unused, setting)] : []),
        ...markedList(rest.map((step) => solved(source, step, false, setting))),
      ];
    }
    case "matching": {
      const rest = answer.matches.filter(({ label: name }) => !answer.key.includes(name));
      return [
        pairs(source, answer, setting),
        ...(rest.length > 0 ? [label(source, source.words.pdf.unused, setting)] : []),
        ...markedList(
          rest.map(({ label: name, value }) =>
            marked(source, name, setting, {
              body: (inner) => tight(blocks(value.content.nodes, inner)),
              color: source.theme.colors.muted,
              filled: false,
            }),
          ),
        ),
      ];
    }
  }
}

/** A choice or step with its rationale below it. */
function solved(source: Source, { label: name, value }: Labelled<Choice>, isKey: boolean, setting: Setting): Block {
  const { content, rationale } = value;
  const below = (inner: Setting): Block[] =>
    rationale ? tight(blocks(rationale.nodes, { ...inner, size: inner.size - 0.5 })) : [];
  return marked(source, name, setting, {
    body: (inner) => [
      ...tight(blocks(content.nodes, inner)),
      ...(rationale ? [{ stack: below(inner), margin: [0, 1, 0, 2] } satisfies Block] : []),
    ],
    color: isKey ? setting.accent.strong : source.theme.colors.muted,
    filled: isKey,
  });
}

function pairs(
  source: Source,
  { headings, prompts, matches, key }: Extract<FormAnswer, { type: "matching" }>,
  setting: Setting,
): Block {
  const color = setting.accent.strong;
  const [left, , right] = tablePadding.grid;
  const half: Setting = { ...setting, width: setting.width / 2 - left - right };
  const body = prompts.map((prompt, index): Cell[] => {
    const match = matches.find(({ label: name }) => name === key[index]);
    if (!match) throw new Error("A prompt without a match");
    const side = ({ label: name, value }: Labelled<Prompt | Match>, filled: boolean): Cell =>
      marked(source, name, half, { body: (inner) => tight(blocks(value.content.nodes, inner)), color, filled });
    return [side(prompt, false), side(match, true)];
  });
  const header = sideHeadings(headings, half);
  const widths = [half.width, half.width];
  if (header === null) return { table: { widths, body, dontBreakRows: true }, layout: "grid" };
  return {
    table: { widths, body: [header, ...body], headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true },
    layout: "grid",
  };
}

function label(source: Source, text: string, { accent, size }: Setting): Block {
  return {
    text: say(source, text, { bold: true, color: accent.strong }),
    fontSize: size,
    margin: [0, 4, 0, 2],
    keepWithNext: true,
  };
}

/** Each page as a link with its title, and its address to be read in print. */
function references(source: Source, entries: readonly { title: string; url: string }[], setting: Setting): Block[] {
  if (entries.length === 0) return [];
  const { colors, sizes } = source.theme;
  return [
    label(source, source.words.common.references, setting),
    ...entries.map(({ title, url }): Block => ({
      stack: [
        { text: say(source, title, { color: colors.link, link: url }), fontSize: sizes.table },
        { text: say(source, url, { font: "code", color: colors.muted, link: url }), fontSize: sizes.small - 1 },
      ],
      margin: [0, 0, 0, 3],
      unbreakable: true,
    })),
  ];
}

/** Where the topic stands in the study guide and the question in the practice exam, as links with their pages. */
function placesLine(source: Source, { id, topic }: Item, number: number): Block {
  const { words, theme } = source;
  const text: Inline[] = [
    ...elsewhere(source, { document: "studyGuide", id: ids.topic(topic) }, topic.title),
    ...say(source, "  ·  ", { color: theme.colors.muted }),
    ...elsewhere(source, { document: "practiceExam", id: ids.item(id) }, fill(words.pdf.question, { number })),
  ];
  return { text, fontSize: theme.sizes.table, margin: [0, 3, 0, 0] };
}

/** A place in another document by its name, with the page; throws if the place is on no page of it. */
function elsewhere(source: Source, place: Place, name: string): Inline[] {
  const { words, theme, links } = source;
  const page = links.pageIn(place);
  if (page === undefined) throw new Error(`${place.id} is on no page of ${fileNameOf(place.document, links.guide)}`);
  const where = fill(words.pdf.placeElsewhere, { document: words.pdf[place.document], page });
  const link = { color: theme.colors.link, linkTitle: `${where}: ${name}`, ...linkTo(place, links) };
  return [...say(source, `${where}: `, { color: theme.colors.muted }), ...say(source, name, { bold: true, ...link })];
}
