// One topic: a card with its prose, facts and callouts, and below it the tables and what follows them.
import type { RootContent } from "mdast";
import type { Topic } from "../../../model/document.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { inside, tight } from "../boxes.ts";
import type { Block, Box, TableLayoutName, TextNode } from "../node.ts";
import type { Setting } from "../setting.ts";
import { practiceLine } from "./practice-line.ts";
import { say, type Source } from "./source.ts";

/** A topic's card in two parts, so that a page may break before its callouts, and what stands below it. */
export interface TopicBlocks {
  top: Block[];
  rest: Block[];
  below: Block[];
}

/** The card holds what stands before the first table, because a table takes the page's whole width. */
export function topicBlocks(source: Source, topic: Topic, section: Setting): TopicBlocks {
  const { colors, sizes } = source.theme;
  const setting: Setting = { ...section, path: topic.path, facts: factsOf(topic) };
  const inner: Setting = { ...inside(setting, "card"), size: sizes.card };
  const [inCard, below] = splitBefore(topic.body.nodes, (node) => node.type === "typedTable" || node.type === "table");
  const [upper, lower] = splitBefore(inCard, (node) => node.type === "alert");
  const plain: Box = { fill: colors.paper, stroke: colors.rule, radius: 5, depth: setting.depth };
  const card = (stack: Block[], layout: TableLayoutName, box: Box): Block => ({
    table: { widths: [inner.width], body: [[{ stack, box }]] },
    layout,
    margin: [0, layout === "cardRest" ? 0 : 2, 0, 0],
  });
  const bar: Box = { ...plain, top: setting.accent.strong };
  const practice = practiceLine(source, topic, inner);
  const first = [heading(source, topic, setting), ...blocks(upper, inner), ...(lower.length === 0 ? practice : [])];
  const tables = blocks(below, { ...setting, size: sizes.card });
  if (lower.length === 0) return { top: [card(tight(first), "card", bar)], rest: [], below: tables };
  return {
    top: [card(first, "cardTop", { ...bar, open: "bottom" })],
    rest: [card(tight([...blocks(lower, inner), ...practice]), "cardRest", { ...plain, open: "top" })],
    below: tables,
  };
}

function splitBefore(
  nodes: readonly RootContent[],
  test: (node: RootContent) => boolean,
): [RootContent[], RootContent[]] {
  const cut = nodes.findIndex(test);
  return cut < 0 ? [[...nodes], []] : [nodes.slice(0, cut), nodes.slice(cut)];
}

function heading(source: Source, { emoji, title, ...topic }: Topic, { accent }: Setting): TextNode {
  const size = source.theme.sizes.topic;
  const mark = emoji === undefined ? [] : say(source, `${emoji}  `, { color: accent.strong, fontSize: size + 1 });
  return {
    text: [...mark, ...say(source, title, { font: "heading", color: source.theme.colors.ink })],
    fontSize: size,
    lineHeight: 0.95,
    margin: [0, 0, 0, 4],
    id: ids.topic(topic),
    role: "H3",
    outline: { level: 3, title },
  };
}

/** Ids of the topic's facts by their places, by which its list entries are known as such. */
function factsOf(topic: Topic): ReadonlyMap<string, string> {
  return new Map(
    topic.facts.map((fact) => [`${fact.position.start.line}:${fact.position.start.column}`, ids.fact(topic, fact)]),
  );
}
