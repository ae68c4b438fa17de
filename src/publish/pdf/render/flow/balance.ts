// The strips of balanced columns: an entry is a strip that stands wherever its page wants it.
import { shareOut, type ColumnGroup } from "./columns.ts";
import { costs, type Strip } from "./strips.ts";

/** A part of balanced columns is not lower than this, in points, if it can be helped: about three lines. */
const least = 34;

/** Entries near an end of the columns, for which it is measured how low the part up to there is. */
const near = 12;

/** Adds an entry to the columns, whose strip is known by the place of its columns from now on. */
export function joinGroup(group: ColumnGroup, strip: Strip, entry: ColumnGroup["entries"][number]): Strip {
  strip.group = { of: group, entry: group.entries.length };
  group.entries.push(entry);
  strip.top = group.top;
  strip.bottom = group.bottom;
  strip.glued = entry.glued;
  return strip;
}

/** What breaks within the columns cost. */
export function costGroup(strips: readonly Strip[]): Strip[] {
  const group = strips[0]?.group?.of;
  const count = strips.length;
  for (const [index, strip] of strips.entries()) {
    if (!group || index === 0) continue;
    const isLow = (from: number, to: number): boolean => to - from < near && shareOut(group, from, to).height < least;
    const entries = Math.min(index, count - index);
    if (entries < 2 || isLow(0, index) || isLow(index, count)) strip.cost = costs.stranded;
    else strip.cost = entries < 2 * group.lefts.length ? costs.single : costs.entry;
  }
  return [...strips];
}

/** Lets the strip stand where the galley has it: something beside the columns holds them. */
export function leaveGroup(strip: Strip): void {
  const { group } = strip;
  const entry = group?.of.entries[group.entry];
  if (!entry) return;
  delete strip.group;
  strip.top = entry.top;
  strip.bottom = entry.top + entry.height;
}
