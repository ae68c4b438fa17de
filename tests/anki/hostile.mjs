// A guide full of random texts in the syntax of Anki, its readers and HTML, and what each of its cards must show.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { checkGuide, publishGuide } from "../../lib/pipeline.js";
import { openWorkspace } from "../../lib/workspace.js";

const golden = fileURLToPath(new URL("../golden/bank", import.meta.url));

/** What stands for something in Anki, in one of its clients, in MathJax or in HTML; and letters between. */
const marks = [
  ..."{}[]()<>&:;/\\\"'=-!",
  "{{",
  "{{{",
  "}}",
  "{{Stem}}",
  "{{#Stem}}",
  "{{^Stem}}",
  "{{/Stem}}",
  "{{FrontSide}}",
  "{{type:Stem}}",
  "{{=<% %>=}}",
  "{{c1::",
  "::hint}}",
  "::",
  "{{c1::image-occlusion:rect:left=.1}}",
  "{{tts en_US:Stem}}",
  "[sound:a.mp3]",
  "[SOUND:a.mp3]",
  "[sound:",
  "[anki:play:q:0]",
  "[anki:tts lang=en_US]",
  "[/anki:tts]",
  "[latex]",
  "[/latex]",
  "[LaTeX]",
  "[$]",
  "[/$]",
  "[$$]",
  "[/$$]",
  "[[type:Stem]]",
  "[[type:",
  "[[",
  "]]",
  "\\(",
  "\\)",
  "\\[",
  "\\]",
  "\\begin{align}",
  "\\end{align}",
  "\\ref{a}",
  "$",
  "$$",
  "<b>",
  "</b>",
  "<br>",
  "<img src=a.png>",
  "<script>",
  "</script>",
  "<style>",
  "<!--",
  "-->",
  "</div>",
  "</main>",
  "&amp;",
  "&lt;",
  "&#123;",
  "&nbsp;",
  "a",
  "b",
  "é",
  "漢",
  "א",
  " ",
  " ",
  "1",
];
const texts = fc
  .array(fc.constantFrom(...marks), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join("").replaceAll(/ +/g, " ").trim())
  .filter((text) => text !== "");

/** Markdown of plain text: each mark of ASCII may be escaped (CommonMark 0.31.2, 2.4). */
const escape = (text) => text.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&");

const exam = (task) => `code: HST-01
title: Hostile texts
vendor: Nobody
language: en
edition: "1"
blueprint:
  version: "1"
  source: https://example.org/outline
  checked: 2026-01-02
  domains:
    - id: D1
      title: Texts
      weight: 100
      tasks:
        - id: "1.1"
          title: ${JSON.stringify(task)}
format:
  scored: 1
  minutes: 1
  types: [multiple-choice]
license: CC0-1.0
`;

const frontMatter = (type, topic) => `---
type: ${type}
task: "1.1"
topic: ${topic}
difficulty: easy
cognitive: recall
verified: 2026-01-02
---
`;

/** Writes the deck to a file and returns, by the id on the card, the texts of its front and its back. */
export async function makeHostileDeck(out, seed) {
  const pool = fc.sample(texts, { seed, numRuns: 1200 });
  const next = () => pool.pop();
  const files = {};
  const cards = {};
  const task = next();
  const topics = Array.from({ length: 5 }, (_, index) => ({ id: `topic-${index}`, title: next() }));

  const choiceItem = (id, topic) => {
    // A tag that the reader of tags meets after the image's own has ended for it.
    const alt = `${next()}> <img src=a.png> ${next()}`;
    const [stem, span, fence, explanation, reference] = Array.from({ length: 5 }, next);
    // A dollar ends the math for Markdown, and TeX's own marks end it for MathJax.
    const math = next().replaceAll(/\$|\\./gu, "x");
    const choices = ["1", "2", "3"].map((end) => `${next()} ${end}`);
    const rationales = choices.map(next);
    const list = choices.map(
      (text, index) => `- [${index === 1 ? "x" : " "}] ${escape(text)}\n  > ${escape(rationales[index])}\n`,
    );
    files[`items/${id}.md`] =
      `${frontMatter("multiple-choice", topic.id)}\n${escape(stem)}\n\n![${escape(alt)}](../media/pot.png) and \`${span}\` and $$${math}$$\n\n\`\`\`text\n${fence}\n\`\`\`\n\n${list.join("")}\n## Explanation\n\n${escape(explanation)}\n\n## References\n\n- [${escape(reference)}](https://example.org/)\n`;
    const front = [task, stem, alt, span, `\\(${math}\\)`, fence, ...choices];
    cards[id] = { front, back: [...front, ...rationales, explanation, reference, topic.title] };
  };

  const orderingItem = (id, topic) => {
    const [stem, explanation] = [next(), next()];
    const steps = ["1", "2", "3"].map((end) => `${next()} ${end}`);
    const list = steps.map((text, index) => `${index + 1}. ${escape(text)}\n`);
    files[`items/${id}.md`] =
      `${frontMatter("ordering", topic.id)}\n${escape(stem)}\n\n${list.join("")}\n## Explanation\n\n${escape(explanation)}\n`;
    cards[id] = { front: [stem, ...steps], back: [stem, ...steps, explanation] };
  };

  const matchingItem = (id, topic) => {
    const [stem, explanation] = [next(), next()];
    const pairs = ["1", "2", "3"].map((end) => [`${next()} ${end}`, `${next()} ${end}`]);
    const rows = pairs.map((cells) => `| ${cells.map(escape).join(" | ")} |\n`);
    files[`items/${id}.md`] =
      `${frontMatter("matching", topic.id)}\n${escape(stem)}\n\n| ${escape(pairs[0][0])} | To |\n|---|---|\n${rows.join("")}\n## Explanation\n\n${escape(explanation)}\n`;
    cards[id] = { front: [stem, ...pairs.flat()], back: [stem, ...pairs.flat(), explanation] };
  };

  const fact = (label, path) => {
    const [lead, body] = [`${next()} ${label.length}${Object.keys(cards).length}`, next()];
    cards[label] = { front: [lead], back: [lead, body] };
    return `- **${escape(lead)}**: ${escape(body)} <!-- id: ${path} -->\n`;
  };

  const row = (key) => {
    const cells = [next(), next()];
    cards[`kind/${key}`] = { front: [key], back: cells };
    return `| ${key} | ${cells.map(escape).join(" | ")} |\n`;
  };

  const body = topics.map((topic, place) => {
    for (let index = 0; index < 8; index++) choiceItem(`choice-${place}-${index}`, topic);
    orderingItem(`ordering-${place}`, topic);
    matchingItem(`matching-${place}`, topic);
    const facts = Array.from({ length: 8 }, (_, index) => fact(`${topic.id}/fact-${index}`, `fact-${index}`));
    const rows = Array.from({ length: 4 }, (_, index) => row(`row ${place} ${index}`));
    return `### ${escape(topic.title)}\n<!-- id: ${topic.id} -->\n\n${facts.join("")}\n| Key | One | Two |\n|---|---|---|\n${rows.join("")}`;
  });
  const terms = Array.from({ length: 10 }, (_, index) => fact(`glossary/term-${index}`, `term-${index}`));
  Object.assign(files, {
    "exam.yaml": exam(task),
    "guide.md":
      "# Hostile texts\n\nAn introduction.\n\n| Domain | Topic | Weight |\n|---|---|---|\n| D1 | Texts | 100% |\n",
    "domains/d1.md": `---\ndomain: D1\n---\n\n# Texts\n\n## All\n\nWhat they are.\n\n${body.join("\n")}`,
    "glossary.md": `# Glossary\n\n${terms.join("")}`,
    "tables/kind.yaml":
      'title: Rows\ndescription: Rows.\ncolumns:\n  - name: Key\n  - name: One\n  - name: Two\nkey: Key\nprompt: "What is {Key}?"\n',
  });
  writeFileSync(out, await publish(files));
  return cards;
}

async function publish(files) {
  const root = mkdtempSync(join(tmpdir(), "certpress-hostile-"));
  const folder = join(root, "content", "hostile");
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    cpSync(join(golden, "content", "golden", "media"), join(folder, "media"), { recursive: true });
    const guide = await checkGuide(await openWorkspace(root), "hostile", {
      outputs: ["anki"],
      date: new Date("2025-01-01"),
    });
    const errors = guide.diagnostics.filter(({ severity }) => severity === "error");
    const places = errors.map(({ path, position: { start }, message }) => {
      const line = readFileSync(join(root, path), "utf8").split("\n")[start.line - 1];
      return `${path}:${start.line}:${start.column} ${message}\n  ${line}`;
    });
    if (places.length > 0) throw new Error(places.join("\n"));
    const [deck] = await publishGuide(guide);
    return deck.bytes;
  } finally {
    rmSync(root, { recursive: true });
  }
}
