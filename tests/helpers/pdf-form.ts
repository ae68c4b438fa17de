// A small form made by hand, so that the publisher's tests depend on no other stage.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import type { Blockquote, Paragraph, RootContent, Table as TableNode } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parse as parseYaml } from "yaml";
import type { Position } from "../../src/diagnostic.ts";
import type { Bank, Domain, Item } from "../../src/model/bank.ts";
import type { AlertKind, Content } from "../../src/model/content.ts";
import type { Answer, Choice, Fact, Table, Topic } from "../../src/model/document.ts";
import type { Form, FormAnswer, Labelled } from "../../src/model/form.ts";
import type { Words } from "../../src/model/types.gen.ts";
import { fontFiles } from "../../src/publish/pdf/fonts.ts";
import type { Publication } from "../../src/publish/publisher.ts";
import { createSourceText } from "../../src/source-text.ts";
import { findTypesetter } from "../../src/typeset/index.ts";

const require = createRequire(import.meta.url);
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath, { singleDollarTextMath: false });

/** Markdown as content: alerts and typed tables replaced as parse does it. */
export function content(markdown: string): Content {
  const root = processor.parse(markdown);
  const nodes: RootContent[] = [];
  for (const node of root.children) {
    const before = nodes.at(-1);
    if (node.type === "table" && before?.type === "paragraph" && toString(before).endsWith(":")) {
      nodes.splice(-1, 1, typed(node, before));
    } else if (node.type === "table") nodes.push(node);
    else nodes.push(node.type === "blockquote" ? alertOf(node) : node);
  }
  return { nodes, text: toString(root) };
}

function typed(table: TableNode, { children }: Paragraph): RootContent {
  const last = children.at(-1);
  const caption =
    last?.type === "text" ? [...children.slice(0, -1), { ...last, value: last.value.replace(/:$/u, "") }] : children;
  return { type: "typedTable", kind: "service", caption, table };
}

function alertOf(quote: Blockquote): RootContent {
  const [first, ...rest] = quote.children;
  const kind = /^\[!(\w+)\]\n/u.exec(toString(first))?.[1]?.toLowerCase();
  if (kind === undefined || first?.type !== "paragraph") return quote;
  const [text, ...others] = first.children;
  if (text?.type !== "text") return quote;
  const body = { ...text, value: text.value.replace(/^\[!\w+\]\n/u, "") };
  // The kind is one of five in these tests.
  return { type: "alert", kind: kind as AlertKind, children: [{ ...first, children: [body, ...others] }, ...rest] };
}

/** Content of one line, as cells and leads have it. */
const inline = (text: string): Content => {
  const { nodes } = content(text);
  return { nodes: nodes[0]?.type === "paragraph" ? nodes[0].children : [], text };
};

export const at = (line: number, column: number): Position => ({
  start: { line, column },
  end: { line, column: column + 1 },
});

/** A topic whose facts and tables are those of its body. */
export function topic(id: string, title: string, body: string, own: Partial<Topic> = {}): Topic {
  const parsed = content(body);
  const facts: Fact[] = [];
  const tables: Table[] = [];
  const path = own.path ?? "content/demo/domains/d1.md";
  for (const node of parsed.nodes) {
    if (node.type === "typedTable") {
      const [header, ...rows] = node.table.children;
      const columns = header?.children.map((cell) => toString(cell)) ?? [];
      const rowOf = (row: (typeof rows)[number]) => ({
        position: at(1, 1),
        cells: row.children.map((cell, index) => ({
          column: columns[index] ?? "",
          content: { nodes: cell.children, text: toString(cell) },
          position: at(1, 1),
        })),
      });
      tables.push({ kind: node.kind, title: "", columns, rows: rows.map(rowOf), path, position: at(1, 1) });
    }
    if (node.type !== "list" || node.ordered === true) continue;
    for (const item of node.children) {
      const lead = item.children[0]?.type === "paragraph" ? item.children[0].children[0] : undefined;
      if (lead?.type !== "strong" || !item.position) continue;
      facts.push({
        id: toString(lead),
        lead: toString(lead),
        leadContent: inline(toString(lead)),
        body: inline("x"),
        path,
        position: item.position,
      });
    }
  }
  return { id, title, titleContent: content(title), path, position: at(1, 1), body: parsed, facts, tables, ...own };
}

const idOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** A choice of an item, or a step. */
export function choice(text: string, key: boolean, rationale: string | null = null): Choice {
  return {
    id: idOf(text),
    content: content(text),
    key,
    rationale: rationale === null ? null : content(rationale),
    position: at(1, 1),
  };
}

/** An item of the domain's first task and topic. */
export function item(id: string, domain: Domain, stem: string, answer: Answer, own: Partial<Item> = {}): Item {
  const [task] = domain.tasks;
  const first = domain.sections[0]?.topics[0];
  if (!task || !first) throw new Error("A domain of a test has a task and a topic");
  return {
    id,
    frontMatter: {
      type: answer.type,
      task: task.id,
      topic: first.id,
      difficulty: "easy",
      cognitive: "apply",
      verified: "2026-01-01",
    },
    domain,
    task,
    topic: first,
    stem: content(stem),
    answer,
    explanation: content("The explanation says **why**."),
    references: [{ title: "The manual", url: `https://example.org/${id}`, position: at(1, 1) }],
    referencesPosition: at(1, 1),
    path: `content/demo/items/${id}.md`,
    position: at(1, 1),
    places: { values: {}, keys: {} },
    ...own,
  };
}

const label = <T>(values: readonly T[], first = "A"): Labelled<T>[] =>
  values.map((value, index) => ({ label: String.fromCodePoint((first.codePointAt(0) ?? 65) + index), value }));

function labelled(answer: Answer): FormAnswer {
  switch (answer.type) {
    case "ordering": {
      const steps = label([...answer.unused, ...answer.steps]);
      const key = answer.steps.map((step) => steps.find(({ value }) => value === step)?.label ?? "");
      return { type: answer.type, steps, key };
    }
    case "matching": {
      const matches = label(answer.matches);
      const key = answer.prompts.map(({ match }) => matches.find(({ value }) => value.id === match)?.label ?? "");
      return { type: answer.type, headings: answer.headings, prompts: label(answer.prompts, "1"), matches, key };
    }
    default: {
      const choices = label(answer.choices);
      return { type: answer.type, choices, key: choices.filter(({ value }) => value.key).map((entry) => entry.label) };
    }
  }
}

/** The four types of item, for one domain. */
function fourItems(domain: Domain): Item[] {
  return [
    item(`${domain.id}-one`, domain, "Which store keeps `feature_group` values? Choose well.", {
      type: "multiple-choice",
      choices: [
        choice("Offline store", true, "It holds the history."),
        choice("Online store", false, "It holds the latest values only."),
        choice("No store", false, "Then nothing is kept."),
      ],
    }),
    item(`${domain.id}-two`, domain, "Which TWO metrics fit an imbalanced class?", {
      type: "multiple-response",
      choices: ["Recall", "Precision", "Accuracy", "Latency", "Cost"].map((text, index) =>
        choice(text, index < 2, `About ${text.toLowerCase()}.`),
      ),
    }),
    item(`${domain.id}-order`, domain, "Put the pipeline's steps in order.", {
      type: "ordering",
      steps: [choice("Ingest", true), choice("Train", true), choice("Deploy", true)],
      unused: [choice("Delete the bucket", false)],
    }),
    item(`${domain.id}-match`, domain, "Match each need with a service.", {
      type: "matching",
      headings: { prompt: inline("Need"), match: inline("Service *of choice*") },
      prompts: [
        { id: "p1", content: content("Low latency"), match: "m1", position: at(1, 1) },
        { id: "p2", content: content("Large payloads"), match: "m2", position: at(1, 1) },
        { id: "p3", content: content("Whole data sets"), match: "m3", position: at(1, 1) },
      ],
      matches: ["Real-time", "Asynchronous", "Batch", "Serverless"].map((text, index) => ({
        id: `m${index + 1}`,
        content: content(text),
        position: at(1, 1),
      })),
    }),
  ];
}

const factBody = `A topic opens with a paragraph, with \`code\` and a [link](https://example.org/).

- **First fact**: It is short.
- **Second fact**: It goes on for longer than a column of the card is wide, so that it takes a second line.
- **Third fact**: Math is $$x^2$$ in a line.
- **Fourth fact**: \`sagemaker.estimator.VeryLongIdentifierName\` must break.
- Prose, not a fact.

> [!TIP]
> Read the question twice.

> [!CAUTION]
> A pitfall stands beside the tip.

Services side by side:

| Service | Use case | Scale |
|---|---|---|
| S3 | Objects | Large |
| Glue | ETL without servers | Large |

See [the other topic](#second-topic).`;

/** The bank of the tests: two domains, three topics, eight items. */
export function smallBank(own: Partial<Bank> = {}): Bank {
  const domain = (id: string, title: string, weight: number, topics: Topic[]): Domain => ({
    id,
    title,
    weight,
    tasks: [{ id: `${id.slice(1)}.1`, title: "Ingest and store data" }],
    path: `content/demo/domains/${id.toLowerCase()}.md`,
    introduction: content("What the domain is about."),
    sections: [
      {
        title: "First section",
        titleContent: content("First section"),
        position: at(5, 1),
        lead: content("What the section is about."),
        body: content(""),
        tables: [],
        topics,
      },
    ],
  });
  const domains = [
    domain("D1", "Data Preparation", 60, [
      topic("first-topic", "First topic", factBody, { emoji: "🔭" }),
      topic(
        "second-topic",
        "Second topic",
        "Only prose.\n\n```py\nprint('x')\n\n    indented()\n```\n\n$$\ny = mx + b\n$$\n",
      ),
    ]),
    domain("D2", "Model Development", 40, [
      topic("third-topic", "Third topic", "> A quote.\n\n1. one\n2. two\n\n---\n\n#### Deeper\n\nText.", {
        path: "content/demo/domains/d2.md",
      }),
    ]),
  ];
  const blueprint = {
    version: "1.0",
    source: "https://example.org/outline",
    checked: "2026-01-01",
    domains: domains.map(({ id, title, weight, tasks }) => ({ id, title, weight, tasks })),
  };
  return {
    guide: "demo",
    examPlaces: {},
    exam: {
      code: "DEMO-1",
      title: "Demo Engineer – Associate & more",
      vendor: "Example Inc.",
      language: "en-GB",
      edition: "2026-01",
      blueprint,
      format: {
        scored: 50,
        unscored: 15,
        minutes: 130,
        passing: 720,
        scale: { min: 100, max: 1000 },
        types: ["multiple-choice", "ordering"],
      },
      license: "CC-BY-4.0",
      notices: [{ date: "2026-01-01", text: "Last offered on this day." }],
      feedback: "https://example.org/issues/{id}",
    },
    blueprint,
    title: "Demo",
    introduction: content(
      "Welcome.\n\n## Weights\n\n| Domain | Topic | Weight |\n|---|---|---:|\n| D1 | Data Preparation | 60% |\n| D2 | Model Development | 40% |",
    ),
    domains,
    glossary: {
      title: "Glossary",
      introduction: content("The words."),
      terms: ["Bias", "Drift"].map((lead) => ({
        id: lead.toLowerCase(),
        lead,
        leadContent: inline(lead),
        body: inline(`What ${lead.toLowerCase()} is.`),
        path: "content/demo/glossary.md",
        position: at(1, 1),
      })),
    },
    items: domains.flatMap(fourItems),
    terms: [],
    ledger: null,
    words: [],
    tableKinds: new Map(),
    media: new Map(),
    found: { items: 8, facts: 4, tables: 1, rows: 2, terms: 2 },
    ...own,
  };
}

/** The bank as a form, every choice where the author has it. */
function formOf(bank: Bank): Form {
  const items = bank.items.map((item, index) => ({ number: index + 1, item, answer: labelled(item.answer) }));
  return { bank, id: bank.guide, items };
}

const templates = new Map([["pdf/theme.json", readFileSync("templates/pdf/theme.json", "utf8")]]);
const fonts = new Map(fontFiles.map(({ name, file }) => [name, new Uint8Array(readFileSync(require.resolve(file)))]));

/** Everything that the publisher takes, with the packaged assets as they are; the files have no text. */
export function publicationOf(bank: Bank, own: Partial<Publication> = {}): Publication {
  return {
    form: formOf(bank),
    // Validated against its schema by the tests of the pipeline.
    words: parseYaml(readFileSync("templates/words/en.yaml", "utf8")) as Words,
    assets: { templates, fonts, openTypesetter: findTypesetter() },
    config: {},
    date: new Date("2026-01-02T03:04:05Z"),
    sourceOf: (path) => createSourceText(path, ""),
    ...own,
  };
}

/** Names of the template files that the publisher reads. */
export const templateFiles: readonly string[] = readdirSync("templates/pdf");
