// What a guide offers to a new item: tasks, topics, folders, and the ids that are taken. Only what says so is parsed: somebody waits.
import type { GuideSource } from "../../files.ts";
import type { Document } from "../../model/document.ts";
import { toItemId } from "../../model/item-id.ts";
import { documentKind, parse, type FileKind } from "../../parse/index.ts";
import { UsageError } from "../usage-error.ts";

/** One task of the blueprint. */
interface OutlineTask {
  id: string;
  title: string;
  domain: { id: string; title: string };
}

/** One topic of the guide. */
interface OutlineTopic {
  id: string;
  title: string;
  /** Id of the domain whose file teaches it. */
  domain: string;
}

/** Tasks are in the order of the blueprint, topics in that of the files. */
export interface Outline {
  tasks: OutlineTask[];
  topics: OutlineTopic[];
  /** Folders inside items/ that hold items, sorted. */
  folders: string[];
  /** The path of each item by its id in lower case. */
  takenIds: Map<string, string>;
}

/** Throws a UsageError if exam.yaml cannot be used. */
export function outlineOf(source: GuideSource): Outline {
  const documents = parseOutline(source);
  const exam = documents.find((document) => document.kind === "exam")?.exam ?? null;
  if (exam === null)
    throw new UsageError(`${source.folder}/exam.yaml cannot be used; \`certpress lint ${source.folder}\` says why`);
  const items = source.files.filter(({ path }) => kindOf(source, path) === "item");
  const folderOf = (path: string): string => path.split("/").slice(3, -1).join("/");
  const idOf = (path: string): string => (path.split("/").at(-1) ?? "").replace(/\.md$/u, "").toLowerCase();
  return {
    tasks: exam.blueprint.domains.flatMap(({ id, title, tasks }) =>
      tasks.map((task) => ({ ...task, domain: { id, title } })),
    ),
    topics: documents.flatMap((document) =>
      document.kind === "domain"
        ? document.sections
            .flatMap(({ topics }) => topics)
            .map(({ id, title }) => ({ id, title, domain: document.frontMatter?.domain ?? "" }))
        : [],
    ),
    folders: [...new Set(items.map(({ path }) => folderOf(path)))].filter((folder) => folder !== "").sort(),
    takenIds: new Map(items.map(({ path }) => [idOf(path), path])),
  };
}

const kindOf = ({ folder }: GuideSource, path: string): FileKind | null => documentKind(path.slice(folder.length + 1));

function parseOutline(source: GuideSource): Document[] {
  const wanted = source.files.filter(({ path }) => ["exam", "domain"].includes(kindOf(source, path) ?? ""));
  return wanted.map((file) => parse(file, { guideFolder: source.folder, tableKinds: [] }));
}

/** `topic`, else `topic-2`, `topic-3`…: the first that no item has. */
export function nextFreeId(topic: string, { takenIds }: Outline): string {
  for (let number = 1; ; number++) {
    const id = toItemId(topic, "item", number === 1 ? "" : `-${number}`);
    if (!takenIds.has(id)) return id;
  }
}
