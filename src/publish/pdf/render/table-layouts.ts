// How tables are ruled and padded, by the names that the layout uses; the theme gives the colours.
import type { Box, TableLayoutName } from "../node.ts";
import { tablePadding } from "../padding.ts";
import type { Theme } from "../theme.ts";

interface TableNodeView {
  table: { body: { box?: Box }[][] };
}

interface TableLayout {
  hLineWidth(line: number, node: TableNodeView): number;
  vLineWidth(): number;
  hLineColor(): string;
  fillColor(row: number, node: TableNodeView, column: number): Box | null;
  paddingLeft(column: number): number;
  paddingRight(column: number): number;
  paddingTop(row: number): number;
  paddingBottom(row: number): number;
  defaultBorder: boolean;
}

const layout = (
  padding: [number, number, number, number],
  rule: (line: number, rows: number) => number,
  color: string,
): TableLayout => ({
  hLineWidth: (line, node) => rule(line, node.table.body.length),
  vLineWidth: () => 0,
  hLineColor: () => color,
  fillColor: (row, node, column) => node.table.body[row]?.[column]?.box ?? null,
  paddingLeft: () => padding[0],
  paddingTop: () => padding[1],
  paddingRight: () => padding[2],
  paddingBottom: () => padding[3],
  defaultBorder: true,
});

const none = (): number => 0;

/** All layouts, to be registered with a layout builder. */
export function tableLayouts(theme: Theme): Record<TableLayoutName, TableLayout> {
  const { rule } = theme.colors;
  const between = (line: number, rows: number): number => (line === 0 || line === rows ? 0 : 0.5);
  return {
    plain: layout(tablePadding.plain, none, rule),
    card: layout(tablePadding.card, none, rule),
    callout: layout(tablePadding.callout, none, rule),
    // Odd columns are gaps between boxes.
    pair: {
      ...layout(tablePadding.pair, none, rule),
      paddingLeft: (column) => (column % 2 === 0 ? tablePadding.pair[0] : 0),
      paddingRight: (column) => (column % 2 === 0 ? tablePadding.pair[2] : 0),
    },
    rows: layout(tablePadding.rows, (line) => (line === 0 ? 0 : 0.5), rule),
    grid: layout(tablePadding.grid, between, rule),
  };
}
