// One domain of the study guide: a coloured opener with its weight and tasks, then sections with their topics.
import type { Domain, Section } from "../../../model/bank.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { boxed, inside } from "../boxes.ts";
import type { Face } from "../fonts.ts";
import type { Block, Chapter, Shape, TextNode } from "../node.ts";
import { widthOfText } from "../runs.ts";
import type { Setting } from "../setting.ts";
import type { Accent } from "../theme.ts";
import { countLines, fitSize } from "./fit.ts";
import { accentFor, say, settingOf, weightOf, type Source } from "./source.ts";
import { topicBlock } from "./topic.ts";

const serif: Face = { family: "heading", bold: false, italics: false };

/** The pages of one domain. */
export function domainPages(source: Source, domain: Domain): Block[] {
  const setting = settingOf(source, {
    path: domain.path,
    accent: accentFor(source, domain),
  });
  const lead: Setting = { ...setting, size: source.theme.sizes.lead };
  return [
    ...opener(source, domain, ids.contents),
    ...blocks(domain.introduction.nodes, lead),
    tasks(source, domain, setting),
    ...domain.sections.flatMap((section, index) => sectionBlocks(source, section, ids.section(domain, index), setting)),
  ];
}

/** The running header's name for a domain. */
export function domainChapter(source: Source, domain: Domain, id: string): Chapter {
  return { id, title: domain.title, color: accentFor(source, domain).strong, opener: true };
}

/** A band over the page's whole width with the domain's title and weight; starts a page, and leads back to `home`. */
export function opener(source: Source, domain: Domain, home: string): Block[] {
  const { theme, page, words, fonts } = source;
  const accent = accentFor(source, domain);
  const width = source.width - 130;
  const size = fitSize(domain.title, serif, { most: 27, lines: 3, width }, fonts);
  const lines = countLines(domain.title, serif, size, width, fonts);
  const top = theme.margins[1];
  const height = Math.max(top + 78, top + 30 + lines * size * 1.25);
  const { coverText } = theme.colors;
  const weight = weightOf(source, domain);
  const bold: Face = { family: "body", bold: true, italics: false };
  // The ring leaves room for 48 points.
  const weightSize = Math.min(15, (15 * 48) / widthOfText(weight, bold, 15, fonts));
  const center = { x: page.width - theme.margins[2] - 42, y: height / 2 };
  const title: TextNode = {
    text: say(source, domain.title, { font: "heading", color: coverText, linkToDestination: home }),
    fontSize: size,
    lineHeight: 0.95,
    margin: [0, 0, source.width - width, 0],
    id: ids.domain(domain),
    role: "H1",
    outline: { level: 1, title: `${domain.id} ${domain.title}` },
  };
  return [
    {
      canvas: [
        { type: "rect", x: 0, y: 0, w: page.width, h: height, color: accent.strong },
        { type: "rect", x: 0, y: height, w: page.width, h: 5, color: accent.soft },
        ...donut(center, domain.weight / 100, accent),
      ],
      bleed: true,
      absolutePosition: { x: 0, y: 0 },
      pageBreak: "before",
    },
    {
      text: say(source, fill(words.common.domain, { id: domain.id }), { bold: true, color: accent.soft }),
      fontSize: 11,
      margin: [0, -22, 0, 4],
    },
    title,
    {
      text: say(source, weight, { bold: true, color: coverText }),
      fontSize: weightSize,
      lineHeight: 1,
      absolutePosition: {
        x: center.x - widthOfText(weight, bold, weightSize, fonts) / 2,
        y: center.y - (10 * weightSize) / 15,
      },
    },
    { text: [], fontSize: 1, margin: [0, 0, 0, Math.max(0, height + 22 - theme.margins[1] + 4 - lines * size * 1.2)] },
  ];
}

/** A ring of which the share is bright. */
function donut({ x, y }: { x: number; y: number }, share: number, { soft }: Accent): Shape[] {
  const radius = 32;
  const ring = (from: number, to: number): string => {
    const point = (turn: number): string => {
      const angle = 2 * Math.PI * (turn - 0.25);
      return `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`;
    };
    const middle = (from + to) / 2;
    // Two arcs, because one cannot be a whole circle.
    return `M ${point(from)} A ${radius} ${radius} 0 0 1 ${point(middle)} A ${radius} ${radius} 0 0 1 ${point(to)}`;
  };
  return [
    { type: "ellipse", x, y, r1: radius, r2: radius, lineColor: soft, lineWidth: 2 },
    { type: "path", d: ring(0, Math.min(share, 1)), lineColor: "#ffffff", lineWidth: 8 },
  ];
}

function tasks(source: Source, domain: Domain, setting: Setting): Block {
  const { words, theme } = source;
  const inner = inside(setting, "card");
  const lines = domain.tasks.map(({ id, title }): Block => ({
    text: [...say(source, `${id}  `, { bold: true, color: setting.accent.strong }), ...say(source, title)],
    fontSize: theme.sizes.body,
    margin: [0, 0, 0, 3],
  }));
  const heading: Block = {
    text: say(source, words.pdf.tasks, { bold: true, color: setting.accent.strong }),
    fontSize: inner.size,
    margin: [0, 0, 0, 3],
  };
  return boxed([heading, ...lines], { fill: setting.accent.tint, radius: 5 }, "card", setting);
}

function sectionBlocks(source: Source, section: Section, id: string, setting: Setting): Block[] {
  const { theme } = source;
  const heading: TextNode = {
    text: say(source, section.title, {
      font: "heading",
      color: setting.accent.strong,
      linkToDestination: ids.contents,
    }),
    fontSize: theme.sizes.section,
    lineHeight: 0.95,
    margin: [0, 10, 0, 4],
    id,
    role: "H2",
    outline: { level: 2, title: section.title },
  };
  return [
    heading,
    ...blocks(section.lead.nodes, { ...setting, size: theme.sizes.body + 0.4 }),
    ...blocks(section.body.nodes, setting),
    ...section.topics.map((topic) => topicBlock(source, topic, setting)),
  ];
}
