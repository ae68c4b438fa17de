// Boxed blocks: callouts, quotes, code and display math.
import type { RootContent } from "mdast";
import type { Alert } from "../../model/content.ts";
import { blocks } from "./blocks.ts";
import { monoSize, plainRuns } from "./inline.ts";
import { formulaRun } from "./math.ts";
import type { Block, Box, Cell, TableLayoutName } from "./node.ts";
import { tablePadding } from "./padding.ts";
import type { Setting } from "./setting.ts";

/** A one-cell table: pdfmake's only way to lay a fill behind blocks. */
export function boxed(stack: Block[], box: Omit<Box, "depth">, layout: TableLayoutName, setting: Setting): Block {
  return {
    table: {
      widths: [inside(setting, layout).width],
      body: [[{ stack: tight(stack), box: { ...box, depth: setting.depth } }]],
    },
    layout,
    margin: [0, 2, 0, 6],
  };
}

/** The setting of what stands in a box of this layout, which may be one of several columns. */
export function inside(setting: Setting, layout: TableLayoutName, width: number = setting.width): Setting {
  const [left, , right] = tablePadding[layout];
  return { ...setting, width: width - left - right, depth: setting.depth + 1 };
}

/** The blocks without the space below the last, which the box's padding gives. */
export function tight(stack: Block[]): Block[] {
  const last = stack.at(-1);
  if (last?.margin) last.margin = [last.margin[0], last.margin[1], last.margin[2], 0];
  return stack;
}

function alertCell(alert: Alert, setting: Setting): Cell {
  const colors = setting.theme.alerts[alert.kind];
  const size = setting.size - 0.4;
  const inner: Setting = { ...setting, size, accent: { ...setting.accent, strong: colors.strong } };
  const title: Block = {
    text: plainRuns(setting.words.common[alert.kind], { bold: true, color: colors.strong }, setting),
    fontSize: size,
    keepWithNext: true,
    margin: [0, 0, 0, 1],
  };
  return {
    stack: tight([title, ...blocks(alert.children, inner)]),
    box: { fill: colors.tint, bar: colors.strong, radius: 3, depth: setting.depth },
  };
}

/** A callout over the whole width. */
export function alertBlock(alert: Alert, setting: Setting): Block {
  const inner = inside(setting, "callout");
  return {
    table: { widths: [inner.width], body: [[alertCell(alert, inner)]], dontBreakRows: true },
    layout: "callout",
    margin: [0, 3, 0, 6],
  };
}

const pairGap = 10;

/** Two callouts side by side, equally tall. */
export function alertPair(left: Alert, right: Alert, setting: Setting): Block {
  const inner = inside(setting, "pair", (setting.width - pairGap) / 2);
  return {
    table: {
      widths: [inner.width, pairGap, inner.width],
      body: [[alertCell(left, inner), { text: [] }, alertCell(right, inner)]],
      dontBreakRows: true,
    },
    layout: "pair",
    margin: [0, 3, 0, 6],
  };
}

/** A quote: indented behind a bar. */
export function quoteBlock(nodes: readonly RootContent[], setting: Setting): Block {
  const { rule, panel } = setting.theme.colors;
  return boxed(blocks(nodes, inside(setting, "callout")), { fill: panel, bar: rule }, "callout", setting);
}

/** Lines of code as authored; what is longer than the box goes on in the next line. */
export function codeBlock(value: string, setting: Setting): Block {
  const { theme } = setting;
  const style = { font: "code", preserveLeadingSpaces: true } as const;
  const text = plainRuns(value.replaceAll("\t", "    "), style, setting);
  return boxed(
    [{ text, fontSize: monoSize(setting.size) - 0.2, lineHeight: 1.05 }],
    { fill: theme.colors.panel, stroke: theme.colors.rule, radius: 3 },
    "callout",
    setting,
  );
}

/** Display math, as TeX source where no typesetter is installed. */
export function mathBlock(value: string, setting: Setting): Block {
  const { theme, size } = setting;
  const formula = formulaRun(value, { fontSize: size }, true, setting);
  if (formula && setting.mathAtLeft) return { text: [formula], margin: [0, 0, 0, 3] };
  if (formula) return { text: [formula], alignment: "center", margin: [0, 3, 0, 7] };
  const style = { font: "code", italics: true, preserveLeadingSpaces: true } as const;
  return boxed(
    [{ text: plainRuns(value, style, setting), fontSize: monoSize(size), alignment: "center" }],
    { fill: theme.colors.panel, radius: 3 },
    "callout",
    setting,
  );
}
