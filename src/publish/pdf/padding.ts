// Inner space of boxes and table cells: the layout subtracts it from widths, the encoder draws it.
import type { TableLayoutName } from "./node.ts";

/** Left, top, right, bottom, in points. */
export const tablePadding: Record<TableLayoutName, [number, number, number, number]> = {
  plain: [0, 0, 0, 0],
  card: [13, 9, 13, 8],
  callout: [11, 4, 9, 6],
  pair: [11, 4, 9, 6],
  rows: [6, 3.5, 6, 4.5],
  grid: [6, 3, 6, 4],
};
