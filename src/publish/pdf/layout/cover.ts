// The cover, drawn from the exam's own data: its title, its counts, and its weights as a strip of the domains' colours.
import { topicsOf } from "../../../model/bank.ts";
import { fill } from "../../shared/words.ts";
import type { Face } from "../fonts.ts";
import type { Block, Shape } from "../node.ts";
import { accentOf } from "../theme.ts";
import { countLines, fitSize } from "./fit.ts";
import { buildDay, say, type Source } from "./source.ts";

const serif: Face = { family: "heading", bold: false, italics: false };

/** The first page of a document of this name. */
export function cover(source: Source, name: string): Block[] {
  const { bank, theme, page, words, width } = source;
  const { colors } = theme;
  const band = page.height * 0.8;
  const [title = "", ...rest] = bank.exam.title.split(" – ");
  const subtitle = rest.join(" – ");
  const size = fitSize(title, serif, { most: 42, lines: 3, width }, source.fonts);
  const lines = countLines(title, serif, size, width, source.fonts);
  const white = colors.coverText;
  const top = band - theme.margins[1] - 290 - lines * size * 1.2;
  return [
    { canvas: [...ground(source, band), ...constellation(source)], bleed: true, absolutePosition: { x: 0, y: 0 } },
    {
      text: say(source, name, { color: accentOf(theme, 0).soft, bold: true }),
      fontSize: 12,
      margin: [0, Math.max(60, top), 0, 10],
    },
    {
      text: say(source, title, { font: "heading", color: white }),
      fontSize: size,
      lineHeight: 0.92,
      margin: [0, 0, 0, 4],
    },
    ...(subtitle === ""
      ? []
      : [
          {
            text: say(source, subtitle, { font: "heading", color: accentOf(theme, 1).soft }),
            fontSize: 24,
          } satisfies Block,
        ]),
    {
      text: say(source, bank.exam.code, { font: "code", bold: true, color: accentOf(theme, 0).soft }),
      fontSize: 17,
      margin: [0, 16, 0, 14],
    },
    {
      text: say(source, bank.domains.map((domain) => domain.title).join(" · "), { color: colors.coverMuted }),
      fontSize: 11,
      margin: [0, 0, width * 0.25, 0],
    },
    { ...numbers(source), absolutePosition: { x: theme.margins[0], y: band + 24 } },
    {
      text: say(
        source,
        [
          bank.exam.vendor,
          fill(words.pdf.edition, { edition: bank.exam.edition }),
          fill(words.pdf.built, { date: buildDay(source) }),
        ].join(" · "),
        { color: colors.coverMuted },
      ),
      fontSize: 8.6,
      absolutePosition: { x: theme.margins[0], y: band + 66 },
    },
    {
      text: say(source, fill(words.common.unofficial, { vendor: bank.exam.vendor }), { color: colors.coverMuted }),
      fontSize: 8.6,
      absolutePosition: { x: theme.margins[0], y: band + 79 },
    },
  ];
}

/** Two grounds and, between them, the weights as widths. */
function ground({ theme, page, bank }: Source, band: number): Shape[] {
  const whole = bank.domains.reduce((sum, { weight }) => sum + weight, 0);
  let x = 0;
  return [
    { type: "rect", x: 0, y: 0, w: page.width, h: page.height, color: theme.colors.cover },
    { type: "rect", x: 0, y: band, w: page.width, h: page.height - band, color: theme.colors.coverBand },
    ...bank.domains.map((domain, index): Shape => {
      const w = (page.width * domain.weight) / whole;
      x += w;
      return { type: "rect", x: x - w, y: band - 6, w, h: 6, color: accentOf(theme, index).soft };
    }),
  ];
}

/** One row a domain, one dot a topic; dots of topics with more facts are larger. */
function constellation({ theme, page, bank }: Source): Shape[] {
  const step = 26;
  return bank.domains.slice(0, 9).flatMap((domain, row): Shape[] => {
    const y = 48 + row * step;
    const color = accentOf(theme, row).soft;
    const topics = domain.sections.flatMap((section) => section.topics).slice(0, 16);
    const x = (index: number): number => page.width - 40 - (topics.length - 1 - index) * step;
    const line: Shape = { type: "line", x1: x(0), y1: y, x2: page.width, y2: y, lineColor: color, lineWidth: 0.4 };
    const dots = topics.map((topic, index): Shape => {
      const r = 2 + Math.min(topic.facts.length, 12) / 4;
      return { type: "ellipse", x: x(index), y, r1: r, r2: r, color };
    });
    return topics.length === 0 ? [] : [line, ...dots];
  });
}

function numbers(source: Source): Block & { text: unknown } {
  const { bank, form, words, theme } = source;
  const entries: [number, string][] = [
    [bank.domains.length, words.pdf.statDomains],
    [topicsOf(bank).length, words.pdf.statTopics],
    [bank.glossary.terms.length, words.pdf.statTerms],
    [form.items.length, words.pdf.statItems],
  ];
  return {
    text: entries
      .filter(([count]) => count > 0)
      .flatMap(([count, unit]) => [
        ...say(source, String(count), { font: "heading", color: theme.colors.coverText, fontSize: 24 }),
        ...say(source, ` ${unit}      `, { color: theme.colors.coverMuted, fontSize: 10.5 }),
      ]),
    lineHeight: 1,
  };
}
