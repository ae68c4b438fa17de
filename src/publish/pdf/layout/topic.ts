// One topic: a card with its prose, facts and callouts, and below it the tables and what follows them.
import type { Topic } from "../../../model/document.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { inside, tight } from "../boxes.ts";
import type { Block, TextNode } from "../node.ts";
import type { Setting } from "../setting.ts";
import { practiceLine } from "./practice-line.ts";
import { say, type Source } from "./source.ts";

/** The topic's card, and what stands below it. It holds what stands before the first table, which takes the page's whole width. */
export function topicBlock(source: Source, topic: Topic, section: Setting): Block {
  const { colors, sizes } = source.theme;
  const setting: Setting = { ...section, path: topic.path, facts: factsOf(topic) };
  const inner: Setting = { ...inside(setting, "card"), size: sizes.card };
  const { nodes } = topic.body;
  const table = nodes.findIndex(({ type }) => type === "typedTable" || type === "table");
  const cut = table < 0 ? nodes.length : table;
  const stack = tight([
    heading(source, topic, setting),
    ...blocks(nodes.slice(0, cut), inner),
    ...practiceLine(source, topic, inner),
  ]);
  const { strong } = setting.accent;
  const box = { fill: colors.paper, stroke: colors.rule, radius: 5, top: strong, depth: setting.depth };
  const card: Block = {
    table: { widths: [inner.width], body: [[{ stack, box }]] },
    layout: "card",
    margin: [0, 3, 0, 6],
  };
  return { stack: [card, ...blocks(nodes.slice(cut), { ...setting, size: sizes.card })], together: true };
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
