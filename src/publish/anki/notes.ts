// Form → drafts of notes: every item, fact, table row and glossary term, in the order of the curriculum.
import type { Position } from "../../diagnostic.ts";
import type { Domain } from "../../model/bank.ts";
import type { Fact, Row, Table, Topic } from "../../model/document.ts";
import type { Form, FormItem } from "../../model/form.ts";
import { escapeHtml } from "../shared/escape.ts";
import { feedbackUrl } from "../shared/feedback.ts";
import { keyCellOf, kindOf } from "../shared/rows.ts";
import { itemFields, noteKindOf } from "./item-fields.ts";
import { factFields, promptOf, rowFields, termFields } from "./note-fields.ts";
import type { NoteKind } from "./deck.ts";
import { writerFor, type FieldWriter } from "./render.ts";

/** A note before it has ids. */
export interface NoteDraft {
  kind: NoteKind;
  /** Stable and unique in the guide; printed on the card. */
  label: string;
  /** Names of the deck below the exam's, from the outermost. */
  deck: readonly string[];
  /** Visible text of the field that the browser sorts by. */
  title: string;
  /** By name, without the id; written once, at the first call. */
  fields: () => Record<string, string>;
  tags: string[];
  /** Where it stands in the sources. */
  path: string;
  position: Position;
}

function once<T>(write: () => T): () => T {
  let written: { value: T } | null = null;
  return () => (written ??= { value: write() }).value;
}

/** Domain by domain and topic by topic: facts and rows as they stand in the file, then the topic's items; terms last. */
export function draftNotes(form: Form, writer: FieldWriter): NoteDraft[] {
  const { bank } = form;
  const itemsOf = groupByTopic(form.items);
  const drafts = bank.domains.flatMap((domain) =>
    domain.sections.flatMap((section) => [
      ...draftTables(section.tables, { form, domain, topic: null, writer }),
      ...section.topics.flatMap((topic) => [
        ...draftTopic(topic, { form, domain, topic, writer }),
        ...(itemsOf.get(topic.id) ?? []).map((item) => draftItem(item, writer)),
      ]),
    ]),
  );
  const terms = bank.glossary.terms.map((term) => draftTerm(term, writer));
  return [...drafts, ...terms].map((each) => withReport(each, bank.exam.feedback));
}

/** The address that the learner opens to report a mistake is part of what a note says. */
function withReport(draft: NoteDraft, feedback: string | undefined): NoteDraft {
  if (feedback === undefined) return draft;
  const Report = escapeHtml(feedbackUrl(feedback, draft.label));
  return { ...draft, fields: once(() => ({ ...draft.fields(), Report })) };
}

function groupByTopic(items: readonly FormItem[]): Map<string, FormItem[]> {
  const groups = new Map<string, FormItem[]>();
  for (const formItem of items) {
    const { id } = formItem.item.topic;
    const group = groups.get(id);
    if (group) group.push(formItem);
    else groups.set(id, [formItem]);
  }
  return groups;
}

interface Place {
  form: Form;
  domain: Domain;
  topic: Topic | null;
  writer: FieldWriter;
}

function draftItem(formItem: FormItem, writer: FieldWriter): NoteDraft {
  const { item, answer } = formItem;
  const { difficulty, type } = item.frontMatter;
  return {
    kind: noteKindOf(answer),
    label: item.id,
    deck: [item.domain.id, "Questions"],
    title: item.stem.text,
    fields: once(() => itemFields(formItem, writerFor(item.path, writer))),
    path: item.path,
    position: item.position,
    tags: [`task::${item.task.id}`, `topic::${item.topic.id}`, `difficulty::${difficulty}`, `type::${type}`],
  };
}

/** Facts and rows in the order of the file. */
function draftTopic(topic: Topic, place: Place): NoteDraft[] {
  const facts = topic.facts.map((fact) => ({ line: fact.position.start.line, notes: [draftFact(fact, topic, place)] }));
  const tables = topic.tables.map((table) => ({
    line: table.position.start.line,
    notes: draftTables([table], place),
  }));
  return [...facts, ...tables].sort((a, b) => a.line - b.line).flatMap(({ notes }) => notes);
}

function draftFact(fact: Fact, topic: Topic, { domain, writer }: Place): NoteDraft {
  return {
    kind: "fact",
    label: `${topic.id}/${fact.id}`,
    deck: [domain.id, "Notes"],
    title: fact.lead,
    fields: once(() => factFields(fact, topic, domain, writerFor(fact.path, writer))),
    path: fact.path,
    position: fact.position,
    tags: [`topic::${topic.id}`, "type::fact"],
  };
}

function draftTables(tables: readonly Table[], place: Place): NoteDraft[] {
  return tables.flatMap((table) => table.rows.map((row) => draftRow(row, table, place)));
}

function draftRow(row: Row, table: Table, { form, domain, topic, writer }: Place): NoteDraft {
  const kind = kindOf(table, form.bank.tableKinds);
  return {
    kind: "row",
    label: `${table.kind}/${keyCellOf(row, kind).content.text}`,
    deck: [domain.id, "Notes"],
    title: promptOf(row, kind),
    fields: once(() => rowFields(row, { kind, topic, domain }, writerFor(table.path, writer))),
    path: table.path,
    position: row.position,
    tags: [...(topic === null ? [] : [`topic::${topic.id}`]), `table::${table.kind}`, "type::table-row"],
  };
}

function draftTerm(term: Fact, writer: FieldWriter): NoteDraft {
  return {
    kind: "term",
    label: `glossary/${term.id}`,
    deck: ["Glossary"],
    title: term.lead,
    fields: once(() => termFields(term, writerFor(term.path, writer))),
    path: term.path,
    position: term.position,
    tags: ["type::term"],
  };
}
