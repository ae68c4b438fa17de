// The glossary: one row a term, in the author's order.
import type { Fact } from "../../../model/document.ts";
import { ids } from "../anchors.ts";
import { blocks } from "../blocks.ts";
import { tight } from "../boxes.ts";
import type { Block, Cell } from "../node.ts";
import { tablePadding } from "../padding.ts";
import type { Setting } from "../setting.ts";
import { chapterHeading } from "./page.ts";
import { neutralAccent, say, settingOf, type Source } from "./source.ts";

/** The glossary's pages; none if the guide has no terms. */
export function glossaryPages(source: Source): Block[] {
  const { glossary } = source.bank;
  const [first] = glossary.terms;
  if (!first) return [];
  const setting = settingOf(source, {
    path: first.path,
    accent: neutralAccent(source.theme),
    size: source.theme.sizes.table,
  });
  const [left, , right] = tablePadding.grid;
  const term = 128;
  const definition = source.width - term - 2 * (left + right);
  return [
    chapterHeading(source, glossary.title, ids.glossary, ids.contents),
    ...blocks(glossary.introduction.nodes, { ...setting, size: source.theme.sizes.body }),
    {
      table: {
        widths: [term, definition],
        body: glossary.terms.map((fact) => row(source, fact, { ...setting, width: definition })),
        dontBreakRows: true,
      },
      layout: "grid",
      role: "L",
      margin: [0, 4, 0, 0],
    },
  ];
}

function row(source: Source, fact: Fact, setting: Setting): Cell[] {
  return [
    {
      text: say(source, fact.lead, { bold: true }),
      fontSize: setting.size,
      lineHeight: setting.theme.lineHeight,
      id: ids.term(fact),
      places: "terms",
    },
    { stack: tight(blocks(fact.body.nodes, setting)) },
  ];
}
