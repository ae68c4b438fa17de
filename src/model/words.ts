// Published words in one language, held against those in another: the same placeholders, or a value would be lost or missing.
import { fault } from "../faults.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { joinWith, quote } from "../quote.ts";
import type { YamlPlaces } from "./document.ts";
import { placeholdersOf } from "./table-kind.ts";
import type { Words } from "./types.gen.ts";
import { positionOfValue } from "./yaml-places.ts";

/** Texts whose placeholders differ from those of the same text in `reference`. */
export function checkPlaceholders(words: Words, reference: Words, places: YamlPlaces, path: string): Diagnostic[] {
  const own = new Map(textsOf(words, ""));
  return [...textsOf(reference, "")].flatMap(([pointer, text]) => {
    const found = own.get(pointer) ?? "";
    const expected = placeholdersOf(text).sort();
    if (placeholdersOf(found).sort().join() === expected.join()) return [];
    const names = expected.map((name) => quote(`{${name}}`));
    const wanted = names.length === 0 ? "no placeholder" : `${joinWith(names, "and")} in it`;
    const message = `Unexpected text ${quote(found)}, expected ${wanted}`;
    return [fault("words-placeholder", { message, path, position: positionOfValue(pointer, places) })];
  });
}

/** All texts with their JSON pointers. */
function* textsOf(value: unknown, pointer: string): Iterable<[string, string]> {
  if (typeof value === "string") yield [pointer, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, `${pointer}/${key}`);
}
