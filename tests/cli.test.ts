// The command line as its users meet it: exit status, streams, messages, and what stands in dist/ afterwards.
import { existsSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../src/manifest.ts";
import { checkGuide, publishGuide } from "../src/pipeline.ts";
import { openWorkspace } from "../src/workspace.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"] ?? "";

function readManifest(root: string): Manifest {
  return JSON.parse(readFileSync(join(root, "dist/manifest.json"), "utf8")) as Manifest;
}

/** All files below dist/ with their bytes. */
function readDist(root: string): Record<string, string> {
  const dist = join(root, "dist");
  return Object.fromEntries(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(dist.length + 1), readFileSync(path).toString("base64")]),
  );
}

describe("certpress build", () => {
  it("publishes every artifact and says what it found", async () => {
    const root = makeWorkspace();
    const { status, out, err } = await runIn(root, ["build"]);
    expect({ status, err }).toEqual({ status: 0, err: expect.not.stringContaining("error") });
    expect(out).toContain("tst: found 1 item, 3 facts, 0 tables, 0 rows, 0 terms; published all");
    expect(Object.keys(readDist(root))).toEqual([
      "manifest.json",
      "tst/tst-answers.pdf",
      "tst/tst-practice-exam.pdf",
      "tst/tst-study-guide.pdf",
      "tst/tst.apkg",
      "tst/tst.json",
    ]);
  });

  it("writes a manifest in which found equals published plus reported", async () => {
    const root = makeWorkspace();
    await runIn(root, ["build"]);
    const { guides, artifacts } = readManifest(root);
    const found = { items: 1, facts: 3, tables: 0, rows: 0, terms: 0 };
    const reported = { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 };
    expect(guides).toEqual([{ id: "tst", edition: "1", found, published: found, reported }]);
    expect(artifacts).toHaveLength(5);
    for (const { path, bytes } of artifacts) expect(readFileSync(join(root, "dist", path))).toHaveLength(bytes);
  });

  it("writes the same bytes again, whatever the output folder and the order of the files", async () => {
    const first = makeWorkspace();
    const second = makeWorkspace(Object.fromEntries(Object.entries(soundGuide).toReversed()));
    await runIn(first, ["build"]);
    await runIn(second, ["build"]);
    expect(readDist(second)).toEqual(readDist(first));
  });

  it("leaves an earlier dist/ as it was when there is an error", async () => {
    const root = makeWorkspace();
    await runIn(root, ["build"]);
    const before = readDist(root);
    writeIn(root, "content/tst/items/object-name.md", item.replace("[x] The key", "[ ] The key"));
    const { status, err } = await runIn(root, ["build"]);
    expect(status).toBe(1);
    expect(err).toContain("choice-key-count");
    expect(err).toContain("Nothing was published");
    expect(readDist(root)).toEqual(before);
  });

  it("replaces the outputs that it made and keeps the others", async () => {
    const root = makeWorkspace();
    await runIn(root, ["build", "--to", "json,anki"]);
    writeIn(root, "content/tst/items/object-name.md", item.replace("names the object", "is its name"));
    await runIn(root, ["build", "--to", "json"]);
    const { artifacts } = readManifest(root);
    expect(artifacts.map(({ path }) => path)).toEqual(["tst/tst.apkg", "tst/tst.json"]);
    expect(readFileSync(join(root, "dist/tst/tst.json"), "utf8")).toContain("is its name");
  });

  it("builds the named guides and the config's outputs", async () => {
    const root = makeWorkspace();
    writeIn(root, "certpress.config.yaml", "outputs: [json]\n");
    for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/two/${path}`, text);
    await runIn(root, ["build", "two"]);
    expect(Object.keys(readDist(root))).toEqual(["manifest.json", "two/two.json"]);
  });

  it.each(["content", "content/tst", ".", ""])("does not write into %j", async (folder) => {
    const { status, err } = await runIn(makeWorkspace(), ["build", "--to", "json", "--out", folder]);
    expect(status).toBe(2);
    expect(err).toContain("expected one outside content/");
  });

  it("says what the disk refuses, without a stack trace", async () => {
    const root = makeWorkspace();
    writeIn(root, "dist", "a file");
    const { status, err } = await runIn(root, ["build", "--to", "json"]);
    expect(status).toBe(2);
    expect(err).toMatch(/the disk says: E\w+/u);
    expect(err).not.toContain("    at ");
  });

  it("reports a config file whose name is not read", async () => {
    const root = makeWorkspace();
    writeIn(root, "certpress.config.yml", "outputs: [json]\n");
    const { status, err } = await runIn(root, ["build"]);
    expect(status).toBe(1);
    expect(err).toContain("expected `certpress.config.yaml`");
  });

  it("finds the workspace from a folder inside it", async () => {
    const root = makeWorkspace();
    const { status } = await runIn(join(root, "content/tst/items"), ["build", "--to", "json"]);
    expect(status).toBe(0);
    expect(existsSync(join(root, "dist/tst/tst.json"))).toBe(true);
  });

  it("shows progress as plain lines without a terminal, and as one changing line on one", async () => {
    const root = makeWorkspace();
    const build = ["build", "--to", "json", "--no-cache"];
    expect((await runIn(root, build)).err).toBe("tst: checking and publishing\n");
    expect((await runIn(root, build, { interactive: true })).err).toContain("\r\u001B[K");
  });
});

describe("certpress lint", () => {
  it("is silent on standard output and ends with 0 when all is well", async () => {
    const { status, out, err } = await runIn(makeWorkspace(), ["lint"]);
    expect({ status, out }).toEqual({ status: 0, out: "" });
    expect(err).toContain("no findings");
  });

  it("reports all faults of a run at once, sorted by place", async () => {
    const root = makeWorkspace({
      "items/object-name.md": item.replace("task:", "tsak:").replace("buckets", "bukets"),
      "guide.md": (soundGuide["guide.md"] ?? "").replace("66.7%", "60%"),
    });
    const { status, out } = await runIn(root, ["lint", "--format", "json"]);
    expect(status).toBe(1);
    const { diagnostics, counts } = JSON.parse(out) as {
      diagnostics: { ruleId: string; path: string }[];
      counts: { error: number };
    };
    expect(counts.error).toBe(diagnostics.length);
    const ids = diagnostics.map(({ ruleId }) => ruleId);
    expect(ids).toContain("schema-key-unknown");
    expect(ids).not.toContain("schema-key-missing");
    expect(ids).toContain("blueprint-weight-sum");
    expect(ids).toContain("domain-table-mismatch");
    expect(diagnostics.map(({ path }) => path)).toEqual(diagnostics.map(({ path }) => path).sort());
  });

  it("finds the same errors as build", async () => {
    const root = makeWorkspace({ "items/object-name.md": item.replace("The tag", "The \u{E000} tag") });
    const linted = await runIn(root, ["lint"]);
    const built = await runIn(root, ["build"]);
    expect(linted.status).toBe(1);
    expect(linted.err).toContain("text-glyph-missing");
    expect(built.err).toContain(linted.err);
  });

  it("does not blame items for topics of a domain file that it could not read", async () => {
    const root = makeWorkspace({
      "domains/d1.md": (soundGuide["domains/d1.md"] ?? "").replace("# First", "```\n# First"),
    });
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(out).toContain("content/tst/domains/d1.md:5:1: error markdown-unclosed");
    expect(out).not.toContain("item-topic-unknown");
  });

  it("filters findings by path and still sees the whole bank", async () => {
    const root = makeWorkspace({ "items/d2/object-name.md": item, "items/other.md": item.replace("[x]", "[ ]") });
    const { status, out } = await runIn(root, ["lint", "--format", "compact", "content/tst/items/d2"]);
    expect(status).toBe(1);
    expect(out).toContain("item-id-duplicate");
    expect(out).not.toContain("choice-key-count");
  });

  it("says so where no guide is in the paths", async () => {
    const root = makeWorkspace();
    writeIn(root, "README.md", "# Text\n");
    const { status, out, err } = await runIn(root, ["lint", "README.md"]);
    expect({ status, out, err }).toEqual({
      status: 0,
      out: "",
      err: expect.stringContaining("No guide is in") as string,
    });
  });

  it.each([
    ["error", 1, "error  "],
    ["off", 0, "no findings"],
  ])("takes the severity %s of a rule from the config", async (severity, status, text) => {
    const root = makeWorkspace({ "items/object-name.md": item.replace(/## References[^]*/u, "") });
    writeIn(root, "certpress.config.yaml", `rules:\n  references-missing: ${severity}\n`);
    const ran = await runIn(root, ["lint"]);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(text);
  });

  it("warns of paths of overrides that match no file, at each, with the path that may be meant", async () => {
    const root = makeWorkspace({ "items/imported/other.md": item.replace("names an object", "marks any object") });
    const off = "rules: { references-missing: off }";
    const paths = ["content/*/items/imported", "content/tst/items/object-name.md", "items/imported/**", "gone/*"];
    writeIn(root, "certpress.config.yaml", `overrides:\n  - paths: ${JSON.stringify(paths)}\n    ${off}\n`);
    const { status, out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(status).toBe(0);
    expect(out.split("\n").filter((line) => line.includes("config"))).toEqual([
      "certpress.config.yaml:2:75: warning config-path-unmatched Unexpected path `items/imported/**`, expected one that matches a file, such as `content/*/items/imported/**`",
      "certpress.config.yaml:2:95: warning config-path-unmatched Unexpected path `gone/*`, expected one that matches a file from the workspace's root on",
    ]);
  });

  it("says how many items are left out of what is counted", async () => {
    const items = ["a", "b", "c"].map((name) => [`items/${name}.md`, item] as const);
    const root = makeWorkspace({ ...Object.fromEntries(items), "items/bad.md": item.replace("[x]", "[ ]") });
    const { err } = await runIn(root, ["lint"]);
    expect(err).toContain("of 4 items (1 item with errors left out); it has 3 too many");
  });

  it("says that nothing is found in the paths, and that there is more elsewhere", async () => {
    const root = makeWorkspace({ "items/bad.md": item.replace("[x]", "[ ]") });
    const { status, err } = await runIn(root, ["lint", "content/tst/items/object-name.md"]);
    expect(status).toBe(0);
    expect(err).toMatch(/; no findings in these paths\n1 finding outside of these paths: not shown\n$/u);
    expect((await runIn(makeWorkspace(), ["lint"])).err).toMatch(/; no findings\n$/u);
  });

  it("names the languages that it has words for", async () => {
    const exam = (soundGuide["exam.yaml"] ?? "").replace("language: en", "language: tlh");
    const { status, out } = await runIn(makeWorkspace({ "exam.yaml": exam }), ["lint", "--format", "compact"]);
    expect(status).toBe(1);
    expect(out).toContain("content/tst/exam.yaml:4:11: error language-unknown Unexpected language `tlh`");
  });

  it("warns of a skipped heading level and of a missing rationale", async () => {
    const root = makeWorkspace({
      "items/object-name.md": item.replaceAll(/\n {2}> .*/gu, ""),
      "guide.md": (soundGuide["guide.md"] ?? "").replace("An introduction.", "### Deep\n\nAn introduction."),
    });
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(out).toContain("warning rationale-missing");
    expect(out).toContain("content/tst/guide.md:3:1: warning heading-skipped");
  });

  it("fails above --max-warnings", async () => {
    const root = makeWorkspace({ "items/object-name.md": item.replace(/## References[^]*/u, "") });
    expect((await runIn(root, ["lint"])).status).toBe(0);
    const { status, err } = await runIn(root, ["lint", "--max-warnings", "0"]);
    expect(status).toBe(1);
    expect(err).toContain("Found 1 warning, expected at most 0");
  });

  it("honours NO_COLOR and FORCE_COLOR", async () => {
    const root = makeWorkspace({ "items/object-name.md": item.replace("[x]", "[ ]") });
    const terminal = { interactive: true };
    expect((await runIn(root, ["lint"], { ...terminal, env: {} })).err).toContain("\u001B[31m");
    expect((await runIn(root, ["lint"], { ...terminal, env: { NO_COLOR: "1" } })).err).not.toContain("\u001B[");
    expect((await runIn(root, ["lint"], { env: { FORCE_COLOR: "1" } })).err).toContain("\u001B[31m");
  });

  it.skipIf(process.platform === "win32")("does not follow a link out of the guide", async () => {
    const root = makeWorkspace();
    writeIn(root, "secret.md", item);
    symlinkSync(join(root, "secret.md"), join(root, "content/tst/items/leak.md"));
    const { status, out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(status).toBe(1);
    expect(out).toContain("content/tst/items/leak.md:1:1: error file-escapes");
  });
});

describe("a folder in content/", () => {
  it.skipIf(process.platform === "win32").each(["x\n::warning ::y", "::warning ::y", "##[group]y", "-x", "x:y"])(
    "that is named %j is a fault and no guide, and its name does nothing in a log",
    async (name) => {
      const root = makeWorkspace();
      for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/${name}/${path}`, text);
      const ran = [];
      for (const argv of [
        ["lint"],
        ["lint", "--format", "github"],
        ["build", "--to", "json"],
        ["stats"],
        ["new", "item"],
      ])
        ran.push(await runIn(root, argv));
      expect(ran.map(({ status }) => status)).toEqual([1, 1, 1, 0, 2]);
      expect(ran[0]?.err).toContain("file-unknown");
      for (const { out, err } of ran) expect(`${out}${err}`).not.toMatch(/^::warning ::|##\[/mu);
    },
  );

  it.each(["mla-c01", "Prüfung 2.1", "考试"])("may be named %j", async (name) => {
    const root = makeWorkspace();
    for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/${name}/${path}`, text);
    const { status, err } = await runIn(root, ["lint"]);
    expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining(`${name}: 1 item`) as string });
  });
});

describe("the library", () => {
  it("refuses to publish a guide with errors", async () => {
    const workspace = await openWorkspace(makeWorkspace({ "items/object-name.md": item.replace("[x]", "[ ]") }));
    if (workspace === null) throw new Error("There is a workspace");
    const guide = await checkGuide(workspace, "tst", { outputs: ["json"] });
    await expect(publishGuide(guide)).rejects.toThrow("errors");
  });
});

describe("certpress stats", () => {
  it("shows the bank against its blueprint", async () => {
    const { status, out } = await runIn(makeWorkspace(), ["stats", "tst"]);
    expect(status).toBe(0);
    expect(out).toMatch(/D1 +1 +100 % +weight 33\.3 %/u);
    expect(out).toMatch(/2\.1 +0 +Second task/u);
  });
});

describe("certpress new item", () => {
  it.each(["multiple-choice", "multiple-response", "ordering", "matching"])(
    "writes a %s whose only findings are blanks to fill",
    async (type) => {
      const root = makeWorkspace();
      const flags = ["--type", type, "--task", "1.1", "--topic", "buckets"];
      const { status, out } = await runIn(root, ["new", "item", "new-one", ...flags]);
      expect({ status, out }).toEqual({ status: 0, out: "content/tst/items/new-one.md\n" });
      const linted = await runIn(root, ["lint", "--format", "json"]);
      const { diagnostics } = JSON.parse(linted.out) as { diagnostics: { ruleId: string; path: string }[] };
      expect(diagnostics.length).toBeGreaterThan(3);
      expect(new Set(diagnostics.map(({ path }) => path))).toEqual(new Set(["content/tst/items/new-one.md"]));
    },
  );

  it("never overwrites and never takes a bad id", async () => {
    const root = makeWorkspace();
    const taken = await runIn(root, ["new", "item", "object-name"]);
    expect(taken.status).toBe(2);
    expect(taken.err).toContain("never reused");
    expect((await runIn(root, ["new", "item", "object-name", "--folder", "d2"])).status).toBe(2);
    expect((await runIn(root, ["new", "item", "../x"])).status).toBe(2);
    expect((await runIn(root, ["new", "item", "x", "--folder", "../.."])).status).toBe(2);
  });
});

describe("wrong usage ends with 2 and one message that helps", () => {
  it.each([
    [["biuld"], "Did you mean build?"],
    [["build", "--outt", "x"], "Did you mean --out?"],
    [["build", "--to", "jsn"], "did you mean `json`?"],
    [["build", "tts"], "did you mean `tst`?"],
    [["stats", "nothing-like-it"], "expected `tst`"],
    [["lint", "--format", "xml"], "Allowed choices are pretty, compact, json, github"],
    [["lint", "--max-warnings", "-1"], "Expected a whole number"],
    [["lint", "content/tst/items/none.md"], "expected a file or folder in"],
    [["lint", ".."], "expected a file or folder in"],
    [[], "Usage: certpress"],
  ])("%j", async (argv, message) => {
    const { status, out, err } = await runIn(makeWorkspace(), argv);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toContain("    at ");
  });

  it("says so where there is no guide", async () => {
    const root = makeWorkspace();
    const { status, err } = await runIn("/", ["lint"]);
    expect(status).toBe(2);
    expect(err).toContain("No guide found");
    expect((await runIn("/", ["lint", "--cwd", root])).status).toBe(0);
  });
});

describe("help", () => {
  it.each([["--help"], ["build", "--help"], ["lint", "--help"], ["stats", "--help"], ["new", "item", "--help"]])(
    "%s %s is on standard output with status 0",
    async (...argv) => {
      const { status, out, err } = await runIn(makeWorkspace(), argv);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out).toContain("Usage: certpress");
    },
  );
});
