// Places of YAML keys and values by JSON pointer, with the nearest place that exists where the exact one is unknown.
import { type Position, wholeFile } from "../diagnostic.ts";
import type { YamlPlaces } from "./document.ts";

/** A key as a segment of a JSON pointer (RFC 6901, section 4). */
export const escapeKey = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** The mapping key nearest above a pointer, list indices skipped; empty at the root. */
export function nameOf(pointer: string): string {
  const key = pointer.split("/").findLast((segment) => !/^\d*$/.test(segment)) ?? "";
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Where a value stands; an empty value stands at its key. */
export function positionOfValue(pointer: string, places: YamlPlaces): Position {
  return places.values[pointer] ?? positionOfOwner(pointer, places);
}

/** Where a fault of a whole mapping is shown: its key, else its first line, for the root the start of the file. */
export function positionOfOwner(pointer: string, places: YamlPlaces): Position {
  if (pointer === "") return wholeFile;
  const parent = pointer.slice(0, pointer.lastIndexOf("/"));
  return places.keys[pointer] ?? places.values[pointer] ?? positionOfOwner(parent, places);
}
