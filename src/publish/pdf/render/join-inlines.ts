// The words of a laid-out line → one inline a style: what is drawn as one, in half the memory.
import { breakMark } from "../runs.ts";
import type { DrawnInline } from "./internals.ts";

/**
 * Neighbours of one style joined, in order, without the marks of break opportunities, so that a word cut by one is whole.
 * Page numbers, which are filled in later, stay alone. The first inline of each run is changed.
 */
export function joinInlines(inlines: readonly DrawnInline[]): DrawnInline[] {
  const joined: DrawnInline[] = [];
  for (const inline of inlines) {
    const text = inline.text.replaceAll(breakMark, "");
    // The first stays even if nothing is left of it: an empty line has its height from it.
    if (text === "" && joined.length > 0) continue;
    const last = joined.at(-1);
    if (last && isOneRun(last, inline)) {
      last.text += text;
      last.width += inline.width;
    } else {
      inline.text = text;
      joined.push(inline);
    }
  }
  return joined;
}

const isOneRun = (a: DrawnInline, b: DrawnInline): boolean =>
  a.font === b.font &&
  a.fontSize === b.fontSize &&
  a.color === b.color &&
  a.link === b.link &&
  a.linkToDestination === b.linkToDestination &&
  a.linkToFile === b.linkToFile &&
  a.linkTitle === b.linkTitle &&
  a.decoration === b.decoration &&
  isText(a) &&
  isText(b) &&
  // Text that is set apart is drawn apart.
  Math.abs(a.x + a.width - b.x) < 0.01;

const isText = (inline: DrawnInline): boolean => !inline._pageRef && !inline._tocItemRef;
