// Schema faults: what an author reads, and where. The values come from YAML as parse reads it.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { findNear } from "../src/near.ts";
import { oneOf, quote } from "../src/quote.ts";
import { validate, validateRow, type SchemaName } from "../src/model/validate.ts";
import type { TableKind } from "../src/model/table-kind.ts";
import { openSource } from "../src/parse/source.ts";
import { readYaml } from "../src/parse/yaml.ts";
import { row } from "./helpers/documents.ts";

function check(schema: SchemaName, yaml: string): Diagnostic[] {
  const { source } = openSource({ path: "p.yaml", bytes: Buffer.from(yaml) }, 1e6, null);
  const { value, places, scalars } = readYaml(source, { start: 0, end: yaml.length });
  return validate(schema, value, places, "p.yaml", (pointer) => {
    const span = scalars.get(pointer);
    return span && { raw: yaml.slice(span.start, span.end), ...span };
  });
}

const item = {
  type: "multiple-choice",
  task: '"1.2"',
  topic: "formats",
  difficulty: "easy",
  cognitive: "recall",
  verified: "2026-11-23",
};

/** An item's front matter with some lines changed, added or (null) removed. */
const front = (changes: Record<string, string | null>): string =>
  Object.entries({ ...item, ...changes })
    .flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]))
    .join("\n");

const place = ({ ruleId, message, position: { start, end } }: Diagnostic) =>
  `${start.line}:${start.column}-${end.line}:${end.column} ${ruleId}: ${message}`;

describe("validate", () => {
  it("is silent on a value that its schema allows", () => {
    expect(check("item", front({ enemies: "[a, b]", "valid-until": "2027-02-28" }))).toEqual([]);
    expect(check("config", "")).toEqual([]);
  });

  it("reports a misspelt key once, at the key, with a fix that makes the file valid", () => {
    const yaml = front({ task: null, tsak: '"1.2"' });
    const found = check("item", yaml);
    expect(found.map(place)).toEqual(["6:1-6:5 schema-key-unknown: Unexpected key `tsak`, did you mean `task`?"]);
    const [edit] = found[0]!.fix!.edits;
    expect(found[0]!.fix!.safe).toBe(true);
    expect(check("item", yaml.slice(0, edit!.start) + edit!.text + yaml.slice(edit!.end))).toEqual([]);
  });

  it("offers no key that is already there, and one key to one misspelling only", () => {
    expect(check("item", front({ tasks: '"1"' })).map((each) => each.message)).toEqual([
      "Unexpected key `tasks`, expected `enemies`, `valid-until` or `lint`",
    ]);
    const twice = check("item", front({ task: null, tsak: '"1"', taks: '"1"' }));
    expect(twice.filter(({ fix }) => fix)).toHaveLength(1);
  });

  it("reports missing keys at the start of the file, once, with what each is for", () => {
    const [found, ...others] = check("item", front({ topic: null, verified: null }));
    expect(others).toEqual([]);
    expect(place(found!)).toBe("1:1-1:1 schema-key-missing: Unexpected missing keys, expected `topic` and `verified`");
    expect(found!.note).toContain("`verified`: The day");
    expect(check("item", front({ cognitive: null }))[0]!.note).toMatch(/One of `recall`, `apply` or `analyze`/);
  });

  it("reports a missing key of a mapping at its key, and of a list entry at the entry's first line", () => {
    const inner = "lint:\n  ignore:\n    - rule: a-b\n    - rule: c-d\n      reason: because";
    expect(check("item", `${front({})}\n${inner}`).map(place)).toEqual([
      "9:7-9:16 schema-key-missing: Unexpected missing key `reason` in `ignore`, expected `reason: …`",
    ]);
    const long = "lint:\n  ignore:\n    - reason: because it\n        goes on";
    expect(check("item", `${front({})}\n${long}`).map(place)).toEqual([
      "9:7-9:25 schema-key-missing: Unexpected missing key `rule` in `ignore`, expected `rule: …`",
    ]);
    expect(check("item", `${front({})}\nlint: {}`).map(place)).toEqual([
      "7:1-7:5 schema-key-missing: Unexpected missing key `ignore` in `lint`, expected `ignore: …`",
    ]);
  });

  it.each([
    ["task: 1.10", '2:7-2:11 schema-type: Unexpected number 1.1, expected text: `"1.10"`'],
    ["task: true", '2:7-2:11 schema-type: Unexpected `true`, expected text: `"true"`'],
    ["topic: [a]", "3:8-3:11 schema-type: Unexpected list, expected text"],
    ["topic: {a: b}", "3:8-3:14 schema-type: Unexpected mapping, expected text"],
    ['topic: ""', "3:8-3:10 schema-value: Unexpected empty text, expected at least 1 character"],
    [
      "difficulty: hrad",
      "4:13-4:17 schema-value: Unexpected `hrad`, expected `easy`, `medium` or `hard`, did you mean `hard`?",
    ],
    ["difficulty: 3", "4:13-4:14 schema-value: Unexpected number 3, expected `easy`, `medium` or `hard`"],
    [
      "verified: 23.11.2026",
      "6:11-6:21 schema-value: Unexpected `23.11.2026`, expected a day of the calendar such as `2026-11-23`",
    ],
    [
      "verified: 2026-02-30",
      "6:11-6:21 schema-value: Unexpected `2026-02-30`, expected a day of the calendar such as `2026-11-23`",
    ],
    [
      "verified: ",
      "6:11-6:11 schema-type: Unexpected empty value, expected a day of the calendar such as `2026-11-23`",
    ],
    ["enemies: [a, b, a]", "7:17-7:18 schema-value: Unexpected repeated value, expected different entries"],
    ["enemies: a", "7:10-7:11 schema-type: Unexpected `a`, expected a list"],
  ])("says what `%s` should be", (line, expected) => {
    const [key = "", value = ""] = line.split(/: (.*)/);
    expect(check("item", front({ [key]: value })).map(place)).toEqual([expected]);
  });

  it("says in words what a pattern wants, never the pattern", () => {
    const messages = check(
      "exam",
      `code: A B
title: T
vendor: V
language: English, please
edition: "1"
license: MIT
feedback: http://example.org/{number}
format: {scored: 1, minutes: 1, types: [multiple-choice]}
blueprint:
  version: "1"
  source: ftp://example.org
  checked: 2026-01-01
  domains: [{id: D 1, title: T, weight: 0, tasks: []}]`,
    ).map(({ message }) => message);
    expect(messages).toEqual([
      "Unexpected `A B`, expected text such as `MLA-C01`",
      "Unexpected `English, please`, expected text such as `en` or `pt-BR`",
      "Unexpected `ftp://example.org`, expected an address such as `https://example.org/page`",
      "Unexpected `D 1`, expected text such as `D1`",
      "Unexpected number 0, expected more than 0",
      "Unexpected empty list, expected at least 1 entry",
      "Unexpected `http://example.org/{number}`, expected an address with a placeholder, such as `https://example.org/report?id={id}`",
    ]);
  });

  it("reports every fault of a file, one a place", () => {
    const found = check("item", "tsak: 1\ntype: x\ntopic: 5\n__proto__: 1\nconstructor: 2\ntoString: 3");
    expect(found.map(({ ruleId, position: { start } }) => [ruleId, start.line, start.column])).toEqual([
      ["schema-key-unknown", 1, 1],
      ["schema-key-unknown", 4, 1],
      ["schema-key-unknown", 5, 1],
      ["schema-key-unknown", 6, 1],
      ["schema-key-missing", 1, 1],
      ["schema-value", 2, 7],
      ["schema-type", 3, 8],
    ]);
  });

  it("takes a hostile list in bounded time", () => {
    const types = Array.from({ length: 20_000 }, (_, index) => `t${index}`).join(",");
    expect(check("config", `outputs: [${types}]`).length).toBe(20_000);
  });
});

const kind: TableKind = {
  id: "k",
  title: "K",
  description: "D",
  key: "Name",
  prompt: "{Name}",
  columns: [
    { name: "Name", required: false },
    { name: "Scale", enum: ["small", "large"] },
    { name: "Since", format: "date", required: false },
    { name: "constructor", maxLength: 5 },
    { name: "a/b~c", minLength: 2 },
  ],
};
const sound = { Name: "x", Scale: "small", Since: "", constructor: "ok", "a/b~c": "ok" };

describe("validateRow", () => {
  it("is silent on a sound row, an optional cell empty", () => {
    expect(validateRow(kind, row(5, sound), "d.md")).toEqual([]);
    expect(validateRow(kind, row(5, { ...sound, Since: "2026-01-01" }), "d.md")).toEqual([]);
  });

  it.each([
    [{ Name: "" }, 3, "Unexpected empty cell in column `Name`, expected text"],
    [{ Scale: "" }, 13, "Unexpected empty cell in column `Scale`, expected text"],
    [
      { Scale: "lareg" },
      13,
      "Unexpected `lareg` in column `Scale`, expected `small` or `large`, did you mean `large`?",
    ],
    [{ Since: "soon" }, 23, "Unexpected `soon` in column `Since`, expected a day of the calendar such as `2026-11-23`"],
    [
      { constructor: "too long" },
      33,
      "Unexpected text of 8 characters in column `constructor`, expected at most 5 characters",
    ],
    [{ constructor: "" }, 33, "Unexpected empty cell in column `constructor`, expected text"],
    [{ "a/b~c": "1" }, 43, "Unexpected text of 1 character in column `a/b~c`, expected at least 2 characters"],
  ])("reports %j at its cell", (cells, column, message) => {
    const found = validateRow(kind, row(5, { ...sound, ...cells }), "d.md");
    expect(found.map(({ position: { start }, ...each }) => [each.ruleId, each.path, start, each.message])).toEqual([
      ["table-cell-invalid", "d.md", { line: 5, column }, message],
    ]);
  });
});

describe("findNear", () => {
  const keys = ["type", "task", "topic"];
  it("finds the unique nearest name, swaps of neighbours and case forgiven", () => {
    expect(findNear("tsak", keys)).toBe("task");
    expect(findNear("TASK", keys)).toBe("task");
    expect(findNear("topics", keys)).toBe("topic");
    expect(findNear("multi-choice", ["multiple-choice", "multiple-response"])).toBe("multiple-choice");
  });
  it("finds nothing far away, nothing between two, nothing in a hostile name", () => {
    expect(findNear("verified", keys)).toBeNull();
    expect(findNear("tap", ["tip", "top"])).toBeNull();
    expect(findNear("x".repeat(100_000), ["x".repeat(100_001)])).toBeNull();
  });
});

describe("quote", () => {
  it("keeps author's text on one line, whatever it holds", () => {
    expect(quote("a\nb  c")).toBe("`a b c`");
    expect(quote("a`b")).toBe("`` a`b ``");
    expect(quote("x".repeat(100))).toBe(`\`${"x".repeat(59)}…\``);
  });
  it("names at most eight values", () => {
    expect(oneOf(["a", "b", "c"])).toBe("`a`, `b` or `c`");
    expect(oneOf([..."abcdefghi"])).toBeNull();
  });
});
