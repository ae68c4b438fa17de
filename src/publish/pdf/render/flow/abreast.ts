// Strips of columns that stand beside each other: a page break goes through all of them at once.
import { leaveGroup } from "./balance.ts";
import { costs, merge, type Strip } from "./strips.ts";

/** Strips beside each other: what overlaps stays together, and is cut only if it is taller than a page. */
export function abreast(columns: readonly Strip[][], height: number): Strip[] {
  const filled = columns.filter((strips) => strips.length > 0);
  if (filled.length <= 1) return filled[0] ?? [];
  const units = filled.flatMap((strips) => unitsOf(strips));
  units.sort((a, b) => a.top - b.top);
  const result: Strip[] = [];
  for (let at = 0; at < units.length;) {
    let end = at;
    let bottom = -Infinity;
    for (let unit = units[end]; unit && (end === at || unit.top < bottom - 0.01); unit = units[++end]) {
      bottom = Math.max(bottom, unit.bottom);
    }
    const together = units.slice(at, end);
    at = end;
    const cost = Math.max(0, ...together.filter(({ isFirst }) => !isFirst).map(({ strips }) => strips[0]?.cost ?? 0));
    const parts =
      together.length === 1
        ? (together[0]?.strips ?? [])
        : slices(
            together.flatMap(({ strips }) => strips),
            height,
          );
    if (parts[0]) parts[0].cost = cost;
    for (const part of parts) result.push(part);
  }
  return result;
}

/** Rows that are taller than this share of a page may be cut between any of their lines. */
const uncut = 1 / 3;

/** Lines that end within this height of each other are cut off together, in points. */
const slice = 40;

function slices(strips: readonly Strip[], height: number): Strip[] {
  for (const strip of strips) leaveGroup(strip);
  const sorted = strips.toSorted((a, b) => a.bottom - b.bottom);
  const top = Math.min(...sorted.map((strip) => strip.top));
  const extent = (sorted.at(-1)?.bottom ?? top) - top;
  let limit = extent > height * uncut ? top + slice : Infinity;
  const parts: Strip[][] = [[]];
  for (const strip of sorted) {
    if (strip.bottom > limit && parts.at(-1)?.length !== 0) {
      parts.push([]);
      limit = strip.bottom + slice;
    }
    parts.at(-1)?.push(strip);
  }
  const merged = parts.map((part) => merge(part));
  for (const part of merged.slice(1)) part.cost = costs.kept;
  return merged;
}

/** Strips that move as one beside others: a strip, or all entries of balanced columns. */
interface Unit {
  top: number;
  bottom: number;
  strips: Strip[];
  isFirst: boolean;
}

function unitsOf(strips: readonly Strip[]): Unit[] {
  const units: Unit[] = [];
  for (const [index, strip] of strips.entries()) {
    const last = units.at(-1);
    if (last && strip.group && last.strips[0]?.group?.of === strip.group.of) last.strips.push(strip);
    else units.push({ top: strip.top, bottom: strip.bottom, strips: [strip], isFirst: index === 0 });
  }
  return units;
}
