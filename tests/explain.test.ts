// What a reader learns of a rule: at a terminal, in a list, and in the Markdown of docs and reports.
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { resolveConfig } from "../src/config.ts";
import { parseYamlFile } from "../src/parse/yaml-file.ts";
import { helpOn, helpOnAll, type RuleHelp } from "../src/rule-help.ts";
import { helpMarkdown, helpSections, helpText } from "../src/rule-text.ts";
import { runIn, type Ran } from "./helpers/workspace.ts";

const run = (argv: string[], io = {}): Promise<Ran> => runIn("/", argv, io);

const all = helpOnAll().map((help) => ({ id: help.id, help }));

const invented: RuleHelp = {
  id: "stem-invented",
  kind: "rule",
  scope: "bank",
  severity: "info",
  summary: "A stem is invented",
  why: `The first paragraph is long enough to be wrapped, with \`code that stays whole\` and more words after it.

The second.`,
  options: {
    share: { description: "The largest share", default: 0.5, minimum: 0.1, maximum: 1 },
    items: { description: "The fewest items", default: 20, minimum: 2, maximum: 500 },
  },
  fixable: "unsafe",
  measured: { found: 14, right: 13 },
  place: null,
  valid: [["clean\n"]],
  invalid: [["first\n````\n", "second\n", "third\n", "fourth\n"], ["other\n"]],
};

/** The paragraphs and sources of a section. */
const textsOf = (help: RuleHelp, title: string): string[] | undefined =>
  helpSections(help)
    .find((section) => section.title === title)
    ?.blocks.map(({ text }) => text);

describe("certpress explain", () => {
  it.each(all)("tells what is known of $id", async ({ id, help }) => {
    const { status, out, err } = await run(["explain", id]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.split("\n")[0]).toBe(`${id}  ${help.severity}  ${help.kind === "rule" ? "rule of craft" : "fault"}`);
    const words = out.replaceAll(/\s+/gu, " ");
    expect(words).toContain(`${help.summary}.`.replaceAll(/\s+/gu, " "));
    expect(words).toContain((help.why ?? "It cannot be suppressed").replaceAll(/\s+/gu, " "));
    if (help.kind === "fault") expect(words).toContain("docs/format.md");
    // Sources, which are indented by four, keep their own lines.
    expect(out.split("\n").filter((line) => line.length > 80 && !line.startsWith("    "))).toEqual([]);
  });

  it("shows the first bad and good example of a rule as they are", async () => {
    const { invalid, valid } = helpOn("choice-all-of-the-above")!;
    const { out } = await run(["explain", "choice-all-of-the-above"]);
    const source = out.replaceAll(/^ {4}/gmu, "");
    expect(source).toContain(`\nFound\n${invalid[0]![0]!.trim()}\n`);
    expect(source).toContain(`\nClean\n${valid[0]![0]!.trim()}\n`);
  });

  it("wraps to the terminal's width", async () => {
    const widest = async (columns: number): Promise<number> => {
      const { out } = await run(["explain", "yaml-syntax"], { columns });
      return Math.max(...out.split("\n").map((line) => line.replaceAll(/\u001B\[\d+m/gu, "").length));
    };
    expect(await widest(40)).toBeLessThanOrEqual(40);
    expect(await widest(120)).toBeGreaterThan(80);
  });

  it("colours on a terminal only, and never where colours are not wanted", async () => {
    const argv = ["explain", "yaml-syntax"];
    expect((await run(argv)).out).not.toContain("\u001B[");
    expect((await run(argv, { columns: 80 })).out).toContain("\u001B[31merror");
    expect((await run(argv, { columns: 80, env: { NO_COLOR: "1" } })).out).not.toContain("\u001B[");
  });

  it("ends with 2 for an unknown id and names the near one", async () => {
    const { status, out, err } = await run(["explain", "choice-al-of-the-above"]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("did you mean `choice-all-of-the-above`?");
    expect((await run(["explain", "toString"])).status).toBe(2);
  });
});

describe("what is told of a rule", () => {
  it("says severity and scope", () => {
    expect(textsOf(invented, "Severity")).toEqual([
      "info: a hint that never fails a run. It looks at all items of a guide together.",
    ]);
  });

  it("says of a fault that it can only be mended, and of an unfinished part what draft makes of it", () => {
    const help = helpOn("item-explanation-missing")!;
    expect(textsOf(help, "Severity")?.[0]).toContain("Under `profile: draft` it is a warning");
    expect(textsOf(helpOn("yaml-syntax")!, "Severity")?.[0]).not.toContain("draft");
    expect(textsOf(help, "Mend")?.[0]).toContain("it can only be mended");
    expect(textsOf(help, "Suppress")).toBeUndefined();
  });

  it("says how precise it was, how to fix, and the ranges of options", () => {
    expect(textsOf(invented, "Measured")).toEqual(["13 of 14 findings on technical items were right."]);
    expect(textsOf(invented, "Fix")?.[0]).toContain("--fix-unsafe");
    expect(textsOf(invented, "Options")?.[0]).toContain("`share` (default 0.5, from 0.1 to 1): The largest share");
  });

  it("shows the first two items of a long example and counts the others", () => {
    expect(textsOf(invented, "Found")).toEqual([
      "`item-1.md`:",
      "first\n````",
      "`item-2.md`:",
      "second",
      "And 2 more items.",
      "Or:",
      "other",
    ]);
  });

  it("is Markdown whose fences hold their sources", () => {
    const markdown = helpMarkdown(invented);
    expect(markdown).toContain("`````markdown\nfirst\n````\n`````");
    expect(markdown).toContain("```yaml\noptions:\n");
  });

  it("is text in which code stays whole and lists hang", () => {
    const text = helpText(invented, 44);
    expect(text).toContain("\n  - `share` (default 0.5, from 0.1 to 1):\n    The largest share\n  - `items` ");
    for (let width = 30; width < 80; width++) expect(helpText(invented, width)).toContain("`code that stays whole`");
    expect(text.split("\n").filter((line) => line.length > 44 && !line.startsWith("    "))).toEqual([]);
  });

  it.each(all.filter(({ help }) => help.kind === "rule"))("gives settings of $id that are valid", ({ id, help }) => {
    const sources = helpSections(help)
      .filter(({ title }) => title === "Suppress" || title === "Options")
      .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "source").map(({ text }) => text));
    const ignore = sources.find((text) => text.startsWith("lint:"));
    expect(parseYaml(ignore!)).toEqual({ lint: { ignore: [{ rule: id, reason: expect.any(String) as string }] } });
    const settings = sources.filter((text) => text !== ignore);
    expect(settings).toHaveLength(Object.keys(help.options).length > 0 ? 2 : 1);
    for (const text of settings) {
      const file = { path: "certpress.config.yaml", bytes: Buffer.from(text) };
      const { diagnostics } = resolveConfig(parseYamlFile(file, "config"), file.path);
      expect(diagnostics).toEqual([]);
    }
  });
});

describe("certpress rules", () => {
  it("lists every rule and fault on a line of its own, aligned", async () => {
    const { status, out } = await run(["rules"]);
    expect(status).toBe(0);
    const rows = out.split("\n").filter((line) => line.startsWith("  "));
    expect(rows.map((row) => row.trim().split(/ {2,}/u))).toEqual(
      all.map(({ id, help }) => [id, help.severity, help.summary]),
    );
    const columns = new Set(rows.map((row) => /^ {2}\S+ {2,}(?:error|warning|info) {2,}/u.exec(row)?.[0].length));
    expect(columns.size).toBe(1);
  });

  it("gives the same as data", async () => {
    const { out } = await run(["rules", "--format", "json"]);
    expect(JSON.parse(out)).toEqual(helpOnAll());
  });
});
