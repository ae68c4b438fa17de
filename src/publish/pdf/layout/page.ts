// What all pages share: header, footer, headings, and the frame of a definition.
import { fill, formatDate } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { imageData } from "../image.ts";
import type { Block, Chapter, Definition, Place, TextNode } from "../node.ts";
import { say, type Source } from "./source.ts";

/** A document from its content. */
export function frame(
  source: Source,
  { name, content, chapters }: { name: string; content: Block[]; chapters: Chapter[] },
): Definition {
  const { bank, theme } = source;
  return {
    title: `${bank.exam.title} (${bank.exam.code}): ${name}`,
    author: "certpress",
    subject: `${bank.exam.vendor}, ${bank.exam.edition}`,
    language: bank.exam.language,
    date: source.date,
    pageSize: source.pageSize,
    margins: theme.margins,
    style: { font: "body", fontSize: theme.sizes.body, color: theme.colors.ink, lineHeight: theme.lineHeight },
    content,
    chapters,
    images: imageData(bank.media),
    header: (place) => header(source, name, place),
    footer: (place) => footer(source, place),
  };
}

function header(source: Source, name: string, { chapter, opens }: Place): Block | null {
  // The cover has none, and an opener's own heading takes its place.
  if (!chapter || (opens && chapter.opener)) return null;
  const { colors, sizes, margins } = source.theme;
  const style = { fontSize: sizes.small };
  const left = say(source, `${source.bank.exam.code} ${name}`, { color: colors.muted });
  const right = say(source, chapter.title, { color: chapter.color, bold: true });
  return {
    columns: [
      { text: left, ...style, width: "auto" },
      { text: right, ...style, alignment: "right", width: "*" },
    ],
    columnGap: 16,
    margin: [margins[0], 28, margins[2], 0],
  };
}

function footer(source: Source, { page, pages, chapter }: Place): Block | null {
  if (!chapter) return null;
  const { colors, sizes, margins } = source.theme;
  const number = fill(source.words.pdf.pageOf, { page, pages });
  const style = { fontSize: sizes.small, color: colors.muted };
  return {
    stack: [
      { canvas: [{ type: "line", x1: 0, y1: 0, x2: source.width, y2: 0, lineWidth: 0.5, lineColor: colors.rule }] },
      {
        columns: [
          { text: say(source, source.bank.exam.title, style), fontSize: sizes.small, width: "*" },
          { text: say(source, number, style), fontSize: sizes.small, alignment: "right", width: 90 },
        ],
        margin: [0, 5, 0, 0],
      },
    ],
    margin: [margins[0], 14, margins[2], 0],
  };
}

/** The heading of a part that belongs to no domain; starts a page, and leads back to `home`. */
export function chapterHeading(source: Source, text: string, id: string, home?: string): TextNode {
  const { sizes, colors } = source.theme;
  return {
    text: say(source, text, { font: "heading", color: colors.ink, ...(home ? { linkToDestination: home } : {}) }),
    fontSize: sizes.chapter,
    lineHeight: 0.95,
    margin: [0, 0, 0, 10],
    id,
    role: "H1",
    outline: { level: 1, title: text },
    pageBreak: "before",
  };
}

/** A heading within a part. */
export function sectionHeading(source: Source, text: string, color: string): TextNode {
  return {
    text: say(source, text, { font: "heading", color }),
    role: "H2",
    outline: { level: 2, title: text },
    fontSize: source.theme.sizes.section,
    lineHeight: 0.95,
    margin: [0, 12, 0, 5],
  };
}

/** The chapter of a part that belongs to no domain. */
export function neutralChapter(source: Source, id: string, title: string): Chapter {
  return { id, title, color: source.theme.colors.ink, opener: false };
}

/** Licence, disclaimer, and the source of the blueprint: the last page of every document. */
export function licence(source: Source, home: string): Block[] {
  const { bank, words, theme } = source;
  const { blueprint, exam } = bank;
  const paragraph = (text: string): Block => ({ text: say(source, text), margin: [0, 0, 0, 6] });
  return [
    chapterHeading(source, words.pdf.licence, ids.licence, home),
    paragraph(fill(words.pdf.licenceText, { license: exam.license })),
    paragraph(fill(words.common.unofficial, { vendor: exam.vendor })),
    paragraph(
      fill(words.pdf.blueprintText, { version: blueprint.version, date: formatDate(blueprint.checked, words.formats) }),
    ),
    address(source, blueprint.source),
    {
      text: say(source, `${exam.code} · ${exam.edition}`, { color: theme.colors.muted }),
      fontSize: theme.sizes.small,
      margin: [0, 12, 0, 0],
    },
  ];
}

/** A web address that can be read in print and followed on screen. */
function address(source: Source, url: string): Block {
  const { colors, sizes } = source.theme;
  return {
    text: say(source, url, { font: "code", color: colors.link, link: url }),
    fontSize: sizes.small - 0.6,
    margin: [0, 0, 0, 4],
  };
}
