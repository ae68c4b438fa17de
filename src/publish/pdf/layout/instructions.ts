// The first page of the practice booklet: what to do, how long it takes, how each type of question is marked, and where each domain is.
import type { Domain } from "../../../model/bank.ts";
import type { FormItem } from "../../../model/form.ts";
import type { Format } from "../../../model/types.gen.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import type { Block, Cell, Shape } from "../node.ts";
import { marked } from "./item.ts";
import { chapterHeading, sectionHeading } from "./page.ts";
import { accentFor, neutralAccent, say, settingOf, type Source } from "./source.ts";

/** Side of a box to write a letter into, in points. */
export const boxSize = 17;

/** A box to write a letter into, this far from the left. */
export function writeBox(x: number, lineColor: string): Shape {
  return { type: "rect", x, y: 0, w: boxSize, h: boxSize, r: 2, lineWidth: 0.8, lineColor };
}

/** A domain with its questions in order. */
interface Part {
  domain: Domain;
  items: FormItem[];
}

/** The instructions; without questions they have no legend and no list of domains. */
export function instructions(source: Source, parts: readonly Part[]): Block[] {
  const { words, theme, bank } = source;
  const { ink } = theme.colors;
  const count = parts.reduce((sum, { items }) => sum + items.length, 0);
  const lines = [...words.pdf.instructionsText, ...(count > 0 ? [pace(source, bank.exam.format, count)] : [])];
  return [
    chapterHeading(source, words.pdf.instructions, ids.instructions),
    {
      ol: lines.map((text): Block => ({ text: say(source, text), margin: [0, 0, 0, 4] })),
      markerColor: ink,
      margin: [0, 0, 0, 4],
    },
    ...(count > 0
      ? [
          { stack: [sectionHeading(source, words.pdf.marking, ink), legend(source, parts)], unbreakable: true },
          { stack: [sectionHeading(source, words.pdf.byDomain, ink), domainIndex(source, parts)] },
        ]
      : []),
  ];
}

/** Minutes that as many questions take at the pace of the exam, in which trial questions take time too; rounded up. */
function minutesFor(count: number, { scored, unscored = 0, minutes }: Format): number {
  return Math.ceil((minutes * count) / (scored + unscored));
}

function pace(source: Source, format: Format, items: number): string {
  const { minutes, scored, unscored = 0 } = format;
  const time = minutesFor(items, format);
  return fill(source.words.pdf.pace, { minutes, count: scored + unscored, items, time });
}

const markColumn = 66;

/** One row a type of question that the booklet has: what its marks look like, and what to do with them. */
function legend(source: Source, parts: readonly Part[]): Block {
  const { words, theme, width } = source;
  const accent = neutralAccent(theme);
  const setting = settingOf(source, { path: "", accent, width: markColumn });
  const letter = (shape: "ring" | "box"): Block =>
    marked(source, "A", setting, { body: () => [{ text: [] }], color: accent.strong, filled: false, shape });
  const boxes = (count: number): Block => ({
    canvas: Array.from({ length: count }, (_, index) => writeBox(index * (boxSize + 5), accent.strong)),
  });
  const kinds = {
    "multiple-choice": { mark: letter("ring"), name: words.pdf.multipleChoice, text: words.pdf.markChoice },
    "multiple-response": { mark: letter("box"), name: words.pdf.multipleResponse, text: words.pdf.markResponse },
    ordering: { mark: boxes(3), name: words.pdf.ordering, text: words.pdf.markOrder },
    matching: { mark: boxes(1), name: words.pdf.matching, text: words.pdf.markMatch },
  } as const;
  const used = new Set(parts.flatMap(({ items }) => items.map(({ answer }) => answer.type)));
  const body = Object.entries(kinds)
    // The keys are the types of an answer, as the compiler has checked where they are used.
    .filter(([type]) => used.has(type as FormItem["answer"]["type"]))
    .map(([, { mark, name, text }]): Cell[] => [
      { stack: [mark] },
      { text: say(source, name, { bold: true }), margin: [0, 2, 0, 0] },
      { text: say(source, text), margin: [0, 2, 0, 0] },
    ]);
  return { table: { widths: [markColumn, 110, width - markColumn - 110 - 36], body }, layout: "grid" };
}

/** The domains with the numbers of their questions, their time, room for a score, and their pages as links. */
function domainIndex(source: Source, parts: readonly Part[]): Block {
  const { words, theme, bank } = source;
  const { muted, rule } = theme.colors;
  const right = { alignment: "right" } as const;
  const head = (text: string): Cell => ({
    text: say(source, text, { color: muted, ...right }),
    fontSize: theme.sizes.small,
    ...right,
  });
  const header = ["", "", "", "", words.pdf.rightAnswers, ""].map(head);
  const body = parts.map(({ domain, items }): Cell[] => {
    const { strong } = accentFor(source, domain);
    const link = { linkToDestination: ids.domain(domain) };
    const range = { first: items[0]?.number ?? 0, last: items.at(-1)?.number ?? 0 };
    const time = fill(words.pdf.paceOf, { time: minutesFor(items.length, bank.exam.format) });
    const box: Shape = { type: "rect", x: 0, y: 0, w: 26, h: boxSize, r: 2, lineWidth: 0.8, lineColor: rule };
    const below = [0, 3, 0, 0] satisfies Cell["margin"];
    return [
      { text: say(source, domain.id, { bold: true, color: strong, ...link }), margin: below },
      { text: say(source, domain.title, { bold: true, color: strong, ...link }), margin: below },
      { text: say(source, fill(words.pdf.questionRange, range), { color: muted }), ...right, margin: below },
      { text: say(source, time, { color: muted }), ...right, margin: below },
      {
        columns: [
          { canvas: [box], width: 30 },
          { text: say(source, `/ ${items.length}`, { color: muted }), width: "*", margin: below },
        ],
      },
      { text: [{ pageReference: ids.domain(domain), ...right }], ...right, margin: below },
    ];
  });
  return {
    table: { widths: [24, "*", 100, 60, 62, 28], body: [header, ...body], dontBreakRows: true },
    layout: "grid",
    margin: [0, 0, 0, 8],
  };
}
