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
import type { Block, ColumnsNode, Inline, TextNode } from "../node.ts";
import type { Setting } from "../setting.ts";
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

/** The item's number, large, with the column beside it. */
export function numbered(source: Source, number: TextNode, body: Block[]): Block {
  return {
    columns: [
      { ...number, width: numberColumn, font: "heading", fontSize: 19, lineHeight: 0.9 },
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
  const width = source.fonts.widthOf(label, face, letterSize);
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
    margin: [0, 1, 0, 3.5],
  };
}

/** Width of a ring and the gap beside it, in points. */
const markColumn = 21;

/** The item's id, and the link to report a mistake in it if the exam names a place. */
export function imprint(source: Source, id: string): Inline[] {
  const { exam } = source.bank;
  const { colors } = source.theme;
  const name = say(source, id, { font: "code", color: colors.muted, fontSize: 7.2 });
  if (exam.feedback === undefined) return name;
  const link = feedbackUrl(exam.feedback, id);
  return [
    ...name,
    ...say(source, "  ·  ", { color: colors.muted, fontSize: 7.6 }),
    ...say(source, source.words.common.reportMistake, { color: colors.link, link, fontSize: 7.6 }),
  ];
}
