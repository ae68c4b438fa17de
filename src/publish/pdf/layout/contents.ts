// The contents: domains, sections and topics, each a link with its page number.
import { ids } from "../anchors.ts";
import type { Block, Cell, TextStyle } from "../node.ts";
import { hasIndex } from "./index-pages.ts";
import { chapterHeading } from "./page.ts";
import { accentFor, say, type Source } from "./source.ts";

interface Entry {
  id: string;
  label: string;
  text: string;
  level: 1 | 2 | 3;
  color: string;
}

/** The contents of the study guide. */
export function contents(source: Source): Block[] {
  const { bank, words, theme } = source;
  const { ink, muted } = theme.colors;
  const part = (id: string, text: string): Entry => ({ id, label: "", text, level: 1, color: ink });
  const entries: Entry[] = [
    part(ids.glance, words.pdf.glance),
    ...bank.domains.flatMap((domain): Entry[] => {
      const { strong } = accentFor(source, domain);
      return [
        { id: ids.domain(domain), label: domain.id, text: domain.title, level: 1, color: strong },
        ...domain.sections.flatMap((section, index): Entry[] => [
          { id: ids.section(domain, index), label: "", text: section.title, level: 2, color: ink },
          ...section.topics.map((topic): Entry => ({
            id: ids.topic(topic),
            label: "",
            text: topic.title,
            level: 3,
            color: muted,
          })),
        ]),
      ];
    }),
    ...(bank.glossary.terms.length > 0 ? [part(ids.glossary, bank.glossary.title)] : []),
    ...(hasIndex(source) ? [part(ids.index, words.pdf.index)] : []),
    part(ids.licence, words.pdf.licence),
  ];
  return [chapterHeading(source, words.pdf.contents, ids.contents), contentsTable(source, entries)];
}

function contentsTable(source: Source, entries: readonly Entry[]): Block {
  return {
    table: {
      widths: [26, "*", 30],
      body: entries.map((entry, index) => row(source, entry, entries[index + 1])),
      dontBreakRows: true,
    },
    layout: "plain",
    role: "TOC",
  };
}

function row(source: Source, { id, label, text, level, color }: Entry, next: Entry | undefined): Cell[] {
  const { body } = source.theme.sizes;
  const size = { 1: body + 1.2, 2: body, 3: body - 0.6 }[level];
  const style: TextStyle = { bold: level < 3, color, linkToDestination: id };
  const above = { 1: 9, 2: 3.5, 3: 0.5 }[level];
  const common = { fontSize: size, lineHeight: 1 };
  return [
    { text: say(source, label, { bold: true, color }), ...common, margin: [0, above, 0, 0] },
    {
      text: say(source, text, style),
      ...common,
      margin: [level === 3 ? 12 : 0, above, 8, 0],
      keepWithNext: next !== undefined && next.level > level,
    },
    {
      text: [{ pageReference: id, color: level === 1 ? color : source.theme.colors.muted, alignment: "right" }],
      ...common,
      alignment: "right",
      margin: [0, above, 0, 0],
    },
  ];
}
