// Guides that are hard to set, written into a throw-away workspace: each is sound, and each has been somebody's broken page.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const golden = fileURLToPath(new URL("../golden/bank/content/golden/", import.meta.url));

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));

const words = (count) => times(count, (index) => (index % 12 === 0 ? "sentence." : `word${index}`)).join(" ");

/** A number that is no plain division of 100 is split so that the shares sum to it. */
const shares = (count) =>
  times(count, (index) => (index < count ? Math.floor(100 / count) : 100 - Math.floor(100 / count) * (count - 1)));

function exam(domains) {
  return `code: HARD-${domains.length}
title: Certified Setter of Difficult Pages – ${"Very ".repeat(8)}Long & <Marked> Title
vendor: Typesetters
language: en-GB
edition: "1"
blueprint:
  version: "1"
  source: https://example.org/outline
  checked: 2026-01-02
  domains:
${domains.map(({ id, title, weight }) => `    - id: ${id}\n      title: ${title}\n      weight: ${weight}\n      tasks:\n        - id: "${id.slice(1)}.1"\n          title: Task of ${id}`).join("\n")}
format:
  scored: 1
  minutes: 1
  types: [multiple-choice]
license: CC0-1.0
`;
}

function guide(domains) {
  const rows = domains.map(({ id, title, weight }) => `| ${id} | ${title} | ${weight}% |`).join("\n");
  return `# Difficult pages\n\nAn introduction.\n\n##### A heading four ranks too low\n\nText.\n\n| Domain | Topic | Weight |\n|---|---|--:|\n${rows}\n\n${wideTable}\n\n| S3 | ${words(1200)} |\n|---|---|\n| x | ${words(1200)} |\n`;
}

const columns = times(8, (index) => `Column ${index}`);

/** Eight columns, some with identifiers of forty characters. */
const wideTable = [
  columns,
  columns.map(() => "---"),
  ...times(30, (row) =>
    columns.map((_, column) =>
      column % 3 === 0 ? `AnIdentifierOfFortyCharacters_${row}_${column}_xyz` : `cell ${row}`,
    ),
  ),
]
  .map((cells) => `| ${cells.join(" | ")} |`)
  .join("\n");

const title = "A title of ninety characters that goes on and on until it has reached its very last letter";

/** Formulas and icons in every place that text has: they stand in lines like letters, and are none. */
const mathAndIcons = [
  "#### A heading of $$\\sqrt{x^2 + 1}$$ and ![an icon](../media/icon.svg)",
  "Math $$E = mc^2$$ ends a clause, $$\\sum_{i=1}^{n} \\frac{1}{i}$$, and **bold $$\\alpha$$ ![an icon](../media/icon.svg)** too; equal ones, ![an icon](../media/icon.svg)![an icon](../media/icon.svg) and $$x$$ $$x$$, follow each other. [A link with $$\\pi$$ in it](https://example.org/pi), a link of [$$\\tau$$](https://example.org/tau) and [![an icon that leads on](../media/icon.svg)](https://example.org/icon) alone, and the pixels ![of a dot](../media/dot.png).",
  `$$\ny = \\frac{a}{b} \\quad \\text{where ${words(4)} and } b \\neq 0\n$$`,
  `$$\n${times(40, (index) => `x_{${index}}`).join(" + ")} = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}\n$$`,
  "1. $$a^2 + b^2 = c^2$$\n2. first $$\\frac{1}{2}$$\n\n   $$\n   \\int_0^1 x \\, dx\n   $$\n\n   - ![an icon](../media/icon.svg) deep with $$\\lim_{n \\to \\infty} n$$",
  `> [!TIP]\n> Math in a callout: $$\\binom{n}{k}$$.\n>\n> $$\n> z = \\overline{x + y}\n> $$`,
  `Formulas $$f$$ by key:\n\n| Key | Value | Note |\n|---|---|---|\n${times(60, (index) => `| formula-${index} | $$\\frac{${index}}{x}$$ | ![an icon](../media/icon.svg) ${index} |`).join("\n")}`,
].join("\n\n");

const bodies = [
  // Taller than a page: a paragraph, a list entry, a callout, a quote, code.
  `${words(1400)}\n\n- **Tall entry**: ${words(900)}\n\n> [!WARNING]\n> ${words(900)}\n\n> ${words(900)}\n\n\`\`\`py\n${times(150, (index) => `print("line ${index}")`).join("\n")}\n\`\`\``,
  `A table of five hundred rows:\n\n| Key | Value | Note |\n|---|---|--:|\n${times(500, (index) => `| row-${index} | [link ${index}](https://example.org/${index}) | ${index % 7 === 0 ? "" : index} |`).join("\n")}`,
  `Eight columns:\n\n${wideTable}`,
  `1. one\n   1. one one\n      - deep\n        - deeper\n\n          A second paragraph in a list in lists.\n   2. one two\n2. two\n\n   ![A dripper](../media/dripper.svg "The dripper, from the side")\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n\n3. three\n\n   > A quote in a list.\n\n- **First**: a\n- **Second**: b\n- **Third**: c\n- **Fourth**: d\n\n![A pot ![within](../media/pot.png)](../media/pot.png)\n\n![Letters](../media/letters.svg)\n\nMath $$E = mc^2$$ and ~~struck~~ [a link ${words(40)}](https://example.org/long?a=1&b=(2))\n\n$$\ny = \\frac{a}{b}\n$$\n\n---\n\nGreek αβγ, Cyrillic Привет, ⇔ ↩ ☐ ✓, 👩‍💻 🇪🇺 1️⃣, <!-- a comment -->“quotes” – dashes.\n\n${mathAndIcons}`,
];

function domain({ id, title }, index) {
  const sections = times(2, (section) => {
    const topics = times(2, (topic) => {
      const body = index === 0 ? bodies[(section - 1) * 2 + topic - 1] : "One line.";
      return `### ${topic === 1 ? "🔭 " : ""}Topic ${id} ${section} ${topic}\n\n${body}`;
    });
    return `## Section ${section} of ${title}\n\nA lead.\n\n${topics.join("\n\n")}`;
  });
  return `---\ndomain: ${id}\n---\n\n# ${title}\n\n${sections.join("\n\n")}\n`;
}

const head = (type, { id }) =>
  `---\ntype: ${type}\ntask: "${id.slice(1)}.1"\ntopic: topic-${id.toLowerCase()}-1-1\ndifficulty: easy\ncognitive: apply\nverified: 2026-01-02\n---\n\n`;
const tail = `\n\n## Explanation\n\n${words(700)}\n\n- one\n- two\n\n## References\n\n- [The manual](https://example.org/manual_of_many_things/${"part/".repeat(12)})\n`;

function items(one) {
  const choice = (index) =>
    `- [${index === 2 ? "x" : " "}] Choice ${index} $$\\frac{${index}}{n}$$ ![an icon](../media/icon.svg) ${words(60)}\n\n  \`\`\`json\n  {"choice": ${index}}\n  \`\`\`\n\n  > Because ${index}.`;
  return {
    [`${one.id.toLowerCase()}-long`]: `${head("multiple-choice", one)}${words(900)}\n\n![A pot](../media/pot.png)\n\n$$\nq = \\sqrt[3]{n}\n$$\n\n| a | b |\n|---|---|\n| 1 | |\n\n- a list\n  - in a stem\n\nWhich one?\n\n${times(6, choice).join("\n")}${tail}`,
    [`${one.id.toLowerCase()}-steps`]: `${head("ordering", one)}In which order does one set a page?\n\n1. Read\n   > First.\n2. Set\n   > Then.\n3. Print\n   > Last.\n\n- Throw away\n  > Never.${tail}`,
    [`${one.id.toLowerCase()}-matches`]: `${head("matching", one)}What does each part do?\n\n| Part | Does |\n|---|---|\n${times(7, (index) => `| Part ${index} ${words(9)} | Deed ${index} ${words(20)} |`).join("\n")}\n| | nothing |${tail}`,
  };
}

function writeGuide(root, name, count) {
  const domains = shares(count).map((weight, index) => ({
    id: `D${index + 1}`,
    weight,
    title: index === 0 ? title : `Domain number ${index + 1}`,
  }));
  const put = (path, text) => {
    const file = join(root, "content", name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  put("exam.yaml", exam(domains));
  put("guide.md", guide(domains));
  domains.forEach((one, index) => {
    put(`domains/${one.id.toLowerCase()}.md`, domain(one, index));
    for (const [id, text] of Object.entries(items(one))) put(`items/${id}.md`, text);
  });
  put(
    "tables/wide.yaml",
    `title: Wide\ndescription: Eight columns.\ncolumns:\n${columns.map((name) => `  - name: ${name}\n`).join("")}key: Column 1\nprompt: What is in {Column 1}?\n`,
  );
  put(
    "tables/key.yaml",
    "title: Keys\ndescription: Keys and values.\ncolumns:\n  - name: Key\n  - name: Value\n  - name: Note\n    required: false\nkey: Key\nprompt: What is the value of {Key}?\n",
  );
  cpSync(join(golden, "media"), join(root, "content", name, "media"), { recursive: true });
  put(
    "media/icon.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" viewBox="0 0 14 14"><circle cx="7" cy="7" r="6" fill="#285"/><text x="4" y="10" font-size="8" fill="#fff">i</text></svg>\n`,
  );
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC";
  writeFileSync(join(root, "content", name, "media/dot.png"), Buffer.from(dot, "base64"));
  put(
    "media/letters.svg",
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="60" viewBox="0 0 200 60"><rect width="200" height="60" fill="#eee"/><text x="10" y="30" font-family="Arial, sans-serif" font-size="16">Text in a picture</text><text x="10" y="50" font-weight="bold" font-style="italic">more</text></svg>\n`,
  );
}

/** The golden bank without its Chinese, for which the packaged fonts have no glyphs. */
function copyGolden(root) {
  const copy = join(root, "content", "golden");
  cpSync(golden, copy, { recursive: true });
  const glossary = join(copy, "glossary.md");
  writeFileSync(glossary, readFileSync(glossary, "utf8").replaceAll(/\p{Script=Han}+/gu, "leaf"));
}

/** Makes the workspaces, one for each paper size; returns their folders by name. */
export function makeHardWorkspaces() {
  return Object.fromEntries(
    ["A4", "LETTER"].map((pageSize) => {
      const root = mkdtempSync(join(tmpdir(), "certpress-hard-"));
      writeFileSync(join(root, "certpress.config.yaml"), `theme:\n  pageSize: ${pageSize}\n`);
      writeGuide(root, "one-domain", 1);
      if (pageSize === "A4") {
        writeGuide(root, "nine-domains", 9);
        copyGolden(root);
      }
      return [pageSize, root];
    }),
  );
}
