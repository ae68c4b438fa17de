// What changed since a commit, and the guides as they were then: from the local repository alone.
import type { Changes } from "../compare.ts";
import type { GuideSource } from "../files.ts";
import { isMediaTooLarge } from "../model/media.ts";
import { gitText, requireGit } from "./git.ts";
import { UsageError } from "./usage-error.ts";

/** The commit that a line of work left from, and what it did since. */
export interface ChangesSince {
  /** Full id of the merge base. */
  base: string;
  changes: Changes;
}

/**
 * What HEAD, the index and the working tree changed since they left `ref`. Throws a UsageError where git cannot tell: no
 * repository, no such commit, no common ancestor, or a clone that is too shallow.
 */
export function readChanges(root: string, ref: string): ChangesSince {
  requireGit(root, ["rev-parse", "--git-dir"], "Unexpected --since, expected a git repository that can be read");
  const isShallow = gitText(root, ["rev-parse", "--is-shallow-repository"]) === "true";
  const shallow = (what: string): UsageError =>
    new UsageError(
      `${what}, and this clone is shallow: fetch the whole history first (actions/checkout: \`fetch-depth: 0\`; elsewhere: \`git fetch --unshallow\`)`,
    );
  const commit = gitText(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === null) {
    if (isShallow) throw shallow(`The commit \`${ref}\` is not here`);
    throw new UsageError(`Unexpected --since \`${ref}\`, expected a commit, branch or tag of this repository`);
  }
  const base = gitText(root, ["merge-base", commit, "HEAD"]);
  if (base === null) {
    if (isShallow) throw shallow(`Where HEAD left \`${ref}\` is not here`);
    throw new UsageError(`Unexpected --since \`${ref}\`, expected a commit that shares history with HEAD`);
  }
  return { base, changes: diff(root, base) };
}

function diff(root: string, base: string): Changes {
  const touched = new Set<string>();
  const removed = new Set<string>();
  const renamed = new Map<string, string>();
  const fields = listOf(
    requireGit(
      root,
      ["diff", "--name-status", "-z", "-M", "--no-ext-diff", "--relative", base, "--", "."],
      `Cannot compare with commit ${base}`,
    ),
  );
  for (let index = 0; index < fields.length; index++) {
    const status = fields[index] ?? "";
    const first = fields[++index] ?? "";
    if (status.startsWith("R") || status.startsWith("C")) {
      const second = fields[++index] ?? "";
      touched.add(second);
      if (status.startsWith("R")) renamed.set(second, first);
    } else if (status === "D") removed.add(first);
    else touched.add(first);
  }
  const untracked = ["ls-files", "--others", "--exclude-standard", "-z", "--", "."];
  for (const path of listOf(requireGit(root, untracked, "Cannot list the new files"))) touched.add(path);
  return { touched, renamed, removed };
}

/** One guide as it was in a commit; without files if it was not there. Links of the file system are left out. */
export function readGuideAt(root: string, commit: string, id: string, modified: Date): GuideSource {
  const folder = `content/${id}`;
  const tree = requireGit(root, ["ls-tree", "-r", "-z", commit, "--", folder], cannotRead(commit));
  const entries = listOf(tree).flatMap((line) => {
    const [, mode, oid, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/su.exec(line) ?? [];
    const isFile = mode !== undefined && mode !== "120000";
    return !isFile || oid === undefined || path === undefined || isHidden(path) ? [] : [{ oid, path }];
  });
  const blobs = readBlobs(
    root,
    commit,
    entries.map(({ oid }) => oid),
  );
  const source: GuideSource = { id, folder, files: [], media: [], escaping: [], modified };
  for (const [index, { path }] of entries.entries()) {
    const bytes = blobs[index];
    if (bytes === undefined) throw new UsageError(`${cannotRead(commit)}: git does not give ${path}`);
    if (path.startsWith(`${folder}/media/`))
      source.media.push({ path, escapes: false, bytes: isMediaTooLarge(bytes.length) ? null : bytes });
    else source.files.push({ path, bytes });
  }
  return source;
}

const cannotRead = (commit: string): string => `Cannot read the guides of commit ${commit}`;

const isHidden = (path: string): boolean => path.split("/").some((part) => part.startsWith("."));

/** Contents in the order of their ids; the format is git-cat-file(1)'s of `--batch`. */
function readBlobs(root: string, commit: string, oids: readonly string[]): Uint8Array[] {
  const input = oids.map((oid) => `${oid}\n`).join("");
  const output = requireGit(root, ["cat-file", "--batch"], cannotRead(commit), input);
  const blobs: Uint8Array[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const size = Number(output.toString("latin1", at, end).split(" ")[2]);
    if (!Number.isSafeInteger(size)) throw new Error("git cat-file did not give a file that git ls-tree named");
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

const listOf = (output: Buffer): string[] =>
  output
    .toString("utf8")
    .split("\0")
    .filter((part) => part !== "");
