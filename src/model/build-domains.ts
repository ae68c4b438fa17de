// Domain files and the blueprint's domains, matched one to one.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { didYouMean } from "../near.ts";
import { oneOf, quote } from "../quote.ts";
import type { Domain } from "./bank.ts";
import type { Content } from "./content.ts";
import type { Document, DomainDocument, ExamDocument } from "./document.ts";
import type { Blueprint, BlueprintDomain } from "./types.gen.ts";
import { positionOfValue } from "./yaml-places.ts";

const nothing: Content = { nodes: [], text: "" };

/** Every domain in blueprint order, empty where its file is missing, and what does not match. */
export function buildDomains(
  blueprint: Blueprint,
  exam: ExamDocument,
  documents: readonly Document[],
): { domains: Domain[]; diagnostics: Diagnostic[] } {
  const files = documents.filter((document) => document.kind === "domain");
  const byId = new Map(blueprint.domains.map((domain) => [domain.id, domain]));
  const chosen = new Map<string, DomainDocument>();
  const diagnostics = files.flatMap((file) => {
    if (file.frontMatter === null) return [];
    const { domain: id } = file.frontMatter;
    const domain = byId.get(id);
    const first = chosen.get(id);
    if (!domain) return [reportUnknown(file, id, [...byId.keys()])];
    if (first) return [reportSecond(file, id, first)];
    chosen.set(id, file);
    return checkTitle(file, domain, exam, blueprint.domains.indexOf(domain));
  });
  // A file whose front matter is at fault may be the missing one.
  const isComplete = files.every(({ frontMatter }) => frontMatter !== null);
  const domains = blueprint.domains.map((domain, index) => {
    const file = chosen.get(domain.id);
    if (!file && isComplete) diagnostics.push(reportMissing(domain, exam, index));
    return {
      ...domain,
      path: file?.path ?? exam.path,
      introduction: file?.introduction ?? nothing,
      sections: file?.sections ?? [],
    };
  });
  return { domains, diagnostics };
}

function reportUnknown({ path, places }: DomainDocument, id: string, ids: readonly string[]): Diagnostic {
  return fault("domain-unknown", {
    message: `Unexpected domain ${quote(id)}, expected ${oneOf(ids) ?? "one of exam.yaml"}${didYouMean(id, ids)}`,
    path,
    position: positionOfValue("/domain", places),
  });
}

function reportSecond({ path, places }: DomainDocument, id: string, first: DomainDocument): Diagnostic {
  return fault("domain-file-duplicate", {
    message: `Unexpected second file of the domain ${quote(id)}, expected one`,
    path,
    position: positionOfValue("/domain", places),
    related: [{ message: "The first file", path: first.path, position: positionOfValue("/domain", first.places) }],
  });
}

function reportMissing({ id, title }: BlueprintDomain, { path, places }: ExamDocument, index: number): Diagnostic {
  return fault("domain-file-missing", {
    message: `Unexpected domain ${quote(id)} without a file, expected one in \`domains/\` with ${quote(`domain: ${id}`)}`,
    path,
    position: positionOfValue(`/blueprint/domains/${index}/id`, places),
    note: `The file teaches ${quote(title)}.`,
  });
}

function checkTitle(file: DomainDocument, domain: BlueprintDomain, exam: ExamDocument, index: number): Diagnostic[] {
  const title = domain.title.replaceAll(/\s+/g, " ").trim();
  if (file.title === "" || file.title === title) return [];
  const position = positionOfValue(`/blueprint/domains/${index}/title`, exam.places);
  return [
    fault("domain-title-mismatch", {
      message: `Unexpected title ${quote(file.title)}, expected ${quote(title)}`,
      path: file.path,
      position: file.titlePosition,
      related: [{ message: "The pinned blueprint", path: exam.path, position }],
    }),
  ];
}
