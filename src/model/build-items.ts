// Item documents → items whose task, topic and enemies exist, in the order of the bank.
import { slug } from "github-slugger";
import { type Diagnostic, type Position, wholeFile } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { didYouMean } from "../near.ts";
import { oneOf, quote } from "../quote.ts";
import type { Domain, Item } from "./bank.ts";
import type { ItemDocument, Topic } from "./document.ts";
import { isItemId, toItemId } from "./item-id.ts";
import type { BlueprintTask, ItemFrontMatter } from "./types.gen.ts";
import { positionOfValue } from "./yaml-places.ts";

/** What items refer to. Domains are null if exam.yaml cannot be used: then no task is known to be wrong. */
export interface ItemContext {
  domains: readonly Domain[] | null;
  topics: ReadonlyMap<string, Topic>;
  /** False if a domain file could not be read: then no topic is known to be wrong. */
  hasAllTopics: boolean;
}

const fence: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } };

/** Faults of the items' ids and references; the first of two items with one id keeps it. */
export function checkItems(
  documents: readonly ItemDocument[],
  { domains, topics, hasAllTopics }: ItemContext,
): Diagnostic[] {
  const first = new Map<string, ItemDocument>();
  for (const document of documents)
    if (!first.has(document.id.toLowerCase())) first.set(document.id.toLowerCase(), document);
  const ids = new Set(documents.map(({ id }) => id));
  const tasks = domains === null ? null : tasksOf(domains);
  return documents.flatMap((document) => [
    ...checkId(document, first.get(document.id.toLowerCase())),
    ...(document.frontMatter === null
      ? []
      : checkReferences(document, document.frontMatter, { tasks, topics: hasAllTopics ? topics : null, ids })),
  ]);
}

/** The items that have no fault of their own, by domain, then task, then id. */
export function buildItems(
  documents: readonly ItemDocument[],
  domains: readonly Domain[],
  topics: ReadonlyMap<string, Topic>,
): Item[] {
  const tasks = tasksOf(domains);
  const order = new Map([...tasks.keys()].map((id, index) => [id, index]));
  const place = ({ task }: Item): number => order.get(task.id) ?? 0;
  return documents
    .flatMap(({ id, frontMatter, body, path, places }) => {
      const task = tasks.get(frontMatter?.task ?? "");
      const topic = topics.get(frontMatter?.topic ?? "");
      if (!frontMatter || !body || !task || !topic) return [];
      return [{ id, frontMatter, ...task, topic, ...body, path, position: fence, places }];
    })
    .sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** Every task with its domain by the task's id, in blueprint order. */
function tasksOf(domains: readonly Domain[]): Map<string, { domain: Domain; task: BlueprintTask }> {
  return new Map(domains.flatMap((domain) => domain.tasks.map((task) => [task.id, { domain, task }] as const)));
}

function checkId({ id, path }: ItemDocument, first: ItemDocument | undefined): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!isItemId(id)) {
    diagnostics.push(
      fault("item-id-malformed", {
        message: `Unexpected file name ${quote(`${id}.md`)}, expected lower-case words with hyphens, such as ${quote(`${toItemId(slug(id), "my-item")}.md`)}`,
        path,
        position: wholeFile,
      }),
    );
  }
  if (first && first.path !== path)
    diagnostics.push(
      fault("item-id-duplicate", {
        message: `Unexpected second item ${quote(id)}, expected a file name that no other item has`,
        path,
        position: wholeFile,
        related: [{ message: "The first item", path: first.path, position: wholeFile }],
      }),
    );
  return diagnostics;
}

interface Known {
  tasks: ReadonlyMap<string, { domain: Domain }> | null;
  topics: ReadonlyMap<string, Topic> | null;
  ids: ReadonlySet<string>;
}

function checkReferences({ id, path, places }: ItemDocument, item: ItemFrontMatter, known: Known): Diagnostic[] {
  const at = (pointer: string): { path: string; position: Position } => ({
    path,
    position: positionOfValue(pointer, places),
  });
  const diagnostics: Diagnostic[] = [];
  if (known.tasks !== null && !known.tasks.has(item.task)) {
    const ids = [...known.tasks.keys()];
    const bare = item.task.replaceAll(/^[“”„‘’'"]+|[“”„‘’'"]+$/gu, "");
    const expected = ids.includes(bare)
      ? `\`"${bare}"\` with straight quotation marks`
      : `${oneOf(ids) ?? oneOf(siblingsOf(item.task, ids)) ?? "one of exam.yaml"}${didYouMean(item.task, ids)}`;
    const message = `Unexpected task ${quote(item.task)}, expected ${expected}`;
    diagnostics.push(fault("item-task-unknown", { message, ...at("/task") }));
  }
  if (known.topics !== null && !known.topics.has(item.topic)) {
    const message = `Unexpected topic ${quote(item.topic)}, expected the id of a topic in \`domains/\`${didYouMean(item.topic, known.topics.keys())}`;
    diagnostics.push(fault("item-topic-unknown", { message, ...at("/topic") }));
  }
  for (const [index, enemy] of (item.enemies ?? []).entries()) {
    if (enemy !== id && known.ids.has(enemy)) continue;
    const expected = `expected the id of another item${enemy === id ? "" : didYouMean(enemy, known.ids)}`;
    const message = `Unexpected enemy ${quote(enemy)}, ${expected}`;
    diagnostics.push(fault("item-enemy-unknown", { message, ...at(`/enemies/${index}`) }));
  }
  return diagnostics;
}

/** The ids that begin as an unknown one does, up to its last dot or other sign: the tasks of its domain. */
function siblingsOf(task: string, ids: readonly string[]): string[] {
  const head = /^.*[^\p{L}\p{N}]/u.exec(task)?.[0];
  return head === undefined ? [] : ids.filter((id) => id.startsWith(head));
}
