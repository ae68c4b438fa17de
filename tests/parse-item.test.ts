// items/<id>.md → ItemDocument: parts, ids and exact places.
import { expect, test } from "vitest";
import { applyFixes, itemBodyOf, itemOf, parseText, show } from "./helpers/parsing.ts";

const at = (start: [number, number], end: [number, number]) => ({
  start: { line: start[0], column: start[1] },
  end: { line: end[0], column: end[1] },
});

test("an item has front matter, stem, choices, explanation and references", () => {
  const item = parseText(
    "item",
    "items/d1/store-choice.md",
    itemOf(
      "- [ ] One *two*\n  > Why not.\n- [x] Three\n  > Why.\n\n  > More.\n- [ ]\n  ```py\n  x = 1\n  ```\n  > No.",
    ),
  );
  expect(item.diagnostics).toEqual([]);
  expect(item).toMatchObject({
    kind: "item",
    id: "store-choice",
    found: { items: 1, facts: 0 },
    frontMatter: { type: "multiple-choice", task: "1.2", verified: "2026-11-23" },
  });
  expect(item.body).toMatchObject({
    stem: { text: "Which?" },
    explanation: { text: "Because." },
    references: [{ title: "Page", url: "https://example.org/", position: at([29, 3], [29, 31]) }],
    referencesPosition: at([27, 1], [27, 14]),
    answer: {
      choices: [
        // printf 'One two' | sha256sum
        {
          id: "b244e9e9",
          key: false,
          content: { text: "One two" },
          rationale: { text: "Why not." },
          position: at([11, 1], [12, 13]),
        },
        { key: true, content: { text: "Three" }, rationale: { text: "Why. More." }, position: at([13, 1], [16, 10]) },
        { key: false, content: { text: "x = 1" }, rationale: { text: "No." } },
      ],
    },
  });
});

test("content keeps the places of the file, and loses comments, definitions and references to them", () => {
  const body =
    "Which <!-- a --> [store][s]?<!-- b -->\n\n[s]: https://example.org/s\n\n- [x] ![a][i] <!-- c -->\n- [ ] b\n- [ ] c\n\n[i]: ../media/i.png\n\n## Explanation\n\nB.\n";
  const item = parseText("item", "items/a.md", itemBodyOf(body));
  expect(item.diagnostics).toEqual([]);
  expect(item.body?.stem.nodes).toMatchObject([
    {
      type: "paragraph",
      position: { start: { line: 9, column: 1 } },
      children: [
        { type: "text", value: "Which" },
        { type: "text", value: " " },
        { type: "link", url: "https://example.org/s", position: { start: { line: 9, column: 18 } } },
        { type: "text", value: "?" },
      ],
    },
  ]);
  expect(JSON.stringify(item.body)).not.toMatch(/definition|Reference"|"html"/);
  expect(item.images).toEqual([{ url: "../media/i.png", alt: "a", position: at([13, 7], [13, 14]) }]);
  expect(item.body?.referencesPosition).toBeNull();
});

test("alerts become alert nodes without their marker line", () => {
  const item = parseText(
    "item",
    "items/a.md",
    itemBodyOf("> [!Tip]  \n> **Mind** it\n>\n> twice\n\nQ?\n\n- [x] a\n- [ ] b\n- [ ] c\n\n## Explanation\n\nB.\n"),
  );
  expect(item.diagnostics).toEqual([]);
  expect(item.body?.stem.text).toBe("Mind it twice Q?");
  expect(item.body?.stem.nodes[0]).toMatchObject({
    type: "alert",
    kind: "tip",
    children: [
      { type: "paragraph", children: [{ type: "strong" }, { type: "text", value: " it" }] },
      { type: "paragraph" },
    ],
  });
});

test("ordering keeps used and unused steps, matching keeps pairs and unused matches", () => {
  const ordering = parseText(
    "item",
    "items/a.md",
    itemOf("1. a\n   > Why.\n2. b\n3. c\n\n- u\n  > Never.", "ordering"),
  );
  expect(ordering.body?.answer).toMatchObject({
    steps: [{ key: true, content: { text: "a" }, rationale: { text: "Why." } }, {}, {}],
    unused: [{ key: false, content: { text: "u" } }],
  });
  const matching = parseText(
    "item",
    "items/a.md",
    itemOf("| P | M |\n|---|---|\n| a | $$x\\|y$$ |\n| b | 2 |\n| c | 2 |\n| | 4 |", "matching"),
  );
  const answer = matching.body?.answer;
  if (answer?.type !== "matching") throw new Error("no matching");
  expect(answer.matches.map(({ content }) => content.text)).toEqual(["x|y", "2", "4"]);
  expect(answer.prompts.map(({ match }) => answer.matches.findIndex(({ id }) => id === match))).toEqual([0, 1, 1]);
});

test.each([
  ["rich text", "| **P** `a\\|b` | $$x\\|y$$ |", [["strong", "text", "inlineCode"], "P a|b"], [["inlineMath"], "x|y"]],
  ["comments, which are not shown", "| <!-- p --> | M <!-- m --> |", [[], ""], [["text"], "M"]],
  ["nothing, and blanks that show nothing", "| | &nbsp; |", [[], ""], [[], ""]],
])("the headings of a matching table are kept: %s", (_, header, ...expected) => {
  const table = `${header}\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |`;
  const { diagnostics, body } = parseText("item", "items/a.md", itemOf(table, "matching"));
  expect(diagnostics.map(show)).toEqual([]);
  if (body?.answer.type !== "matching") throw new Error("no matching");
  const { prompt, match } = body.answer.headings;
  expect([prompt, match].map(({ nodes, text }) => [nodes.map(({ type }) => type), text])).toEqual(expected);
});

test("front matter faults stand at their key, and numbers are quoted by a fix", () => {
  const source = itemOf("- [x] a\n- [ ] b\n- [ ] c").replace('"1.2"', "1.10");
  const item = parseText("item", "items/a.md", source);
  expect(item.diagnostics.map(show)).toEqual([
    expect.stringContaining('schema-type 3:7 Unexpected number 1.1, expected text: `"1.10"`'),
  ]);
  expect(item.frontMatter).toBeNull();
  expect(item.body).not.toBeNull();
  expect(item.diagnostics[0]?.itemId).toBe("a");
  expect(parseText("item", "items/a.md", applyFixes(source, item.diagnostics)).frontMatter?.task).toBe("1.10");
});

test.each([
  ["no front matter", "Which?\n\n- [ ] a\n", "front-matter-missing 1:1 Unexpected `Which?`, expected `---` on line 1"],
  ["open front matter", "---\ntype: ordering\n\n<b>\n", "front-matter-missing 1:1 Unexpected open front matter"],
  ["tag", "---\ntype: !x ordering\n---\n", "yaml-syntax 2:7 Unexpected tag `!x`"],
  ["alias", "---\ntype: &a ordering\ntask: *a\n---\n", "yaml-syntax 2:7 Unexpected anchor `&a`"],
  ["repeated key", "---\ntype: ordering\ntype: matching\n---\n", "yaml-syntax 3:1 Unexpected repeated key"],
  ["deep YAML", `---\ntype: ${"[".repeat(40)}${"]".repeat(40)}\n---\n`, "nesting-depth 2:38 Unexpected nesting"],
  ["deep quotes", `---\ntype: ordering\n---\n${"> ".repeat(33)}a\n`, "nesting-depth 4:1 Unexpected nesting"],
  [
    "many delimiters",
    `---\ntype: ordering\n---\n${"*a ".repeat(501)}\n`,
    "emphasis-count 4:1 Unexpected 501 delimiters",
  ],
  [
    "long word",
    `---\ntype: ordering\n---\n${"a.".repeat(1001)}\n`,
    "word-length 4:1 Unexpected word of 2002 characters",
  ],
  ["long run of lines", `---\ntype: ordering\n---\n\n${"a\n".repeat(301)}`, "run-length 305:1 Unexpected line 301"],
  ["NUL", "---\n\0", "file-encoding 2:1 Unexpected NUL character"],
  ["large", "a".repeat(64 * 1024 + 1), "file-size 1:1 Unexpected 65537 bytes, expected at most 65536"],
])("%s is reported first of all", (_, source, shown) => {
  const item = parseText("item", "items/a.md", source);
  expect(item.diagnostics.map(show)[0]).toContain(shown);
  expect(item).toMatchObject({ frontMatter: null, found: { items: 1 } });
});

test("bytes that are not UTF-8 are reported at the first", () => {
  const item = parseText("item", "items/a.md", Uint8Array.of(0x2d, 0x0a, 0xc3, 0xa9, 0xff, 0x0a));
  expect(item.diagnostics.map(show)).toEqual(["file-encoding 2:2 Unexpected byte 0xFF, expected UTF-8 text"]);
});

test.each(["http:/x", "https://", "http://", "https:example.org"])("%s is no address", (url) => {
  const item = parseText(
    "item",
    "items/a.md",
    itemBodyOf(`[a](${url})\n\n- [x] a\n- [ ] b\n- [ ] c\n\n## Explanation\n\nB.\n`),
  );
  expect(item.diagnostics.map(show)).toContainEqual(expect.stringContaining("link-scheme 9:1 Unexpected address"));
});

test("links with an unsafe scheme are errors, those without one are targets in the guide", () => {
  const item = parseText(
    "item",
    "items/a.md",
    itemBodyOf(
      "[a](javascript:x) [b](../domains/d.md#t) [c](#u) [d](mailto:a@b.co) [e](//x.y) www.a.com\n\n- [x] a\n- [ ] b\n- [ ] c\n\n## Explanation\n\nB.\n",
    ),
  );
  expect(item.diagnostics.map(show)).toEqual([
    expect.stringContaining("link-scheme 9:1 Unexpected link to `javascript:`"),
    expect.stringContaining("link-scheme 9:69"),
  ]);
  expect(item.links).toEqual([
    { url: "../domains/d.md#t", position: at([9, 19], [9, 41]) },
    { url: "#u", position: at([9, 42], [9, 49]) },
  ]);
});

test("many comments in one block are still one comment", () => {
  const item = parseText(
    "item",
    "items/a.md",
    itemBodyOf(`Q?\n\n${"<!-- c --> ".repeat(40)}x\n\n- [x] a\n- [ ] b\n- [ ] c\n\n## Explanation\n\nB.\n`),
  );
  expect(item.diagnostics.map(show)).toEqual([expect.stringContaining("html-raw 11:1")]);
});
