// What an item looks like in both booklets: its number in the margin, its lettered marks, its instruction and id.
import type { Domain } from "../../../model/bank.ts";
import type { Content } from "../../../model/content.ts";
import type { Headings } from "../../../model/document.ts";
import type { FormItem } from "../../../model/form.ts";
import { feedbackUrl } from "../../shared/feedback.ts";
import { asParagraph } from "../../shared/phrasing.ts";
import { paragraph } from "../blocks.ts";
import { tight } from "../boxes.ts";
import type { Face } from "../fonts.ts";
import type { Block, ColumnsNode, Inline, Numbering, TextNode } from "../node.ts";
import { widthOfText } from "../runs.ts";
import type { Setting } from "../setting.ts";
import { fitSize } from "./fit.ts";
import { say, type Source } from "./source.ts";

/** Width of the column that holds an item's number, in points. */
export const numberColumn = 40;

/** The items of each domain that has any, in form order. */
export function itemsByDomain({ form, bank }: Source): { domain: Domain; items: FormItem[] }[] {
  return bank.domains
    .map((domain) => ({ domain, items: form.items.filter(({ item }) => item.domain.id === domain.id) }))
    .filter(({ items }) => items.length > 0);
}

/** The author's headings over prompts and matches, each in the setting's width; null if there are none. */
export function sideHeadings({ prompt, match }: Headings, setting: Setting): [Block, Block] | null {
  const side = ({ nodes }: Content): Block => {
    const children = asParagraph(nodes)?.children ?? [];
    const stack = tight(paragraph(children, setting, { bold: true, color: setting.accent.strong }));
    return { stack: stack.length > 0 ? stack : [{ text: [] }] };
  };
  return prompt.nodes.length + match.nodes.length > 0 ? [side(prompt), side(match)] : null;
}

/** The item's number, as large as its column allows, with the column beside it. */
export function numbered(source: Source, number: TextNode, body: Block[]): Block {
  const label = number.text.map((run) => ("text" in run ? run.text : "")).join("");
  const face: Face = { family: "heading", bold: false, italics: false };
  const fontSize = fitSize(label, face, { most: 19, lines: 1, width: numberColumn - 4 }, source.fonts);
  return {
    columns: [
      { ...number, width: numberColumn, font: "heading", fontSize, lineHeight: 0.9 },
      { stack: body, width: source.width - numberColumn },
    ],
    columnGap: 0,
  };
}

const radius = 7;
const letterSize = 8.6;

/** How a mark looks, and what stands beside it in the width that is left. */
export interface Mark {
  color: string;
  /** Whether it is a key. */
  filled: boolean;
  /** A box where several may be chosen. */
  shape?: "ring" | "box";
  body(inner: Setting): Block[];
}

/** A letter or number in a ring or box, with what it labels beside it; takes the setting's width. */
export function marked(source: Source, label: string, setting: Setting, mark: Mark): ColumnsNode {
  const { color, filled, shape = "ring" } = mark;
  const inner: Setting = { ...setting, width: setting.width - markColumn, mathAtLeft: true };
  const face: Face = { family: "body", bold: true, italics: false };
  const width = widthOfText(label, face, letterSize, source.fonts);
  const { paper } = source.theme.colors;
  const ink = filled ? { color, lineColor: color } : { lineColor: color };
  const outline =
    shape === "ring"
      ? ({ type: "ellipse", x: radius, y: radius, r1: radius, r2: radius, lineWidth: 0.9, ...ink } as const)
      : ({ type: "rect", x: 0, y: 0, w: 2 * radius, h: 2 * radius, r: 2, lineWidth: 0.9, ...ink } as const);
  return {
    columns: [
      {
        stack: [
          { canvas: [outline] },
          {
            text: say(source, label, { bold: true, color: filled ? paper : color }),
            fontSize: letterSize,
            lineHeight: 1,
            relativePosition: { x: radius - width / 2, y: -2 * radius + 1.6 },
          },
        ],
        width: markColumn,
      },
      { stack: mark.body(inner), width: inner.width, margin: [0, 0.5, 0, 0] },
    ],
    columnGap: 0,
    role: "LI",
    margin: [0, 1, 0, 3.5],
    together: true,
  };
}

/** Marked entries as one list; nothing if there are none. */
export function markedList(entries: Block[], numbering: Numbering = "UpperAlpha"): Block[] {
  return entries.length === 0 ? [] : [{ stack: entries, role: "L", numbering }];
}

/** Width of a ring and the gap beside it, in points. */
const markColumn = 21;

/**
 * What stands below an item: its id, links of the booklet's own, and where to report a mistake if the exam names a place, with the
 * address to be read in print.
 */
export function imprint(source: Source, id: string, own: readonly Inline[] = []): TextNode {
  const { exam } = source.bank;
  const { colors } = source.theme;
  const size = 7.6;
  const mono = { font: "code", color: colors.muted, fontSize: 7.2 } as const;
  const parts: (readonly Inline[])[] = [say(source, id, mono)];
  if (own.length > 0) parts.push(own);
  if (exam.feedback !== undefined) {
    const link = feedbackUrl(exam.feedback, id);
    // In print the id stands beside the address, which need not repeat it in a query.
    const shown = link.replace(/^(?:https?:\/\/|mailto:)/iu, "").replace(/[?#].*$/su, "");
    const text = `${source.words.common.reportMistake}: ${shown}`;
    parts.push(say(source, text, { color: colors.link, link, fontSize: size }));
  }
  const dot = say(source, "  ·  ", { color: colors.muted, fontSize: size });
  return {
    text: parts.flatMap((part, index) => (index === 0 ? [...part] : [...dot, ...part])),
    fontSize: size,
    lineHeight: 1,
  };
}
