// The index at the back of the study guide: columns of terms, titles and leads under their letters, with links to their pages.
import { topicsOf } from "../../../model/bank.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import type { Face } from "../fonts.ts";
import type { Block, Inline, ListNode, TextNode } from "../node.ts";
import { showCluster, widthOfText } from "../runs.ts";
import { countLines } from "./fit.ts";
import { dealOut, type Unit } from "./index-columns.ts";
import { indexOf, pagesOf, type IndexEntry, type IndexGroup, type PageRange } from "./index-entries.ts";
import { chapterHeading } from "./page.ts";
import { say, type Source } from "./source.ts";

const body: Face = { family: "body", bold: false, italics: false };
const serif: Face = { family: "heading", bold: false, italics: false };

/** Narrowest column, in points, and the space between two. */
const narrowest = 140;
const gap = 18;
/** Space above and below a letter, below an entry, and below the chapter's heading and note. */
const aboveLetter = 9;
const belowLetter = 2;
const belowEntry = 1.2;
const belowNote = 8;

/** Whether the guide has an index: it has as soon as it has a topic or a term. */
export function hasIndex({ bank }: Pick<Source, "bank">): boolean {
  return bank.glossary.terms.length > 0 || topicsOf(bank).length > 0;
}

/** The pages of the index, which must stand behind everything that it names; none for an empty guide. */
export function indexPages(source: Source): Block[] {
  if (!hasIndex(source)) return [];
  const groups = indexOf(source.bank, source.words.pdf.alphabet);
  const { sizes, colors } = source.theme;
  const title = source.words.pdf.index;
  const note: TextNode = {
    text: say(source, source.words.pdf.indexNote, { color: colors.muted }),
    fontSize: sizes.small,
    margin: [0, 0, 0, belowNote],
  };
  return [
    chapterHeading(source, title, ids.index, ids.contents),
    { stack: [note], late: (pageOf) => columns(source, groups, pageOf) },
  ];
}

function columns(source: Source, groups: readonly IndexGroup[], pageOf: (id: string) => number | undefined): Block[] {
  const count = Math.max(1, Math.floor((source.width + gap) / (narrowest + gap)));
  const width = (source.width - (count - 1) * gap) / count;
  const rows = groups.flatMap(({ heading, entries }): Row[] => [
    letterRow(source, heading),
    ...entries.flatMap((entry) => {
      const pages = pagesOf(entry, pageOf);
      return pages.length > 0 ? [entryRow(source, entry, pages, width)] : [];
    }),
  ]);
  const opening = heightAbove(source);
  // What pdfmake measures differs by rounding; a line of room keeps a full column on its page.
  const room = source.height - lineHeight(source, body, source.theme.sizes.small);
  const pages = dealOut(
    rows.map(({ unit }) => unit),
    count,
    (page) => room - (page === 0 ? opening : 0),
  );
  return pages.map((page, index): Block => ({
    columns: page.map(([start, end]): Block => ({ stack: columnOf(rows.slice(start, end)), width })),
    columnGap: gap,
    ...(index > 0 ? { pageBreak: "before" } : {}),
  }));
}

interface Row {
  unit: Unit;
  block: TextNode;
}

/** A column: the letters as headings, and between them lists, the first of which may go on with that of the column before. */
function columnOf(rows: readonly Row[]): Block[] {
  const blocks: (TextNode | (ListNode & { ul: Block[] }))[] = [];
  for (const { unit, block } of rows) {
    const last = blocks.at(-1);
    if (unit.isHeading) blocks.push(blocks.length === 0 ? { ...block, margin: [0, 0, 0, belowLetter] } : block);
    else if (last && "ul" in last) last.ul.push(block);
    else blocks.push({ ul: [block], type: "none", ...(last === undefined ? { continues: true } : {}) });
  }
  return blocks;
}

function letterRow(source: Source, heading: string): Row {
  const { theme, fonts } = source;
  const capital = heading.toUpperCase();
  const shown = [...capital].every((character) => showCluster(character, serif, fonts)) ? capital : heading;
  const size = theme.sizes.topic;
  return {
    unit: { height: lineHeight(source, serif, size) + belowLetter, above: aboveLetter, isHeading: true },
    block: {
      text: say(source, shown, { font: "heading", color: theme.colors.ink }),
      fontSize: size,
      lineHeight: 1,
      margin: [0, aboveLetter, 0, belowLetter],
      role: "H2",
      outline: { level: 2, title: shown },
    },
  };
}

/** Between an entry and its pages, which do not part from its last word; blanks, as a comma may be part of the entry. */
const between = "\u00A0\u00A0";

function entryRow(source: Source, entry: IndexEntry, pages: readonly PageRange[], width: number): Row {
  const { theme, fonts, words } = source;
  const size = theme.sizes.small;
  const numbers = pages.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  const hang = hangOf(source);
  const end = `${entry.text.split(" ").at(-1) ?? ""}${between}${numbers[0] ?? ""}`;
  // A word as wide as the column must part from its page after all.
  const gapBefore = widthOfText(end, body, size, fonts) <= width - hang ? between : "  ";
  const text: Inline[] = [
    ...say(source, `${entry.text}${gapBefore}`),
    ...pages.flatMap(({ id, main }, index): Inline[] => {
      const page = numbers[index] ?? "";
      const title = fill(words.pdf.indexLink, { entry: entry.text, page });
      return [
        ...(index > 0 ? say(source, ", ", { color: theme.colors.muted }) : []),
        ...say(source, page, {
          bold: main,
          color: theme.colors.link,
          linkToDestination: id,
          linkTitle: title,
          noWrap: true,
        }),
      ];
    }),
  ];
  // The first line is wider by the hang, which makes up for bold numbers.
  const lines = countLines(`${entry.text}${gapBefore}${numbers.join(", ")}`, body, size, width - hang, fonts);
  return {
    unit: { height: lines * lineHeight(source, body, size) + belowEntry, above: 0, isHeading: false },
    block: { text, fontSize: size, lineHeight: 1, leadingIndent: -hang, margin: [0, 0, 0, belowEntry] },
  };
}

/** How far the further lines of an entry are indented: as far as pdfmake indents a list. */
const hangOf = ({ fonts, theme }: Source): number => fonts.widthOf("9. ", body, theme.sizes.body);

const lineHeight = ({ fonts }: Source, face: Face, size: number): number => fonts.lineHeight(face, size);

/** Height of the chapter's heading and note above the first columns. */
function heightAbove(source: Source): number {
  const { theme, width, fonts, words } = source;
  const { chapter, small } = theme.sizes;
  const lines = countLines(words.pdf.index, serif, chapter, width, fonts);
  const noteLines = countLines(words.pdf.indexNote, body, small, width, fonts);
  const heading = lines * lineHeight(source, serif, chapter) + 10;
  return heading + noteLines * lineHeight(source, body, small) + belowNote;
}
