// The glossary: one row a term, in the author's order.
import type { Fact } from "../../../model/document.ts";
import { ids } from "../anchors.ts";
import { asParagraph } from "../../shared/phrasing.ts";
import { blocks } from "../blocks.ts";
import { tight } from "../boxes.ts";
import { inlineRuns } from "../inline.ts";
import type { Block, Cell } from "../node.ts";
import { tablePadding } from "../padding.ts";
import type { Setting } from "../setting.ts";
import { chapterHeading } from "./page.ts";
import { neutralAccent, settingOf, type Source } from "./source.ts";

/** Width of the column of terms, in points. */
const termColumn = 128;

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
  const definition = source.width - termColumn - 2 * (left + right);
  return [
    chapterHeading(source, glossary.title, ids.glossary, ids.contents),
    ...blocks(glossary.introduction.nodes, { ...setting, size: source.theme.sizes.body }),
    {
      table: {
        widths: [termColumn, definition],
        body: glossary.terms.map((fact) => row(fact, { ...setting, width: definition })),
        dontBreakRows: true,
      },
      layout: "grid",
      role: "L",
      margin: [0, 4, 0, 0],
    },
  ];
}

function row(fact: Fact, setting: Setting): Cell[] {
  return [
    {
      text: inlineRuns(
        asParagraph(fact.leadContent.nodes)?.children ?? [],
        { bold: true },
        { ...setting, width: termColumn },
      ),
      fontSize: setting.size,
      lineHeight: setting.theme.lineHeight,
      id: ids.term(fact),
      places: "terms",
    },
    { stack: tight(blocks(fact.body.nodes, setting)) },
  ];
}
