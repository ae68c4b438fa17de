// certpress lint: the diagnostics, and nothing else. The bank is loaded whole; paths and changes filter what is shown.
import { relative, resolve, sep } from "node:path";
import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { isPresent } from "../../files.ts";
import type { CheckedGuide, GuideReport } from "../../pipeline.ts";
import type { Workspace } from "../../workspace.ts";
import { allowedWarnings, type Profile } from "../../profile.ts";
import { plural } from "../../quote.ts";
import type { ReportFormat } from "../../report/index.ts";
import { readChanges } from "../changes.ts";
import type { compareWithBase, Compared } from "../compare-with-base.ts";
import { exitStatus } from "../exit-status.ts";
import { formatCounts } from "../format.ts";
import type { Io } from "../io.ts";
import { publishReport } from "../print-report.ts";
import { UsageError } from "../usage-error.ts";
import { openGuideCache, saveGuideCache, type CacheFlags } from "../guide-cache.ts";
import { checkAtBuildDate, reportAtBuildDate, requireWorkspace } from "../workspace.ts";

export interface LintFlags extends CacheFlags {
  cwd?: string;
  format?: ReportFormat;
  maxWarnings?: number;
  profile?: Profile;
  since?: string;
  baseline?: string;
  updateBaseline?: boolean;
  fix?: boolean;
  fixUnsafe?: boolean;
}

/** Exit status: 0 clean, 1 errors or too many warnings. */
export async function runLint(io: Io, paths: string[], flags: LintFlags): Promise<number> {
  const { cwd, profile, baseline } = flags;
  const open = (): Promise<Workspace> =>
    requireWorkspace(io, cwd, { ...(profile && { profile }), ...(baseline && { baseline }) });
  let workspace = await open();
  const { root } = workspace;
  const wanted = paths.map((path) => inWorkspace(io, root, path));
  const ids = guidesOf(workspace, wanted);
  if (flags.updateBaseline === true) {
    const part = paths.find((_, index) => !ids.some((id) => covers(wanted[index] ?? "", `content/${id}`)));
    if (part !== undefined)
      throw new UsageError(
        `Unexpected path \`${part}\`, expected a guide's folder: a baseline is written for whole guides`,
      );
    const { updateBaseline } = await import("../update-baseline.ts");
    return updateBaseline(io, workspace, ids);
  }

  if (flags.fix === true || flags.fixUnsafe === true) {
    const touched = flags.since === undefined ? null : readChanges(root, flags.since).changes.touched;
    const { fixGuides } = await import("../fix-guides.ts");
    await fixGuides(io, workspace, ids, {
      unsafe: flags.fixUnsafe === true,
      wanted: (path) => isInWanted(path, wanted) && (touched?.has(path) ?? true),
    });
    workspace = await open();
  }

  const caches = ids.map((id) => ({ id, memory: openGuideCache(io, root, id, flags) }));
  const whole: CheckedGuide[] = [];
  const reports: GuideReport[] = [];
  for (const { id, memory } of caches) {
    if (flags.since === undefined) reports.push(await reportAtBuildDate(io, workspace, id, { memory }));
    else whole.push(await checkAtBuildDate(io, workspace, id, { memory }));
  }
  const checked = flags.since === undefined ? reports : whole;
  const all = sortDiagnostics([...workspace.diagnostics, ...checked.flatMap((guide) => guide.diagnostics)]);
  const compared = flags.since === undefined ? null : await compare(io, workspace, whole, all, flags.since);
  for (const { memory } of caches) saveGuideCache(io, memory);
  const made = compared?.shown ?? all;
  const shown = made.filter((diagnostic) => isWanted(diagnostic, wanted));

  const format = publishReport(io, workspace, flags.format, shown, checked, compared?.numbers);
  if (ids.length === 0) io.err("No guide is in these paths: nothing but the configuration was checked\n");
  if (format === "pretty" && shown.length === 0)
    for (const guide of checked)
      io.err(`${guide.id}: ${formatCounts(guide.found)}; no findings${wanted.length > 0 ? " in these paths" : ""}\n`);
  if (made.length > shown.length)
    io.err(`${plural(made.length - shown.length, "finding")} outside of these paths: not shown\n`);
  const hidden = all.length - made.length;
  if (hidden > 0) io.err(`${plural(hidden, "finding")} that the change neither made nor touched: not shown\n`);
  return exitStatus(io, shown, flags.maxWarnings ?? allowedWarnings(workspace.config.profile));
}

async function compare(...parameters: Parameters<typeof compareWithBase>): Promise<Compared> {
  const { compareWithBase } = await import("../compare-with-base.ts");
  return compareWithBase(...parameters);
}

/** A path of the command line relative to the workspace root; the root itself is the empty path. */
function inWorkspace(io: Io, root: string, path: string): string {
  const absolute = resolve(io.cwd, path);
  const inside = relative(root, absolute).split(sep).join("/");
  if (inside.startsWith("..") || !isPresent(absolute))
    throw new UsageError(`Unexpected path \`${path}\`, expected a file or folder in ${root}`);
  return inside;
}

/** The guides that hold a wanted path, or all; all of them say what is not needed in the baseline. */
function guidesOf(workspace: Workspace, wanted: string[]): string[] {
  if (wanted.includes(workspace.baseline?.path ?? "")) return workspace.guides;
  const isTouched = (id: string) =>
    wanted.some((path) => covers(path, `content/${id}`) || covers(`content/${id}`, path));
  return wanted.length === 0 ? workspace.guides : workspace.guides.filter(isTouched);
}

function isWanted({ path, related = [] }: Diagnostic, wanted: string[]): boolean {
  return [path, ...related.map((each) => each.path)].some((each) => isInWanted(each, wanted));
}

function isInWanted(path: string, wanted: string[]): boolean {
  return wanted.length === 0 || wanted.some((folder) => covers(folder, path));
}

function covers(folder: string, path: string): boolean {
  return folder === "" || folder === path || path.startsWith(`${folder}/`);
}
