// The answer booklet: the keys as a grid, then for each item its key, every rationale, the explanation and the references.
import type { Domain } from "../../../model/bank.ts";
import type { Choice, Match, Prompt } from "../../../model/document.ts";
import type { FormAnswer, FormItem, Labelled } from "../../../model/form.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { tight } from "../boxes.ts";
import type { Block, Cell, Definition, Inline } from "../node.ts";
import { tablePadding } from "../padding.ts";
import type { Setting } from "../setting.ts";
import { cover } from "./cover.ts";
import { domainChapter, opener } from "./domain.ts";
import { imprint, itemsByDomain, marked, numberColumn, numbered, sideHeadings } from "./item.ts";
import { chapterHeading, frame, licence, neutralChapter, sectionHeading } from "./page.ts";
import { accentFor, say, settingOf, type Source } from "./source.ts";

/** The answer booklet's definition; `guidePage` tells on which page of the study guide an id stands. */
export function answers(source: Source, guidePage: (id: string) => number | undefined): Definition {
  const { words } = source;
  const name = words.pdf.answers;
  const domains = itemsByDomain(source);
  return frame(source, {
    name,
    content: [
      ...cover(source, name),
      chapterHeading(source, words.pdf.keys, ids.keys),
      ...domains.map(({ domain, items }) => keyGrid(source, domain, items)),
      ...domains.flatMap(({ domain, items }) => [
        ...opener(source, domain, ids.keys),
        ...items.map((item) => itemBlock(source, item, domain, guidePage)),
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

const gridColumns = 4;

function keyGrid(source: Source, domain: Domain, items: readonly FormItem[]): Block {
  const { theme } = source;
  const accent = accentFor(source, domain);
  const cells = items.map(({ number, item, answer }): Cell => ({
    text: [
      ...say(source, `${number}  `, { color: theme.colors.muted, linkToDestination: ids.item(item.id) }),
      ...say(source, keyText(answer), { bold: true, color: accent.strong, linkToDestination: ids.item(item.id) }),
    ],
    id: ids.key(item.id),
  }));
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
function itemBlock(
  source: Source,
  { number, item, answer }: FormItem,
  domain: Domain,
  guidePage: (id: string) => number | undefined,
): Block {
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
    topicLine(source, item.topic, guidePage(ids.topic(item.topic))),
    { text: imprint(source, item.id), lineHeight: 1, margin: [0, 3, 0, 0] },
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
      return answer.choices.map((choice) => solved(source, choice, choice.value.key, setting));
    case "ordering": {
      const { unused } = source.words.pdf;
      const used = answer.key.flatMap((key) => answer.steps.filter((step) => step.label === key));
      const rest = answer.steps.filter((step) => !answer.key.includes(step.label));
      return [
        label(source, source.words.pdf.rightOrder, setting),
        ...used.map((step) => solved(source, step, true, setting)),
        ...(rest.length > 0 ? [label(source, unused, setting)] : []),
        ...rest.map((step) => solved(source, step, false, setting)),
      ];
    }
    case "matching": {
      const rest = answer.matches.filter(({ label: name }) => !answer.key.includes(name));
      return [
        pairs(source, answer, setting),
        ...(rest.length > 0 ? [label(source, source.words.pdf.unused, setting)] : []),
        ...rest.map(({ label: name, value }) =>
          marked(source, name, setting, {
            body: (inner) => tight(blocks(value.content.nodes, inner)),
            color: source.theme.colors.muted,
            filled: false,
          }),
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

function topicLine(source: Source, topic: { title: string }, page: number | undefined): Block {
  const { muted } = source.theme.colors;
  if (page === undefined) throw new Error(`The topic ${topic.title} is not in the study guide`);
  const text: Inline[] = [
    ...say(source, `${fill(source.words.pdf.studyTopic, { page })} `, { color: muted }),
    ...say(source, topic.title, { bold: true }),
  ];
  return { text, fontSize: source.theme.sizes.table, margin: [0, 3, 0, 0] };
}
