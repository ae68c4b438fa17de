// The exam at a glance: format, weights as bars, dated notices, and the guide's introduction.
import { pathInGuide } from "../../../model/bank.ts";
import type { Format } from "../../../model/types.gen.ts";
import { fill, formatDate } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { boxed } from "../boxes.ts";
import type { Block, Cell, Shape } from "../node.ts";
import { accentOf } from "../theme.ts";
import { chapterHeading, sectionHeading } from "./page.ts";
import { neutralAccent, say, settingOf, weightOf, type Source } from "./source.ts";

/** The chapter on the exam. */
export function glance(source: Source): Block[] {
  const { bank, words, theme } = source;
  const { ink } = theme.colors;
  const setting = settingOf(source, {
    path: pathInGuide(bank, "guide.md"),
    accent: neutralAccent(theme),
  });
  return [
    chapterHeading(source, words.pdf.glance, ids.glance, ids.contents),
    { stack: [sectionHeading(source, words.pdf.format, ink), format(source, bank.exam.format)], unbreakable: true },
    { stack: [sectionHeading(source, words.pdf.weights, ink), weights(source)], unbreakable: true },
    ...notices(source),
    ...blocks(bank.introduction.nodes, setting),
  ];
}

/** The exam's numbers, side by side. */
function format(source: Source, { scored, unscored, minutes, passing, scale, types }: Format): Block {
  const { words, theme } = source;
  const passingUnit = scale ? fill(words.pdf.passingScale, { ...scale }) : words.pdf.passing;
  const numbers: [number | undefined, string][] = [
    [scored, words.pdf.scored],
    [unscored, words.pdf.unscored],
    [minutes, words.pdf.minutes],
    [passing, passingUnit],
  ];
  const given = numbers.filter((entry): entry is [number, string] => entry[0] !== undefined && entry[0] !== 0);
  const names = {
    "multiple-choice": words.pdf.multipleChoice,
    "multiple-response": words.pdf.multipleResponse,
    ordering: words.pdf.ordering,
    matching: words.pdf.matching,
  };
  const cells = given.map(([count, unit]): Cell => ({
    stack: [
      { text: say(source, String(count), { font: "heading" }), fontSize: 22, lineHeight: 0.95 },
      { text: say(source, unit, { color: theme.colors.muted }), fontSize: theme.sizes.small, lineHeight: 1 },
    ],
  }));
  const typeNames: Block = {
    text: [
      ...say(source, `${words.pdf.types}: `, { bold: true }),
      ...say(source, types.map((type) => names[type]).join(", ")),
    ],
    margin: [0, 8, 0, 0],
  };
  return boxed(
    [{ table: { widths: cells.map(() => "*" as const), body: [cells] }, layout: "plain" }, typeNames],
    { fill: theme.colors.panel, radius: 5 },
    "card",
    settingOf(source, { path: "", accent: neutralAccent(theme) }),
  );
}

const barHeight = 13;

/** One bar a domain, as long as its weight; the longest fills the column. */
function weights(source: Source): Block {
  const { bank, theme, width } = source;
  const most = Math.max(...bank.domains.map(({ weight }) => weight));
  const label = 250;
  const number = 36;
  const track = width - label - number - 16;
  const rows = bank.domains.map((domain, index): Cell[] => {
    const { strong } = accentOf(theme, index);
    const bar = { type: "rect", x: 0, h: barHeight, r: 3 } as const;
    const bars: Shape[] = [
      { ...bar, y: 1, w: track, color: theme.colors.panel },
      { ...bar, y: 1, w: (track * domain.weight) / most, color: strong },
    ];
    return [
      {
        text: [
          ...say(source, `${domain.id} `, { bold: true, color: strong, linkToDestination: ids.domain(domain) }),
          ...say(source, domain.title, { linkToDestination: ids.domain(domain) }),
        ],
        fontSize: theme.sizes.table,
        lineHeight: 1,
        margin: [0, 2, 8, 5],
      },
      { canvas: bars, margin: [0, 0, 0, 5] },
      {
        text: say(source, weightOf(source, domain), { bold: true, color: strong }),
        alignment: "right",
        margin: [0, 0, 0, 5],
      },
    ];
  });
  return { table: { widths: [label, track + 16, number], body: rows }, layout: "plain", margin: [0, 2, 0, 4] };
}

function notices(source: Source): Block[] {
  const { bank, words, theme } = source;
  const entries = bank.exam.notices ?? [];
  if (entries.length === 0) return [];
  const { strong, tint } = theme.alerts.warning;
  const lines = entries.map(({ date, text }): Block => ({
    text: [...say(source, `${formatDate(date, words.formats)}  `, { bold: true, color: strong }), ...say(source, text)],
    fontSize: theme.sizes.table,
    margin: [0, 0, 0, 3],
  }));
  const box = boxed(
    lines,
    { fill: tint, bar: strong, radius: 3 },
    "callout",
    settingOf(source, { path: "", accent: neutralAccent(theme) }),
  );
  return [{ stack: [sectionHeading(source, words.pdf.notices, theme.colors.ink), box], unbreakable: true }];
}
