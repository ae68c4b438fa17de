// Every table, whatever it holds: as many cells in each row as in the header, because a surplus cell would not print.
import type { Nodes, Table, TableCell } from "mdast";
import { plural, quote } from "../quote.ts";
import { spanAcross, spanOf } from "./markdown.ts";
import { report, sliceOf, type Source, type Span } from "./source.ts";

/** Reports rows that are wider or narrower than the header. */
export function checkTable(source: Source, table: Table): void {
  const [header, ...rows] = table.children;
  const width = header?.children.length ?? 0;
  const piped = header !== undefined && sliceOf(source, spanOf(header)).includes("|");
  for (const row of rows) {
    const span = spanOf(row, table);
    const surplus = row.children[width];
    if (surplus !== undefined)
      report(
        source,
        "table-row-width",
        cellSpan(source, surplus),
        `Unexpected cell ${row.children.length === width + 1 ? "" : `and ${row.children.length - width - 1} more `}in a table of ${width} columns, expected ${width} cells: write \`\\|\` for a bar that parts no cells`,
      );
    else if (piped && !sliceOf(source, span).includes("|"))
      report(
        source,
        "table-row-width",
        span,
        `Unexpected text ${quote(sliceOf(source, span))} directly under a table, expected an empty line between them`,
      );
    else if (row.children.length < width)
      report(
        source,
        "table-row-width",
        span,
        `Unexpected row of ${plural(row.children.length, "cell")} in a table of ${width} columns, expected ${width} cells`,
      );
  }
}

/** Where the text of a cell stands: a cell's own position spans its bars. */
export function cellSpan(source: Source, cell: TableCell): Span {
  if (cell.children.length > 0) return spanAcross(cell.children satisfies Nodes[], cell);
  const { start, end } = spanOf(cell);
  const text = source.text.slice(start, end);
  const inner = start + (/^\|?[ \t]*/.exec(text)?.[0].length ?? 0);
  return { start: Math.min(inner, end), end: Math.min(inner, end) };
}
