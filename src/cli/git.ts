// The only child process: the local git, asked and never told to change anything.
import { execFileSync } from "node:child_process";

/** What git writes to standard output; null if there is no git, no repository, or it refuses. */
export function git(cwd: string, args: readonly string[], input?: string): Buffer | null {
  try {
    return execFileSync("git", ["-c", "core.fsmonitor=false", ...args], {
      cwd,
      maxBuffer: Number.POSITIVE_INFINITY,
      stdio: ["pipe", "pipe", "ignore"],
      ...(input !== undefined && { input }),
    });
  } catch {
    return null;
  }
}

/** The same as trimmed text. */
export function gitText(cwd: string, args: readonly string[]): string | null {
  return git(cwd, args)?.toString("utf8").trim() ?? null;
}

/** From the repository's root to a folder, ending in a slash; empty at the root, and where there is no repository. */
export function repositoryPrefix(folder: string): string {
  return gitText(folder, ["rev-parse", "--show-prefix"]) ?? "";
}
