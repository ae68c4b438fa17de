// Asks for what the flags of `new item` leave open.
import type { ItemFrontMatter } from "../../model/types.gen.ts";
import type { PromptChoice, Prompts } from "../prompts.ts";
import { cognitiveLevels, difficulties, itemTypes, type ItemFields } from "./fields.ts";
import type { Outline } from "./outline.ts";

/** A new item's fields and its folder inside items/. */
export interface ItemRequest extends ItemFields {
  folder?: string;
}

const typeHints: Record<ItemFrontMatter["type"], string> = {
  "multiple-choice": "one key",
  "multiple-response": "two keys or more",
  ordering: "steps in the right order",
  matching: "prompts and their matches",
};

/** The request with every field filled in; null if the person cancelled. */
export async function askMissing(prompts: Prompts, outline: Outline, given: ItemRequest): Promise<ItemRequest | null> {
  const asked: Record<string, string> = {};
  const questions: [key: keyof ItemRequest, message: string, choices: () => PromptChoice[], initial?: () => string][] =
    [
      ["type", "Type", () => itemTypes.map((type) => ({ value: type, label: type, hint: typeHints[type] }))],
      ["task", "Task of the blueprint", () => taskChoices(outline)],
      ["topic", "Topic that teaches it", () => topicChoices(outline, asked["task"] ?? given.task)],
      ["difficulty", "Difficulty for a prepared candidate", () => plainChoices(difficulties)],
      ["cognitive", "What the candidate does", () => plainChoices(cognitiveLevels)],
      [
        "folder",
        "Folder",
        () => (outline.folders.length === 0 ? [] : ["", ...outline.folders].map(folderChoice)),
        () => folderOf(outline, asked["task"] ?? given.task),
      ],
    ];
  for (const [key, message, choices, initial] of questions) {
    const listed = given[key] === undefined ? choices() : [];
    if (listed.length === 0) continue;
    const value = await prompts.choose(message, listed, initial?.());
    if (value === null) return null;
    asked[key] = value;
  }
  // Each value is one of the choices, which are of the field's type.
  return { ...given, ...(asked as ItemRequest) };
}

const plainChoices = (values: readonly string[]): PromptChoice[] => values.map((value) => ({ value, label: value }));
const folderChoice = (folder: string): PromptChoice => ({ value: folder, label: `items/${folder}` });

const taskChoices = ({ tasks }: Outline): PromptChoice[] =>
  tasks.map(({ id, title, domain }) => ({ value: id, label: `${id} ${title}`, hint: `${domain.id} ${domain.title}` }));

const domainOf = ({ tasks }: Outline, task: string | undefined): string | undefined =>
  tasks.find(({ id }) => id === task)?.domain.id;

/** The folder that is named after the task's domain, else items/ itself. */
function folderOf(outline: Outline, task: string | undefined): string {
  const domain = domainOf(outline, task)?.toLowerCase();
  return outline.folders.find((folder) => folder.toLowerCase() === domain) ?? "";
}

/** All topics, those of the task's domain first. */
function topicChoices(outline: Outline, task: string | undefined): PromptChoice[] {
  const home = domainOf(outline, task);
  const near = outline.topics.filter(({ domain }) => domain === home);
  const far = outline.topics.filter(({ domain }) => domain !== home);
  return [...near, ...far].map(({ id, title }) => ({ value: id, label: title, hint: id }));
}
