// The build date of an artifact: the environment's, else the commit's, else none (the newest file's is taken).
import { gitText } from "./git.ts";
import { UsageError } from "./usage-error.ts";

/** Undefined if neither `SOURCE_DATE_EPOCH` (reproducible-builds.org) nor a commit that holds all content names a date. */
export function buildDate(root: string, env: Readonly<Record<string, string | undefined>>): Date | undefined {
  const epoch = env["SOURCE_DATE_EPOCH"];
  if (epoch !== undefined && epoch !== "") {
    if (!/^\d{1,11}$/u.test(epoch))
      throw new UsageError(`Unexpected SOURCE_DATE_EPOCH \`${epoch}\`, expected seconds since 1970`);
    return new Date(Number(epoch) * 1000);
  }
  const changes = gitText(root, ["status", "--porcelain", "--untracked-files=all", "--", "content"]);
  if (changes === null || changes !== "" || !gitText(root, ["ls-files", "--", "content"])) return undefined;
  const seconds = gitText(root, ["log", "-1", "--format=%ct"]);
  return seconds === null ? undefined : new Date(Number(seconds) * 1000);
}
