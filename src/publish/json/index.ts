// The published bank: one JSON file, valid against schemas/bank.schema.json, that apps read instead of the sources.
import type { Memory } from "../../cache/memory.ts";
import { pathInGuide } from "../../model/bank.ts";
import { measureCoverage } from "../../model/coverage.ts";
import type { Form } from "../../model/form.ts";
import type { Counts, PublishedBank } from "../../model/types.gen.ts";
import type { Artifact, Publication, Publisher } from "../publisher.ts";
import { sha256 } from "../shared/hash.ts";
import { publishBlueprint, publishExam } from "./exam.ts";
import { publishItem } from "./items.ts";
import { publishDomain, publishTerm } from "./notes.ts";
import { makeRichTextWriter } from "./rich-text.ts";

/** The bank as the schema has it, with keys in the schema's order. */
export function publishBank(form: Form, memory?: Memory): PublishedBank {
  const { bank } = form;
  const { write, close } = makeRichTextWriter(bank.media, memory);
  const context = { write, tableKinds: bank.tableKinds };
  const notes = {
    domains: bank.domains.map((domain) => publishDomain(domain, context)),
    glossary: bank.glossary.terms.map((term) => publishTerm(term, context)),
    items: form.items.map((item) => publishItem(item, write)),
  };
  const introduction = write(bank.introduction, pathInGuide(bank, "guide.md"));
  close();
  return {
    schemaVersion: 1,
    guide: bank.guide,
    exam: publishExam(bank.exam),
    blueprint: publishBlueprint(bank.blueprint),
    introduction,
    ...notes,
    coverage: measureCoverage(form),
    counts: countEntries(notes),
  };
}

/** Counted on what is written, so that the build's comparison with the sources proves something. */
function countEntries({ domains, glossary, items }: Pick<PublishedBank, "domains" | "glossary" | "items">): Counts {
  const sections = domains.flatMap((domain) => domain.sections);
  const topics = sections.flatMap((section) => section.topics);
  const tables = [...sections, ...topics].flatMap((holder) => holder.tables);
  return {
    items: items.length,
    facts: topics.flatMap((topic) => topic.facts).length,
    tables: tables.length,
    rows: tables.flatMap((table) => table.rows).length,
    terms: glossary.length,
  };
}

async function publish({ form, memory }: Publication): Promise<Artifact[]> {
  const published = publishBank(form, memory);
  const text = `${JSON.stringify(published, null, 2)}\n`;
  const path = `${published.guide}/${published.guide}.json`;
  return [{ path, bytes: Buffer.from(text), contentSha256: sha256(text), counts: published.counts }];
}

export const jsonPublisher: Publisher = { id: "json", check: () => [], publish };
