// domains/*.md, glossary.md and guide.md → documents: ids, facts, typed tables, weights and exact places.
import { expect, test } from "vitest";
import { parseText, show, topicOf } from "./helpers/parsing.ts";

const start = (line: number, column: number) => ({ start: { line, column } });

const domain = (text: string) => parseText("domain", "domains/d1.md", text);

test("a table may have hundreds of rows", () => {
  const rows = Array.from({ length: 500 }, (_, row) => `| S${row} | a | b |`).join("\n");
  const document = domain(topicOf(`| Service | Use case | Scale |\n|---|---|---|\n${rows}`));
  expect(document.diagnostics).toEqual([]);
  expect(document.found).toMatchObject({ tables: 1, rows: 500 });
});

test("a domain has sections, topics, facts and typed tables", () => {
  const text = [
    "---",
    "domain: D1",
    "---",
    "# Data",
    "",
    "Intro.",
    "",
    "## First",
    "",
    "Lead.",
    "",
    "More.",
    "",
    "### 🗄️ Feature  Store & co — *v2*",
    "",
    "- **Online**: fast",
    "  and fresh",
    "- **Offline** : slow <!-- id: cold -->",
    "",
    "  kept",
    "",
    "Side by side:",
    "",
    "| Service | Use case | Scale |",
    "|---|---|---|",
    "| `S3` | a \\| b | |",
    "",
    "### Other",
    "<!-- id: pinned -->",
    "",
    "#### Detail",
    "",
    "| Service | Use case | Scale |",
    "|---|---|---|",
    "| EFS | c | d |",
    "",
  ].join("\n");
  const document = domain(text);
  expect(document.diagnostics).toEqual([]);
  expect(document.found).toEqual({ items: 0, facts: 2, tables: 2, rows: 2, terms: 0 });
  expect(document).toMatchObject({ title: "Data", introduction: { text: "Intro." }, frontMatter: { domain: "D1" } });
  const [section] = document.sections;
  expect(section).toMatchObject({
    title: "First",
    position: start(8, 1),
    lead: { text: "Lead." },
    body: { text: "More." },
    tables: [],
  });
  const [store, other] = section?.topics ?? [];
  expect(store).toMatchObject({
    id: "feature-store-co-v2",
    emoji: "🗄️",
    title: "Feature Store & co — v2",
    position: start(14, 1),
    facts: [
      { id: "online", lead: "Online", body: { text: "fast and fresh" }, position: start(16, 1) },
      { id: "cold", lead: "Offline", body: { text: "slow kept" }, position: start(18, 1) },
    ],
    tables: [
      { kind: "service", title: "Side by side", columns: ["Service", "Use case", "Scale"], position: start(24, 1) },
    ],
  });
  const [row] = store?.tables[0]?.rows ?? [];
  expect(row?.cells.map(({ content }) => content.text)).toEqual(["S3", "a | b", ""]);
  expect(row?.cells.map(({ position }) => position.start)).toEqual([
    { line: 26, column: 3 },
    { line: 26, column: 10 },
    { line: 26, column: 19 },
  ]);
  expect(store?.body.nodes.map(({ type }) => type)).toEqual(["list", "typedTable"]);
  expect(store?.body.nodes[1]).toMatchObject({ kind: "service", caption: [{ type: "text", value: "Side by side" }] });
  expect(other).toMatchObject({ id: "pinned", title: "Other", tables: [{ title: "Detail" }] });
  expect(document.anchors).toEqual(["data", "first", "️-feature--store--co--v2", "other", "detail"]);
});

test.each([
  ["text before the title", "Text.\n\n# T\n", "heading-order 4:1 Unexpected paragraph before the title"],
  ["second title", "# T\n\n# U\n", "heading-order 6:1 Unexpected second title"],
  ["topic without a section", "# T\n\n### A\n", "heading-order 6:1 Unexpected heading `###` outside of a section"],
  ["section without a lead", "# T\n\n## S\n\n### A\n", "section-lead-missing 6:1 Unexpected section without a lead"],
  ["list for a lead", "# T\n\n## S\n\n- a\n", "section-lead-missing 8:1 Unexpected list without a lead"],
  ["topic of emoji", "# T\n\n## S\n\nL.\n\n### 🗄️\n", "topic-id-missing 10:1 Unexpected heading without a letter"],
  ["deep heading", "# T\n\n## S\n\nL.\n\n### A\n\n##### B\n", "heading-order 12:1 Unexpected heading `#####`"],
  ["lost pin", "# T\n\n## S\n\nL.\n\n### A\n\nText.\n\n<!-- id: b -->\n", "pin-misplaced 14:1 Unexpected pin `b` here"],
  [
    "table before the sections",
    "# T\n\n| Service | Use case | Scale |\n|---|---|---|\n",
    "table-kind-unknown 6:1 Unexpected table before the first section",
  ],
  [
    "table in a list",
    "# T\n\n## S\n\nL.\n\n- a\n\n  | Service | Use case | Scale |\n  |---|---|---|\n",
    "table-kind-unknown 12:3 Unexpected table of the kind `service` inside a list",
  ],
])("%s is an error", (_, body, shown) => {
  const { diagnostics } = domain(`---\ndomain: D1\n---\n${body}`);
  expect(diagnostics.map(show)).toEqual([expect.stringContaining(shown)]);
});

test("faulty facts and tables are found, so that none is lost unseen", () => {
  const { found, diagnostics, sections } = domain(
    topicOf("- **A**:\n- *B*: c\n- **D** – e\n- **F**: g\n\n> - **H**: i\n\n| X | Y |\n|---|---|\n| a | b |"),
  );
  expect(found).toMatchObject({ facts: 5, tables: 1, rows: 1 });
  expect(sections[0]?.topics[0]?.facts.map(({ lead }) => lead)).toEqual(["F"]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(5);
});

test("a glossary has terms and nothing else behind its introduction", () => {
  const glossary = parseText(
    "glossary",
    "glossary.md",
    "# Terms\n\nAll:\n\n- **A b**: c\n- **D**: e\n- f\n\nText.\n\n- **d**: g\n",
  );
  expect(glossary).toMatchObject({
    title: "Terms",
    introduction: { text: "All:" },
    anchors: ["terms", "a-b", "d", "d"],
    found: { terms: 3 },
    terms: [{ id: "a-b", lead: "A b", body: { text: "c" } }, { id: "d" }, { id: "d" }],
  });
  expect(glossary.diagnostics.map(show)).toEqual([
    expect.stringContaining("fact-malformed 9:1 Unexpected paragraph among the terms"),
    expect.stringContaining("fact-malformed 7:1 Unexpected list entry among the terms"),
    expect.stringContaining("fact-duplicate 11:1 Unexpected second lead `d`"),
  ]);
});

test("a guide has the table of weights with exact digits", () => {
  const guide = parseText(
    "guide",
    "guide.md",
    "# G\n\nText.\n\n| Domain | Topic | Weight |\n|---|---|---:|\n| D1 | One | 33.30 % |\n| D2 | Two | 33,3 % |\n",
  );
  expect(guide.title).toBe("G");
  expect(guide.weightsPosition).toEqual({ start: { line: 5, column: 1 }, end: { line: 5, column: 28 } });
  expect(guide.weights).toMatchObject([
    {
      domain: "D1",
      title: "One",
      weight: "33.30",
      position: start(7, 1),
      cells: { domain: start(7, 3), title: start(7, 8), weight: start(7, 14) },
    },
    { domain: "D2", weight: null },
  ]);
  expect(guide.diagnostics.map(show)).toEqual([
    expect.stringContaining("domain-table-mismatch 8:14 Unexpected weight `33,3 %`"),
  ]);
});

test("a guide without the table of weights says so, and names a near one", () => {
  expect(parseText("guide", "guide.md", "# G\n").diagnostics.map(show)).toEqual([
    expect.stringContaining("domain-table-missing 1:1"),
  ]);
  const near = parseText(
    "guide",
    "guide.md",
    "# G\n\n| domain | Topic | weight |\n|---|---|---|\n| D1 | One | 100 % |\n",
  );
  expect(near.diagnostics[0]).toMatchObject({
    ruleId: "domain-table-missing",
    position: start(3, 1),
    fix: { safe: true },
  });
  expect(near.weights).toBeNull();
});
