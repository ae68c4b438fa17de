// The only child process: the local git, asked and never told to change anything.
import { execFileSync } from "node:child_process";
import { UsageError } from "./usage-error.ts";

/** What git writes to standard output; null if there is no git, no repository, or it refuses. */
function git(cwd: string, args: readonly string[]): Buffer | null {
  try {
    return execGit(cwd, args);
  } catch {
    return null;
  }
}

/** The same as trimmed text. */
export function gitText(cwd: string, args: readonly string[]): string | null {
  return git(cwd, args)?.toString("utf8").trim() ?? null;
}

/** What git writes to standard output. Throws a UsageError that begins with `fault` and ends with git's own words. */
export function requireGit(cwd: string, args: readonly string[], fault: string, input?: string): Buffer {
  try {
    return execGit(cwd, args, input);
  } catch (error) {
    throw new UsageError(`${fault}: ${wordsOf(error)}`);
  }
}

function execGit(cwd: string, args: readonly string[], input?: string): Buffer {
  return execFileSync("git", ["-c", "core.fsmonitor=false", ...args], {
    cwd,
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ["pipe", "pipe", "pipe"],
    ...(input !== undefined && { input }),
  });
}

/** What git writes to standard error, else that there is no git. */
function wordsOf(error: unknown): string {
  const { stderr, code } = Object(error) as { stderr?: Buffer | null; code?: string };
  const words = stderr?.toString("utf8").trim() ?? "";
  if (words !== "") return `git says: ${words}`;
  return code === "ENOENT" ? "git is not installed" : "git failed and does not say why";
}

/** From the repository's root to a folder, ending in a slash; empty at the root, and where there is no repository. */
export function repositoryPrefix(folder: string): string {
  return git(folder, ["rev-parse", "--show-prefix"])?.toString("utf8").replace(/\n$/u, "") ?? "";
}
