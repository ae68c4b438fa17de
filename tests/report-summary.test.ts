// The step summary, read back by a GFM parser: whatever content holds, it is text or code there and nothing else.
import fc from "fast-check";
import type { Nodes, Root, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { printable } from "../src/report/printable.ts";
import type { ChangedNumber } from "../src/what-changed.ts";
import { stepSummary } from "../src/report/summary.ts";
import { contextWith, diagnostic, hostilePath, hostileText } from "./helpers/reporting.ts";

function read(diagnostics: readonly Diagnostic[], changes?: readonly ChangedNumber[]): Root {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(stepSummary(diagnostics, contextWith({}, "books/"), changes));
}

function rowsOf(root: Root): string[][] {
  const tables = root.children.filter((node): node is Table => node.type === "table");
  const table = tables.at(-1);
  return (table?.children ?? []).slice(1).map(({ children }) => children.map((cell) => toString(cell)));
}

/** The nodes of a type, at any depth. */
function nodesOf<T extends Nodes["type"]>(root: Root, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = [];
  visit(root, type, (node) => void found.push(node as Extract<Nodes, { type: T }>));
  return found;
}

/** Backticks of quoted text become code, and a backslash before a pipe is doubled, so these are not compared. */
const essence = (text: string): string => text.replaceAll(/[`\\\s]/gu, "");

/** Text, outside of code, that the host would link: mentions, issues, commits, addresses, emoji. */
const linked = /[@#]|:\w+:|:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b/iu;

function expectHarmless(root: Root): void {
  const types = new Set<string>();
  visit(root, (node) => void types.add(node.type));
  const harmless = new Set([
    "root",
    "heading",
    "paragraph",
    "strong",
    "text",
    "inlineCode",
    "table",
    "tableRow",
    "tableCell",
  ]);
  expect([...types].filter((type) => !harmless.has(type))).toEqual([]);
  for (const { value } of nodesOf(root, "text")) expect(value).not.toMatch(linked);
}

describe("the step summary", () => {
  it("counts, and lists errors first with place, message and rule", () => {
    const root = read([
      diagnostic({ severity: "warning", message: "Unexpected `x`, expected `y` or (`z`)" }),
      diagnostic({ path: "content/g/b.md" }),
    ]);
    expect(rowsOf(root)).toEqual([
      ["error", "books/content/g/b.md:2:5", "Unexpected empty choice, expected text", "choice-empty"],
      ["warning", "books/content/g/items/a.md:2:5", "Unexpected x, expected y or (z)", "choice-empty"],
    ]);
    expect(root.children.map((node) => toString(node))).toContain("1 error, 1 warning, 0 info");
    expect(nodesOf(root, "inlineCode").map(({ value }) => value)).toEqual(expect.arrayContaining(["x", "y", "z"]));
    expectHarmless(root);
  });

  it("makes code of what could act in a message, and of nothing else", () => {
    const message = "Unexpected `- [ ] A`, expected [x] or a/b, not `c`/d@e: see `f` or `` g`h ``";
    const root = read([diagnostic({ message })]);
    expectHarmless(root);
    expect(stepSummary([diagnostic({ message })], contextWith())).toContain(
      "| Unexpected `- [ ] A`, expected `[x]` or `a/b,` not `` `c`/d@e: `` see `f` or ``g`h`` |",
    );
  });

  it("says so where there are none", () => {
    expect(stepSummary([], contextWith())).toBe("## certpress\n\nNo findings.\n");
  });

  it("keeps messages and paths, and lets nothing in them be mark-up", () => {
    fc.assert(
      fc.property(hostilePath, hostileText, (path, text) => {
        const message = `Unexpected ${text}`;
        const root = read([diagnostic({ path, message })]);
        expectHarmless(root);
        const rows = rowsOf(root).map((row) => row.map(essence));
        expect(rows).toEqual([
          ["error", essence(printable(`books/${path}:2:5`)), essence(printable(message)), "choice-empty"],
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "![x](https://x.org/y.png)",
    "Ask @someone about #12 and GH-3",
    "<img src=x onerror=alert(1)>",
    "see www.example.org or a@example.org",
    "of commit deadbeefcafe",
    "a | b \\| c \\\\| d",
    "`a` | `b` and ``c ` d``",
    ":tada: a:b",
  ])("shows `%s` as it is", (message) => {
    const root = read([diagnostic({ message })]);
    expectHarmless(root);
    expect(essence(rowsOf(root)[0]?.[2] ?? "")).toBe(essence(message));
  });

  it("shows what changed, as harmlessly", () => {
    const changes: ChangedNumber[] = [
      { label: "Domain D1", before: "10", after: "12", target: "14 (28 %)" },
      { label: "Task <b>|@x", before: "", after: "1" },
    ];
    const root = read([], changes);
    expect(rowsOf(root)).toEqual([
      ["Domain D1", "10", "12", "14 (28 %)"],
      ["Task <b>|@x", "", "1", ""],
    ]);
    expectHarmless(root);
  });

  it("stays below what the host takes and counts the rest", () => {
    const many = Array.from({ length: 9000 }, () => diagnostic({ message: `Unexpected ${"é".repeat(60)}` }));
    const text = stepSummary([...many, ...many], contextWith());
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    const shown = text.split("\n").filter((line) => line.startsWith("| error |")).length;
    expect(shown).toBeGreaterThan(1000);
    expect(text).toContain(`\n${18_000 - shown} more: run the command at a terminal`);
  });
});
