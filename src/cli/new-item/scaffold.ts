// The text of a new item: all parts of its type, in the grammar's order, with blanks where the author writes.
import type { ItemFields } from "./fields.ts";

/** An item whose only faults are its blanks. `verified` is one of them, because nothing was checked yet. */
export function scaffoldItem({ type = "multiple-choice", task, topic, difficulty, cognitive }: ItemFields): string {
  const { hint, body } = answers[type];
  // An empty text keeps the quotes that a number such as 1.10 needs.
  const front = {
    type,
    task: JSON.stringify(task ?? ""),
    topic: topic === undefined ? undefined : scalar(topic),
    difficulty,
    cognitive,
    verified: undefined,
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}:${value === undefined ? "" : ` ${value}`}\n`);
  return `---\n${lines.join("")}---\n\n<!-- Above the ${hint} -->\n\n${body}\n## Explanation\n\n## References\n`;
}

/** Text that YAML could read as anything else is quoted. */
function scalar(text: string): string {
  return /^[a-z][a-z0-9-]*$/u.test(text) && !["true", "false", "null"].includes(text) ? text : JSON.stringify(text);
}

const choices = (boxes: string[]): string => boxes.map((box) => `- [${box}]\n  >\n`).join("");
const quoteHint = "The quote under each says why it is right or wrong.";

const answers: Record<NonNullable<ItemFields["type"]>, { hint: string; body: string }> = {
  "multiple-choice": {
    hint: `choices: the stem, which ends in one question. 3 to 6 choices, one [x]. ${quoteHint}`,
    body: choices(["x", " ", " ", " "]),
  },
  "multiple-response": {
    hint: `choices: the stem, without "Choose two". 5 or more choices, two or more [x]. ${quoteHint}`,
    body: choices(["x", "x", " ", " ", " "]),
  },
  ordering: {
    hint: "steps: the stem. 3 to 6 steps in the right order; a bullet list below them can hold steps that are not used.",
    body: ["1.", "2.", "3."].map((marker) => `${marker}\n   >\n`).join(""),
  },
  matching: {
    hint: "table: the stem. 3 to 7 prompts, each with its match; a match without a prompt is one that is not used.",
    body: "| Prompt | Match |\n| --- | --- |\n|  |  |\n|  |  |\n|  |  |\n",
  },
};
