// Generated from schemas/ by `npm run generate`. Do not edit.

export type FontPath = string;
/**
 * The first 16 hex digits of a SHA-256.
 */
export type LedgerHash = string;
/**
 * Unix seconds of the last change.
 */
export type LedgerTime = number;

/**
 * The published JSON of one guide: exam, blueprint, study notes, glossary and question bank.
 */
export interface PublishedBank {
  /**
   * Major version of this format; readers refuse one they do not know.
   */
  schemaVersion: 1;
  /**
   * Id of the guide: the name of its folder.
   */
  guide: string;
  exam: PublishedExam;
  blueprint: Blueprint;
  introduction: RichText;
  /**
   * The study notes, one entry a domain, in blueprint order.
   */
  domains: PublishedDomain[];
  /**
   * The glossary's terms, in the author's order.
   */
  glossary: PublishedTerm[];
  /**
   * All questions in form order: by domain, then task, then id; number counts from 1.
   */
  items: PublishedItem[];
  coverage: Coverage;
  counts: Counts;
}
/**
 * What the exam is and how it is taken.
 */
export interface PublishedExam {
  /**
   * The vendor's exam code.
   */
  code: string;
  /**
   * The certification's full name.
   */
  title: string;
  /**
   * The company that offers the exam.
   */
  vendor: string;
  /**
   * Language of the guide as a BCP 47 tag.
   */
  language: string;
  /**
   * Name of this edition.
   */
  edition: string;
  format: Format;
  /**
   * Licence of the content, as an SPDX identifier.
   */
  license: string;
  /**
   * Dated status lines, oldest first.
   */
  notices: Notice[];
  /**
   * URL template of the place to report a mistake; {id} stands for the id.
   */
  feedback?: string;
}
/**
 * How the exam is taken and scored.
 */
export interface Format {
  /**
   * Number of questions that count.
   */
  scored: number;
  /**
   * Number of unmarked questions that do not count.
   */
  unscored?: number;
  /**
   * Time allowed, in minutes.
   */
  minutes: number;
  /**
   * Lowest passing score on the exam's scale.
   */
  passing?: number;
  scale?: Scale;
  /**
   * The item types that the exam uses.
   *
   * @minItems 1
   */
  types: ("multiple-choice" | "multiple-response" | "ordering" | "matching")[];
}
/**
 * The range of possible scores.
 */
export interface Scale {
  /**
   * Lowest possible score.
   */
  min: number;
  /**
   * Highest possible score.
   */
  max: number;
}
/**
 * One dated status line.
 */
export interface Notice {
  /**
   * The day that the line speaks of.
   */
  date: string;
  /**
   * The line itself, as plain text.
   */
  text: string;
}
/**
 * The exam's published outline: its domains with weights, and their tasks.
 */
export interface Blueprint {
  /**
   * The vendor's version of the exam outline.
   */
  version: string;
  /**
   * Address of the exam outline that the weights and titles were taken from.
   */
  source: string;
  /**
   * The day on which the outline was last compared with its source.
   */
  checked: string;
  /**
   * The domains in the exam's order; their weights sum to 100.
   *
   * @minItems 1
   * @maxItems 30
   */
  domains: BlueprintDomain[];
}
/**
 * One domain of the exam.
 */
export interface BlueprintDomain {
  /**
   * Short id of letters, digits, points and hyphens that domain files and the domain table use; it also names the Anki decks.
   */
  id: string;
  /**
   * The domain's title, as the vendor writes it.
   */
  title: string;
  /**
   * Share of the scored content in percent; decimals such as 33.3 are exact.
   */
  weight: number;
  /**
   * The domain's tasks in the exam's order.
   *
   * @minItems 1
   * @maxItems 50
   */
  tasks: BlueprintTask[];
}
/**
 * One task of a domain.
 */
export interface BlueprintTask {
  /**
   * The task's number as text, so that 1.10 is not 1.1.
   */
  id: string;
  /**
   * The task's title, as the vendor writes it.
   */
  title: string;
}
/**
 * One text in three forms; all three show the same words.
 */
export interface RichText {
  /**
   * CommonMark with GFM tables, $$ math and > [!KIND] alerts; images are data: addresses.
   */
  markdown: string;
  /**
   * Sanitized HTML: allow-listed elements, no script, no style, no event handler; math as TeX in code.language-math, alerts as blockquote with data-alert, images as data: addresses.
   */
  html: string;
  /**
   * The visible text alone, one line a block or table row; math as its TeX, images as their alternative text.
   */
  text: string;
}
/**
 * The study notes of one domain.
 */
export interface PublishedDomain {
  /**
   * Id of the domain.
   */
  id: string;
  /**
   * Title of the domain.
   */
  title: string;
  /**
   * Share of the scored content in percent.
   */
  weight: number;
  introduction: RichText;
  /**
   * The sections in order.
   */
  sections: PublishedSection[];
}
/**
 * One section of a domain.
 */
export interface PublishedSection {
  /**
   * Title of the section.
   */
  title: string;
  body: RichText;
  /**
   * The typed tables of the body.
   */
  tables: PublishedTable[];
  /**
   * The topics in order.
   */
  topics: PublishedTopic[];
}
/**
 * One typed table.
 */
export interface PublishedTable {
  /**
   * Id of the table's kind.
   */
  kind: string;
  /**
   * The caption, else the nearest heading.
   */
  title: string;
  /**
   * The column names in order.
   */
  columns: string[];
  /**
   * The rows in order.
   */
  rows: PublishedRow[];
}
/**
 * One row; an empty cell has no entry in cells.
 */
export interface PublishedRow {
  /**
   * Visible text of the cell that names the row.
   */
  key: string;
  /**
   * The cells by column name.
   */
  cells: {
    [k: string]: RichText;
  };
}
/**
 * One topic: its prose, and its facts and tables as data.
 */
export interface PublishedTopic {
  /**
   * Id of the topic, unique in the guide.
   */
  id: string;
  /**
   * Title of the topic.
   */
  title: string;
  /**
   * The emoji that opens the heading.
   */
  emoji?: string;
  body: RichText;
  /**
   * The facts in order; they are part of the body too.
   */
  facts: PublishedFact[];
  /**
   * The typed tables in order; they are part of the body too.
   */
  tables: PublishedTable[];
}
/**
 * One fact.
 */
export interface PublishedFact {
  /**
   * Id of the fact, unique in its topic.
   */
  id: string;
  /**
   * What the fact is about, as visible text.
   */
  lead: string;
  body: RichText;
}
/**
 * One glossary term.
 */
export interface PublishedTerm {
  /**
   * Id of the term, unique in the glossary.
   */
  id: string;
  /**
   * The term, as visible text.
   */
  term: string;
  definition: RichText;
}
/**
 * One question. Multiple-choice and multiple-response have choices; ordering has steps; matching has headings, prompts and matches.
 */
export interface PublishedItem {
  /**
   * Id of the question: immutable, never reused.
   */
  id: string;
  /**
   * Place in the form, from 1.
   */
  number: number;
  /**
   * The form of the question.
   */
  type: "multiple-choice" | "multiple-response" | "ordering" | "matching";
  /**
   * Id of the domain of its task.
   */
  domain: string;
  /**
   * Id of the blueprint task.
   */
  task: string;
  /**
   * Id of the topic that teaches it.
   */
  topic: string;
  /**
   * How hard it is for a prepared candidate.
   */
  difficulty: "easy" | "medium" | "hard";
  /**
   * What it asks of the candidate.
   */
  cognitive: "recall" | "apply" | "analyze";
  /**
   * The day on which its facts were last checked.
   */
  verified: string;
  /**
   * The day after which its facts no longer hold.
   */
  validUntil?: string;
  /**
   * Ids of questions that must not stand in one form with it.
   */
  enemies: string[];
  stem: RichText;
  /**
   * The choices in form order; those with key true are all needed.
   */
  choices?: PublishedChoice[];
  /**
   * The steps in form order.
   */
  steps?: PublishedStep[];
  headings?: PublishedHeadings;
  /**
   * The prompts in form order, each with the id of its match.
   */
  prompts?: PublishedPrompt[];
  /**
   * The matches in form order.
   */
  matches?: PublishedMatch[];
  explanation: RichText;
  /**
   * The pages that state the facts.
   */
  references: PublishedReference[];
}
/**
 * One choice.
 */
export interface PublishedChoice {
  /**
   * Eight hex digits of the SHA-256 of its visible text.
   */
  id: string;
  /**
   * Letter in the form: A, B, C and so on.
   */
  label: string;
  /**
   * Whether it is part of the key.
   */
  key: boolean;
  content: RichText;
  rationale?: RichText;
}
/**
 * One step of an ordering question.
 */
export interface PublishedStep {
  /**
   * Eight hex digits of the SHA-256 of its visible text.
   */
  id: string;
  /**
   * Letter in the form: A, B, C and so on.
   */
  label: string;
  /**
   * Place in the right order, from 1; absent if the step is not used.
   */
  place?: number;
  content: RichText;
  rationale?: RichText;
}
/**
 * What the author wrote over the two columns of a matching question; empty texts where a column has no heading.
 */
export interface PublishedHeadings {
  prompt: RichText;
  match: RichText;
}
/**
 * One prompt of a matching question.
 */
export interface PublishedPrompt {
  /**
   * Eight hex digits of the SHA-256 of its visible text.
   */
  id: string;
  /**
   * Number in the form: 1, 2, 3 and so on.
   */
  label: string;
  /**
   * Id of the match that belongs to it.
   */
  match: string;
  content: RichText;
}
/**
 * One match of a matching question; it may serve several prompts or none.
 */
export interface PublishedMatch {
  /**
   * Eight hex digits of the SHA-256 of its visible text.
   */
  id: string;
  /**
   * Letter in the form: A, B, C and so on.
   */
  label: string;
  content: RichText;
}
/**
 * One page that states a fact.
 */
export interface PublishedReference {
  /**
   * Title of the page.
   */
  title: string;
  /**
   * Address of the page.
   */
  url: string;
}
/**
 * The bank measured against the blueprint.
 */
export interface Coverage {
  /**
   * Questions by domain, in blueprint order.
   */
  domains: DomainCoverage[];
  /**
   * Questions by task, in blueprint order.
   */
  tasks: Tally[];
  /**
   * Questions by topic, in guide order.
   */
  topics: Tally[];
  /**
   * Questions by type.
   */
  types: Tally[];
  /**
   * Questions by difficulty, easiest first.
   */
  difficulties: Tally[];
  /**
   * Questions by what they ask of the candidate.
   */
  cognitive: Tally[];
  /**
   * How often a multiple-choice key stands at each label of the form.
   */
  keyPositions: Tally[];
  /**
   * Number of multiple-choice questions whose key is the one longest choice.
   */
  keyLongest: number;
}
/**
 * One domain's questions against its weight.
 */
export interface DomainCoverage {
  /**
   * Id of the domain.
   */
  id: string;
  /**
   * Title of the domain.
   */
  title: string;
  /**
   * Weight in the blueprint, in percent.
   */
  weight: number;
  /**
   * Number of questions.
   */
  count: number;
  /**
   * Share of all questions, in percent, to one decimal.
   */
  share: number;
  /**
   * Number of questions that the weight asks for at the bank's size, by largest remainder.
   */
  target: number;
}
/**
 * How many questions have one property.
 */
export interface Tally {
  /**
   * Id of the property's value.
   */
  id: string;
  /**
   * The value, for people.
   */
  title: string;
  /**
   * Number of questions.
   */
  count: number;
}
/**
 * How much the artifact holds; every number equals what the sources hold.
 */
export interface Counts {
  /**
   * Number of questions.
   */
  items: number;
  /**
   * Number of facts.
   */
  facts: number;
  /**
   * Number of typed tables.
   */
  tables: number;
  /**
   * Number of rows of typed tables.
   */
  rows: number;
  /**
   * Number of glossary terms.
   */
  terms: number;
}
/**
 * Findings that a bank had when it adopted the linter, written by `certpress lint --update-baseline`; as many are no longer reported.
 */
export interface BaselineFile {
  /**
   * Version of this format.
   */
  schemaVersion: 1;
  /**
   * By guide, then by item id (or the path of a file inside the guide, where a finding is of no item), then by rule: the number of accepted findings; all of a rule about the whole bank are one.
   */
  guides: {
    [k: string]: {
      [k: string]: {
        [k: string]: number;
      };
    };
  };
}
/**
 * certpress.config.yaml at the workspace root.
 */
export interface ConfigFile {
  /**
   * The outputs that a build writes when the command line names none; all when absent.
   *
   * @minItems 1
   */
  outputs?: ("pdf" | "anki" | "json")[];
  /**
   * How strict checks are: draft lets rationales, explanations and references be missing, release allows no warning; recommended when absent.
   */
  profile?: "draft" | "recommended" | "release";
  /**
   * The file of accepted findings, relative to the workspace root, with forward slashes; `lint --update-baseline` writes it.
   */
  baseline?: string;
  rules?: RuleSeverities;
  /**
   * Values of rules' options, by rule id; `certpress explain` shows them.
   */
  options?: {
    [k: string]: {
      [k: string]: number;
    };
  };
  /**
   * Severities for some files; of two that match a file, the later one counts.
   *
   * @maxItems 100
   */
  overrides?: Override[];
  theme?: Theme;
  fonts?: Fonts;
}
/**
 * Severity of each linter rule, by rule id; off silences it.
 */
export interface RuleSeverities {
  [k: string]: "off" | "info" | "warning" | "error";
}
/**
 * Severities for the files that some patterns match.
 */
export interface Override {
  /**
   * Paths relative to the workspace root, or glob patterns of them, such as `content/* /items/imported`; a folder stands for what is in it.
   *
   * @minItems 1
   * @maxItems 100
   */
  paths: string[];
  rules: RuleSeverities;
}
/**
 * Look of the PDF documents; what is absent is as in templates/pdf/theme.json.
 */
export interface Theme {
  /**
   * Paper size of the PDF documents; A4 when absent.
   */
  pageSize?: "A4" | "LETTER";
  margins?: ThemeMargins;
  colors?: ThemeColors;
  alerts?: ThemeAlerts;
  /**
   * Colours of the domains in the blueprint's order; they replace all packaged ones, and domains beyond the last start over.
   *
   * @minItems 1
   * @maxItems 20
   */
  domains?: DomainColors[];
}
/**
 * Free space at the edges of every page in millimetres: 10 to 40, at the top and bottom 15 to 40, so that running header and footer fit and the text keeps room on both paper sizes.
 */
export interface ThemeMargins {
  left?: number;
  top?: number;
  right?: number;
  bottom?: number;
}
/**
 * Colours by what they are for, as #rrggbb.
 */
export interface ThemeColors {
  /**
   * Text.
   */
  ink?: string;
  /**
   * Text of second rank: captions, page numbers, ids.
   */
  muted?: string;
  /**
   * Lines between rows and around boxes.
   */
  rule?: string;
  /**
   * Ground of neutral boxes: code, quotes, the exam's numbers.
   */
  panel?: string;
  /**
   * Ground of cards, and text on a domain's strong colour.
   */
  paper?: string;
  /**
   * Text of links.
   */
  link?: string;
  /**
   * Code within a line.
   */
  code?: string;
  /**
   * Ground of the cover.
   */
  cover?: string;
  /**
   * Ground of the band at the foot of the cover.
   */
  coverBand?: string;
  /**
   * Titles on the cover and on the openers of domains.
   */
  coverText?: string;
  /**
   * Text of second rank on the cover.
   */
  coverMuted?: string;
}
/**
 * Colours of the callouts by kind.
 */
export interface ThemeAlerts {
  note?: AlertColors;
  tip?: AlertColors;
  important?: AlertColors;
  warning?: AlertColors;
  caution?: AlertColors;
}
/**
 * Colours of one kind of callout, as #rrggbb.
 */
export interface AlertColors {
  /**
   * Title and bar.
   */
  strong: string;
  /**
   * Ground.
   */
  tint: string;
}
/**
 * Colours of one domain, as #rrggbb.
 */
export interface DomainColors {
  /**
   * Headings, and fills under white text.
   */
  strong: string;
  /**
   * Marks and text on a dark ground.
   */
  soft: string;
  /**
   * Fills under dark text.
   */
  tint: string;
}
/**
 * TrueType or OpenType files of the workspace that the PDF documents are set in, instead of the packaged ones or beside them.
 */
export interface Fonts {
  body?: FontFiles;
  heading?: FontFiles;
  code?: FontFiles;
  /**
   * Fonts for characters that the others lack, asked in this order.
   *
   * @maxItems 8
   */
  fallback?: FontFiles[];
}
/**
 * The faces of one family, each a path relative to the workspace root, with forward slashes; for a face that is absent the nearest one stands in.
 */
export interface FontFiles {
  regular: FontPath;
  bold?: FontPath;
  italic?: FontPath;
  boldItalic?: FontPath;
}
/**
 * Front matter of one file in domains/.
 */
export interface DomainFrontMatter {
  /**
   * Id of the blueprint domain that the file teaches.
   */
  domain: string;
}
/**
 * exam.yaml: the facts of one exam and the blueprint that the guide is pinned to.
 */
export interface ExamFile {
  /**
   * The vendor's exam code, without spaces and colons; it also names the Anki decks, so it never changes.
   */
  code: string;
  /**
   * The certification's full name, as the vendor writes it.
   */
  title: string;
  /**
   * The company that offers the exam.
   */
  vendor: string;
  /**
   * Language of the guide as a BCP 47 tag; it selects the published words in templates/words.
   */
  language: string;
  /**
   * Name of this edition of the guide, usually its year and month.
   */
  edition: string;
  blueprint: Blueprint;
  format: Format;
  /**
   * Licence of the guide's content, as an SPDX identifier.
   */
  license: string;
  /**
   * Dated status lines that the guide prints, oldest first.
   */
  notices?: Notice[];
  /**
   * URL template of the place to report a mistake; {id} stands for the id of the item or card.
   */
  feedback?: string;
}
/**
 * Front matter of one question in items/; the file name is the question's id.
 */
export interface ItemFrontMatter {
  /**
   * The form of the question, which fixes the form of its body.
   */
  type: "multiple-choice" | "multiple-response" | "ordering" | "matching";
  /**
   * Id of the blueprint task that the question tests, as text.
   */
  task: string;
  /**
   * Id of the topic of the guide that teaches what the question asks.
   */
  topic: string;
  /**
   * How hard the question is for a prepared candidate.
   */
  difficulty: "easy" | "medium" | "hard";
  /**
   * What the question asks of the candidate: to recall a fact, to apply one, or to analyze a situation.
   */
  cognitive: "recall" | "apply" | "analyze";
  /**
   * The day on which the question's facts were last checked.
   */
  verified: string;
  /**
   * Ids of questions that must never stand in one form with this one.
   *
   * @maxItems 100
   */
  enemies?: string[];
  /**
   * The day after which the question's facts no longer hold.
   */
  "valid-until"?: string;
  lint?: ItemLint;
}
/**
 * Exceptions from the linter's rules for this question.
 */
export interface ItemLint {
  /**
   * The rules that are not applied to this question, each with its reason.
   */
  ignore: Suppression[];
}
/**
 * One rule that is not applied.
 */
export interface Suppression {
  /**
   * Id of the rule.
   */
  rule: string;
  /**
   * Why the rule does not hold here.
   */
  reason: string;
}
/**
 * identity.lock.json of a guide, written by `certpress lock`: which Anki note each item, fact, table row and term is, for ever.
 */
export interface LedgerFile {
  /**
   * Version of this format.
   */
  schemaVersion: 1;
  /**
   * The exam's code, which names the decks.
   */
  code: string;
  /**
   * The guide's language, which names the note types.
   */
  language: string;
  /**
   * The edition that was locked last.
   */
  edition: string;
  /**
   * By kind of note: when the look of its cards last changed.
   */
  noteTypes: {
    [k: string]: LedgerNoteType;
  };
  /**
   * By kind, then by the id printed on the card.
   */
  notes: {
    [k: string]: {
      [k: string]: LedgerNote;
    };
  };
  /**
   * Notes that are no longer part of the guide, by kind and id; their ids are never used again.
   */
  retired: {
    [k: string]: {
      [k: string]: RetiredNote;
    };
  };
}
/**
 * One note type as it was locked.
 */
export interface LedgerNoteType {
  hash: LedgerHash;
  mod: LedgerTime;
}
/**
 * One note as it was locked.
 */
export interface LedgerNote {
  /**
   * Anki's key of the note.
   */
  guid: string;
  hash: LedgerHash;
  /**
   * Hashes of the two texts by which the note is known again under another id.
   *
   * @minItems 2
   * @maxItems 2
   */
  marks: LedgerHash[];
  mod: LedgerTime;
  /**
   * The first edition that had the note.
   */
  since: string;
}
/**
 * One note that was taken out, as it is shipped once more.
 */
export interface RetiredNote {
  /**
   * Anki's key of the note.
   */
  guid: string;
  mod: LedgerTime;
  /**
   * The first edition that had the note.
   */
  since: string;
  /**
   * The edition that took it out; with the next one it is no longer shipped.
   */
  edition: string;
  last?: LastState;
}
/**
 * What a retired note held, while it is still shipped.
 */
export interface LastState {
  /**
   * Names of its deck below the exam's.
   */
  deck: string[];
  /**
   * What Anki's browser sorts by.
   */
  title: string;
  /**
   * By name.
   */
  fields: {
    [k: string]: string;
  };
  tags: string[];
}
/**
 * One kind of comparison table, recognised in domains/ by its header row.
 */
export interface TableKindFile {
  /**
   * Name of the kind, for messages and card context.
   */
  title: string;
  /**
   * What the kind of table compares, for authors.
   */
  description: string;
  /**
   * The columns, in the order of the header row.
   *
   * @minItems 2
   * @maxItems 12
   */
  columns: Column[];
  /**
   * Name of the column that names a row; the first column when absent.
   */
  key?: string;
  /**
   * Front of a row's Anki card; {Column name} stands for the row's cell.
   */
  prompt: string;
}
/**
 * One column and what its cells must hold.
 */
export interface Column {
  /**
   * Text of the header cell.
   */
  name: string;
  /**
   * The allowed cell texts.
   *
   * @minItems 1
   * @maxItems 200
   */
  enum?: string[];
  /**
   * Least number of characters in a cell.
   */
  minLength?: number;
  /**
   * Greatest number of characters in a cell.
   */
  maxLength?: number;
  /**
   * Format of a cell's text.
   */
  format?: "date" | "uri" | "email";
  /**
   * Whether a cell must not be empty; true when absent.
   */
  required?: boolean;
}
/**
 * terms.yaml of a guide: names that have been replaced, as vendors rename their products.
 */
export interface TermsFile {
  /**
   * The replaced terms, each once.
   *
   * @maxItems 2000
   */
  terms: Term[];
}
/**
 * One replaced term.
 */
export interface Term {
  /**
   * The old term as it stands in texts; whole words, upper and lower case as written.
   */
  term: string;
  /**
   * What is written instead.
   */
  replacement: string;
  /**
   * The day from which the replacement holds; before it nothing is found.
   */
  since: string;
  /**
   * Longer phrases in which the old term stays right, such as a product whose name still holds it.
   *
   * @maxItems 100
   */
  allow?: string[];
}
/**
 * words/<language>.yaml of a workspace or of templates/: every word that an artifact prints and that no author wrote. {name} stands for a value.
 */
export interface Words {
  common: CommonWords;
  formats: FormatWords;
  anki: AnkiWords;
  pdf: PdfWords;
}
/**
 * Words that more than one output prints.
 */
export interface CommonWords {
  /**
   * Instruction of a multiple-choice question.
   */
  chooseOne: string;
  /**
   * Instruction of a multiple-response question with two keys.
   */
  chooseTwo: string;
  /**
   * Instruction of a multiple-response question with three keys.
   */
  chooseThree: string;
  /**
   * Instruction with more keys; {count} is their number.
   */
  chooseMany: string;
  /**
   * Instruction of an ordering question; {count} is the number of steps in the right order.
   */
  order: string;
  /**
   * Instruction of a matching question.
   */
  match: string;
  /**
   * Heading of a key.
   */
  key: string;
  /**
   * Heading of an explanation.
   */
  explanation: string;
  /**
   * Heading of the references.
   */
  references: string;
  /**
   * Label of a domain; {id} is its id.
   */
  domain: string;
  /**
   * Label of a task; {id} is its id.
   */
  task: string;
  /**
   * Label of a topic.
   */
  topic: string;
  /**
   * Title of a note callout.
   */
  note: string;
  /**
   * Title of a tip callout.
   */
  tip: string;
  /**
   * Title of an important callout.
   */
  important: string;
  /**
   * Title of a warning callout.
   */
  warning: string;
  /**
   * Title of a caution callout: a pitfall.
   */
  caution: string;
  /**
   * Text of the link to report a mistake.
   */
  reportMistake: string;
  /**
   * Disclaimer; {vendor} is the exam's vendor.
   */
  unofficial: string;
}
/**
 * How days and numbers are written.
 */
export interface FormatWords {
  /**
   * A day; {year} has four digits, {month} is an entry of `months`, {day} has one or two digits.
   */
  date: string;
  /**
   * The months as they stand in a day, from the first to the twelfth: names, or numbers where dates are written in numbers.
   *
   * @minItems 12
   * @maxItems 12
   */
  months: string[];
  /**
   * The decimal mark of numbers.
   */
  decimal: string;
}
/**
 * Words of the Anki deck.
 */
export interface AnkiWords {
  /**
   * Direction of the language's script.
   */
  direction: "ltr" | "rtl";
  /**
   * Mark beside a choice of the key.
   */
  correct: string;
  /**
   * Heading of steps and matches that the key does not use.
   */
  notUsed: string;
  /**
   * Heading of the steps in the right order.
   */
  rightOrder: string;
  /**
   * Heading of the prompts with their matches.
   */
  rightPairs: string;
  /**
   * Heading of the prompts of a matching question.
   */
  prompts: string;
  /**
   * Heading of the matches of a matching question.
   */
  matches: string;
  /**
   * Instruction on the front of a fact.
   */
  recallFact: string;
  /**
   * Instruction on the front of a table row.
   */
  recallRow: string;
  /**
   * Instruction on the front of a glossary term.
   */
  recallTerm: string;
  /**
   * Context line of a glossary term.
   */
  glossary: string;
  /**
   * Label of the id that a card shows.
   */
  cardId: string;
  /**
   * First line of the deck's description; {title}, {edition} and {license} are the exam's.
   */
  about: string;
  /**
   * Line of the deck's description that tells how to take the next edition.
   */
  update: string;
  /**
   * Banner on a card that an edition took out.
   */
  retired: string;
  /**
   * How to delete the cards that an edition took out.
   */
  retiredHint: string;
  /**
   * Said of a card that was answered right.
   */
  right: string;
  /**
   * Said of a card that was answered wrong.
   */
  wrong: string;
  /**
   * Marks what the learner chose.
   */
  picked: string;
  /**
   * Marks the place that the learner gave a step; names it.
   */
  place: string;
  /**
   * First entry of a list of matches to choose from.
   */
  choose: string;
  /**
   * How many choices or steps of those that are asked for the learner has chosen.
   */
  chosen: string;
}
/**
 * Words of the PDF documents.
 */
export interface PdfWords {
  /**
   * Name of the study guide.
   */
  studyGuide: string;
  /**
   * Name of the booklet with all questions.
   */
  practiceExam: string;
  /**
   * Name of the booklet with the keys.
   */
  answers: string;
  /**
   * Heading of the contents.
   */
  contents: string;
  /**
   * Heading of the chapter on the exam.
   */
  glance: string;
  /**
   * Heading of the chart of weights.
   */
  weights: string;
  /**
   * Heading of the exam's format.
   */
  format: string;
  /**
   * Heading of the exam's notices.
   */
  notices: string;
  /**
   * Heading of a domain's tasks.
   */
  tasks: string;
  /**
   * A weight; {weight} is the number.
   */
  weight: string;
  /**
   * Page number in the footer.
   */
  pageOf: string;
  /**
   * Edition on the cover.
   */
  edition: string;
  /**
   * Build date on the cover.
   */
  built: string;
  /**
   * Unit of the number of domains on the cover.
   */
  statDomains: string;
  /**
   * Unit of the number of topics on the cover.
   */
  statTopics: string;
  /**
   * Unit of the number of glossary terms on the cover.
   */
  statTerms: string;
  /**
   * Unit of the number of questions on the cover.
   */
  statItems: string;
  /**
   * Unit of the number of questions that count.
   */
  scored: string;
  /**
   * Unit of the number of questions that do not count.
   */
  unscored: string;
  /**
   * Unit of the time allowed.
   */
  minutes: string;
  /**
   * Unit of the passing score without a scale.
   */
  passing: string;
  /**
   * Unit of the passing score; {min} and {max} bound the scale.
   */
  passingScale: string;
  /**
   * Label of the exam's question types.
   */
  types: string;
  /**
   * Name of the type multiple-choice.
   */
  multipleChoice: string;
  /**
   * Name of the type multiple-response.
   */
  multipleResponse: string;
  /**
   * Name of the type ordering.
   */
  ordering: string;
  /**
   * Name of the type matching.
   */
  matching: string;
  /**
   * Heading of the last page.
   */
  licence: string;
  /**
   * What may be done with the content; {license} is an SPDX identifier.
   */
  licenceText: string;
  /**
   * Where the blueprint comes from; the source's address follows.
   */
  blueprintText: string;
  /**
   * Heading of the practice booklet's instructions.
   */
  instructions: string;
  /**
   * The instructions, one paragraph an entry.
   */
  instructionsText: string[];
  /**
   * Label of a question.
   */
  question: string;
  /**
   * The questions of a domain, from the first to the last number.
   */
  questionRange: string;
  /**
   * Label of the boxes of an ordering question.
   */
  yourOrder: string;
  /**
   * Heading of the grid of keys.
   */
  keys: string;
  /**
   * Label of the steps in the right order.
   */
  rightOrder: string;
  /**
   * Label of a step or match that is not used.
   */
  unused: string;
  /**
   * How long the practice exam takes at the exam's own pace.
   */
  pace: string;
  /**
   * How long the questions of one domain take at that pace.
   */
  paceOf: string;
  /**
   * Heading of the legend of marks.
   */
  marking: string;
  /**
   * How a question with one right choice is marked.
   */
  markChoice: string;
  /**
   * How a question with several right choices is marked.
   */
  markResponse: string;
  /**
   * How an ordering question is answered.
   */
  markOrder: string;
  /**
   * How a matching question is answered.
   */
  markMatch: string;
  /**
   * Heading of the list of domains with their questions.
   */
  byDomain: string;
  /**
   * Heading of the column into which the number of right answers of a domain is written.
   */
  rightAnswers: string;
  /**
   * Heading of the index.
   */
  index: string;
  /**
   * What the index holds, and what a bold page number says.
   */
  indexNote: string;
  /**
   * What a page number of the index leads to, for those who do not see it.
   */
  indexLink: string;
  /**
   * The letters of the language in their order, small; the index is sorted and grouped by them. A letter with a mark that is not named here counts as the letter without it.
   */
  alphabet: string;
  /**
   * What precedes the numbers of the questions on a topic.
   */
  practice: string;
  /**
   * A question by its number, and its page in the practice exam.
   */
  practiceItem: string;
  /**
   * A page of another document.
   */
  placeElsewhere: string;
  /**
   * Link from a question to its answer.
   */
  answerTo: string;
  /**
   * How the keys are read, and where their numbers lead.
   */
  keysNote: string;
}
