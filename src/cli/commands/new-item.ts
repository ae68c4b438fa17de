// certpress new item: a file whose only findings are the blanks to fill. Asks at a terminal, takes flags anywhere.
import { join } from "node:path";
import { isPresent, readGuide, writeWhole } from "../../files.ts";
import { isItemId } from "../../model/item-id.ts";
import { didYouMean } from "../../near.ts";
import { quote } from "../../quote.ts";
import type { Workspace } from "../../workspace.ts";
import type { Io } from "../io.ts";
import { askMissing, type ItemRequest } from "../new-item/ask.ts";
import { nextFreeId, outlineOf, type Outline } from "../new-item/outline.ts";
import { scaffoldItem } from "../new-item/scaffold.ts";
import type { Prompts } from "../prompts.ts";
import { unexpected, UsageError } from "../usage-error.ts";
import { requireWorkspace, selectGuides } from "../workspace.ts";

export interface NewItemFlags extends ItemRequest {
  cwd?: string;
  guide?: string;
}

/** What a shell reports of a program that Ctrl+C ended: 128 and the number of the signal. */
const cancelled = 130;

/** Exit status: 0 written, 130 cancelled at a prompt. Throws a UsageError where a name is wrong, missing or taken. */
export async function runNewItem(io: Io, id: string | undefined, flags: NewItemFlags): Promise<number> {
  const workspace = await requireWorkspace(io, flags.cwd);
  const prompts = isUnattended(io) ? null : (io.prompts ?? null);
  const guide = await selectGuide(workspace, prompts, flags.guide);
  if (guide === null) return cancelled;
  const outline = outlineOf(readGuide(workspace.root, guide));
  checkFlags(outline, id, flags);
  const request = prompts === null ? flags : await askMissing(prompts, outline, flags);
  if (request === null) return cancelled;
  const name = id ?? (await chooseId(prompts, outline, request));
  if (name === null) return cancelled;
  const path = ["content", guide, "items", request.folder ?? "", `${name}.md`].filter((part) => part !== "").join("/");
  const file = join(workspace.root, path);
  if (isPresent(file)) throw new UsageError(`${path} is there already`);
  writeWhole(file, scaffoldItem(request));
  io.out(`${path}\n`);
  io.err(`Fill the blanks, then run \`npx certpress lint ${path}\`\n`);
  return 0;
}

/** A build machine may lend its programs a terminal, but nobody sits there. */
function isUnattended({ env }: Io): boolean {
  return !["", "0", "false"].includes(env["CI"] ?? "");
}

async function selectGuide(
  workspace: Workspace,
  prompts: Prompts | null,
  name: string | undefined,
): Promise<string | null> {
  const [guide, second] = selectGuides(workspace, name === undefined ? [] : [name]);
  if (guide !== undefined && second === undefined) return guide;
  if (prompts === null)
    throw new UsageError(`Expected --guide with one of ${workspace.guides.map((each) => quote(each)).join(", ")}`);
  return prompts.choose(
    "Guide",
    workspace.guides.map((each) => ({ value: each, label: each })),
  );
}

function checkFlags({ tasks, topics, folders, takenIds }: Outline, id: string | undefined, flags: NewItemFlags): void {
  const { task, topic, folder } = flags;
  const taskIds = tasks.map((each) => each.id);
  if (task !== undefined && !taskIds.includes(task)) throw new UsageError(unexpected("task", task, taskIds));
  const topicIds = topics.map((each) => each.id);
  if (topic !== undefined && !topicIds.includes(topic))
    throw new UsageError(
      `Unexpected topic ${quote(topic)}, expected the id of a topic in domains/${didYouMean(topic, topicIds)}`,
    );
  if (folder !== undefined && !folders.includes(folder) && !/^(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?$/u.test(folder))
    throw new UsageError(`Unexpected folder ${quote(folder)}, expected a folder inside items/, such as \`d1\``);
  const fault = id === undefined ? null : faultOf(id, takenIds);
  if (fault !== null) throw new UsageError(fault);
}

/** What is wrong with an id; null if a new item can have it. */
function faultOf(id: string, takenIds: Outline["takenIds"]): string | null {
  if (!isItemId(id))
    return `Unexpected id ${quote(id)}, expected lower-case words with hyphens, such as \`spot-checkpoint-cap\``;
  const taken = takenIds.get(id);
  return taken === undefined ? null : `${taken} is there already; an id is never reused`;
}

/** The id that is wanted, or the next free one of the topic; null if the person cancelled. */
async function chooseId(prompts: Prompts | null, outline: Outline, { topic }: ItemRequest): Promise<string | null> {
  if (topic === undefined) throw new UsageError("Expected an id, or --topic to make one of");
  const free = nextFreeId(topic, outline);
  return prompts === null
    ? free
    : prompts.write("Id, the file's name for ever", free, (id) => faultOf(id, outline.takenIds));
}
