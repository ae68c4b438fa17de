// What the index holds: each distinct text of a term, a topic's title or a fact's lead once, with the places that it leads to.
import { topicsOf, type Bank } from "../../../model/bank.ts";
import { ids } from "../anchors.ts";
import { orderBy, type IndexOrder } from "./index-order.ts";

/** A place that an entry leads to. */
interface IndexPlace {
  id: string;
  /** Whether it is the definition of the term, or the topic itself. */
  main: boolean;
}

/** An entry of the index. */
export interface IndexEntry {
  text: string;
  places: IndexPlace[];
}

/** Entries that are set under one heading, in order. */
export interface IndexGroup {
  /** A letter, or the characters from which and to which its texts open. */
  heading: string;
  entries: IndexEntry[];
}

/** Pages of one weight that follow one another. */
export interface PageRange {
  first: number;
  last: number;
  main: boolean;
  /** The place on its first page. */
  id: string;
}

/** A lead that stands in as many topics says where in a topic one is, such as “Choose it when”, and no longer what it is about. */
const genericFrom = 3;

/** The index of a guide by its language's alphabet; texts that differ in case or blanks alone are one entry. */
export function indexOf(bank: Bank, alphabet: string): IndexGroup[] {
  const entries = new Map<string, IndexEntry>();
  const add = (text: string, place: IndexPlace): void => {
    const key = text.normalize("NFC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
    // The first text is the one shown: terms are written as they are defined, titles and leads with a capital.
    const entry = entries.get(key) ?? { text: text.trim(), places: [] };
    entries.set(key, entry);
    entry.places.push(place);
  };
  for (const term of bank.glossary.terms) add(term.lead, { id: ids.term(term), main: true });
  const topics = topicsOf(bank);
  for (const topic of topics) add(topic.title, { id: ids.topic(topic), main: true });
  for (const topic of topics)
    for (const fact of topic.facts) add(fact.lead, { id: ids.fact(topic, fact), main: false });
  const kept = [...entries.values()].filter(
    ({ places }) => places.some(({ main }) => main) || places.length < genericFrom,
  );
  return grouped(kept, orderBy(alphabet));
}

function grouped(entries: readonly IndexEntry[], order: IndexOrder): IndexGroup[] {
  const groups: { letter: string | null; entries: IndexEntry[] }[] = [];
  for (const entry of entries.toSorted((a, b) => order.compare(a.text, b.text))) {
    const letter = order.letterOf(entry.text);
    const last = groups.at(-1);
    if (last && last.letter === letter) last.entries.push(entry);
    else groups.push({ letter, entries: [entry] });
  }
  return groups.map(({ letter, entries: own }) => ({ heading: letter ? letter : spanOf(own), entries: own }));
}

/** The characters that open the first and the last of some texts. */
function spanOf(entries: readonly IndexEntry[]): string {
  const initials = entries.map(({ text }) => /[\p{L}\p{N}]/u.exec(text)?.[0] ?? [...text][0] ?? "");
  const [first = "", last = ""] = [initials[0], initials.at(-1)];
  return first === last ? first : `${first}–${last}`;
}

/** The pages of an entry in order, each once: the main ones apart, others that follow one another joined. */
export function pagesOf({ places }: IndexEntry, pageOf: (id: string) => number | undefined): PageRange[] {
  const pages = new Map<number, PageRange>();
  for (const { id, main } of places) {
    const page = pageOf(id);
    // What was not laid out is missed where the artifact's counts are compared with the sources.
    if (page === undefined) continue;
    const known = pages.get(page);
    if (!known || (main && !known.main)) pages.set(page, { first: page, last: page, main, id });
  }
  const ranges: PageRange[] = [];
  for (const page of [...pages.values()].toSorted((a, b) => a.first - b.first)) {
    const last = ranges.at(-1);
    if (last && !last.main && !page.main && last.last + 1 === page.first) last.last = page.last;
    else ranges.push(page);
  }
  return ranges;
}
