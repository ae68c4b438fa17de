// Documents made by hand, as parse makes them, for tests of what comes after it.
import { createHash } from "node:crypto";
import type { Content } from "../../src/model/content.ts";
import type { Position } from "../../src/diagnostic.ts";
import type {
  Choice,
  DomainDocument,
  ExamDocument,
  Found,
  GuideDocument,
  ItemDocument,
  Row,
  Table,
  TableKindDocument,
  Topic,
  WeightRow,
} from "../../src/model/document.ts";
import type { BlueprintDomain, ExamFile, ItemFrontMatter, TableKindFile } from "../../src/model/types.gen.ts";

export const folder = "content/test";

export const at = (line: number, column = 1): Position => ({
  start: { line, column },
  end: { line, column: column + 1 },
});

export const text = (value: string): Content => ({
  nodes: value === "" ? [] : [{ type: "paragraph", children: [{ type: "text", value }] }],
  text: value,
});

const nothingFound: Found = { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 };
const base = { diagnostics: [], found: nothingFound, links: [], images: [], anchors: [] };
const noPlaces = { values: {}, keys: {} };

export const blueprintDomain = (id: string, weight: number, tasks: string[]): BlueprintDomain => ({
  id,
  title: `Domain ${id}`,
  weight,
  tasks: tasks.map((task) => ({ id: task, title: `Task ${task}` })),
});

export function examDocument(domains: BlueprintDomain[], changes: Partial<ExamDocument> = {}): ExamDocument {
  const exam: ExamFile = {
    code: "TST-1",
    title: "Test Exam",
    vendor: "Testers",
    language: "en-US",
    edition: "1",
    blueprint: { version: "1", source: "https://example.org", checked: "2026-01-02", domains },
    format: { scored: 50, minutes: 90, types: ["multiple-choice"] },
    license: "CC-BY-4.0",
  };
  const values = Object.fromEntries(
    domains.flatMap(({ tasks }, index) => [
      [`/blueprint/domains/${index}/id`, at(10 * (index + 1))],
      [`/blueprint/domains/${index}/title`, at(10 * (index + 1) + 1)],
      [`/blueprint/domains/${index}/weight`, at(10 * (index + 1) + 2)],
      ...tasks.map((_, task) => [`/blueprint/domains/${index}/tasks/${task}/id`, at(10 * (index + 1) + 4 + task)]),
    ]),
  );
  const places = { values, keys: { "/blueprint/domains": at(9) } };
  return { kind: "exam", path: `${folder}/exam.yaml`, ...base, exam, places, ...changes };
}

export function guideDocument(rows: [domain: string, title: string, weight: string | null][]): GuideDocument {
  const weights = rows.map(([domain, title, weight], index): WeightRow => {
    const line = 7 + index;
    return {
      domain,
      title,
      weight,
      position: at(line),
      cells: { domain: at(line, 3), title: at(line, 8), weight: at(line, 40) },
    };
  });
  return {
    kind: "guide",
    path: `${folder}/guide.md`,
    ...base,
    title: "Test Guide",
    content: text("Introduction"),
    weights,
    weightsPosition: at(5),
  };
}

export function topic(id: string, path: string, changes: Partial<Topic> = {}): Topic {
  return {
    id,
    title: id,
    titleContent: text(id),
    path,
    position: at(9),
    body: text(id),
    facts: [],
    tables: [],
    ...changes,
  };
}

export function domainDocument(
  domain: string,
  topics: string[],
  changes: Partial<DomainDocument> = {},
): DomainDocument {
  const path = changes.path ?? `${folder}/domains/${domain.toLowerCase()}.md`;
  return {
    kind: "domain",
    ...base,
    frontMatter: { domain },
    places: { values: { "/domain": at(2, 9) }, keys: { "/domain": at(2) } },
    title: `Domain ${domain}`,
    titlePosition: at(5),
    introduction: text(""),
    sections: [
      {
        title: "Section",
        titleContent: text("Section"),
        position: at(7),
        lead: text("Lead"),
        body: text(""),
        tables: [],
        topics: topics.map((id) => topic(id, path)),
      },
    ],
    ...changes,
    path,
  };
}

/** The id of a choice as docs/format.md has it. */
export const choiceId = (value: string): string => createHash("sha256").update(value).digest("hex").slice(0, 8);

export const choice = (value: string, key = false, line = 12): Choice => ({
  id: choiceId(value),
  content: text(value),
  key,
  rationale: text(`Why ${value}`),
  position: at(line),
});

/** An item with the choices of `body`, or a sound multiple-choice one. */
export function itemDocument(
  id: string,
  changes: Partial<ItemDocument> = {},
  front: Partial<ItemFrontMatter> = {},
): ItemDocument {
  const frontMatter: ItemFrontMatter = {
    type: "multiple-choice",
    task: "1.1",
    topic: "formats",
    difficulty: "easy",
    cognitive: "recall",
    verified: "2026-11-23",
    ...front,
  };
  const pointers = ["/type", "/task", "/topic", "/difficulty", "/cognitive", "/verified"];
  return {
    kind: "item",
    path: `${folder}/items/${id}.md`,
    ...base,
    found: { ...nothingFound, items: 1 },
    id,
    frontMatter,
    places: { values: Object.fromEntries(pointers.map((pointer, index) => [pointer, at(2 + index, 9)])), keys: {} },
    body: {
      stem: text("Which?"),
      answer: {
        type: "multiple-choice",
        choices: [choice("Parquet", true, 12), choice("CSV", false, 14), choice("JSON Lines", false, 16)],
      },
      explanation: text("Because."),
      references: [{ title: "Page", url: "https://example.org", position: at(24) }],
      referencesPosition: at(22),
    },
    ...changes,
  };
}

export function kindDocument(
  id: string,
  tableKind: TableKindFile,
  changes: Partial<TableKindDocument> = {},
): TableKindDocument {
  return {
    kind: "table-kind",
    path: `${folder}/tables/${id}.yaml`,
    ...base,
    id,
    tableKind,
    places: noPlaces,
    ...changes,
  };
}

export function row(line: number, cells: Record<string, string>): Row {
  const entries = Object.entries(cells);
  return {
    position: at(line),
    cells: entries.map(([column, value], index) => ({
      column,
      content: text(value),
      position: at(line, 3 + 10 * index),
    })),
  };
}

export function table(kind: string, columns: string[], path: string, rows: Row[]): Table {
  return { kind, title: kind, columns, rows, path, position: at(20) };
}
