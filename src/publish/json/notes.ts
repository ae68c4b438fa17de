// Domains, topics, facts, tables and terms → their entries in the published bank.
import type { Domain, Section } from "../../model/bank.ts";
import type { Fact, Row, Table, Topic } from "../../model/document.ts";
import type { TableKind } from "../../model/table-kind.ts";
import type {
  PublishedDomain,
  PublishedFact,
  PublishedRow,
  PublishedSection,
  PublishedTable,
  PublishedTerm,
  PublishedTopic,
} from "../../model/types.gen.ts";
import { keyCellOf, kindOf } from "../shared/rows.ts";
import type { RichTextWriter } from "./rich-text.ts";

/** What the entries need besides themselves. */
export interface NotesContext {
  write: RichTextWriter;
  tableKinds: ReadonlyMap<string, TableKind>;
}

export function publishDomain(domain: Domain, context: NotesContext): PublishedDomain {
  const { id, title, weight } = domain;
  const sections = domain.sections.map((section) => publishSection(section, domain, context));
  return { id, title, weight, introduction: context.write(domain.introduction, domain.path), sections };
}

export function publishTerm({ id, lead, body, path }: Fact, { write }: NotesContext): PublishedTerm {
  return { id, term: lead, definition: write(body, path) };
}

/** The lead paragraph opens the section's body. */
function publishSection(section: Section, { path }: Domain, context: NotesContext): PublishedSection {
  const { title, lead, body, tables, topics } = section;
  const nodes = [...lead.nodes, ...body.nodes];
  return {
    title,
    body: context.write({ nodes, text: `${lead.text} ${body.text}`.trim() }, path),
    tables: tables.map((table) => publishTable(table, context)),
    topics: topics.map((topic) => publishTopic(topic, context)),
  };
}

function publishTopic(topic: Topic, context: NotesContext): PublishedTopic {
  return {
    id: topic.id,
    title: topic.title,
    ...(topic.emoji === undefined ? {} : { emoji: topic.emoji }),
    body: context.write(topic.body, topic.path),
    facts: topic.facts.map((fact) => publishFact(fact, context)),
    tables: topic.tables.map((table) => publishTable(table, context)),
  };
}

function publishFact({ id, lead, body, path }: Fact, { write }: NotesContext): PublishedFact {
  return { id, lead, body: write(body, path) };
}

function publishTable(table: Table, context: NotesContext): PublishedTable {
  const { kind, title, columns } = table;
  return { kind, title, columns, rows: table.rows.map((row) => publishRow(row, table, context)) };
}

function publishRow(row: Row, table: Table, { write, tableKinds }: NotesContext): PublishedRow {
  const filled = row.cells.filter(({ content }) => content.text !== "");
  return {
    key: keyCellOf(row, kindOf(table, tableKinds)).content.text,
    cells: Object.fromEntries(filled.map(({ column, content }) => [column, write(content, table.path)])),
  };
}
