// In-guide link targets: the anchors that the code host gives headings, and the ids that the study guide gives the same places.
import GithubSlugger from "github-slugger";
import { toString } from "mdast-util-to-string";
import type { Bank, Domain } from "../../model/bank.ts";
import type { Fact, Topic } from "../../model/document.ts";

/** Ids of the places in a document that links lead to; all hyphened, because pdfmake looks them up on an array, which has `keys`. */
export const ids = {
  contents: "part-contents",
  glance: "part-glance",
  glossary: "part-glossary",
  licence: "part-licence",
  instructions: "part-instructions",
  keys: "part-keys",
  domain: ({ id }: Pick<Domain, "id">): string => `domain-${id}`,
  section: ({ id }: Pick<Domain, "id">, index: number): string => `section-${id}-${index + 1}`,
  topic: ({ id }: Pick<Topic, "id">): string => `topic-${id}`,
  term: ({ id }: Pick<Fact, "id">): string => `term-${id}`,
  item: (id: string): string => `item-${id}`,
  key: (id: string): string => `key-${id}`,
};

/** Ids of the study guide by `path#anchor`, and by path alone for whole files. */
export function anchorsOf(bank: Bank): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const domain of bank.domains) {
    const slugger = new GithubSlugger();
    const add = (heading: string, id: string): unknown => anchors.set(`${domain.path}#${slugger.slug(heading)}`, id);
    anchors.set(domain.path, ids.domain(domain));
    add(domain.title, ids.domain(domain));
    domain.sections.forEach((section, index) => {
      add(section.title, ids.section(domain, index));
      section.topics.forEach((topic) => addTopic(topic, add));
    });
  }
  return anchors;
}

/** The topic's own heading, and those inside it, which lead to the topic as well. */
function addTopic(topic: Topic, add: (heading: string, id: string) => unknown): void {
  add(topic.emoji === undefined ? topic.title : `${topic.emoji} ${topic.title}`, ids.topic(topic));
  for (const node of topic.body.nodes) if (node.type === "heading") add(toString(node), ids.topic(topic));
}
