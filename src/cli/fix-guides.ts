// lint --fix: checks a guide, makes the fixes of its findings in the files, and checks again, until none is left to make.
import { join } from "node:path";
import type { Diagnostic, Fix } from "../diagnostic.ts";
import { readWorkspaceFile, rewriteGuideFile, writeWhole } from "../files.ts";
import { applyFixes } from "../fix.ts";
import type { Workspace } from "../workspace.ts";
import { plural } from "../quote.ts";
import { printable } from "../report/printable.ts";
import { decodeSourceText } from "../source-text.ts";
import type { Io } from "./io.ts";
import { checkAtBuildDate } from "./workspace.ts";

/** Which fixes are made. */
export interface FixOptions {
  /** Also those that may change what the author meant. */
  unsafe: boolean;
  /** Whether the file at a workspace path may be changed. */
  wanted: (path: string) => boolean;
}

/** A fix may uncover the next fault of its place, but no sound rule needs more rounds. */
const mostRounds = 10;

/** Changes only text files of the named guides and the baseline, and says on standard error what was done and what is left. */
export async function fixGuides(
  io: Io,
  workspace: Workspace,
  ids: readonly string[],
  options: FixOptions,
): Promise<void> {
  let made = 0;
  let unsafeLeft = 0;
  const changed = new Set<string>();
  const stuck = new Set<string>();
  const afterwards = [...workspace.diagnostics];
  for (const id of ids) {
    // All texts that a file has had: one that comes back would come back for ever.
    const past = new Map<string, Set<string>>();
    for (let round = 1; ; round++) {
      const guide = await checkAtBuildDate(io, workspace, id, { outputs: [] });
      const fixable = guide.diagnostics.filter(({ path, fix }) => fix !== undefined && options.wanted(path));
      const bytesOf = (path: string): Uint8Array | undefined => guide.sources.get(path);
      const mended = mendFiles(bytesOf, fixable, options).filter(({ path }) => !stuck.has(path));
      for (const { path, text, fixed } of mended) {
        const texts = past.get(path) ?? new Set();
        past.set(path, texts.add(text));
        if (round > mostRounds || texts.has(fixed)) stuck.add(path);
      }
      const written = mended.filter(({ path }) => !stuck.has(path));
      for (const { path, mark, fixed, count } of written) {
        rewriteGuideFile(workspace.root, id, path, Buffer.from(mark + fixed));
        changed.add(path);
        made += count;
      }
      if (written.length > 0) continue;
      unsafeLeft += fixable.filter(({ fix }) => fix?.safe === false).length;
      afterwards.push(...guide.diagnostics);
      break;
    }
  }
  // Last, because what is mended is no longer accepted.
  const prunable = afterwards.filter(({ path }) => path === workspace.baseline?.path && options.wanted(path));
  for (const { path, mark, fixed, count } of mendFiles(
    (name) => readWorkspaceFile(workspace.root, name)?.bytes,
    prunable,
    options,
  )) {
    writeWhole(join(workspace.root, path), mark + fixed);
    changed.add(path);
    made += count;
  }
  io.err(`Made ${plural(made, "fix", "fixes")} in ${plural(changed.size, "file")}\n`);
  for (const path of stuck)
    io.err(`Stopped fixing ${printable(path)}: each fix there makes another; mend the rest by hand\n`);
  if (unsafeLeft > 0)
    io.err(
      `${plural(unsafeLeft, "fix", "fixes")} left that may change what was meant${options.unsafe ? "" : ": --fix-unsafe makes them; look at each"}\n`,
    );
}

/** One file with its fixes made, not yet written. */
interface MendedFile {
  path: string;
  /** The byte-order mark, if there is one. */
  mark: string;
  text: string;
  fixed: string;
  count: number;
}

function mendFiles(
  bytesOf: (path: string) => Uint8Array | undefined,
  diagnostics: readonly Diagnostic[],
  { unsafe }: FixOptions,
): MendedFile[] {
  const byPath = new Map<string, Fix[]>();
  for (const { path, fix } of diagnostics) {
    if (fix === undefined || (!fix.safe && !unsafe)) continue;
    const fixes = byPath.get(path);
    if (fixes === undefined) byPath.set(path, [fix]);
    else fixes.push(fix);
  }
  return [...byPath].flatMap(([path, fixes]) => {
    const bytes = bytesOf(path);
    if (bytes === undefined) return [];
    const { text } = decodeSourceText(path, bytes);
    const mark = bytes.length > Buffer.byteLength(text) ? "\uFEFF" : "";
    // What is not UTF-8 would not come out as it went in.
    if (Buffer.compare(Buffer.from(mark + text), bytes) !== 0) return [];
    const { text: fixed, applied } = applyFixes(text, fixes);
    return fixed === text ? [] : [{ path, mark, text, fixed, count: applied.length }];
  });
}
