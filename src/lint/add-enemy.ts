// A fix that adds an entry to a list in an item's front matter, by an edit of its source in the author's own style.
import { closingFenceOf } from "./front-matter-place.ts";
import type { Edit } from "../diagnostic.ts";
import type { Item } from "../model/bank.ts";
import { lineAt, lineSpan, sliceOf, spanAt, type SourceText } from "../source-text.ts";

/** The most entries that schemas/item.schema.json allows. */
const mostEntries = 100;

/** The edit that adds an item's id as the last enemy; null if the list is full, or written in a style that is not known. */
export function addEnemy(
  { places, frontMatter: { enemies } }: Pick<Item, "places" | "frontMatter">,
  id: string,
  source: SourceText,
): Edit | null {
  const entry = asText(id);
  const list = places.values["/enemies"];
  const fence = closingFenceOf(source);
  if (fence === null || isFlow(source, places.values[""])) return null;
  if (enemies === undefined || list === undefined)
    return insert(fence.span.start, `enemies: [${entry}]${lineEndOf(source, 0)}`);
  if (enemies.length >= mostEntries) return null;
  const last = places.values[`/enemies/${enemies.length - 1}`];
  if (last === undefined) return isFlow(source, list) ? insert(spanAt(source, list).start + 1, entry) : null;
  const span = spanAt(source, last);
  if (!/^(["']?)[a-z0-9-]+\1$/.test(sliceOf(source, span))) return null;
  if (isFlow(source, list)) return insert(span.end, `, ${entry}`);
  const line = lineAt(source, span.start);
  const { start, end } = lineSpan(source, line);
  const opening = sliceOf(source, { start, end: span.start });
  return /^ *- +$/.test(opening) ? insert(end, `${lineEndOf(source, line)}${opening}${entry}`) : null;
}

const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Whether a YAML value is written in brackets or braces. */
function isFlow(source: SourceText, position: Item["position"] | undefined): boolean {
  return position !== undefined && /[[{]/.test(source.text.charAt(spanAt(source, position).start));
}

/** How a line ends that is not the last one. */
function lineEndOf(source: SourceText, line: number): string {
  return source.text.slice(lineSpan(source, line).end, source.lineStarts[line + 1]);
}

/** An id as YAML text; bare, `10` would be a number and `null` nothing (YAML 1.2.2, 10.3.2). */
const asText = (id: string): string => (/^(?:\d.*|null|true|false)$/.test(id) ? `"${id}"` : id);
