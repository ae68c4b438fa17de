// Facts, table rows and terms → the fields of their notes.
import type { Domain } from "../../model/bank.ts";
import type { Fact, Row, Topic } from "../../model/document.ts";
import { placeholdersOf, type TableKind } from "../../model/table-kind.ts";
import { fill } from "../shared/words.ts";
import { topicName } from "./item-fields.ts";
import type { FileWriter } from "./render.ts";

const domainName = (domain: Domain, { words }: FileWriter): string =>
  `${fill(words.common.domain, { id: domain.id })} · ${domain.title}`;

export function factFields(fact: Fact, topic: Topic, domain: Domain, writer: FileWriter): Record<string, string> {
  return {
    Lead: writer.html(fact.leadContent),
    Body: writer.html(fact.body),
    Topic: writer.text(topicName(topic)),
    Domain: writer.text(domainName(domain, writer)),
  };
}

/** What a row's card asks, as visible text. */
export function promptOf(row: Row, kind: TableKind): string {
  return fill(kind.prompt, Object.fromEntries(row.cells.map(({ column, content }) => [column, content.text])));
}

/** A row's card asks for the cells that its prompt does not already tell. */
export function rowFields(
  row: Row,
  place: { kind: TableKind; topic: Topic | null; domain: Domain },
  writer: FileWriter,
): Record<string, string> {
  const { kind, topic, domain } = place;
  const told = placeholdersOf(kind.prompt);
  const asked = row.cells.filter(({ column, content }) => !told.includes(column) && content.text !== "");
  const cells = asked.map(
    ({ column, content }) => `<div><dt>${writer.text(column)}</dt><dd>${writer.html(content)}</dd></div>`,
  );
  return {
    Prompt: writer.text(promptOf(row, kind)),
    Cells: `<dl class="cells">${cells.join("")}</dl>`,
    Table: writer.text(kind.title),
    Topic: topic === null ? "" : writer.text(topicName(topic)),
    Domain: writer.text(domainName(domain, writer)),
  };
}

export function termFields(term: Fact, writer: FileWriter): Record<string, string> {
  return { Term: writer.html(term.leadContent), Definition: writer.html(term.body) };
}
