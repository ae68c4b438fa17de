// The line: files → parse → build → lint → assemble → publish → write. Every stage returns its value and its diagnostics.
import { join } from "node:path";
import { resolveConfig, type ResolvedConfig } from "./config.ts";
import { sortDiagnostics, wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import {
  configFileName,
  findDictionary,
  findWorkspaceRoot,
  listContent,
  listGuides,
  misnamedConfigFiles,
  readConfigFile,
  readDictionary,
  readFonts,
  readGuide,
  readTemplates,
  readTextIfPresent,
  readWorkspaceFile,
  writeWhole,
  type GuideSource,
} from "./files.ts";
import { acceptBaseline } from "./lint/baseline.ts";
import { checkGuideNames } from "./guide-names.ts";
import { lint } from "./lint/index.ts";
import { loadSpelling } from "./lint/load-spelling.ts";
import type { Baseline } from "./lint/prune-baseline.ts";
import type { Bank } from "./model/bank.ts";
import { build } from "./model/build.ts";
import type { Document, Found } from "./model/document.ts";
import { assemble } from "./model/form.ts";
import { describeArtifact, mergeManifests, parseManifest, printManifest, type ManifestGuide } from "./manifest.ts";
import { checkLossless, countPublished, subtractFound, sumFound } from "./model/lossless.ts";
import { tableKindsOf } from "./model/table-kind.ts";
import { checkPlaceholders } from "./model/words.ts";
import type { ConfigFile, Words } from "./model/types.gen.ts";
import { openBaseline } from "./open-baseline.ts";
import { checkOverrides } from "./overrides.ts";
import { documentKind, parse, parseYamlFile } from "./parse/index.ts";
import { regrade } from "./profile.ts";
import { loadLedger, loadPublishers, publisherIds, type PublisherId } from "./publish/index.ts";
import type { LockDecisions, Locked } from "./publish/anki/lock.ts";
import type { Artifact, Assets, Publication, Publisher } from "./publish/publisher.ts";
import { createSources } from "./source-text.ts";
import { findTypesetter } from "./typeset/index.ts";

/** A workspace that was found and whose config was read. */
export interface Workspace {
  /** Absolute. */
  root: string;
  config: ResolvedConfig;
  /** What the config's baseline accepts; null without one. */
  baseline: Baseline | null;
  /** Faults of the files beside the guides: config and baseline. */
  diagnostics: Diagnostic[];
  /** Ids of its guides, sorted. */
  guides: string[];
  /** The faults that the overrides of its config would have if these were all files of the guides. */
  checkPaths: (files: readonly string[]) => Diagnostic[];
}

/** What one guide is made for. */
export interface CheckOptions {
  /** Outputs whose own checks run and that are published; the config's when absent. */
  outputs?: readonly PublisherId[];
  /** The build date; that of the newest file of the guide when absent. */
  date?: Date;
  /** See `GuideParts.last`. */
  last?: ReadonlySet<string>;
}

/** One guide after every check. */
export interface CheckedGuide {
  id: string;
  /** Sorted; those of the whole line, publishers' checks included. */
  diagnostics: Diagnostic[];
  /** What the sources hold. */
  found: Found;
  /** What can be published: all that was found, but for what has an error. */
  publishable: Found;
  /** Null if exam.yaml cannot be used. */
  bank: Bank | null;
  /** Null where the bank is, or where the guide's language has no words. */
  publication: Publication | null;
  publishers: Publisher[];
  /** When the newest of its files was changed. */
  modified: Date;
  /** Bytes of the sources by path, for reports. */
  sources: Map<string, Uint8Array>;
}

/** The workspace around a folder, or null if there is none; `chosen` wins over its config. */
export function openWorkspace(start: string, chosen: Pick<ConfigFile, "profile" | "baseline"> = {}): Workspace | null {
  const root = findWorkspaceRoot(start);
  if (root === null) return null;
  const file = readConfigFile(root);
  const parsed = file === null ? null : parseYamlFile(file, "config");
  const resolved = resolveConfig(parsed, file?.path ?? "");
  const config = { ...resolved.config, ...chosen };
  const { guides, diagnostics: unnamed } = checkGuideNames(listGuides(root));
  const read = (path: string) => readWorkspaceFile(root, path);
  const { baseline, diagnostics } = openBaseline(config, { guides, configPath: configFileName, read });
  const misnamed = misnamedConfigFiles(root).map((path) =>
    fault("file-unknown", {
      message: `Unexpected file name \`${path}\`, expected \`${configFileName}\``,
      path,
      position: wholeFile,
    }),
  );
  const checkPaths = (files: readonly string[]): Diagnostic[] =>
    parsed === null ? [] : checkOverrides(parsed, configFileName, files);
  const unmatched = checkPaths(listContent(root));
  const all = [...resolved.diagnostics, ...unmatched, ...misnamed, ...unnamed, ...diagnostics];
  return { root, config, baseline, diagnostics: all, guides, checkPaths };
}

/** Reads, parses, builds and lints one guide of the workspace, and runs the checks of the outputs. */
export function checkGuide(
  workspace: Pick<Workspace, "root" | "config" | "baseline">,
  id: string,
  options: CheckOptions = {},
): Promise<CheckedGuide> {
  return checkSource(workspace, readGuide(workspace.root, id), options);
}

/** The same for a guide's files from wherever they came, such as an earlier commit. */
export async function checkSource(
  { root, config, baseline }: Pick<Workspace, "root" | "config" | "baseline">,
  source: GuideSource,
  options: CheckOptions = {},
): Promise<CheckedGuide> {
  const { id } = source;
  const date = options.date ?? source.modified;
  const documents = parseGuide(source).map((document) => ({
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
    const find = (packages: readonly string[]) => findDictionary(root, packages);
    const { spelling, diagnostics: missing } = loadSpelling(bank, config, { find, read: readDictionary });
    diagnostics.push(...missing, ...regrade(lint(bank, { config, date, spelling, sourceOf }), config.profile));
  }
  const publishers = await loadPublishers(options.outputs ?? config.outputs ?? publisherIds);
  const assets = readAssets(publishers);
  const { words, diagnostics: wordFaults } =
    bank === null ? { words: null, diagnostics: [] } : selectWords(assets, bank.exam.language);
  diagnostics.push(...wordFaults);
  if (bank !== null && words === null && wordFaults.length === 0)
    diagnostics.push(reportLanguage(bank, assets, documents));
  const publication: Publication | null =
    bank === null || words === null ? null : { form: assemble(bank), words, assets, config, date, sourceOf };
  if (publication !== null) diagnostics.push(...publishers.flatMap((publisher) => publisher.check(publication)));
  return {
    id,
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

function parseGuide(source: GuideSource): Document[] {
  const placed = source.files.filter(({ path }) => {
    const kind = documentKind(inGuide(source, path));
    return kind !== null && !["media", "maintenance"].includes(kind);
  });
  const isTableKind = ({ path }: { path: string }) => documentKind(inGuide(source, path)) === "table-kind";
  const kinds = placed.filter(isTableKind).map((file) => parse(file, { guideFolder: source.folder, tableKinds: [] }));
  const context = { guideFolder: source.folder, tableKinds: tableKindsOf(kinds) };
  return [...kinds, ...placed.filter((file) => !isTableKind(file)).map((file) => parse(file, context))];
}

function inGuide(source: GuideSource, path: string): string {
  return path.slice(source.folder.length + 1);
}

function readAssets(publishers: readonly Publisher[]): Assets {
  return {
    templates: readTemplates(),
    fonts: readFonts(publishers.flatMap((publisher) => publisher.fontFiles ?? [])),
    openTypesetter: findTypesetter(),
  };
}

/** The words of the language itself, else of its primary subtag (RFC 4647 lookup, case ignored), else null; with the faults of their file. */
function selectWords(assets: Assets, language: string): { words: Words | null; diagnostics: Diagnostic[] } {
  const subtags = language.toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length--) {
    const wanted = `words/${subtags.slice(0, length).join("-")}.yaml`;
    const found = [...assets.templates].find(([path]) => path.toLowerCase() === wanted);
    if (found === undefined) continue;
    const [path, text] = found;
    const parsed = parseYamlFile({ path: `templates/${path}`, bytes: Buffer.from(text) }, "words");
    const words = parsed.value as Words | null;
    if (words === null) return { words, diagnostics: parsed.diagnostics };
    const faults = checkPlaceholders(words, readWords(assets, "words/en.yaml"), parsed.places, `templates/${path}`);
    return { words: faults.length === 0 ? words : null, diagnostics: faults };
  }
  return { words: null, diagnostics: [] };
}

/** Words that are known to be sound. */
function readWords(assets: Assets, path: string): Words {
  const { value } = parseYamlFile({ path, bytes: Buffer.from(assets.templates.get(path) ?? "") }, "words");
  if (value === null) throw new Error(`templates/${path} is not sound`);
  return value as Words;
}

function reportLanguage(bank: Bank, assets: Assets, documents: readonly Document[]): Diagnostic {
  const exam = documents.find((document) => document.kind === "exam");
  const known = [...assets.templates.keys()].flatMap((path) => /^words\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
  if (exam === undefined) throw new Error("A bank without exam.yaml");
  return fault("language-unknown", {
    message: `Unexpected language \`${bank.exam.language}\`, expected one with published words: ${known.map((tag) => `\`${tag}\``).join(", ")}`,
    path: exam.path,
    position: exam.places.values["/language"] ?? wholeFile,
    note: "A new language is one file in templates/words/ of certpress itself, beside en.yaml: contribute it, or build with your own copy",
  });
}

function reportEscape(path: string): Diagnostic {
  return fault("file-escapes", {
    message: "Unexpected link out of the guide, expected a file in the guide's folder",
    path,
    position: wholeFile,
  });
}

/** A guide with its artifacts. */
export interface BuiltGuide {
  guide: CheckedGuide;
  artifacts: Artifact[];
}

/** Writes the artifacts, then the manifest, each whole or not at all; entries of other guides and outputs are kept. Returns the manifest's path. */
export function writeArtifacts(out: string, built: readonly BuiltGuide[]): string {
  for (const { path, bytes } of built.flatMap(({ artifacts }) => artifacts)) writeWhole(join(out, path), bytes);
  const manifestPath = join(out, "manifest.json");
  const earlier = readTextIfPresent(manifestPath);
  const manifest = mergeManifests(earlier === null ? null : parseManifest(earlier), {
    schemaVersion: 1,
    guides: built.map(({ guide }) => describeGuide(guide)),
    artifacts: built.flatMap(({ guide, artifacts }) =>
      artifacts.map((artifact) => describeArtifact(artifact, guide.id, editionOf(guide))),
    ),
  });
  writeWhole(manifestPath, printManifest(manifest));
  return manifestPath;
}

function describeGuide(guide: CheckedGuide): ManifestGuide {
  const { id, found, publishable: published } = guide;
  return { id, edition: editionOf(guide), found, published, reported: subtractFound(found, published) };
}

function editionOf({ publication }: CheckedGuide): string {
  if (publication === null) throw new Error("A guide without a publication has no edition");
  return publication.form.bank.exam.edition;
}
