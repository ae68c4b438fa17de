// Throw-away repositories with a small guide, as a code host's runner finds them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const guide = {
  "exam.yaml": `code: TST-1
title: Test Exam
vendor: Testers
language: en
edition: "1"
blueprint:
  version: "1"
  source: https://example.com/outline
  checked: 2026-01-02
  domains:
    - id: D1
      title: Storage
      weight: 100
      tasks:
        - id: "1.1"
          title: Store objects
format:
  scored: 10
  minutes: 20
  types: [multiple-choice]
license: CC0-1.0
`,
  "guide.md": `# Test Exam

An introduction.

| Domain | Topic | Weight |
| --- | --- | --- |
| D1 | Storage | 100% |
`,
  "domains/d1.md": `---
domain: D1
---

# Storage

## Basics

What the section is for.

### Buckets

A bucket holds objects.

- **Object**: A file with a key.
`,
};

/** A sound item. Its words: the stem, then three choices with the key first. */
export function item(stem, key, second, third) {
  return `---
type: multiple-choice
task: "1.1"
topic: buckets
difficulty: easy
cognitive: recall
verified: 2026-01-02
---

${stem}

- [x] ${key}
  > It does what the scene asks for.
- [ ] ${second}
  > It serves another purpose.
- [ ] ${third}
  > It has nothing to do with the scene.

## Explanation

The scene asks for one thing, and one choice does it.

## References

- [Objects](https://example.com/objects)
`;
}

export const sound = item("Which part names an object in a bucket?", "The key", "The tag", "The class");

/** The item without its section of references: a warning at its first line. */
export const unreferenced = (text) => text.replace(/\n## References[^]*$/, "");

const folders = [];

/** An empty folder that `removeFolders` removes. */
export function makeFolder() {
  folders.push(mkdtempSync(join(tmpdir(), "certpress action ")));
  return folders.at(-1);
}

export function removeFolders() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

export function write(root, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

export function git(cwd, ...args) {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const date = "2026-01-05T00:00:00Z";
  return execFileSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env.PATH, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: "/dev/null" },
  }).trim();
}

export function commit(root, message) {
  git(root, "add", "-A");
  git(root, "commit", "-q", "-m", message);
  return git(root, "rev-parse", "HEAD");
}

/** A repository with the guide and these items on `main`, and the branch `work` checked out. `prefix` is the workspace's folder, ending in a slash. */
export function makeRepository(items, prefix = "") {
  const root = makeFolder();
  git(root, "init", "-q", "-b", "main");
  const files = {
    ...guide,
    ...Object.fromEntries(Object.entries(items).map(([id, text]) => [`items/${id}.md`, text])),
  };
  write(root, Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}content/tst/${path}`, text])));
  commit(root, "The bank");
  git(root, "checkout", "-q", "-b", "work");
  return root;
}

/** Commits the work and checks out what the host does: its merge into the base's newest commit. Returns the event, whose base is where the work began. */
export function openPullRequest(root) {
  const base = git(root, "merge-base", "main", "work");
  const head = commit(root, "Work");
  git(root, "checkout", "-q", "--detach", "main");
  git(root, "merge", "-q", "--no-ff", "-m", "Merge", "work");
  git(root, "branch", "-q", "-f", "merge", "HEAD");
  return { pull_request: { base: { sha: base }, head: { sha: head } } };
}
