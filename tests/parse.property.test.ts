// Laws of parse: whatever the bytes, no exception, places inside the file, fixes that mend, and line ends that do not matter.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Document } from "../src/model/document.ts";
import { parse } from "../src/parse/index.ts";
import { applyFixes, itemOf, serviceKind, show, topicOf } from "./helpers/parsing.ts";

const paths = ["items/a.md", "domains/d.md", "glossary.md", "guide.md", "exam.yaml", "tables/t.yaml"];
const context = { guideFolder: "content/x", tableKinds: [serviceKind] };
const read = (path: string, bytes: Uint8Array): Document => parse({ path: `content/x/${path}`, bytes }, context);
const readText = (path: string, text: string): Document => read(path, new TextEncoder().encode(text));

const valid: [string, string][] = [
  ["items/a.md", itemOf("- [x] a\n  > Why.\n- [ ] b\n  > Why.\n- [ ] c\n\n  ```py\n  x\n  ```\n  > Why.")],
  ["items/a.md", itemOf("1. a\n   > Why.\n2. b\n3. c\n\n- u", "ordering")],
  ["items/a.md", itemOf("| P | M |\n|---|---|\n| a | $$1$$ |\n| b | 2 |\n| c | 1 |\n| | 4 |", "matching")],
  [
    "domains/d.md",
    topicOf(
      "- **A**: b\n- **B**: c <!-- id: b2 -->\n  - d\n\nCaption:\n\n| Service | Use case | Scale |\n|---|---|---|\n| a | b | |\n\n> [!TIP]\n> T.",
    ),
  ],
  ["glossary.md", "# Terms\n\nAll of them.\n\n- **A**: b\n- **B**: c\n"],
  ["guide.md", "# Guide\n\nText.\n\n| Domain | Topic | Weight |\n|---|---|---|\n| D1 | A | 33.3 % |\n"],
  ["tables/t.yaml", "title: T\ndescription: D\ncolumns:\n  - name: A\n  - name: B\nprompt: '{A}'\n"],
];

// What mistakes are made of.
const scraps = [
  "\n",
  "\n\n",
  "  ",
  "\t",
  "> ",
  "- ",
  "- [ ] ",
  "- [x]",
  "[x] ",
  "1. ",
  "## ",
  "# Explanation\n",
  "```\n",
  "$$",
  "$x^2$",
  "<!-- ",
  "-->",
  "<b>",
  "s3://<x>",
  "|",
  "|---|\n",
  "**A**: ",
  "[!TIP]\n",
  "---\n",
  "\u00A0",
  "\uFEFF",
  "\0",
  "&amp;",
  "\\",
  "[^1]",
  "[a]: b\n",
  "`",
  "*",
  "é",
  "😀",
  ": ",
  "!t ",
  "*a",
  "{",
  "\r",
];
const mutated = fc
  .tuple(
    fc.constantFrom(...valid),
    fc.array(fc.tuple(fc.nat(1000), fc.nat(6), fc.constantFrom("", ...scraps)), { minLength: 1, maxLength: 4 }),
  )
  .map(([[path, text], edits]): [string, string] => [
    path,
    edits.reduce((changed, [at, length, scrap]) => {
      const start = at % (changed.length + 1);
      return changed.slice(0, start) + scrap + changed.slice(start + length);
    }, text),
  ]);
const scrapped = fc.tuple(
  fc.constantFrom(...paths),
  fc
    .array(fc.constantFrom(...scraps, "a", "Why.\n", "type: ordering\n"), { maxLength: 30 })
    .map((parts) => parts.join("")),
);

function checkPlaces({ diagnostics }: Document, text: string): void {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  for (const { position, message, fix } of diagnostics) {
    for (const { line, column } of [position.start, position.end]) {
      const { length } = lines[line - 1] ?? { length: -1 };
      expect(column, message).toBeGreaterThanOrEqual(1);
      expect(column, `${message} ${line}:${column}`).toBeLessThanOrEqual(length + 1);
    }
    expect(
      position.end.line - position.start.line || position.end.column - position.start.column,
      message,
    ).toBeGreaterThanOrEqual(0);
    for (const { start, end } of fix?.edits ?? [])
      expect(0 <= start && start <= end && end <= text.length, message).toBe(true);
    expect(message).toMatch(/^Unexpected [^\r\n]+[^.\r\n]$/);
  }
}

const runs = { numRuns: 120, seed: 20261123 };

test("any bytes are a document", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.string({ unit: "binary", maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
      ),
      (path, bytes) => {
        checkPlaces(read(path, bytes), new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
      },
    ),
    runs,
  );
});

test("mistakes have a place in the file", () => {
  fc.assert(
    fc.property(fc.oneof(mutated, scrapped), ([path, text]) => checkPlaces(readText(path, text), text)),
    { ...runs, numRuns: 150 },
  );
});

test("a fix removes its finding", () => {
  fc.assert(
    fc.property(mutated, ([path, text]) => {
      const source = text.replace(/^\uFEFF/, "");
      for (const diagnostic of readText(path, source).diagnostics) {
        if (diagnostic.fix === undefined) continue;
        const fixed = readText(path, applyFixes(source, [diagnostic]));
        const count = (diagnostics: readonly Diagnostic[]): number =>
          diagnostics.filter(({ ruleId, message }) => ruleId === diagnostic.ruleId && message === diagnostic.message)
            .length;
        const before = count(readText(path, source).diagnostics);
        // A mend may uncover what could not be judged before, but never the same fault in the same place.
        expect(count(fixed.diagnostics), show(diagnostic)).toBeLessThan(before + 1);
        expect(fixed.diagnostics.map(show)).not.toContain(show(diagnostic));
      }
    }),
    { ...runs, numRuns: 200 },
  );
});

test("CRLF and LF are one text", () => {
  fc.assert(
    fc.property(mutated, ([path, text]) => {
      const lf = text.replaceAll("\r", "");
      const withoutOffsets = (document: Document): unknown =>
        JSON.parse(
          JSON.stringify(document, (key, value: unknown) =>
            key === "fix" || key === "offset" || key === "keyOffsets" ? undefined : value,
          ),
        );
      expect(withoutOffsets(readText(path, lf.replaceAll("\n", "\r\n")))).toEqual(withoutOffsets(readText(path, lf)));
    }),
    { ...runs, numRuns: 150 },
  );
});

test("a byte-order mark changes nothing", () => {
  for (const [path, text] of valid) expect(readText(path, `\uFEFF${text}`)).toEqual(readText(path, text));
});
