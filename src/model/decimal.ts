// Exact decimal sums: 33.3 + 33.3 + 33.4 is 100, and 99.99999999999999999 is not.
import { Decimal } from "decimal.js";

/** The sum of decimal numerals, exact whatever their number of digits. */
export function sumDecimals(numerals: readonly string[]): Decimal {
  // decimal.js rounds to its precision: 400 digits hold any sum of doubles within the schema's bounds, and a numeral may be longer.
  const Exact = Decimal.clone({ precision: 400 + Math.max(0, ...numerals.map(({ length }) => length)) });
  return numerals.reduce((sum, numeral) => sum.plus(numeral), new Exact(0));
}
