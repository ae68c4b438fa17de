// YAML files, kinds of files, and the committed guides as a corpus.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tableKindsOf } from "../src/model/table-kind.ts";
import type { Document, TableKindDocument } from "../src/model/document.ts";
import { documentKind, parse, parseYamlFile } from "../src/parse/index.ts";
import { applyFixes, parseText, show } from "./helpers/parsing.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["items/a.md", "item"],
  ["items/d1/deep/a.md", "item"],
  ["domains/d1.md", "domain"],
  ["domains/more/d1.md", null],
  ["glossary.md", "glossary"],
  ["guide.md", "guide"],
  ["exam.yaml", "exam"],
  ["tables/service.yaml", "table-kind"],
  ["tables/service.yml", null],
  ["identity.lock.json", "ledger"],
  ["media/deep/a.png", "media"],
  ["terms.yaml", "terms"],
  ["words.txt", "word-list"],
  ["README.md", "maintenance"],
  ["REVIEW.md", "maintenance"],
  ["NOTES.md", null],
  ["items/README.txt", null],
])("%s is %s", (path, kind) => expect(documentKind(path)).toBe(kind));

test("a path without a place in the layout is no document", () => {
  expect(() =>
    parse({ path: "content/x/README.md", bytes: bytes("") }, { guideFolder: "content/x", tableKinds: [] }),
  ).toThrow(TypeError);
});

test("a table kind keeps the places of its keys and values", () => {
  const kind = parseText(
    "table-kind",
    "tables/k.yaml",
    "title: T\r\ndescription: D\r\ncolumns:\r\n  - name: A\r\n  - {name: B, enum: [x, y]}\r\nprompt: '{A}'\r\n",
  );
  expect(kind.diagnostics).toEqual([]);
  expect(kind).toMatchObject({ id: "k", tableKind: { columns: [{ name: "A" }, { name: "B", enum: ["x", "y"] }] } });
  expect(kind.places.values["/columns/1/enum/1"]).toEqual({
    start: { line: 5, column: 25 },
    end: { line: 5, column: 26 },
  });
  expect(kind.places.keys["/prompt"]).toEqual({ start: { line: 6, column: 1 }, end: { line: 6, column: 7 } });
});

test.each([
  ["a: [1, 2\nb: 3\n", "yaml-syntax 2:1 Unexpected YAML"],
  ["outputs: [pdf]\noutputs: [anki]\n", "yaml-syntax 2:1 Unexpected repeated key"],
  ["outputs: !!seq [pdf]\n", "yaml-syntax 1:10 Unexpected tag `!!seq`"],
  ["outputs: &a [pdf]\n", "yaml-syntax 1:10 Unexpected anchor"],
  ["%YAML 1.1\n---\noutputs: [pdf]\n", "yaml-syntax 1:1 Unexpected directive"],
  ["outputs: [pdf]\n---\noutputs: [pdf]\n", "yaml-syntax"],
  ["? {a: b}\n: c\n", "yaml-syntax 1:3 Unexpected key"],
  [`rules: ${"{a: ".repeat(40)}1${"}".repeat(40)}\n`, "nesting-depth 1:"],
  ["ouputs: [pdf]\n", "schema-key-unknown 1:1 Unexpected key `ouputs`, did you mean `outputs`?"],
])("config %j is at fault", (text, shown) => {
  const { value, diagnostics } = parseYamlFile({ path: "certpress.config.yaml", bytes: bytes(text) }, "config");
  expect(value).toBeNull();
  expect(diagnostics.map(show)[0]).toContain(shown);
});

test("an empty config is a config, and `__proto__` is only a key", () => {
  expect(parseYamlFile({ path: "c.yaml", bytes: bytes("# nothing\n") }, "config")).toMatchObject({
    value: {},
    diagnostics: [],
  });
  expect(
    parseYamlFile({ path: "c.yaml", bytes: bytes("__proto__: {x: 1}\n") }, "config").diagnostics.map(show),
  ).toEqual([expect.stringContaining("schema-key-unknown 1:1")]);
});

const folder = "content/mla-c01";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

test("the committed guide is read whole, and all that is found in it is published", () => {
  const read = (path: string, tableKinds: ReturnType<typeof tableKindsOf>): Document =>
    parse({ path: `${folder}/${path}`, bytes: readFileSync(join(folder, path)) }, { guideFolder: folder, tableKinds });
  const kinds = files
    .filter((path) => documentKind(path) === "table-kind")
    .map((path) => read(path, []) as TableKindDocument);
  const documents = files
    .filter((path) => path.endsWith(".md") && !["maintenance", null].includes(documentKind(path)))
    .map((path) => read(path, tableKindsOf(kinds)));
  for (const document of documents) {
    expect(document.diagnostics.filter(({ severity }) => severity === "error").map(show), document.path).toEqual([]);
    if (document.kind === "item") expect(document.body, document.path).not.toBeNull();
    if (document.kind !== "domain") continue;
    const parts = document.sections.flatMap((section) => [section, ...section.topics]);
    const tables = parts.flatMap((part) => part.tables);
    expect({
      facts: parts.flatMap((part) => ("facts" in part ? part.facts : [])).length,
      tables: tables.length,
      rows: tables.flatMap(({ rows }) => rows).length,
    }).toEqual({
      facts: document.found.facts,
      tables: document.found.tables,
      rows: document.found.rows,
    });
  }
});

const itemWith = (lines: string): string =>
  `---\ntype: multiple-choice\n${lines}\ndifficulty: easy\ncognitive: recall\nverified: 2026-11-23\n---\n\nWhich?\n\n- [x] a\n- [ ] b\n- [ ] c\n\n## Explanation\n\nBecause.\n`;

describe("a slip in front matter is told in the words of an author", () => {
  const slips: [lines: string, shown: string, mended?: string][] = [
    [
      'task:"3.1"\ntopic: s3',
      'yaml-syntax 3:1 Unexpected `task:"3.1"`, expected a space after the colon',
      'task: "3.1"\ntopic: s3',
    ],
    [
      "topic: s3\ntask:3.1",
      "yaml-syntax 4:1 Unexpected `task:3.1`, expected a space after the colon",
      "topic: s3\ntask: 3.1",
    ],
    [
      'task = "3.1"\ntopic: s3',
      'yaml-syntax 3:1 Unexpected `task = "3.1"`, expected `task: "3.1"`',
      'task: "3.1"\ntopic: s3',
    ],
    ["task\ntopic: s3", "yaml-syntax 3:1 Unexpected `task` without a colon, expected `key: value`"],
    [
      'task: "3.1\ntopic: s3',
      'yaml-syntax 3:7 Unexpected `"3.1` without a second ", expected `"3.1"`',
      'task: "3.1"\ntopic: s3',
    ],
    [
      "task: '3.1\ntopic: s3",
      "yaml-syntax 3:7 Unexpected `'3.1` without a second ', expected `'3.1'`",
      "task: '3.1'\ntopic: s3",
    ],
    [
      '  task: "3.1"\ntopic: s3',
      'yaml-syntax 3:3 Unexpected indentation of `task: "3.1"`, expected the column of the key above it',
    ],
    [
      'task: "3.1"\n  topic: s3',
      "yaml-syntax 4:3 Unexpected indentation of `topic: s3`, expected the column of the key above it",
    ],
    [
      'task: "3.1"\ntopic: a: b',
      "yaml-syntax 4:1 Unexpected second colon in `topic: a: b`, expected quotation marks around the value",
    ],
    ['\ttask: "3.1"\ntopic: s3', "yaml-syntax 3:1 Unexpected tab as indentation, expected spaces"],
    [
      'task: "3.1"\ntopic: s3\nlint:\n  ignore: [stem-negative]',
      "schema-type 6:12 Unexpected `stem-negative`, expected a mapping of keys to values: `rule: …` and `reason: …`",
    ],
  ];

  test.each(slips)("%j", (lines, shown, mended) => {
    for (const end of ["\n", "\r\n"]) {
      const text = itemWith(lines).replaceAll("\n", end);
      const { diagnostics } = parseText("item", "items/a.md", text);
      expect(diagnostics.map((each) => show(each))).toEqual([shown]);
      if (mended === undefined) expect(diagnostics[0]?.fix).toBeUndefined();
      else expect(applyFixes(text, diagnostics)).toBe(itemWith(mended).replaceAll("\n", end));
    }
  });

  test("a value in other case or with other joints is mended", () => {
    const text = itemWith('task: "3.1"\ntopic: s3')
      .replace("multiple-choice", "Multiple_Choice")
      .replace("easy", "'Easy'");
    const { diagnostics } = parseText("item", "items/a.md", text);
    expect(diagnostics.map(({ ruleId, fix }) => [ruleId, fix?.safe])).toEqual([
      ["schema-value", true],
      ["schema-value", true],
    ]);
    expect(applyFixes(text, diagnostics)).toBe(itemWith('task: "3.1"\ntopic: s3').replace("easy", "'easy'"));
  });
});

test("a heading without its blank or its last letter is mended", () => {
  const text = itemWith('task: "3.1"\ntopic: s3').replace("## Explanation", "##Explanation");
  const found = parseText("item", "items/a.md", text).diagnostics;
  expect(found.map(({ ruleId }) => ruleId)).toContain("markdown-block-lookalike");
  expect(applyFixes(text, found)).toBe(itemWith('task: "3.1"\ntopic: s3'));
  const references = `${itemWith('task: "3.1"\ntopic: s3')}\n## Reference\n\n- [Page](https://example.org/)\n`;
  const near = parseText("item", "items/a.md", references).diagnostics;
  expect(near.map((each) => show(each))).toEqual([
    "item-section-malformed 20:1 Unexpected heading `## Reference`, expected `## References`",
  ]);
  expect(applyFixes(references, near)).toBe(references.replace("## Reference", "## References"));
});

test("what follows a reference is quoted whole", () => {
  const text = `${itemWith('task: "3.1"\ntopic: s3')}\n## References\n\n- [Page](https://example.org/) - official page\n`;
  expect(parseText("item", "items/a.md", text).diagnostics.map((each) => show(each))).toEqual([
    "item-reference-malformed 22:31 Unexpected `- official page` after the link, expected `- [Title](https://…)` alone",
  ]);
});
