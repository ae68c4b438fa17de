// A sound guide in which the examples of faults stand: every place that they name has an anchor.
import type { ExamplePlace } from "../../src/fault-examples/fault-example.ts";
import { soundGuide } from "./workspace.ts";

const item = soundGuide["items/object-name.md"] ?? "";
const answer = item.slice(item.indexOf("- [x]"), item.indexOf("\n\n## Explanation"));
const withAnswer = (type: string, stem: string, text: string): string =>
  item
    .replace("multiple-choice", type)
    .replace(/Which part.*/u, stem)
    .replace(answer, text);

const steps = "1. Write the object\n2. Read the object\n3. Delete the object";
const matches = "| Part | Does |\n| --- | --- |\n| Key | names |\n| Tag | describes |\n| Class | prices |";

/** Files by path in the workspace. */
export const exampleGuide: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(soundGuide).map(([path, text]) => [`content/tst/${path}`, text])),
  "content/tst/items/steps.md": withAnswer("ordering", "In which order is a file kept and removed?", steps),
  "content/tst/items/matches.md": withAnswer("matching", "What does each part of a file do?", matches),
  "content/tst/tables/limits.yaml":
    "title: Limits\ndescription: What fits.\ncolumns:\n  - name: Name\n  - name: Limit\n    minLength: 1\nkey: Name\nprompt: What is the limit of {Name}?\n",
  "content/tst/terms.yaml": "terms:\n  - term: Example Puddle\n    replacement: Example Well\n    since: 2026-01-01\n",
  "content/tst/media/bucket.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"></svg>\n`,
  "content/tst/words.txt": "parquet\nshard\n",
  "certpress.config.yaml": "rules: {}\n",
};

/** Where an example stands that is not in the guide already. */
export const anchors: Record<ExamplePlace, { path: string; text: string }> = {
  item: { path: "content/tst/items/object-name.md", text: "" },
  stem: { path: "content/tst/items/object-name.md", text: "Which part names an object in a bucket?" },
  choices: { path: "content/tst/items/object-name.md", text: answer },
  explanation: { path: "content/tst/items/object-name.md", text: "The key names the object." },
  references: { path: "content/tst/items/object-name.md", text: "- [Objects](https://example.com/objects)" },
  steps: { path: "content/tst/items/steps.md", text: steps },
  matches: { path: "content/tst/items/matches.md", text: matches },
  domain: { path: "content/tst/domains/d1.md", text: "" },
  facts: {
    path: "content/tst/domains/d1.md",
    text: "- **Object**: A file with a key.\n- **Key**: The name of an object.",
  },
  "exam.yaml": { path: "content/tst/exam.yaml", text: "" },
  "guide.md": { path: "content/tst/guide.md", text: "An introduction." },
  "terms.yaml": {
    path: "content/tst/terms.yaml",
    text: "  - term: Example Puddle\n    replacement: Example Well\n    since: 2026-01-01\n",
  },
  "words.txt": { path: "content/tst/words.txt", text: "" },
  "tables/limits.yaml": { path: "content/tst/tables/limits.yaml", text: "" },
  "certpress.config.yaml": { path: "certpress.config.yaml", text: "rules: {}" },
};
