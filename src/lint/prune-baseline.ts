// Fixes of a baseline that accepts more than there is: they only lower counts and take entries out.
import type { Edit, Fix } from "../diagnostic.ts";
import type { YamlPlaces } from "../model/document.ts";
import type { BaselineFile } from "../model/types.gen.ts";
import { escapeKey } from "../model/yaml-places.ts";
import { spanAt, type SourceText } from "../source-text.ts";

/** A baseline file that was read and is sound. */
export interface Baseline {
  /** Relative to the workspace root. */
  path: string;
  value: BaselineFile;
  places: YamlPlaces;
  source: SourceText;
}

/** A mapping of the file, or the number at its leaf. */
type Entry = number | { readonly [key: string]: Entry };

/** One entry with the places that its removal needs. */
interface Member {
  key: string;
  start: number;
  end: number;
}

/** The fix that makes the entry at a pointer accept `count` findings. */
export function lowerCount({ places, source }: Baseline, pointer: string, count: number): Fix | null {
  const place = places.values[pointer];
  return place === undefined ? null : { safe: true, edits: [{ ...spanAt(source, place), text: `${count}` }] };
}

/**
 * Fixes by key that take members out of the mapping at a pointer; they do not collide with one another. Empty where the file is not
 * written as JSON, which is what certpress writes.
 */
export function removeMembers(baseline: Baseline, pointer: string, keys: ReadonlySet<string>): Map<string, Fix> {
  if (keys.size === 0) return new Map();
  const members = membersOf(baseline, pointer);
  const opening = openingOf(baseline, pointer);
  if (members === null || opening === null) return new Map();
  const lastKept = members.findLastIndex(({ key }) => !keys.has(key));
  const last = members.at(-1);
  return new Map(
    members.flatMap(({ key, start }, index): [string, Fix][] => {
      if (!keys.has(key) || last === undefined) return [];
      const next = members[index + 1];
      const kept = members[lastKept];
      // A comma goes with the member in front of it, but for the last ones, which have none behind them.
      if (kept !== undefined && next !== undefined && index < lastKept) return [[key, remove(start, next.start)]];
      const end = kept === undefined ? closingOf(baseline, last.end) - 1 : last.end;
      return [[key, remove(kept?.end ?? opening + 1, end)]];
    }),
  );
}

const remove = (start: number, end: number): Fix => ({ safe: true, edits: [{ start, end, text: "" } satisfies Edit] });

function membersOf(baseline: Baseline, pointer: string): Member[] | null {
  const members = Object.entries(mappingAt(baseline.value, pointer)).map(([key, value]): Member | null => {
    const inner = `${pointer}/${escapeKey(key)}`;
    const place = baseline.places.keys[inner];
    const end = endOf(baseline, inner, value);
    return place === undefined || end === null ? null : { key, start: spanAt(baseline.source, place).start, end };
  });
  return members.every((each) => each !== null) ? members.sort((a, b) => a.start - b.start) : null;
}

/** Just behind a value; places know only its first line. */
function endOf(baseline: Baseline, pointer: string, value: Entry): number | null {
  if (typeof value === "number") {
    const place = baseline.places.values[pointer];
    return place === undefined ? null : spanAt(baseline.source, place).end;
  }
  const opening = openingOf(baseline, pointer);
  const members = membersOf(baseline, pointer);
  return opening === null || members === null ? null : closingOf(baseline, members.at(-1)?.end ?? opening);
}

/** The offset of a mapping's opening brace; null if it has none. */
function openingOf({ places, source }: Baseline, pointer: string): number | null {
  const place = places.values[pointer];
  const start = place === undefined ? 0 : spanAt(source, place).start;
  return place !== undefined && source.text.charAt(start) === "{" ? start : null;
}

/** Just behind the first closing brace from an offset on; only space, a comma and comments can stand between. */
const closingOf = ({ source }: Baseline, from: number): number => source.text.indexOf("}", from) + 1;

function mappingAt(file: BaselineFile, pointer: string): { readonly [key: string]: Entry } {
  let entry: Entry = { guides: file.guides };
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    entry = typeof entry === "number" ? {} : ((Object.hasOwn(entry, key) ? entry[key] : undefined) ?? {});
  }
  return typeof entry === "number" ? {} : entry;
}
