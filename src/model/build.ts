// Document[] → Bank: everything that only shows across files. Each part reports its faults, and none stops the others.
import type { Diagnostic } from "../diagnostic.ts";
import type { Bank, Ledger } from "./bank.ts";
import { buildDomains } from "./build-domains.ts";
import { buildItems, checkItems } from "./build-items.ts";
import { checkBlueprint, checkWeights } from "./check-blueprint.ts";
import { checkFiles } from "./check-files.ts";
import { checkImages } from "./check-images.ts";
import { checkLinks } from "./check-links.ts";
import { checkRows } from "./check-rows.ts";
import { checkTableKinds } from "./check-table-kinds.ts";
import { checkTerms } from "./check-terms.ts";
import { checkTopics } from "./check-topics.ts";
import type { Document } from "./document.ts";
import { sumFound } from "./lossless.ts";
import type { MediaFile } from "./media.ts";
import { tableKindsOf } from "./table-kind.ts";

/** One guide as its parts were read and parsed. */
export interface GuideParts {
  /** Name of the guide's folder. */
  id: string;
  /** Workspace path of the folder. */
  folder: string;
  documents: readonly Document[];
  media: readonly MediaFile[];
  /** Workspace paths of the files that have no place in the layout. */
  unplaced: readonly string[];
  /** Workspace paths of files that count as later than all others: what two files share is then found in them. */
  last?: ReadonlySet<string>;
}

/**
 * The bank, and the faults across files; those of single files are in the documents. The bank is null only if exam.yaml
 * cannot be used; an item with an error in its file is not part of it.
 */
export function build(guide: GuideParts): { bank: Bank | null; diagnostics: Diagnostic[] } {
  const { id, folder, media: files, unplaced } = guide;
  const isLast = ({ path }: { path: string }): number => (guide.last?.has(path) === true ? 1 : 0);
  const documents = [...guide.documents].sort((a, b) => isLast(a) - isLast(b) || (a.path < b.path ? -1 : 1));
  const exam = documents.find((document) => document.kind === "exam");
  const intro = documents.find((document) => document.kind === "guide");
  const glossary = documents.find((document) => document.kind === "glossary");
  const items = documents.filter((document) => document.kind === "item");
  const blueprint = exam?.exam?.blueprint;

  const kindFaults = checkTableKinds(documents);
  const faulty = new Set(kindFaults.map(({ path }) => path));
  const soundKinds = tableKindsOf(documents.filter(({ path }) => !faulty.has(path)));
  const { topics, diagnostics: topicFaults } = checkTopics(documents);
  const { media, diagnostics: imageFaults } = checkImages(documents, folder, files);
  const built = exam && blueprint ? buildDomains(blueprint, exam, documents) : null;
  const paths = [...documents, ...files].map(({ path }) => path);

  const diagnostics = [
    ...checkFiles(
      folder,
      documents,
      unplaced,
      files.map(({ path }) => path),
    ),
    ...(exam && blueprint ? checkBlueprint(blueprint, exam) : []),
    ...(exam && blueprint && intro ? checkWeights(blueprint, exam, intro) : []),
    ...(built?.diagnostics ?? []),
    ...kindFaults,
    ...checkRows(documents, new Map(soundKinds.map((kind) => [kind.id, kind]))),
    ...topicFaults,
    ...checkTerms(documents),
    ...checkItems(items, { domains: built?.domains ?? null, topics, hasAllTopics: documents.every(isReadThrough) }),
    ...checkLinks(documents, folder, new Set([...paths, ...unplaced])),
    ...imageFaults,
  ].map(nameItems(items));
  if (!exam?.exam || !built) return { bank: null, diagnostics };

  const failed = new Set(
    [...documents.flatMap((document) => document.diagnostics), ...diagnostics]
      .filter(({ severity }) => severity === "error")
      .map(({ path }) => path),
  );
  const bank: Bank = {
    guide: id,
    exam: exam.exam,
    examPlaces: exam.places.values,
    blueprint: exam.exam.blueprint,
    title: intro?.title ?? exam.exam.title,
    introduction: intro?.content ?? { nodes: [], text: "" },
    domains: built.domains,
    glossary: {
      title: glossary?.title ?? "",
      introduction: glossary?.introduction ?? { nodes: [], text: "" },
      terms: glossary?.terms ?? [],
    },
    items: buildItems(
      items.filter(({ path }) => !failed.has(path)),
      built.domains,
      topics,
    ).sort((a, b) => isLast(a) - isLast(b)),
    tableKinds: new Map(tableKindsOf(documents).map((kind) => [kind.id, kind])),
    terms: documents.flatMap((document) => (document.kind === "terms" ? document.terms : [])),
    words: documents.flatMap((document) => (document.kind === "word-list" ? document.words : [])),
    ledger: ledgerOf(documents),
    media,
    found: sumFound(documents),
  };
  return { bank, diagnostics };
}

function ledgerOf(documents: readonly Document[]): Ledger | null {
  const document = documents.find((each) => each.kind === "ledger");
  return document?.ledger ? { path: document.path, value: document.ledger, lines: document.lines } : null;
}

/** Whether a document, if it is a domain file, was read down to its topics. */
function isReadThrough(document: Document): boolean {
  return document.kind !== "domain" || document.sections.length > 0 || document.diagnostics.length === 0;
}

/** Adds the item's id to the diagnostics of its file. */
function nameItems(items: readonly { path: string; id: string }[]): (diagnostic: Diagnostic) => Diagnostic {
  const ids = new Map(items.map(({ path, id }) => [path, id]));
  return (diagnostic) => {
    const itemId = ids.get(diagnostic.path);
    return itemId === undefined ? diagnostic : { ...diagnostic, itemId };
  };
}
