// Reports are pure: the same diagnostics give the same string, and authored text cannot break out of its format.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports } from "../src/report/index.ts";
import { helpOn } from "../src/rule-help.ts";

const source = "one\ntwo words here\n";
const context = {
  colour: false,
  helpOn,
  prefix: "",
  version: "1.2.3",
  lines: (path: string) => (path === "content/g/items/a.md" ? source.split("\n") : undefined),
};

function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ruleId: "choice-empty",
    severity: "error",
    message: "Unexpected empty choice, expected text",
    path: "content/g/items/a.md",
    position: { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
    ...changes,
  };
}

describe("pretty", () => {
  it("shows place, message, rule and the marked source", () => {
    expect(reports.pretty([diagnostic({ note: "Because." })], context)).toBe(
      `content/g/items/a.md:2:5  error  Unexpected empty choice, expected text  choice-empty
  2 | two words here
    |     ^^^^^
  Because.

1 error, 0 warnings
`,
    );
  });

  it("marks to the end of the line when the place spans lines", () => {
    const text = reports.pretty(
      [diagnostic({ position: { start: { line: 1, column: 2 }, end: { line: 2, column: 3 } } })],
      context,
    );
    expect(text).toContain("  1 | one\n    |  ^^\n");
  });

  it("names related places", () => {
    const related = [{ message: "the first", path: "content/g/items/b.md", position: diagnostic().position }];
    expect(reports.pretty([diagnostic({ related })], context)).toContain("content/g/items/b.md:2:5 the first");
  });

  it("colours only where colours are wanted", () => {
    expect(reports.pretty([diagnostic()], context)).not.toContain("\u001B[");
    expect(reports.pretty([diagnostic()], { ...context, colour: true })).toContain("\u001B[31m");
  });

  it("prints nothing for nothing", () => {
    expect(reports.pretty([], context)).toBe("");
  });

  it.each(["pretty", "compact"] as const)("%s shows control characters of content as text", (format) => {
    const hostile = diagnostic({
      message: "Unexpected `\u001B]0;owned\u0007\u202E`",
      path: "content/g/items/\n::error.md",
    });
    const text = reports[format]([hostile], context);
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/u);
    expect(text).toContain("\\u{1B}");
    expect(text).not.toContain("\n::error");
  });
});

describe("compact", () => {
  it("is one line a diagnostic", () => {
    expect(reports.compact([diagnostic(), diagnostic({ severity: "info" })], context)).toBe(
      "content/g/items/a.md:2:5: error choice-empty Unexpected empty choice, expected text\n" +
        "content/g/items/a.md:2:5: info choice-empty Unexpected empty choice, expected text\n",
    );
  });
});

describe("json", () => {
  it("holds the diagnostics and their counts, also when there are none", () => {
    const given = [diagnostic(), diagnostic({ severity: "warning" })];
    expect(JSON.parse(reports.json(given, context))).toEqual({
      diagnostics: given,
      counts: { error: 1, warning: 1, info: 0 },
    });
    expect(JSON.parse(reports.json([], context))).toEqual({
      diagnostics: [],
      counts: { error: 0, warning: 0, info: 0 },
    });
  });
});

describe("github", () => {
  it("is a workflow command on the very line", () => {
    expect(reports.github([diagnostic()], context)).toBe(
      "::error file=content/g/items/a.md,line=2,endLine=2,col=5,endColumn=10,title=choice-empty::Unexpected empty choice, expected text\n",
    );
  });

  it("escapes what would end a property, a message or a command", () => {
    const text = reports.github([diagnostic({ path: "a,b:c%\r\n.md", message: "100%\n::error::x" })], context);
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25%0D%0A.md,line=2,endLine=2,col=5,endColumn=10,title=choice-empty::100%25%0A::error::x\n",
    );
  });

  it("shows control characters as text", () => {
    expect(reports.github([diagnostic({ message: "a\u001B]0;x\u202E" })], context)).toContain(
      "::a\\u{1B}]0;x\\u{202E}\n",
    );
  });
});
