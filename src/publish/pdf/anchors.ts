// Targets of links inside a guide: the anchors that the code host gives its files, and the ids of the same places in the documents.
import GithubSlugger from "github-slugger";
import type { Heading, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { pathInGuide, type Bank, type Domain } from "../../model/bank.ts";
import type { Fact, Topic } from "../../model/document.ts";
import type { DocumentName, Links, Place } from "./documents.ts";

/**
 * An author's id as part of a destination's name. Names are ASCII, because viewers search them by their bytes: any other character
 * becomes its code point between two dots, which no such id has.
 */
const ascii = (id: string): string =>
  id.replaceAll(/[^\w-]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`);

/** Ids of the places in a document that links lead to; all hyphened, because pdfmake looks them up on an array, which has `keys`. */
export const ids = {
  contents: "part-contents",
  glance: "part-glance",
  glossary: "part-glossary",
  index: "part-index",
  licence: "part-licence",
  instructions: "part-instructions",
  keys: "part-keys",
  domain: ({ id }: Pick<Domain, "id">): string => `domain-${ascii(id)}`,
  section: ({ id }: Pick<Domain, "id">, index: number): string => `section-${ascii(id)}-${index + 1}`,
  topic: ({ id }: Pick<Topic, "id">): string => `topic-${ascii(id)}`,
  // A slug has no two hyphens in a row, so that no two pairs share a name.
  fact: (topic: Pick<Topic, "id">, { id }: Pick<Fact, "id">): string => `fact-${ascii(topic.id)}--${ascii(id)}`,
  term: ({ id }: Pick<Fact, "id">): string => `term-${ascii(id)}`,
  /** Of a heading inside rich text, by its anchor in the file or in the domain's file. */
  heading: (part: string, anchor: string): string => `heading-${ascii(part)}--${ascii(anchor)}`,
  item: (id: string): string => `item-${id}`,
  key: (id: string): string => `key-${id}`,
};

/** Where a node stands, as `Links.headings` is asked. */
export function placeOf(path: string, { position }: Pick<RootContent, "position">): string {
  return `${path}:${position?.start.line ?? 0}:${position?.start.column ?? 0}`;
}

/**
 * The places that links in this document lead to: those of the study guide, and items, which are in the booklet at hand or else in
 * the practice exam. Terms have anchors too, but for the code host, which shows the glossary from its top.
 */
export function anchorsOf(bank: Bank, document: DocumentName): Pick<Links, "anchors" | "headings"> {
  const anchors = new Map<string, Place>();
  const headings = new Map<string, string>();
  for (const { path, whole, parts, terms = [] } of filesOf(bank)) {
    const slugger = new GithubSlugger();
    anchors.set(path, { document: "studyGuide", id: whole });
    for (const { text, id, node } of parts) {
      const anchor = slugger.slug(text);
      anchors.set(`${path}#${anchor}`, { document: "studyGuide", id: id(anchor) });
      if (node) headings.set(placeOf(path, node), id(anchor));
    }
    for (const term of terms)
      if (!anchors.has(`${path}#${term.id}`))
        anchors.set(`${path}#${term.id}`, { document: "studyGuide", id: ids.term(term) });
  }
  const booklet = document === "studyGuide" ? "practiceExam" : document;
  for (const { id, path } of bank.items) anchors.set(path, { document: booklet, id: ids.item(id) });
  return { anchors, headings };
}

/** A heading of a file, in order, and the id of its place by its anchor. */
interface Part {
  text: string;
  id: (anchor: string) => string;
  /** Of a heading inside rich text. */
  node?: Heading;
}

interface GuideFile {
  path: string;
  /** Id of the place where the file opens. */
  whole: string;
  parts: Part[];
  terms?: Fact[];
}

function filesOf(bank: Bank): GuideFile[] {
  const { domains, glossary, introduction } = bank;
  const [term] = glossary.terms;
  const guide: GuideFile = {
    path: pathInGuide(bank, "guide.md"),
    whole: ids.glance,
    parts: [{ text: bank.title, id: () => ids.glance }, ...inner(introduction.nodes, "guide")],
  };
  const words: GuideFile[] = term
    ? [
        {
          path: term.path,
          whole: ids.glossary,
          parts: [{ text: glossary.title, id: () => ids.glossary }],
          terms: glossary.terms,
        },
      ]
    : [];
  return [guide, ...domains.map(fileOfDomain), ...words];
}

function fileOfDomain(domain: Domain): GuideFile {
  const whole = ids.domain(domain);
  const ofTopic = (topic: Topic): Part[] => [
    { text: topic.emoji === undefined ? topic.title : `${topic.emoji} ${topic.title}`, id: () => ids.topic(topic) },
    ...inner(topic.body.nodes, domain.id),
  ];
  const sections = domain.sections.flatMap(({ title, topics }, index): Part[] => [
    { text: title, id: () => ids.section(domain, index) },
    ...topics.flatMap(ofTopic),
  ]);
  return { path: domain.path, whole, parts: [{ text: domain.title, id: () => whole }, ...sections] };
}

const inner = (nodes: readonly RootContent[], part: string): Part[] =>
  nodes
    .filter((node) => node.type === "heading")
    .map((node) => ({ text: toString(node), id: (anchor) => ids.heading(part, anchor), node }));
