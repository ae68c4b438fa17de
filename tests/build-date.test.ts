// The build date: the environment's, else the commit's if all content is committed, else none.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { buildDate } from "../src/cli/build-date.ts";
import { hasGit } from "./helpers/repository.ts";
import { makeWorkspace, writeIn } from "./helpers/workspace.ts";

function git(root: string, ...args: string[]): void {
  const { status, stderr } = spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
    cwd: root,
    env: { ...process.env, GIT_COMMITTER_DATE: "2026-02-03T04:05:06Z" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

describe("buildDate", () => {
  it("is SOURCE_DATE_EPOCH where that is set", () => {
    expect(buildDate(makeWorkspace(), { SOURCE_DATE_EPOCH: "86400" })).toEqual(new Date("1970-01-02"));
  });

  it("takes no other form of it", () => {
    expect(() => buildDate(makeWorkspace(), { SOURCE_DATE_EPOCH: "yesterday" })).toThrow(/SOURCE_DATE_EPOCH/u);
  });

  it("is unknown outside a repository", () => {
    expect(buildDate(makeWorkspace(), {})).toBeUndefined();
  });

  it.runIf(hasGit)("is the commit's as long as content is as committed", () => {
    const root = makeWorkspace();
    git(root, "init", "-q");
    git(root, "add", ".");
    expect(buildDate(root, {})).toBeUndefined();
    git(root, "commit", "-qm", "x");
    expect(buildDate(root, {})).toEqual(new Date("2026-02-03T04:05:06Z"));
    writeIn(root, "notes.txt", "not content");
    expect(buildDate(root, {})).toEqual(new Date("2026-02-03T04:05:06Z"));
    writeIn(root, "content/tst/glossary.md", "# Glossary\n");
    expect(buildDate(root, {})).toBeUndefined();
  });
});
