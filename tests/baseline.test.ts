// The baseline: an old bank adopts the linter on day one, and only what is new is reported.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"]!;
const noReferences = (stem: string) => item.replace(/## References[^]*$/u, "").replace(/Which part.*/u, stem);
const oldBank = {
  "items/first.md": noReferences("What is the first thing to name?"),
  "items/second.md": noReferences("Where does a second name stand?"),
};
const config = "baseline: accepted.json\n";

async function lint(root: string, ...more: string[]) {
  const ran = await runIn(root, ["lint", "--format", "json", ...more]);
  const { diagnostics } = JSON.parse(ran.out) as { diagnostics: Diagnostic[] };
  return {
    status: ran.status,
    diagnostics,
    found: diagnostics
      .filter(({ ruleId }) => /references|baseline|file-missing/u.test(ruleId))
      .map(({ path, ruleId, position }) => `${path.replace("content/tst/", "")}:${position.start.line} ${ruleId}`),
  };
}

async function adopted() {
  const root = makeWorkspace(oldBank);
  writeIn(root, "certpress.config.yaml", config);
  const { status, err } = await runIn(root, ["lint", "--update-baseline"]);
  expect({ status, err }).toMatchObject({ status: 0, err: expect.stringContaining("accepted.json: accepts") });
  return root;
}

describe("a baseline", () => {
  it("accepts what is there on the day it is written, sorted by item and rule", async () => {
    const root = await adopted();
    expect(JSON.parse(readFileSync(join(root, "accepted.json"), "utf8"))).toMatchObject({
      schemaVersion: 1,
      guides: { tst: { first: { "references-missing": 1 }, second: { "references-missing": 1 } } },
    });
    expect((await lint(root, "--max-warnings", "0")).found).toEqual([]);
    const built = await runIn(root, ["build", "--to", "json", "--profile", "release"]);
    expect(built.status).toBe(0);
  });

  it("is written the same twice, and keeps other guides when one is written", async () => {
    const root = await adopted();
    const first = readFileSync(join(root, "accepted.json"), "utf8");
    await runIn(root, ["lint", "--update-baseline"]);
    expect(readFileSync(join(root, "accepted.json"), "utf8")).toBe(first);
    for (const [path, text] of Object.entries({ ...soundGuide, ...oldBank }))
      writeIn(root, `content/two/${path}`, text);
    await runIn(root, ["lint", "content/two", "--update-baseline"]);
    const { guides } = JSON.parse(readFileSync(join(root, "accepted.json"), "utf8"));
    expect(Object.keys(guides)).toEqual(["tst", "two"]);
    expect(guides.two).toEqual(guides.tst);
  });

  it("holds when lines shift and texts change, and not for another item", async () => {
    const root = await adopted();
    writeIn(root, "content/tst/items/first.md", noReferences("A line more.\n\nWhat is the very first thing to name?"));
    writeIn(root, "content/tst/items/third.md", noReferences("Who gives a third name to it?"));
    expect((await lint(root)).found).toEqual(["items/third.md:1 references-missing"]);
  });

  it("is written for whole guides and all findings: a part of them is wrong usage", async () => {
    const root = makeWorkspace(oldBank);
    for (const [argument, reason] of [
      ["content/tst/items/first.md", "expected a guide's folder"],
      ["content/tst/items", "expected a guide's folder"],
      ["--since=main", "cannot be used with"],
      ["--fix", "cannot be used with"],
      ["--fix-unsafe", "cannot be used with"],
    ] as const) {
      const { status, err } = await runIn(root, ["lint", "--update-baseline", argument]);
      expect({ argument, status, err }).toEqual({ argument, status: 2, err: expect.stringContaining(reason) });
    }
    expect(existsSync(join(root, "certpress.baseline.json"))).toBe(false);
    expect((await runIn(root, ["lint", "--update-baseline", "content"])).status).toBe(0);
  });

  it("never accepts an error", async () => {
    const root = makeWorkspace({ "items/bad.md": item.replace("- [x]", "- [ ]") });
    const { status, err } = await runIn(root, ["lint", "--update-baseline", "--baseline", "b.json"]);
    expect(status).toBe(1);
    expect(err).toContain("1 error cannot be accepted");
    expect((await lint(root, "--baseline", "b.json")).diagnostics.map(({ ruleId }) => ruleId)).toContain(
      "choice-key-count",
    );
  });

  it("reports entries that accept more than there is, rules and guides that do not exist", async () => {
    const root = await adopted();
    writeIn(root, "content/tst/items/first.md", item);
    writeIn(
      root,
      "accepted.json",
      `{
  "schemaVersion": 1,
  "guides": {
    "gone": {},
    "tst": {
      "first": { "references-missing": 1 },
      "second": { "references-missing": 1, "references-mising": 1 }
    }
  }
}
`,
    );
    const { found, diagnostics } = await lint(root);
    expect(found).toEqual([
      "accepted.json:4 baseline-unused",
      "accepted.json:6 baseline-unused",
      "accepted.json:7 baseline-rule-unknown",
    ]);
    expect(diagnostics.map(({ message }) => message)).toContain(
      "Unexpected 1 accepted finding of `references-missing` in `first`, expected 0: run `certpress lint --update-baseline`",
    );
  });

  it("is a fault where it is missing, malformed or outside the workspace", async () => {
    const root = makeWorkspace();
    expect((await lint(root, "--baseline", "no.json")).found).toEqual(["no.json:1 file-missing"]);
    writeIn(root, "broken.json", '{"schemaVersion": 1, "guides": {"tst": {"a": {"b": 0}}}}');
    expect((await lint(root, "--baseline", "broken.json")).diagnostics.map(({ ruleId }) => ruleId)).toContain(
      "schema-value",
    );
    expect((await lint(root, "--baseline", "../b.json")).found).toEqual(["certpress.config.yaml:1 file-missing"]);
  });
});
