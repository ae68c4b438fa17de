// The whole of one guide, resolved and checked across files. Deeply readonly by convention: nobody changes it after build.
import type { Content } from "./content.ts";
import type { Answer, Fact, Found, Reference, SectionDraft, Table, Topic, YamlPlaces } from "./document.ts";
import type { Media } from "./media.ts";
import type { Blueprint, BlueprintTask, ExamFile, ItemFrontMatter, LedgerFile, Term } from "./types.gen.ts";
import type { Position } from "../diagnostic.ts";
import type { TableKind } from "./table-kind.ts";

export interface Bank {
  /** Name of the guide's folder: its id, and the namespace of its identities. */
  guide: string;
  exam: ExamFile;
  /** Places of exam.yaml's values by JSON pointer, for the publishers' findings about its texts. */
  examPlaces: Record<string, Position>;
  blueprint: Blueprint;
  title: string;
  introduction: Content;
  /** In blueprint order. */
  domains: Domain[];
  glossary: Glossary;
  /** By domain, then task, then id. */
  items: Item[];
  /** By id. */
  tableKinds: Map<string, TableKind>;
  /** Names that have been replaced, of terms.yaml. */
  terms: Term[];
  /** Words that spelling knows besides its dictionaries, of words.txt. */
  words: string[];
  /** Which notes the last edition had; null before the first lock. */
  ledger: Ledger | null;
  /** Images that the content uses, by workspace path. */
  media: Map<string, Media>;
  /** What the sources hold, counted by parse. */
  found: Found;
}

/** identity.lock.json with the lines of its entries. */
export interface Ledger {
  path: string;
  value: LedgerFile;
  /** By kind of note and id, joined by NUL: the line of its entry. */
  lines: Record<string, number>;
}

export interface Domain {
  id: string;
  title: string;
  /** In percent. */
  weight: number;
  tasks: BlueprintTask[];
  path: string;
  introduction: Content;
  sections: Section[];
}

export type Section = SectionDraft;

export interface Glossary {
  title: string;
  introduction: Content;
  terms: Fact[];
}

export interface Item {
  id: string;
  frontMatter: ItemFrontMatter;
  domain: Domain;
  task: BlueprintTask;
  topic: Topic;
  stem: Content;
  answer: Answer;
  explanation: Content;
  references: Reference[];
  /** The `## References` heading, or null if the section is missing. */
  referencesPosition: Position | null;
  path: string;
  /** The front matter's fence: where a finding about the whole item points. */
  position: Position;
  /** Of the front matter's keys and values. */
  places: YamlPlaces;
}

/** Workspace path of a file that stands in the guide's own folder, such as `guide.md`. */
export function pathInGuide({ guide }: Pick<Bank, "guide">, name: string): string {
  return `content/${guide}/${name}`;
}

/** All topics in guide order. */
export function topicsOf(bank: Pick<Bank, "domains">): Topic[] {
  return bank.domains.flatMap((domain) => domain.sections.flatMap((section) => section.topics));
}

/** All typed tables in guide order, those of sections and those of topics, with the topic if there is one. */
export function tablesOf(bank: Pick<Bank, "domains">): { table: Table; domain: Domain; topic: Topic | null }[] {
  return bank.domains.flatMap((domain) =>
    domain.sections.flatMap((section) => [
      ...section.tables.map((table) => ({ table, domain, topic: null })),
      ...section.topics.flatMap((topic) => topic.tables.map((table) => ({ table, domain, topic }))),
    ]),
  );
}
