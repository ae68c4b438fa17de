// certpress build: lint, then publish; with any error nothing is written.
import { join, relative, resolve, sep } from "node:path";
import { sortDiagnostics } from "../../diagnostic.ts";
import { isPublishable } from "../../build-guide.ts";
import { requireWorkspace, selectGuides } from "../workspace.ts";
import type { Workspace } from "../../workspace.ts";
import { dropStaged, placeStaged } from "../../write-artifacts.ts";
import { allowedWarnings, type Profile } from "../../profile.ts";
import { publisherIds, type PublisherId } from "../../publish/index.ts";
import { buildDate } from "../build-date.ts";
import { buildGuides } from "../build-guides.ts";
import type { BuildPlan, BuildResult } from "../build-task.ts";
import { exitStatus } from "../exit-status.ts";
import { formatCounts, formatSize } from "../format.ts";
import { placeOfCache, reportCacheFault, type CacheFlags } from "../guide-cache.ts";
import type { Io } from "../io.ts";
import { showProgress } from "../progress.ts";
import { printReport } from "../print-report.ts";
import { unexpected, UsageError } from "../usage-error.ts";

export interface BuildFlags extends CacheFlags {
  cwd?: string;
  to?: string;
  out: string;
  profile?: Profile;
}

/** Exit status: 0 published, 1 errors. */
export async function runBuild(io: Io, names: string[], flags: BuildFlags): Promise<number> {
  const workspace = await requireWorkspace(io, flags.cwd, flags.profile && { profile: flags.profile });
  const ids = selectGuides(workspace, names);
  const outputs = flags.to === undefined ? undefined : selectOutputs(flags.to);
  const out = resolveOut(workspace, flags.out);
  const progress = showProgress(io);
  const date = buildDate(workspace.root, io.env);
  const plan: BuildPlan = {
    root: workspace.root,
    ...(flags.profile && { profile: flags.profile }),
    out,
    options: { ...(outputs && { outputs }), ...(date && { date }) },
    cache: placeOfCache(io, workspace.root, flags),
  };
  try {
    const publish = isPublishable(workspace.diagnostics, workspace);
    const built = await buildGuides(
      workspace,
      plan,
      { ids, publish },
      {
        starts: (id) => progress.step(`${id}: checking and publishing`),
        ends: (_, { cacheFault }) => reportCacheFault(io, cacheFault),
      },
    );
    progress.done();
    return finish(io, workspace, out, built);
  } finally {
    dropStaged(out, ids);
  }
}

/** Says what was found, and puts what was made in place if nothing keeps it from being published. */
function finish(io: Io, workspace: Workspace, out: string, built: readonly BuildResult[]): 0 | 1 {
  const reports = built.map(({ report }) => report);
  const diagnostics = sortDiagnostics([...workspace.diagnostics, ...reports.flatMap((guide) => guide.diagnostics)]);
  printReport(io, workspace, "pretty", diagnostics, reports);
  if (exitStatus(io, diagnostics, allowedWarnings(workspace.config.profile)) > 0) {
    io.err("Nothing was published: mend the findings first.\n");
    return 1;
  }
  const manifest = placeStaged(
    out,
    built.flatMap(({ staged }) => staged ?? []),
  );
  for (const { report, staged } of built) {
    io.out(`${report.id}: found ${formatCounts(report.found)}; published all\n`);
    for (const { entry } of staged?.artifacts ?? [])
      io.out(`  ${relative(io.cwd, join(out, entry.path)) || entry.path}  ${formatSize(entry.bytes)}\n`);
  }
  io.out(`${relative(io.cwd, manifest) || manifest}\n`);
  return 0;
}

/** The output folder; the sources and the workspace itself are none, because artifacts among them would be read as sources. */
function resolveOut({ root }: Workspace, folder: string): string {
  const out = resolve(root, folder);
  const inside = relative(root, out).split(sep);
  if (inside[0] === "" || inside[0] === "content")
    throw new UsageError(`Unexpected output folder \`${folder}\`, expected one outside content/, such as \`dist\``);
  return out;
}

function selectOutputs(list: string): PublisherId[] {
  const names = list.split(",").map((name) => name.trim());
  for (const name of names) {
    if (publisherIds.some((id) => id === name)) continue;
    throw new UsageError(unexpected("output", name, publisherIds));
  }
  return publisherIds.filter((id) => names.includes(id));
}
