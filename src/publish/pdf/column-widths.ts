// How a table's width is shared among its columns: pdfmake's own way lets long words push a table off the page.

/** What one cell asks for, in points. */
export interface CellWidth {
  /** Its text in one line. */
  natural: number;
  /** Its longest part that cannot break. */
  minimum: number;
}

/** No column asks for more of a row than this, so that one long cell does not starve the others. */
const longest = 330;

/**
 * Widths that sum to exactly `available`: every column gets its longest word where they all fit, and the rest is shared by how
 * much text the columns hold. Where they do not fit, the columns with the longest words shrink, and these words break.
 */
export function columnWidths(rows: readonly (readonly CellWidth[])[], available: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const of = (pick: (cell: CellWidth) => number, column: number): number =>
    rows.reduce((most, row) => Math.max(most, row[column] ? pick(row[column]) : 0), 0);
  const minimum = Array.from({ length: columns }, (_, column) => of((cell) => cell.minimum, column));
  const natural = Array.from({ length: columns }, (_, column) => of((cell) => cell.natural, column));
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  if (sum(minimum) >= available) return level(minimum, available);
  const wanted = natural.map((width, column) => Math.max(minimum[column] ?? 0, Math.min(width, longest)));
  const scarce = sum(wanted) > available;
  const shares = scarce ? wanted.map((width, column) => width - (minimum[column] ?? 0)) : wanted;
  const base = scarce ? minimum : wanted;
  const rest = available - sum(base);
  const whole = sum(shares) || 1;
  return base.map((width, column) => width + (rest * (shares[column] ?? 0)) / whole);
}

/** Cuts the widest to one common width, so that all sum to `available`. */
function level(widths: readonly number[], available: number): number[] {
  let rest = available;
  let left = widths.length;
  for (const width of [...widths].sort((a, b) => a - b)) {
    if (width > rest / left) break;
    rest -= width;
    left--;
  }
  return widths.map((width) => (left > 0 ? Math.min(width, rest / left) : width));
}
