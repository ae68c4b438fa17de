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
      "Unexpected 1 accepted finding of `references-missing` in `first`, expected 0: `certpress lint --fix accepted.json` takes out what is not needed",
    );
    expect(
      (await lint(root, "--profile", "release")).diagnostics.map(({ ruleId, severity }) => [ruleId, severity]),
    ).toContainEqual(["baseline-unused", "info"]);
  });

  it("is pruned by --fix, which accepts nothing new and leaves what is needed as it stands", async () => {
    const root = await adopted();
    const text = (counts: object) => `${JSON.stringify({ schemaVersion: 1, guides: counts }, null, 2)}\n`;
    const needed = { "references-missing": 1 };
    const unknown = { "references-mising": 1 };
    const accepted = {
      another: { x: { "stem-negative": 1 } },
      gone: {},
      tst: {
        "10": { "stem-negative": 3 },
        fifth: { "stem-negative": 1, ...unknown, "stem-blank": 1 },
        first: { "references-missing": 4, "stem-negative": 1, "stem-blank": 2 },
        fourth: { "stem-negative": 1, "stem-blank": 1 },
        second: { "stem-blank": 1, "stem-negative": 1, ...needed },
        third: { "stem-negative": 1 },
      },
      zzz: { y: needed },
    };
    writeIn(root, "accepted.json", text(accepted));
    writeIn(root, "content/tst/items/third.md", noReferences("Who gives a third name to it?"));
    const before = readFileSync(join(root, "content/tst/items/third.md"), "utf8");
    const { found } = await lint(root, "--fix", "accepted.json");
    expect(found).toEqual(["accepted.json:6 baseline-rule-unknown"]);
    expect(readFileSync(join(root, "accepted.json"), "utf8")).toBe(
      text({ tst: { fifth: unknown, first: needed, second: needed } }),
    );
    expect(readFileSync(join(root, "content/tst/items/third.md"), "utf8")).toBe(before);
    expect((await lint(root)).found).toContain("items/third.md:1 references-missing");
  });

  it("is pruned to nothing", async () => {
    const root = await adopted();
    for (const name of ["first", "second"]) writeIn(root, `content/tst/items/${name}.md`, item);
    writeIn(
      root,
      "accepted.json",
      '{"schemaVersion":1,"guides":{"gone":{"a":{"b":1}},"tst":{"first":{"references-missing":1}}}}',
    );
    await lint(root, "--fix");
    expect(readFileSync(join(root, "accepted.json"), "utf8")).toBe('{"schemaVersion":1,"guides":{"tst":{}}}');
    writeIn(root, "accepted.json", '{"schemaVersion":1,"guides":{"gone":{"a":{"b":1}}}}');
    await lint(root, "--fix");
    expect(readFileSync(join(root, "accepted.json"), "utf8")).toBe('{"schemaVersion":1,"guides":{}}');
  });

  it("keeps what it has while there are errors: nothing looks at the craft of such an item", async () => {
    const root = await adopted();
    const path = "content/tst/items/first.md";
    const text = readFileSync(join(root, path), "utf8");
    writeIn(root, path, text.replace("[x]", "[ ]"));
    expect((await lint(root, "--fix")).found).toEqual([]);
    writeIn(root, path, text);
    expect((await lint(root)).found).toEqual([]);
  });

  it("counts the findings of a rule about the whole bank as one: a sound item moves the numbers of every domain", async () => {
    const root = makeWorkspace(oldBank);
    writeIn(root, "certpress.config.yaml", `${config}options: { bank-coverage: { items: 0, percent: 0 } }\n`);
    await runIn(root, ["lint", "--update-baseline"]);
    const { guides } = JSON.parse(readFileSync(join(root, "accepted.json"), "utf8"));
    expect(guides.tst["exam.yaml"]).toMatchObject({ "bank-coverage": 1 });
    const of = async () => (await lint(root)).diagnostics.filter(({ path }) => /exam|accepted/u.test(path));
    expect(await of()).toEqual([]);
    for (const name of ["a", "b", "c", "d"])
      writeIn(root, `content/tst/items/${name}.md`, item.replaceAll("1.1", "2.1").replaceAll("buckets", "queues"));
    expect(await of()).toEqual([]);
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
