// The line: files → parse → build → lint → assemble → publish. Every stage returns its value and its diagnostics.
import { noMemory, recall, type Memory } from "./cache/memory.ts";
import { markOf } from "./cache/marks.ts";
import { sortDiagnostics, wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import {
  findDictionary,
  readDictionary,
  readFonts,
  readGuide,
  readTemplates,
  readWorkspaceWords,
  type GuideSource,
} from "./files.ts";
import { acceptBaseline } from "./lint/baseline.ts";
import { lint } from "./lint/index.ts";
import { loadSpelling } from "./lint/load-spelling.ts";
import type { Bank } from "./model/bank.ts";
import { build } from "./model/build.ts";
import type { Document, Found, SourceFile } from "./model/document.ts";
import { assemble } from "./model/form.ts";
import { checkLossless, countPublished, sumFound } from "./model/lossless.ts";
import { tableKindsOf } from "./model/table-kind.ts";
import { documentKind, parse } from "./parse/index.ts";
import { regrade } from "./profile.ts";
import { loadLedger, loadPublishers, publisherIds, type PublisherId } from "./publish/index.ts";
import type { LockDecisions, Locked } from "./publish/anki/lock.ts";
import type { Artifact, Assets, Publication, Publisher } from "./publish/publisher.ts";
import { selectWords } from "./select-words.ts";
import { createSources } from "./source-text.ts";
import { findTypesetter } from "./typeset/index.ts";
import type { Workspace } from "./workspace.ts";

/** What one guide is made for. */
export interface CheckOptions {
  /** Outputs whose own checks run and that are published; the config's when absent. */
  outputs?: readonly PublisherId[];
  /** The build date; that of the newest file of the guide when absent. */
  date?: Date;
  /** See `GuideParts.last`. */
  last?: ReadonlySet<string>;
  /** What is known of the same guide; nothing when absent. */
  memory?: Memory;
}

/** What is said of one guide after every check. */
export interface GuideReport {
  id: string;
  /** The exam's; null if exam.yaml cannot be used. */
  edition: string | null;
  /** Sorted; those of the whole line, publishers' checks included. */
  diagnostics: Diagnostic[];
  /** What the sources hold. */
  found: Found;
  /** What can be published: all that was found, but for what has an error. */
  publishable: Found;
  /** When the newest of its files was changed. */
  modified: Date;
  /** Bytes of the sources by path, for reports. */
  sources: Map<string, Uint8Array>;
}

/** One guide after every check, ready to be published if it has no error. */
export interface CheckedGuide extends GuideReport {
  /** Null if exam.yaml cannot be used. */
  bank: Bank | null;
  /** Null where the bank is, or where the guide's language has no words. */
  publication: Publication | null;
  publishers: Publisher[];
}

/** Reads, parses, builds and lints one guide of the workspace, and runs the checks of the outputs. */
export function checkGuide(workspace: WorkspaceParts, id: string, options: CheckOptions = {}): Promise<CheckedGuide> {
  return checkSource(workspace, readGuide(workspace.root, id), options);
}

/** What of a workspace one guide needs; fonts are for an output that draws with them. */
type WorkspaceParts = Pick<Workspace, "root" | "config" | "baseline"> & Partial<Pick<Workspace, "fonts">>;

/** The same for a guide's files from wherever they came, such as an earlier commit. */
export async function checkSource(
  { root, config, baseline, fonts = new Map() }: WorkspaceParts,
  source: GuideSource,
  options: CheckOptions = {},
): Promise<CheckedGuide> {
  const { id } = source;
  const date = options.date ?? source.modified;
  const { memory = noMemory } = options;
  const marks = new Map(source.files.map(({ path, bytes }) => [path, markOf(bytes)]));
  const documents = parseGuide(source, marks, memory).map((document) => ({
    ...document,
    diagnostics: regrade(document.diagnostics, config.profile),
  }));
  const built = build({
    id,
    folder: source.folder,
    documents,
    media: source.media,
    unplaced: source.files.map(({ path }) => path).filter((path) => documentKind(inGuide(source, path)) === null),
    ...(options.last && { last: options.last }),
  });
  const { bank } = built;
  const sourceOf = createSources(source.files);
  const diagnostics = [
    ...documents.flatMap((document) => document.diagnostics),
    ...built.diagnostics,
    ...source.escaping.map(reportEscape),
  ];
  if (bank !== null) {
    const used = new Set<string | null>();
    const find = (packages: readonly string[]): string | null => {
      const place = findDictionary(root, packages);
      used.add(place);
      return place;
    };
    const { spelling, diagnostics: missing } = loadSpelling(bank, config, { find, read: readDictionary });
    const around = markOf(
      JSON.stringify([config, date.toISOString().slice(0, 10), [...used], spelling === null]),
      ...source.files
        .filter(({ path }) => documentKind(inGuide(source, path)) !== "item")
        .flatMap(({ path }) => [path, marks.get(path) ?? ""]),
    );
    const again = (path: string, make: () => Diagnostic[]): Diagnostic[] =>
      recall(memory, `findings ${path}`, `${marks.get(path)} ${around}`, make);
    diagnostics.push(
      ...missing,
      ...regrade(lint(bank, { config, date, spelling, sourceOf, recall: again }), config.profile),
    );
  }
  const publishers = await loadPublishers(options.outputs ?? config.outputs ?? publisherIds);
  const assets = readAssets(publishers, fonts);
  const files = { packaged: assets.templates, own: readWorkspaceWords(root) };
  const { words, diagnostics: wordFaults } =
    bank === null ? { words: null, diagnostics: [] } : selectWords(files, bank);
  diagnostics.push(...wordFaults);
  const publication: Publication | null =
    bank === null || words === null ? null : { form: assemble(bank), words, assets, config, date, sourceOf, memory };
  if (publication !== null) diagnostics.push(...publishers.flatMap((publisher) => publisher.check(publication)));
  return {
    id,
    edition: bank?.exam.edition ?? null,
    diagnostics: sortDiagnostics(baseline === null ? diagnostics : acceptBaseline(diagnostics, id, baseline)),
    found: sumFound(documents),
    publishable: bank === null ? sumFound([]) : countPublished(bank),
    bank,
    publication,
    publishers,
    modified: source.modified,
    sources: new Map(source.files.map(({ path, bytes }) => [path, bytes])),
  };
}

/** The guide's artifacts, in the order of the outputs. Throws if the guide has an error, or if anything found is missing from them. */
export async function publishGuide({ diagnostics, found, publication, publishers }: CheckedGuide): Promise<Artifact[]> {
  if (publication === null || diagnostics.some(({ severity }) => severity === "error"))
    throw new Error("A guide with errors cannot be published");
  const artifacts: Artifact[] = [];
  for (const publisher of publishers) artifacts.push(...(await publisher.publish(publication)));
  for (const { path, counts } of artifacts) checkLossless(found, counts, path);
  return artifacts;
}

/** The ledger of a guide's next release. Throws if the guide has an error. */
export async function lockGuide({ diagnostics, publication }: CheckedGuide, decisions: LockDecisions): Promise<Locked> {
  if (publication === null || diagnostics.some(({ severity }) => severity === "error"))
    throw new Error("A guide with errors cannot be locked");
  const { lock } = await loadLedger();
  return lock(publication, decisions);
}

function parseGuide(source: GuideSource, marks: ReadonlyMap<string, string>, memory: Memory): Document[] {
  const placed = source.files.filter(({ path }) => {
    const kind = documentKind(inGuide(source, path));
    return kind !== null && !["media", "maintenance"].includes(kind);
  });
  const isTableKind = ({ path }: { path: string }) => documentKind(inGuide(source, path)) === "table-kind";
  const again = (file: SourceFile, madeOf: string, make: () => Document): Document =>
    recall(memory, `document ${file.path}`, `${marks.get(file.path)} ${madeOf}`, make);
  const bare = { guideFolder: source.folder, tableKinds: [] };
  const kinds = placed.filter(isTableKind).map((file) => again(file, "", () => parse(file, bare)));
  const context = { guideFolder: source.folder, tableKinds: tableKindsOf(kinds) };
  const kindsMark = markOf(...kinds.flatMap(({ path }) => [path, marks.get(path) ?? ""]));
  const rest = placed.filter((file) => !isTableKind(file));
  return [
    ...kinds,
    // Header rows of domains alone can name a table kind.
    ...rest.map((file) =>
      again(file, documentKind(inGuide(source, file.path)) === "domain" ? kindsMark : "", () => parse(file, context)),
    ),
  ];
}

function inGuide(source: GuideSource, path: string): string {
  return path.slice(source.folder.length + 1);
}

function readAssets(publishers: readonly Publisher[], own: Workspace["fonts"]): Assets {
  const packaged = readFonts(publishers.flatMap((publisher) => publisher.fontFiles ?? []));
  return { templates: readTemplates(), fonts: new Map([...packaged, ...own]), openTypesetter: findTypesetter() };
}

function reportEscape(path: string): Diagnostic {
  return fault("file-escapes", {
    message: "Unexpected link out of the guide, expected a file in the guide's folder",
    path,
    position: wholeFile,
  });
}
