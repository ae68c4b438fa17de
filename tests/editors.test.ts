// What editors read: the problem matcher on real output, the schema associations, and that the documentation shows the same.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { documentKind } from "../src/parse/index.ts";
import { makeWorkspace, runIn, soundGuide } from "./helpers/workspace.ts";

interface Task {
  command: string;
  problemMatcher: {
    fileLocation: string[];
    pattern: Record<"file" | "line" | "column" | "severity" | "code" | "message", number> & { regexp: string };
  };
}

const documentation = readFileSync("docs/editors.md", "utf8");

/** The JSON blocks of the documentation, in order. */
const shown = [...documentation.matchAll(/^```json\n([^]*?)^```$/gmu)].map(([, text]) => JSON.parse(text ?? ""));
const readJson = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const taskOf = (file: { tasks: Task[] }): Task => file.tasks[0]!;

describe("the problem matcher", () => {
  const { problemMatcher, command } = taskOf(readJson(".vscode/tasks.json"));

  it("reads every line of compact output", async () => {
    expect(command).toContain("lint -- --format compact");
    const item = soundGuide["items/object-name.md"]!;
    const root = makeWorkspace({
      "items/object-name.md": item.replace('task: "1.1"', "task: 1.1").replace(/## References[^]*$/u, ""),
    });
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    const json = await runIn(root, ["lint", "--format", "json"]);
    const { regexp, ...groups } = problemMatcher.pattern;
    const matches = out
      .trimEnd()
      .split("\n")
      .map((line) => new RegExp(regexp).exec(line));
    const read = matches.map((match) =>
      Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, match?.[group]])),
    );
    expect(read.length).toBeGreaterThan(0);
    expect(read).toEqual(
      JSON.parse(json.out).diagnostics.map(
        (each: { path: string; position: { start: { line: number; column: number } } } & Record<string, unknown>) => ({
          file: each.path,
          line: String(each.position.start.line),
          column: String(each.position.start.column),
          severity: each["severity"],
          code: each["ruleId"],
          message: each["message"],
        }),
      ),
    );
    expect(existsSync(join(root, read[0]!["file"]!))).toBe(true);
  });

  it("is shown in the documentation", () => {
    const { problemMatcher: documented, command: published } = taskOf(shown[0]);
    expect(documented).toEqual(problemMatcher);
    expect(published).toBe("npx certpress lint --format compact");
  });
});

describe("schema associations", () => {
  const here: Record<string, string> = readJson(".vscode/settings.json")["yaml.schemas"];
  const published: Record<string, string> = shown[1]["yaml.schemas"];
  const files = {
    "content/g/exam.yaml": "exam",
    "content/g/tables/metric.yaml": "table",
    "content/g/terms.yaml": "terms",
    "certpress.config.yaml": "config",
  };

  it("name schemas that are there, and that the package holds", () => {
    for (const path of Object.keys(here)) expect(existsSync(path)).toBe(true);
    expect(readJson("package.json").files).toContain("schemas");
    const prefix = "./node_modules/certpress/";
    for (const path of Object.keys(published)) {
      expect(path.startsWith(prefix)).toBe(true);
      expect(existsSync(path.slice(prefix.length))).toBe(true);
    }
  });

  it.each(Object.entries(files))("give %s the schema that lint has for it", (path, name) => {
    expect([...path.matchAll(/^content\/g\/(.*)/gu)].every(([, inGuide]) => documentKind(inGuide!) !== null)).toBe(
      true,
    );
    for (const associations of [here, published]) {
      const matching = Object.entries(associations).filter(([, pattern]) => picomatch.isMatch(path, pattern));
      expect(matching.map(([schema]) => schema.split("/").at(-1))).toEqual([`${name}.schema.json`]);
    }
  });
});
