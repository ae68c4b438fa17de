// Shares of a whole number by weight: the method of the largest remainder (Hamilton's).
import { Decimal } from "decimal.js";

/**
 * Whole numbers that sum to `total` and are nearest to the weights' shares of it; of equal remainders the first is served.
 * Without weights there are no shares.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  // Exact, so that equal remainders are equal: 33.3 of 10 must not differ from itself in the last bit.
  const exact = weights.map((weight) => new Decimal(weight));
  const sum = exact.reduce((all, weight) => all.plus(weight), new Decimal(0));
  const shares = exact.map((weight, index) => {
    const product = weight.times(total);
    return { index, whole: product.divToInt(sum).toNumber(), remainder: product.mod(sum) };
  });
  const left = total - shares.reduce((all, { whole }) => all + whole, 0);
  const served = new Set(
    [...shares]
      .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return shares.map(({ index, whole }) => whole + (served.has(index) ? 1 : 0));
}
