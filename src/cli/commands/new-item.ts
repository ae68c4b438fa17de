// certpress new item: a file whose only findings are the blanks to fill.
import { join } from "node:path";
import { readGuide, writeWhole } from "../../files.ts";
import type { ItemFrontMatter } from "../../model/types.gen.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { requireWorkspace, selectGuides } from "../workspace.ts";

type ItemType = ItemFrontMatter["type"];

export interface NewItemFlags {
  cwd?: string;
  guide?: string;
  folder?: string;
  type: ItemType;
  task?: string;
  topic?: string;
}

/** Exit status 0; throws a UsageError where a name is wrong or taken. */
export function runNewItem(io: Io, id: string, flags: NewItemFlags): number {
  const workspace = requireWorkspace(io, flags.cwd);
  const [guide, second] = selectGuides(workspace, flags.guide === undefined ? [] : [flags.guide]);
  if (guide === undefined || second !== undefined)
    throw new UsageError(`Expected --guide with one of ${workspace.guides.map((name) => `\`${name}\``).join(", ")}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(id))
    throw new UsageError(
      `Unexpected id \`${id}\`, expected lower-case words with hyphens, such as \`spot-checkpoint-cap\``,
    );
  const folder = flags.folder ?? "";
  if (!/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u.test(folder))
    throw new UsageError(`Unexpected folder \`${folder}\`, expected a folder inside items/, such as \`d1\``);
  const path = ["content", guide, "items", folder, `${id}.md`].filter((part) => part !== "").join("/");
  const taken = readGuide(workspace.root, guide).files.find((file) => file.path.endsWith(`/${id}.md`));
  if (taken !== undefined) throw new UsageError(`${taken.path} is there already; an id is never reused`);
  writeWhole(join(workspace.root, path), scaffold(flags));
  io.out(`${path}\n`);
  io.err(`Fill the blanks, then run \`certpress lint ${path}\`.\n`);
  return 0;
}

const bodies: Record<ItemType, string> = {
  "multiple-choice": choices(["x", " ", " ", " "]),
  "multiple-response": choices(["x", "x", " ", " ", " "]),
  ordering: ["1.", "2.", "3."].map((marker) => `${marker}\n   >\n`).join(""),
  matching: "| Prompt | Match |\n| --- | --- |\n|  |  |\n|  |  |\n|  |  |\n",
};

function choices(boxes: string[]): string {
  return boxes.map((box) => `- [${box}]\n  >\n`).join("");
}

/** Front matter and empty parts, in the grammar's order. */
function scaffold({ type, task = "", topic = "" }: NewItemFlags): string {
  return `---
type: ${type}
task: "${task}"
topic: ${topic === "" ? '""' : topic}
difficulty:
cognitive:
verified:
---

${bodies[type]}
## Explanation

## References
`;
}
