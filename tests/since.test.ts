// lint --since in real repositories: what a change touched, what it caused, and what was there before.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { findingsOfChange, type Changes } from "../src/compare.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { commitAll, gitIn, hasGit, makeRepository } from "./helpers/repository.ts";
import { runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"]!;
/** An item without references: one warning at its first line. */
const old = item.replace(/## References[^]*$/u, "").replace("names an object", "labels some object");
const path = (id: string) => `content/tst/items/${id}.md`;

async function lintSince(root: string, ref: string, ...more: string[]) {
  const ran = await runIn(root, ["lint", "--since", ref, "--format", "json", ...more]);
  const diagnostics = (ran.status === 2 ? [] : JSON.parse(ran.out).diagnostics) as Diagnostic[];
  return { ...ran, found: diagnostics.map((each) => `${each.path.replace("content/tst/", "")} ${each.ruleId}`) };
}

describe.runIf(hasGit)("lint --since", () => {
  it("reports what the branch adds and not what was there, and says that there is more", async () => {
    const root = makeRepository({ "items/old.md": old });
    writeIn(root, path("new"), item.replace('task: "1.1"', 'task: "9.9"').replace("a bucket", "some bucket"));
    commitAll(root, "A new item");
    const { status, found, err } = await lintSince(root, "main");
    expect(found).toEqual(["items/new.md item-task-unknown"]);
    expect(status).toBe(1);
    expect(err).toContain("1 finding that the change neither made nor touched: not shown");
  });

  it("reports all findings of an item that the branch edits, also those that it had", async () => {
    const root = makeRepository({ "items/old.md": old, "items/older.md": old.replace("The tag", "A tag") });
    writeIn(root, path("old"), old.replace("The class", "A class"));
    const { status, found } = await lintSince(root, "main");
    expect(found).toContain("items/old.md references-missing");
    expect(found).not.toContain("items/older.md references-missing");
    expect(status).toBe(0);
  });

  it("sees what is not committed and not even added", async () => {
    const root = makeRepository();
    writeIn(root, path("new"), old);
    expect((await lintSince(root, "main")).found).toContain("items/new.md references-missing");
  });

  it("follows a renamed item: its findings are the change's, others' are not", async () => {
    const root = makeRepository({ "items/old.md": old });
    renameSync(join(root, path("old")), join(root, path("renamed")));
    commitAll(root, "Rename");
    expect((await lintSince(root, "main")).found).toEqual(["items/renamed.md references-missing"]);
  });

  it("blames a change for what it breaks elsewhere", async () => {
    const root = makeRepository();
    writeIn(root, "content/tst/domains/d1.md", soundGuide["domains/d1.md"]!.replace("### Buckets", "### Pails"));
    commitAll(root, "Rename a topic");
    expect((await lintSince(root, "main")).found).toEqual(["items/object-name.md item-topic-unknown"]);
  });

  it("does not blame a branch for what main did after it left", async () => {
    const root = makeRepository();
    gitIn(root, "checkout", "-q", "main");
    writeIn(root, path("mains"), old);
    commitAll(root, "Work on main");
    gitIn(root, "checkout", "-q", "work");
    writeIn(
      root,
      path("good"),
      item.replace("Which part names an object in a bucket?", "What tells two objects apart?"),
    );
    commitAll(root, "Work on the branch");
    expect((await lintSince(root, "main")).found).toEqual([]);
  });

  it("blames a change for entries of the baseline that it leaves unused, and not for those that were", async () => {
    const root = makeRepository({ "items/old.md": old });
    writeIn(root, "certpress.config.yaml", "baseline: accepted.json\n");
    const accepted = { old: { "references-missing": 1, "stem-negative": 1 } };
    writeIn(root, "accepted.json", JSON.stringify({ schemaVersion: 1, guides: { gone: {}, tst: accepted } }));
    commitAll(root, "A baseline");
    expect((await lintSince(root, "HEAD")).found).toEqual([]);
    writeIn(root, path("old"), item.replace("names an object", "labels some object"));
    const { out } = await lintSince(root, "HEAD");
    expect((JSON.parse(out).diagnostics as Diagnostic[]).map(({ message }) => message)).toEqual([
      "Unexpected 1 accepted finding of `references-missing` in `old`, expected 0: `certpress lint --fix accepted.json` takes out what is not needed",
    ]);
    writeIn(root, "accepted.json", JSON.stringify({ schemaVersion: 1, guides: { gone: {} } }));
    expect((await lintSince(root, "HEAD")).found).toEqual(["accepted.json baseline-unused"]);
  });

  it("places what two files share at the one that the branch touches, whichever comes first in the bank", async () => {
    const root = makeRepository({ "items/deep/q.md": item });
    writeIn(root, path("aa-copy"), item);
    writeIn(root, path("first/q"), item.replace("names an object", "marks any object"));
    const { out } = await lintSince(root, "main");
    const found = (JSON.parse(out).diagnostics as Diagnostic[]).map(({ ruleId, path, itemId, message, related }) => [
      ruleId,
      path.replace("content/tst/items/", ""),
      itemId,
      related?.map((each) => each.path.replace("content/tst/items/", "")),
      message,
    ]);
    expect(found).toContainEqual([
      "bank-near-duplicate",
      "aa-copy.md",
      "aa-copy",
      ["object-name.md"],
      expect.stringContaining("likeness to the item `object-name`"),
    ]);
    expect(found).toContainEqual(["item-id-duplicate", "first/q.md", "q", ["deep/q.md"], expect.any(String)]);
    expect(found.filter(([, path]) => path === "object-name.md" || path === "deep/q.md")).toEqual([]);
  });

  it("says what can be said of one file alone at the other, if that is the one that the branch touches", async () => {
    const root = makeRepository();
    writeIn(
      root,
      path("new"),
      item.replace("verified:", "enemies: [object-name]\nverified:").replace("names an", "marks an"),
    );
    const { out } = await lintSince(root, "main");
    const found = (JSON.parse(out).diagnostics as Diagnostic[]).find(({ ruleId }) => ruleId === "item-enemy-one-sided");
    expect(found).toMatchObject({
      path: path("new"),
      itemId: "new",
      position: { start: { line: 7 } },
      message: expect.stringMatching(/^Unexpected enemies without `new`, .* \(in the item `object-name`\)$/u),
      related: [{ message: "Where it is found", path: path("object-name") }],
    });
    expect(found).not.toHaveProperty("fix");
  });

  it("blames a change for a path of the configuration that it leaves without files, and not for one that had none", async () => {
    const root = makeRepository({ "items/old.md": old, "items/older.md": old });
    const override = (name: string) => `  - paths: [content/*/items/${name}.md]\n    rules: { stem-blank: off }\n`;
    writeIn(root, "certpress.config.yaml", `overrides:\n${override("old")}${override("older")}${override("gone")}`);
    commitAll(root, "Overrides");
    rmSync(join(root, path("old")));
    renameSync(join(root, path("older")), join(root, path("newer")));
    commitAll(root, "Delete");
    const { out } = await lintSince(root, "HEAD^");
    const found = (JSON.parse(out).diagnostics as Diagnostic[]).filter(({ ruleId }) => ruleId.startsWith("config"));
    expect(found.map(({ position }) => position.start.line)).toEqual([2, 4]);
  });

  it("takes deleted files, odd names and an empty base", async () => {
    const root = makeRepository({ "items/old.md": old });
    rmSync(join(root, path("old")));
    writeIn(root, 'content/tst/items/Ünicode "x".md', item.replace("a bucket", "that bucket"));
    const { found } = await lintSince(root, "main");
    expect(found).toContain('items/Ünicode "x".md item-id-malformed');
    writeIn(root, "content/second/exam.yaml", "code: X\n");
    const second = await lintSince(root, "main", "content/second");
    expect(second.found).toContain("../second/exam.yaml schema-key-missing".replace("../", "content/"));
  });

  it("works from a workspace in a subfolder of the repository", async () => {
    const outer = mkdtempSync(join(tmpdir(), "certpress outer "));
    onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
    gitIn(outer, "init", "-q", "-b", "main");
    for (const [name, text] of Object.entries({ ...soundGuide, "items/old.md": old }))
      writeIn(outer, `guides/content/tst/${name}`, text);
    commitAll(outer, "The bank");
    writeIn(outer, `guides/${path("new")}`, old.replace("The class", "A class"));
    const { found } = await lintSince(join(outer, "guides"), "main");
    expect(found).toContain("items/new.md references-missing");
    expect(found).not.toContain("items/old.md references-missing");
  });
});

describe.runIf(hasGit)("a history that cannot tell", () => {
  it("is wrong usage: a shallow clone, with the way out", async () => {
    const root = makeRepository();
    writeIn(root, path("new"), old);
    commitAll(root, "New");
    const clone = mkdtempSync(join(tmpdir(), "certpress clone "));
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
    gitIn(clone, "clone", "-q", "--depth", "1", `file://${root}`, "here");
    const { status, err } = await lintSince(join(clone, "here"), "origin/main");
    expect(status).toBe(2);
    expect(err).toContain("`fetch-depth: 0`");
  });

  it("is wrong usage: an unknown commit, one of another history, a flag for a name, no repository", async () => {
    const root = makeRepository();
    expect(await lintSince(root, "nowhere")).toMatchObject({ status: 2 });
    gitIn(root, "checkout", "-q", "--orphan", "other");
    commitAll(root, "Other");
    expect((await lintSince(root, "main")).err).toContain("shares history");
    const flag = await runIn(root, ["lint", "--since=--output=x"]);
    expect(flag.status).toBe(2);
    rmSync(join(root, ".git"), { recursive: true });
    expect((await lintSince(root, "main")).err).toMatch(
      /expected a git repository.*: git says: fatal: not a git repo/u,
    );
  });

  it("is wrong usage: a repository of somebody else, with git's own way out", async () => {
    const root = makeRepository();
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { status, err } = await lintSince(root, "main");
    expect(status).toBe(2);
    expect(err).toContain("git config --global --add safe.directory");
  });

  it("is wrong usage: a clone without the files of the commit", async () => {
    const root = makeRepository({ "items/old.md": old });
    writeIn(root, path("old"), old.replace("The class", "A class"));
    commitAll(root, "Edit");
    gitIn(root, "config", "uploadpack.allowFilter", "true");
    const clone = mkdtempSync(join(tmpdir(), "certpress clone "));
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
    gitIn(clone, "clone", "-q", "--filter=blob:none", "--branch", "work", `file://${root}`, "here");
    gitIn(join(clone, "here"), "remote", "set-url", "origin", `file://${join(clone, "nowhere")}`);
    const { status, err } = await lintSince(join(clone, "here"), "origin/main");
    expect(status).toBe(2);
    expect(err).toMatch(/^Cannot .* commit [0-9a-f]{40}: git says: /u);
  });
});

describe.runIf(hasGit)("lint --since --fix", () => {
  it("changes the files of the change and no others", async () => {
    const numbers = item.replace("The key", "8 days").replace("The tag", "1 day").replace("The class", "30 days");
    const root = makeRepository({ "items/old.md": numbers });
    const mine = numbers.replace("names an object", "marks any object");
    writeIn(root, path("mine"), mine);
    const { err } = await lintSince(root, "main", "--fix-unsafe");
    expect(err).toContain("Made 1 fix in 1 file\n");
    expect(readFileSync(join(root, path("old")), "utf8")).toBe(numbers);
    expect(readFileSync(join(root, path("mine")), "utf8")).not.toBe(mine);
  });
});

describe.runIf(hasGit)("lint --since under GitHub Actions", () => {
  /** The rows of the table of numbers on the page of the step. */
  async function numbersOf(root: string): Promise<string[]> {
    const page = join(root, ".git", "page.md");
    const env = { SOURCE_DATE_EPOCH: "1767225600", GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: page };
    const { out } = await runIn(root, ["lint", "--since", "main"], { env });
    expect(out).toMatch(/^(?:::\w+ file=.*\n)*$/u);
    const [, table = ""] = readFileSync(page, "utf8").split("### What changed");
    return table.split("\n").filter((line) => /^\| [^|]*(?:Items|Task) /u.test(line));
  }

  it("counts what was done to items, also to those with errors", async () => {
    const root = makeRepository({ "items/old.md": old, "items/other.md": old, "items/gone.md": "Gone.\n" });
    writeIn(root, path("good"), item.replace("names an object", "marks any object"));
    writeIn(root, path("bad"), item.replace("[x]", "[ ]"));
    writeIn(root, path("old"), old.replace("[x]", "[ ]"));
    renameSync(join(root, path("other")), join(root, path("renamed")));
    rmSync(join(root, path("gone")));
    commitAll(root, "Work");
    expect(await numbersOf(root)).toEqual([
      "| Items added |  | 2 |  |",
      "| Items edited |  | 1 |  |",
      "| Items renamed |  | 1 |  |",
      "| Items removed |  | 1 |  |",
    ]);
  });

  it("names the guide where there are several, also one that cannot be published", async () => {
    const root = makeRepository();
    for (const [name, text] of Object.entries(soundGuide)) writeIn(root, `content/two/${name}`, text);
    writeIn(root, "content/two/exam.yaml", "code: X\n");
    writeIn(root, path("new"), item.replace("names an object", "marks any object"));
    expect(await numbersOf(root)).toEqual([
      "| tst: Items added |  | 1 |  |",
      "| tst: Task `1.1` | 1 | 2 |  |",
      "| two: Items added |  | 1 |  |",
    ]);
  });

  it("writes no page where a format is asked for", async () => {
    const root = makeRepository();
    const page = join(root, "page.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: page };
    await runIn(root, ["lint", "--format", "compact"], { env });
    expect(existsSync(page)).toBe(false);
  });
});

describe("findingsOfChange", () => {
  const nothing: Changes = { touched: new Set(), renamed: new Map(), removed: new Set() };
  const at = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const finding = (message: string, changes: Partial<Diagnostic> = {}): Diagnostic => ({
    ruleId: "rule",
    severity: "warning",
    message,
    path: "exam.yaml",
    position: at,
    ...changes,
  });

  it("shows a finding about the whole bank only where it got worse", () => {
    const before = [finding("Unexpected 12 items, expected 28", { excess: 16 })];
    const worse = finding("Unexpected 11 items, expected 28", { excess: 17 });
    const better = finding("Unexpected 13 items, expected 28", { excess: 15 });
    expect(findingsOfChange([worse], before, nothing)).toEqual([worse]);
    expect(findingsOfChange([better], before, nothing)).toEqual([]);
    expect(findingsOfChange(before, before, nothing)).toEqual([]);
    expect(findingsOfChange(before, [], nothing)).toEqual(before);
  });

  it("knows a finding about the whole bank again, whatever its numbers: what it quotes is what it is about", () => {
    const one = finding("Unexpected 1 item in the domain `D1`, expected about 9", { excess: 8 });
    const two = finding("Unexpected 2 items in the domain `D1`, expected about 9", { excess: 7 });
    const other = finding("Unexpected 2 items in the domain `D2`, expected about 9", { excess: 7 });
    expect(findingsOfChange([two, other], [one], nothing)).toEqual([other]);
    const position = (key: string, choices: number, excess: number) =>
      finding(`Unexpected key at ${key} in 40 of 60 items with \`${choices} choices\`, expected about 15`, { excess });
    expect(findingsOfChange([position("C", 4, 20)], [position("A", 4, 25)], nothing)).toEqual([]);
    expect(findingsOfChange([position("A", 3, 20)], [position("A", 4, 25)], nothing)).toHaveLength(1);
  });

  it("counts equal findings: of two, one was there", () => {
    const each = finding("Unexpected x, expected y");
    expect(findingsOfChange([each, each], [each], nothing)).toHaveLength(1);
  });

  it("shows a finding whose related item was touched", () => {
    const pair = finding("Unexpected copy, expected none", {
      path: "a.md",
      itemId: "a",
      related: [{ message: "the other", path: "b.md", position: at }],
    });
    expect(findingsOfChange([pair], [pair], nothing)).toEqual([]);
    expect(findingsOfChange([pair], [pair], { ...nothing, touched: new Set(["b.md"]) })).toEqual([pair]);
  });
});
