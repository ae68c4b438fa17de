// A throw-away git repository, for tests of what looks at history.
import { execFileSync, spawnSync } from "node:child_process";
import { makeWorkspace } from "./workspace.ts";

/** Tests that need history run only where git is; the README's commands do without. */
export const hasGit: boolean = spawnSync("git", ["--version"]).status === 0;

/** Runs git in a folder with an identity and a date of its own. */
export function gitIn(cwd: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const date = "2026-01-01T00:00:00Z";
  return execFileSync("git", [...identity, ...args], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: "/dev/null" },
  }).trim();
}

/** Commits everything in a folder. */
export function commitAll(root: string, message: string): void {
  gitIn(root, "add", "-A");
  gitIn(root, "commit", "-q", "-m", message);
}

/** A workspace as `makeWorkspace` makes it, committed on `main`, with the branch `work` checked out. */
export function makeRepository(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = makeWorkspace(changes);
  gitIn(root, "init", "-q", "-b", "main");
  commitAll(root, "The bank");
  gitIn(root, "checkout", "-q", "-b", "work");
  return root;
}
