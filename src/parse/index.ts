// Files → documents. What a document is depends on its path, its bytes and the table kinds, on nothing else.
import type { Document, SourceFile } from "../model/document.ts";
import type { TableKind } from "../model/table-kind.ts";
import { parseDomain } from "./domain.ts";
import { parseGlossary } from "./glossary.ts";
import { parseGuide } from "./guide.ts";
import { parseItem } from "./item.ts";
import { parseLedger } from "./ledger.ts";
import { parseWordList } from "./word-list.ts";
import { parseExam, parseTableKind, parseTerms } from "./yaml-file.ts";

export { parseYamlFile } from "./yaml-file.ts";

export interface ParseContext {
  /** Workspace path of the guide's folder. */
  guideFolder: string;
  /** The kinds that a header row in domains/ can name. */
  tableKinds: readonly TableKind[];
}

/** What a file of a guide is: a kind of document, or one that other stages read. */
export type FileKind = Document["kind"] | "media" | "maintenance";

/** The kind of a file by its path relative to the guide's folder; null if it has no place in the layout. */
export function documentKind(path: string): FileKind | null {
  const exact = exactPaths.get(path);
  if (exact !== undefined) return exact;
  if (/^items\/(?:[^/]+\/)*[^/]+\.md$/.test(path)) return "item";
  if (/^domains\/[^/]+\.md$/.test(path)) return "domain";
  if (/^tables\/[^/]+\.yaml$/.test(path)) return "table-kind";
  return /^media\/./.test(path) ? "media" : null;
}

const exactPaths = new Map<string, FileKind>([
  ["exam.yaml", "exam"],
  ["guide.md", "guide"],
  ["glossary.md", "glossary"],
  ["identity.lock.json", "ledger"],
  ["terms.yaml", "terms"],
  ["words.txt", "word-list"],
  // For those who keep the guide; read by people alone.
  ["README.md", "maintenance"],
  ["REVIEW.md", "maintenance"],
]);

/** One file as a document with its faults; whatever its bytes are, they are no reason to throw. Throws if the path is not a document's. */
export function parse(file: SourceFile, context: ParseContext): Document {
  const path = file.path.startsWith(`${context.guideFolder}/`)
    ? file.path.slice(context.guideFolder.length + 1)
    : file.path;
  const id = (path.split("/").at(-1) ?? "").replace(/\.(?:md|yaml)$/, "");
  switch (documentKind(path)) {
    case "item":
      return parseItem(file, id);
    case "domain":
      return parseDomain(file, context.tableKinds);
    case "glossary":
      return parseGlossary(file);
    case "guide":
      return parseGuide(file);
    case "exam":
      return parseExam(file);
    case "table-kind":
      return parseTableKind(file, id);
    case "terms":
      return parseTerms(file);
    case "ledger":
      return parseLedger(file);
    case "word-list":
      return parseWordList(file);
    default:
      throw new TypeError(`${file.path} is not a document of ${context.guideFolder}`);
  }
}
