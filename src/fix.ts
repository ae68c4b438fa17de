// Fixes made in the text of one file: by offsets alone, so that everything outside of the edits stays as it was.
import type { Edit, Fix } from "./diagnostic.ts";

/** A text after fixes. */
export interface Fixed {
  text: string;
  /** The fixes that were made, in source order. */
  applied: Fix[];
}

/**
 * Makes all edits of a fix or none: of two fixes whose edits collide, the one that begins earlier in the text wins, then the
 * earlier of the list. Equal edits of several fixes are made once. Throws if the edits of one fix overlap or lie outside of
 * the text.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): Fixed {
  const accepted: Edit[] = [];
  const applied: Fix[] = [];
  for (const fix of [...fixes].sort((a, b) => startOf(a) - startOf(b))) {
    if (fix.edits.some((edit) => place(accepted, edit, collides) === "taken")) continue;
    for (const edit of fix.edits) {
      const index = place(accepted, edit, overlaps);
      if (index === "taken" || edit.start < 0 || edit.start > edit.end || edit.end > text.length)
        throw new RangeError(`A fix has an impossible edit from ${edit.start} to ${edit.end}`);
      if (index !== "made") accepted.splice(index, 0, edit);
    }
    applied.push(fix);
  }
  let fixed = "";
  let end = 0;
  for (const edit of accepted) {
    fixed += text.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return { text: fixed + text.slice(end), applied };
}

const startOf = ({ edits }: Fix): number => edits.reduce((first, { start }) => Math.min(first, start), Infinity);

/** The index at which an edit joins others that are sorted and apart; "made" if it is among them, "taken" if it meets one. */
function place(edits: readonly Edit[], edit: Edit, meets: (a: Edit, b: Edit) => boolean): number | "made" | "taken" {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = edits[middle];
    if (other !== undefined && (other.start < edit.start || (other.start === edit.start && other.end < edit.end)))
      low = middle + 1;
    else high = middle;
  }
  const before = edits[low - 1];
  const after = edits[low];
  if (after?.start === edit.start && after.end === edit.end && after.text === edit.text) return "made";
  if ((before && meets(before, edit)) || (after && meets(after, edit))) return "taken";
  return low;
}

/** Whether two edits share a character, or insert in one place, where their order would be a guess. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/** Whether edits of two fixes cannot both be made: an insertion at the edge of a replacement may belong to what that moved away. */
function collides(a: Edit, b: Edit): boolean {
  const isInsertion = a.start === a.end || b.start === b.end;
  return overlaps(a, b) || (isInsertion && a.start <= b.end && b.start <= a.end);
}
