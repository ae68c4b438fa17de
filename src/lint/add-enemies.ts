// A fix that adds entries to a list in an item's front matter, by an edit of its source in the author's own style.
import { closingFenceOf } from "./front-matter-place.ts";
import type { Edit } from "../diagnostic.ts";
import type { Item } from "../model/bank.ts";
import { lineAt, lineEndOf, lineSpan, sliceOf, spanAt, type SourceText } from "../source-text.ts";

/** The most entries that schemas/item.schema.json allows. */
const mostEntries = 100;

/** The edit that adds ids of items as the last enemies; null if the list has no room, or is written in a style that is not known. */
export function addEnemies(
  { places, frontMatter: { enemies } }: Pick<Item, "places" | "frontMatter">,
  ids: readonly string[],
  source: SourceText,
): Edit | null {
  const entries = ids.map(asText);
  const inRow = entries.join(", ");
  const list = places.values["/enemies"];
  const fence = closingFenceOf(source);
  if (fence === null || isFlow(source, places.values[""])) return null;
  if ((enemies?.length ?? 0) + entries.length > mostEntries) return null;
  if (enemies === undefined || list === undefined)
    return insert(fence.span.start, `enemies: [${inRow}]${lineEndOf(source)}`);
  const last = places.values[`/enemies/${enemies.length - 1}`];
  if (last === undefined) return isFlow(source, list) ? insert(spanAt(source, list).start + 1, inRow) : null;
  const span = spanAt(source, last);
  if (!/^(["']?)[a-z0-9-]+\1$/.test(sliceOf(source, span))) return null;
  if (isFlow(source, list)) return insert(span.end, `, ${inRow}`);
  const { start, end } = lineSpan(source, lineAt(source, span.start));
  const opening = sliceOf(source, { start, end: span.start });
  if (!/^ *- +$/.test(opening)) return null;
  return insert(end, entries.map((entry) => lineEndOf(source) + opening + entry).join(""));
}

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Whether a YAML value is written in brackets or braces. */
function isFlow(source: SourceText, position: Item["position"] | undefined): boolean {
  return position !== undefined && /[[{]/.test(source.text.charAt(spanAt(source, position).start));
}

/** An id as YAML text; bare, `10` would be a number and `null` nothing (YAML 1.2.2, 10.3.2). */
const asText = (id: string): string => (/^(?:\d.*|null|true|false)$/.test(id) ? `"${id}"` : id);
