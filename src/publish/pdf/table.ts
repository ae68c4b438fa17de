// Tables: header rows that repeat on every page, columns as wide as their text asks and never wider than the page.
import type { Table, TableCell } from "mdast";
import type { TypedTable } from "../../model/content.ts";
import { paragraph } from "./blocks.ts";
import { tight } from "./boxes.ts";
import { columnWidths } from "./column-widths.ts";
import { inlineRuns } from "./inline.ts";
import { widthOfRun } from "./math.ts";
import type { Block, Box, Cell, Inline, TextStyle } from "./node.ts";
import { tablePadding } from "./padding.ts";
import { partAtFigures, printedMedia } from "./picture.ts";
import { breakMark } from "./runs.ts";
import type { Setting } from "./setting.ts";

/** A free table. */
export function plainTable(node: Table, setting: Setting): Block {
  return tableBlock(node, null, setting);
}

/** A typed table: counted, its rows named by their first cell, its caption repeated with the header. */
export function typedTable(node: TypedTable, setting: Setting): Block {
  const captionSetting = { ...setting, size: setting.theme.sizes.table + 0.4 };
  const caption = inlineRuns(node.caption, { bold: true, color: setting.accent.strong }, captionSetting);
  return { ...tableBlock(node.table, caption, setting), places: "tables" };
}

/** Rows up to which a table is kept on one page. */
const keptRows = 9;

function tableBlock(node: Table, caption: Inline[] | null, setting: Setting): Block {
  const size = Math.min(setting.size, setting.theme.sizes.table);
  const [header, ...rows] = node.children;
  const columns = header?.children.length ?? 0;
  const [left, , right] = tablePadding.rows;
  const available = setting.width - columns * (left + right);
  const isTyped = caption !== null;
  const styles = (row: number, column: number): TextStyle =>
    row === 0
      ? { bold: true, color: setting.theme.colors.paper }
      : isTyped && column === 0
        ? { bold: true, color: setting.accent.strong }
        : {};
  const measured = node.children.map((row, rowIndex) =>
    row.children.map((cell, column) => measureCell(cell, styles(rowIndex, column), { ...setting, size })),
  );
  const widths = columnWidths(measured, available);
  const cellSetting = (column: number): Setting => ({ ...setting, size, width: widths[column] ?? 0 });
  const align = (column: number): TextStyle => {
    const alignment = node.align?.[column];
    return alignment === "right" || alignment === "center" ? { alignment } : {};
  };
  const fill = (row: number): { box?: Box } => {
    if (row === 0) return { box: { fill: setting.accent.strong, depth: setting.depth } };
    return row % 2 === 0 ? { box: { fill: setting.accent.tint, depth: setting.depth } } : {};
  };
  const body: Cell[][] = [header, ...rows].map((row, rowIndex) =>
    Array.from({ length: columns }, (_, column): Cell => {
      const children = row?.children[column]?.children ?? [];
      const style = { ...styles(rowIndex, column), ...align(column) };
      const stack = tight(paragraph(children, cellSetting(column), style));
      const places = isTyped && rowIndex > 0 && column === 0 ? { places: "rows" as const } : {};
      return { stack: stack.length > 0 ? stack : [{ text: [], fontSize: size }], ...fill(rowIndex), ...places };
    }),
  );
  const titled = caption !== null && caption.length > 0;
  if (titled) body.unshift(captionRow(caption, columns, setting));
  return {
    table: {
      widths,
      body,
      headerRows: titled ? 2 : 1,
      rowHeaders: isTyped,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: "rows",
    margin: [0, 4, 0, 9],
    ...(rows.length <= keptRows ? { unbreakable: true } : {}),
  };
}

function captionRow(caption: Inline[], columns: number, setting: Setting): Cell[] {
  const [left] = tablePadding.rows;
  const first: Cell = {
    text: caption,
    fontSize: setting.theme.sizes.table + 0.4,
    margin: [-left, 0, 0, 0],
    colSpan: columns,
  };
  return [first, ...Array.from({ length: columns - 1 }, (): Cell => ({ text: [] }))];
}

/** Width that an image in a cell has at least, in points. */
const narrowest = 60;

/** Width of a cell's text in one line, and of its longest part that cannot break. */
function measureCell(cell: TableCell, style: TextStyle, setting: Setting): { natural: number; minimum: number } {
  const parts = partAtFigures(cell.children, setting);
  const text = parts.flatMap((part) => ("figure" in part ? [] : [part]));
  const runs = inlineRuns(text, style, setting).filter((run) => "text" in run);
  const widthOf = (text: string, run: Inline): number => widthOfRun(run, text, setting);
  let natural = 0;
  let minimum = 0;
  let word = 0;
  for (const run of runs) {
    natural += widthOf(run.text.replaceAll(breakMark, ""), run);
    const parts = run.text.split(/[\s\u200B]+|(?<=[-/\p{Ideographic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}])/u);
    parts.forEach((part, index) => {
      word = (index === 0 ? word : 0) + widthOf(part, run);
      minimum = Math.max(minimum, word);
    });
  }
  for (const part of parts) {
    if (!("figure" in part)) continue;
    const { width } = printedMedia(part.figure, setting);
    natural = Math.max(natural, width);
    minimum = Math.max(minimum, Math.min(width, narrowest));
  }
  return { natural: natural + 0.5, minimum: minimum + 0.5 };
}
