// A throw-away workspace on the disk with one small sound guide, for tests of what users run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

/** The guide's files by path in the guide's folder. */
export const soundGuide: Readonly<Record<string, string>> = {
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
      title: First Domain
      weight: 33.3
      tasks:
        - id: "1.1"
          title: First task
    - id: D2
      title: Second Domain
      weight: 66.7
      tasks:
        - id: "2.1"
          title: Second task
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
| D1 | First Domain | 33.3% |
| D2 | Second Domain | 66.7% |
`,
  "domains/d1.md": `---
domain: D1
---

# First Domain

## Basics

What the section is for.

### Buckets

A bucket holds objects.

- **Object**: A file with a key.
- **Key**: The name of an object.
`,
  "domains/d2.md": `---
domain: D2
---

# Second Domain

## More

What this section is for.

### Queues

A queue holds messages.

- **Message**: What a producer sends.
`,
  "items/object-name.md": `---
type: multiple-choice
task: "1.1"
topic: buckets
difficulty: easy
cognitive: recall
verified: 2026-01-02
---

Which part names an object in a bucket?

- [x] The key
  > It is the object's name.
- [ ] The tag
  > It describes the object.
- [ ] The class
  > It sets the price.

## Explanation

The key names the object.

## References

- [Objects](https://example.com/objects)
`,
};

/** Writes a workspace with one guide, `content/tst`, changed by `changes` (null leaves a file out); it goes with the test. Returns its root. */
export function makeWorkspace(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "certpress test "));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ ...soundGuide, ...changes })) {
    if (text !== null) writeIn(root, `content/tst/${path}`, text);
  }
  return root;
}

export function writeIn(root: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What one command line did. */
export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** Runs a command line in a folder as a program would, without a terminal. */
export async function runIn(cwd: string, argv: string[], io: Partial<Io> = {}): Promise<Ran> {
  const ran: Ran = { status: 0, out: "", err: "" };
  ran.status = await run(argv, {
    cwd,
    env: { SOURCE_DATE_EPOCH: "1767225600" },
    out: (text) => void (ran.out += text),
    err: (text) => void (ran.err += text),
    interactive: false,
    ...io,
  });
  return ran;
}
