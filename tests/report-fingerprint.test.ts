// A finding is the same one when lines shift, when its item moves and when others come and go.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { fingerprints } from "../src/report/fingerprint.ts";
import { contextWith, diagnostic, itemPath, onLine } from "./helpers/reporting.ts";

/** An item's lines, each with a finding on its first three characters. */
const itemLines = fc.array(fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom("a", "b", "`", "é", "𝔸") }), {
  minLength: 1,
  maxLength: 8,
});

function findingsOn(lines: readonly string[], first = 1, changes: Partial<Diagnostic> = {}): Diagnostic[] {
  return lines.map((_, i) => diagnostic({ position: onLine(first + i, 1, 4), ...changes }));
}

const marksOf = (diagnostics: readonly Diagnostic[], sources: Record<string, string>): string[] =>
  fingerprints(diagnostics, contextWith(sources));

describe("fingerprints", () => {
  it("are all different, also of equal findings", () => {
    fc.assert(
      fc.property(itemLines, fc.integer({ min: 1, max: 3 }), (lines, times) => {
        const found = Array.from({ length: times }, () => findingsOn(lines)).flat();
        const marks = marksOf(found, { [itemPath]: lines.join("\n") });
        expect(new Set(marks).size).toBe(found.length);
      }),
    );
  });

  it("survive lines above, other line ends, other messages and other findings", () => {
    fc.assert(
      fc.property(itemLines, itemLines, (lines, above) => {
        const before = marksOf(findingsOn(lines), { [itemPath]: lines.join("\n") });
        const other = "content/g/items/b.md";
        const after = marksOf(
          [
            ...findingsOn(above, 1, { path: other, itemId: "b" }),
            ...findingsOn(above, 1, { ruleId: "choice-count" }),
            ...findingsOn(lines, above.length + 1, {
              message: "Unexpected other words, expected these",
              severity: "info",
            }),
          ],
          { [itemPath]: [...above, ...lines].join("\r\n"), [other]: above.join("\n") },
        );
        expect(after.slice(-lines.length)).toEqual(before);
      }),
    );
  });

  it("belong to an item wherever it lies in its guide, and to no other guide's", () => {
    const at = (path: string): string | undefined => marksOf([diagnostic({ path })], { [path]: "x\nabcdefghij" })[0];
    expect(at("content/g/items/d1/a.md")).toBe(at(itemPath));
    expect(at("content/h/items/a.md")).not.toBe(at(itemPath));
  });

  it("of a file's findings depend on its path, of all on rule and text", () => {
    const file = (path: string): string | undefined => {
      const { itemId: _, ...finding } = diagnostic({ path });
      return marksOf([finding], { [path]: "x\nabcdefghij" })[0];
    };
    expect(file("content/g/guide.md")).not.toBe(file("content/g/glossary.md"));
    const [one] = marksOf([diagnostic()], { [itemPath]: "x\nabcdefghij" });
    expect(marksOf([diagnostic()], { [itemPath]: "x\nabcdXfghij" })[0]).not.toBe(one);
    expect(marksOf([diagnostic({ ruleId: "choice-count" })], { [itemPath]: "x\nabcdefghij" })[0]).not.toBe(one);
  });

  it("take the text of a place that spans lines whole", () => {
    const position = { start: { line: 1, column: 3 }, end: { line: 3, column: 2 } };
    const of = (source: string): string[] => marksOf([diagnostic({ position })], { [itemPath]: source });
    expect(of("abcd\nmiddle\nxyz")).toEqual(of("  cd\nmiddle\nx--"));
    expect(of("abcd\nmiddle\nxyz")).not.toEqual(of("abcd\nMiddle\nxyz"));
  });

  it("fall back on the message where the source was not read", () => {
    const [first, second] = ["x", "y"].map((message) => marksOf([diagnostic({ message })], {})[0]);
    expect(first).not.toBe(second);
  });
});
