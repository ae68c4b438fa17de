// certpress build: lint, then publish; with any error nothing is written.
import { join, relative, resolve, sep } from "node:path";
import { sortDiagnostics } from "../../diagnostic.ts";
import { checkAtBuildDate, requireWorkspace, selectGuides } from "../workspace.ts";
import { publishGuide, type CheckedGuide } from "../../pipeline.ts";
import type { Workspace } from "../../workspace.ts";
import { writeArtifacts, type BuiltGuide } from "../../write-artifacts.ts";
import { allowedWarnings, type Profile } from "../../profile.ts";
import { publisherIds, type PublisherId } from "../../publish/index.ts";
import { exitStatus } from "../exit-status.ts";
import { formatCounts, formatSize } from "../format.ts";
import { openGuideCache, saveGuideCache, type CacheFlags } from "../guide-cache.ts";
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

  const checked: CheckedGuide[] = [];
  for (const id of ids) {
    progress.step(`${id}: checking`);
    const memory = openGuideCache(io, workspace.root, id, flags);
    checked.push(await checkAtBuildDate(io, workspace, id, { memory, ...(outputs && { outputs }) }));
    saveGuideCache(io, memory);
  }
  progress.done();
  const diagnostics = sortDiagnostics([...workspace.diagnostics, ...checked.flatMap((guide) => guide.diagnostics)]);
  printReport(io, workspace, "pretty", diagnostics, checked);
  if (exitStatus(io, diagnostics, allowedWarnings(workspace.config.profile)) > 0) {
    io.err("Nothing was published: mend the findings first.\n");
    return 1;
  }

  const built: BuiltGuide[] = [];
  for (const guide of checked) {
    progress.step(`${guide.id}: publishing ${guide.publishers.map(({ id }) => id).join(", ")}`);
    built.push({ guide, artifacts: await publishGuide(guide) });
  }
  progress.done();
  const manifest = writeArtifacts(out, built);
  for (const { guide, artifacts } of built) {
    io.out(`${guide.id}: found ${formatCounts(guide.found)}; published all\n`);
    for (const { path, bytes } of artifacts)
      io.out(`  ${relative(io.cwd, join(out, path)) || path}  ${formatSize(bytes.length)}\n`);
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
