// The practice booklet: instructions and all items by domain, with room to mark; nothing in it tells a key.
import type { Domain } from "../../../model/bank.ts";
import type { FormAnswer, FormItem, Labelled } from "../../../model/form.ts";
import type { Content } from "../../../model/content.ts";
import type { Prompt } from "../../../model/document.ts";
import { fill } from "../../shared/words.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { tight } from "../boxes.ts";
import { linkTo, type Place } from "../documents.ts";
import type { Block, ColumnsNode, Definition, Numbering, Run } from "../node.ts";
import type { Setting } from "../setting.ts";
import { cover } from "./cover.ts";
import { domainChapter, opener } from "./domain.ts";
import { instruct } from "../../shared/instruction.ts";
import { imprint, itemsByDomain, marked, markedList, numberColumn, numbered, sideHeadings } from "./item.ts";
import { boxSize, instructions, writeBox } from "./instructions.ts";
import { frame, licence, neutralChapter } from "./page.ts";
import { accentFor, say, settingOf, within, type Source } from "./source.ts";

/** The practice booklet's definition; it is laid out first, so that it prints no page of another. */
export function practiceExam(shared: Source): Definition {
  const source = within(shared, "practiceExam");
  const { words } = source;
  const name = words.pdf.practiceExam;
  const domains = itemsByDomain(source);
  return frame(source, {
    name,
    content: [
      ...cover(source, name),
      ...instructions(source, domains),
      ...domains.flatMap(({ domain, items }) => [
        ...opener(source, domain, ids.instructions),
        ...items.map((item) => itemBlock(source, item, domain)),
      ]),
      ...licence(source, ids.instructions),
    ],
    chapters: [
      neutralChapter(source, ids.instructions, words.pdf.instructions),
      ...domains.map(({ domain }) => domainChapter(source, domain, ids.domain(domain))),
      neutralChapter(source, ids.licence, words.pdf.licence),
    ],
  });
}

function itemBlock(source: Source, formItem: FormItem, domain: Domain): Block {
  const { number, item, answer } = formItem;
  const accent = accentFor(source, domain);
  const setting = settingOf(source, { path: item.path, accent, width: source.width - numberColumn });
  const body = [
    ...blocks(item.stem.nodes, setting),
    {
      text: say(source, instruct(answer, source.words.common), { bold: true, color: accent.strong }),
      fontSize: setting.size,
      margin: [0, 1, 0, 4],
      keepWithNext: true,
    } satisfies Block,
    ...answerBlocks(source, answer, setting),
    { ...imprint(source, item.id, answerLink(source, formItem)), margin: [0, 4, 0, 0] } satisfies Block,
  ];
  const title = fill(source.words.pdf.question, { number });
  const mark = {
    text: say(source, String(number), { font: "heading", color: accent.strong }),
    id: ids.item(item.id),
    role: "H2" as const,
    outline: { level: 2, title },
  };
  return { ...numbered(source, mark, body), unbreakable: true, places: "items", margin: [0, 0, 0, 16] };
}

/** The way to the answer, by the number that both booklets print; that it comes first says nothing about its page or its key. */
function answerLink(source: Source, { number, item }: FormItem): Run[] {
  const { words, theme, links } = source;
  const place: Place = { document: "answers", id: ids.item(item.id) };
  const linkTitle = `${words.pdf.answers}: ${fill(words.pdf.answerTo, { number })}`;
  const style = { color: theme.colors.link, fontSize: 7.6, linkTitle, ...linkTo(place, links) };
  return say(source, fill(words.pdf.answerTo, { number }), style);
}

function answerBlocks(source: Source, answer: FormAnswer, setting: Setting): Block[] {
  switch (answer.type) {
    case "multiple-choice":
      return markedList(answer.choices.map((choice) => labelled(source, choice, setting, "ring")));
    case "multiple-response":
      return markedList(answer.choices.map((choice) => labelled(source, choice, setting, "box")));
    case "ordering":
      return [
        ...markedList(answer.steps.map((step) => labelled(source, step, setting, "ring"))),
        writeIn(source, answer.key.length, setting),
      ];
    case "matching": {
      const half: Setting = { ...setting, width: (setting.width - columnGap) / 2 };
      const stack = (entries: Block[], numbering: Numbering): Block => ({
        stack: entries,
        role: "L",
        numbering,
        width: half.width,
      });
      const headings = sideHeadings(answer.headings, half);
      return [
        // In a row of their own, so that the first prompt and the first match stand level below headings of any length.
        ...(headings === null
          ? []
          : [
              {
                columns: headings.map((heading) => ({ ...heading, width: half.width })),
                columnGap,
                margin: [0, 0, 0, 4],
                keepWithNext: true,
              } satisfies Block,
            ]),
        {
          columns: [
            stack(
              answer.prompts.map((prompt) => promptBlock(source, prompt, half)),
              "Decimal",
            ),
            stack(
              answer.matches.map((match) => labelled(source, match, half, "ring")),
              "UpperAlpha",
            ),
          ],
          columnGap,
        },
      ];
    }
  }
}

const columnGap = 20;
const boxColumn = 26;
function labelled(
  source: Source,
  { label, value }: Labelled<{ content: Content }>,
  setting: Setting,
  shape: "ring" | "box",
): ColumnsNode {
  const body = (inner: Setting): Block[] => tight(blocks(value.content.nodes, inner));
  return marked(source, label, setting, { body, color: setting.accent.strong, filled: false, shape });
}

/** A prompt behind a box to write the letter of its match into. */
function promptBlock(source: Source, prompt: Labelled<Prompt>, setting: Setting): Block {
  const inner: Setting = { ...setting, width: setting.width - boxColumn };
  return {
    columns: [
      { canvas: [writeBox(0, setting.accent.strong)], width: boxColumn },
      { ...labelled(source, prompt, inner, "ring"), width: inner.width },
    ],
    columnGap: 0,
    margin: [0, 0, 0, 3],
  };
}

/** A row of boxes to write the letters of an order into. */
function writeIn(source: Source, count: number, { accent }: Setting): Block {
  const boxes = Array.from({ length: count }, (_, index) => writeBox(index * (boxSize + 6), accent.strong));
  return {
    columns: [
      {
        text: say(source, source.words.pdf.yourOrder, { color: source.theme.colors.muted }),
        width: "auto",
        margin: [0, 2, 0, 0],
      },
      { canvas: boxes, width: "*" },
    ],
    columnGap: 10,
    margin: [0, 5, 0, 0],
  };
}
