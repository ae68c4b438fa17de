// What parse makes of one file. Plain data: a document can cross a worker and be cached by path, bytes and table kinds.
import type { Diagnostic, Position } from "../diagnostic.ts";
import type { Content } from "./content.ts";
import type { DomainFrontMatter, ExamFile, ItemFrontMatter, LedgerFile, TableKindFile, Term } from "./types.gen.ts";

/** One file as it was read. */
export interface SourceFile {
  /** Relative to the workspace root, with forward slashes. */
  path: string;
  bytes: Uint8Array;
}

/** A link or image target as authored, checked across files by the model. */
export interface Target {
  /** The authored URL, decoded once by Markdown and no further. */
  url: string;
  position: Position;
}

/** An image and its alternative text. */
export interface ImageTarget extends Target {
  alt: string;
}

/** Places in a YAML source by JSON pointer (`/blueprint/domains/0/weight`); the root is the empty pointer. */
export interface YamlPlaces {
  /** Of each value; of one over several lines, its first line. */
  values: Record<string, Position>;
  /** Of each mapping key. */
  keys: Record<string, Position>;
  /** Of each mapping key, quotes included, as offsets in the file's text: for fixes that rename it. */
  keyOffsets?: Record<string, { start: number; end: number }>;
}

/** A YAML scalar as it was authored, quotes included, with its offsets in the file's text. */
export interface Scalar {
  raw: string;
  start: number;
  end: number;
}

/** Number of things of each kind that stand in a source, whether or not they can be published. */
export interface Found {
  items: number;
  facts: number;
  tables: number;
  rows: number;
  terms: number;
}

interface DocumentBase {
  path: string;
  /** Faults of this file alone. */
  diagnostics: Diagnostic[];
  found: Found;
  /** Links without scheme, or with `#`: targets in the guide. */
  links: Target[];
  images: ImageTarget[];
  /** What links to this file may name: the anchors that the code host gives its headings, in order, and the ids of its terms. */
  anchors: string[];
}

/** items/<id>.md; `frontMatter` and `body` are null when their faults are among the diagnostics. */
export interface ItemDocument extends DocumentBase {
  kind: "item";
  /** The file name without its ending. */
  id: string;
  frontMatter: ItemFrontMatter | null;
  places: YamlPlaces;
  body: ItemBody | null;
}

/** domains/*.md */
export interface DomainDocument extends DocumentBase {
  kind: "domain";
  frontMatter: DomainFrontMatter | null;
  places: YamlPlaces;
  title: string;
  /** Of the title's heading; where it is missing if the file has none, which is reported. */
  titlePosition: Position;
  /** What stands between the title and the first section. */
  introduction: Content;
  sections: SectionDraft[];
}

/** glossary.md */
export interface GlossaryDocument extends DocumentBase {
  kind: "glossary";
  title: string;
  introduction: Content;
  terms: Fact[];
}

/** guide.md */
export interface GuideDocument extends DocumentBase {
  kind: "guide";
  title: string;
  /** Everything but the title; the domain table is part of it. */
  content: Content;
  /** Rows of the domain table; null if the file has none, which is reported. */
  weights: WeightRow[] | null;
  /** Of the domain table's header row, else the whole file. */
  weightsPosition: Position;
}

/** exam.yaml */
export interface ExamDocument extends DocumentBase {
  kind: "exam";
  exam: ExamFile | null;
  places: YamlPlaces;
}

/** tables/<kind>.yaml */
export interface TableKindDocument extends DocumentBase {
  kind: "table-kind";
  /** The file name without its ending. */
  id: string;
  tableKind: TableKindFile | null;
  places: YamlPlaces;
}

/** terms.yaml */
export interface TermsDocument extends DocumentBase {
  kind: "terms";
  /** None if the file has a fault. */
  terms: Term[];
  places: YamlPlaces;
}

/** words.txt: one word a line; lines that open with `#` are comments. */
export interface WordListDocument extends DocumentBase {
  kind: "word-list";
  words: string[];
}

/** identity.lock.json; `ledger` is null if it has a fault. */
export interface LedgerDocument extends DocumentBase {
  kind: "ledger";
  ledger: LedgerFile | null;
  /** By kind of note and id, joined by NUL: the line of its entry. */
  lines: Record<string, number>;
}

export type Document =
  | ItemDocument
  | DomainDocument
  | GlossaryDocument
  | GuideDocument
  | ExamDocument
  | TableKindDocument
  | TermsDocument
  | WordListDocument
  | LedgerDocument;

/** One row of the table of weights in guide.md. */
export interface WeightRow {
  domain: string;
  title: string;
  /** Exact decimal digits without the percent sign, such as `33.3`; null if the cell is not a percentage, which is reported. */
  weight: string | null;
  position: Position;
  cells: { domain: Position; title: Position; weight: Position };
}

/** The answer part of an item, by type. */
export type Answer =
  | { type: "multiple-choice" | "multiple-response"; choices: Choice[] }
  | { type: "ordering"; steps: Choice[]; unused: Choice[] }
  | { type: "matching"; headings: Headings; prompts: Prompt[]; matches: Match[] };

/** Body of an item. */
export interface ItemBody {
  stem: Content;
  answer: Answer;
  explanation: Content;
  references: Reference[];
  /** The `## References` heading, or null if the section is missing. */
  referencesPosition: Position | null;
}

/** A choice of a choice item, or a step of an ordering item. */
export interface Choice {
  /** Eight hex digits of the SHA-256 of its visible text. */
  id: string;
  content: Content;
  /** Marked `[x]`; for a step: used. */
  key: boolean;
  rationale: Content | null;
  position: Position;
}

/** The header cells of a matching item's table; one that shows nothing has no nodes, and publishers print their own word. */
export interface Headings {
  prompt: Content;
  match: Content;
}

/** A prompt and the id of its match. */
export interface Prompt {
  id: string;
  content: Content;
  match: string;
  position: Position;
}

/** A match; equal texts are one match. */
export interface Match {
  id: string;
  content: Content;
  position: Position;
}

/** A page that states a fact. */
export interface Reference {
  title: string;
  url: string;
  position: Position;
}

/** A `##` section of a domain file. */
export interface SectionDraft {
  title: string;
  titleContent: Content;
  position: Position;
  lead: Content;
  /** What follows the lead before the first topic. */
  body: Content;
  tables: Table[];
  topics: Topic[];
}

/** A `###` topic. */
export interface Topic {
  /** Unique in the guide. */
  id: string;
  /** Visible text of the heading without its opening emoji. */
  title: string;
  /** The whole heading. */
  titleContent: Content;
  emoji?: string;
  path: string;
  /** Of the heading. */
  position: Position;
  /** Everything below the heading, facts and tables included. */
  body: Content;
  facts: Fact[];
  tables: Table[];
}

/** A `- **Lead**: body` entry. In the glossary: a term and its definition. */
export interface Fact {
  /** The pin, else the slug of the lead. */
  id: string;
  /** Visible text without its colon. */
  lead: string;
  leadContent: Content;
  body: Content;
  path: string;
  position: Position;
}

/** A typed table. */
export interface Table {
  /** Id of its kind. */
  kind: string;
  /** The caption, else the nearest heading. */
  title: string;
  columns: string[];
  rows: Row[];
  path: string;
  position: Position;
}

/** A row: one entry a column, in order. */
export interface Row {
  cells: Cell[];
  position: Position;
}

export interface Cell {
  column: string;
  content: Content;
  position: Position;
}
