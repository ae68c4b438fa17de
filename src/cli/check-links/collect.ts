// Every web address of a bank, once, with all the places where it is written.
import type { Nodes } from "mdast";
import type { Position } from "../../diagnostic.ts";
import { wholeFile } from "../../diagnostic.ts";
import { pathInGuide, type Bank } from "../../model/bank.ts";
import { textsOf } from "../../model/texts.ts";

/** One place where an address is written. */
interface Place {
  path: string;
  position: Position;
  itemId?: string;
}

/** An http or https address that can be parsed. */
export interface Address {
  /** As it is written, fragment included. */
  url: string;
  /** In the order of the bank; there is at least one. */
  places: Place[];
}

/** References, links of all texts, the outline's source and the notices; links inside the guide and other schemes are left out. */
export function collectAddresses(bank: Bank): Address[] {
  const addresses = new Map<string, Map<string, Place>>();
  for (const [url, place] of placesOf(bank)) {
    if (!/^https?:/iu.test(url) || !URL.canParse(url)) continue;
    const places = addresses.get(url) ?? new Map<string, Place>();
    const { line, column } = place.position.start;
    const key = `${place.path}:${line}:${column}`;
    if (!places.has(key)) places.set(key, place);
    addresses.set(url, places);
  }
  return [...addresses].map(([url, places]) => ({ url, places: [...places.values()] }));
}

function* placesOf(bank: Bank): Iterable<[url: string, place: Place]> {
  for (const { id, path, references } of bank.items)
    for (const { url, position } of references) yield [url, { path, position, itemId: id }];
  for (const { contents, ...where } of textsOf(bank))
    for (const node of contents.flatMap(({ nodes }) => nodes))
      for (const [url, position] of linksIn(node, wholeFile)) yield [url, { ...where, position }];
  yield* placesOfExam(bank);
}

/** Links below a node; one that has no place of its own stands where the nearest node around it does. */
function* linksIn(node: Nodes, around: Position): Iterable<[url: string, position: Position]> {
  const position = node.position ?? around;
  if (node.type === "link") {
    const { start, end } = position;
    yield [
      node.url,
      { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
    ];
  }
  const children: readonly Nodes[] =
    node.type === "typedTable" ? [...node.caption, node.table] : "children" in node ? node.children : [];
  for (const child of children) yield* linksIn(child, position);
}

function* placesOfExam(bank: Bank): Iterable<[url: string, place: Place]> {
  const { exam, examPlaces } = bank;
  const path = pathInGuide(bank, "exam.yaml");
  const at = (pointer: string): Place => ({ path, position: examPlaces[pointer] ?? wholeFile });
  yield [exam.blueprint.source, at("/blueprint/source")];
  for (const [index, { text }] of (exam.notices ?? []).entries())
    for (const [url] of text.matchAll(/https?:\/\/[^\s<>"'`]+/giu))
      yield [url.replace(/[.,;:!?)\]]+$/u, ""), at(`/notices/${index}/text`)];
}
