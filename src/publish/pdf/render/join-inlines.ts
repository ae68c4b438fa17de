// The words of a laid-out line → one inline a style: what is drawn as one, and a tenth of the memory.
import type { DrawnInline } from "./internals.ts";

/** Neighbours of one style joined, in order; page numbers, which are filled in later, stay alone. The first of each run is changed. */
export function joinInlines(inlines: readonly DrawnInline[]): DrawnInline[] {
  const joined: DrawnInline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last && isOneRun(last, inline)) {
      last.text += inline.text;
      last.width += inline.width;
    } else joined.push(inline);
  }
  return joined;
}

const isOneRun = (a: DrawnInline, b: DrawnInline): boolean =>
  a.font === b.font &&
  a.fontSize === b.fontSize &&
  a.color === b.color &&
  a.link === b.link &&
  a.linkToDestination === b.linkToDestination &&
  a.decoration === b.decoration &&
  isText(a) &&
  isText(b) &&
  // A line that was cut in two leaves a gap.
  Math.abs(a.x + a.width - b.x) < 0.01;

const isText = (inline: DrawnInline): boolean => inline._pageRef === undefined && inline._tocItemRef === undefined;
