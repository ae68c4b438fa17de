// One guide of a build, from its files to staged artifacts: plain data in and out, so that it can run in a worker.
import { buildGuide, recallGuide, type GuideBuild } from "../build-guide.ts";
import type { CheckOptions, GuideReport } from "../pipeline.ts";
import type { Profile } from "../profile.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";
import { stageArtifacts, type StagedGuide } from "../write-artifacts.ts";
import { openCacheAt, type CachePlace } from "./guide-cache.ts";

/** What all guides of a build share. */
export interface BuildPlan {
  root: string;
  profile?: Profile;
  /** Absolute. */
  out: string;
  options: Pick<CheckOptions, "outputs" | "date">;
  cache: CachePlace | null;
}

/** What became of one guide. */
export interface BuildResult {
  /** Sources are those that its findings name. */
  report: GuideReport;
  /** Null if it was not published. */
  staged: StagedGuide | null;
  /** Why its cache was not written. */
  cacheFault: { message: string } | null;
}

/** A guide of which nothing has changed, staged from what is remembered; null if something must be made. */
export function recallStaged(workspace: Workspace, plan: BuildPlan, id: string): BuildResult | null {
  const build = recallGuide(workspace, id, { ...plan.options, memory: openCacheAt(plan.cache, id) });
  return build && { ...stage(plan.out, build), cacheFault: null };
}

/** A guide checked and, with `publish` and unless its findings forbid it, published and staged. */
export async function buildStaged(
  workspace: Workspace,
  { out, options, cache }: BuildPlan,
  { id, publish }: { id: string; publish: boolean },
): Promise<BuildResult> {
  const memory = openCacheAt(cache, id);
  const built = stage(out, await buildGuide(workspace, id, { ...options, memory, publish }));
  return { ...built, cacheFault: memory.save() };
}

/** What a worker is asked for. */
export interface BuildTask {
  plan: BuildPlan;
  id: string;
  publish: boolean;
}

/** What a worker answers: an error would lose all but its message on its way to the main thread. */
export type BuildAnswer = { result: BuildResult } | { error: { message: string; stack?: string } };

const workspaces = new Map<string, Promise<Workspace | null>>();

/** The same in a worker, which opens the workspace at its first guide. */
export async function answerTask({ plan, id, publish }: BuildTask): Promise<BuildAnswer> {
  try {
    const { root, profile } = plan;
    const opened = workspaces.get(root) ?? openWorkspace(root, profile && { profile });
    workspaces.set(root, opened);
    const workspace = await opened;
    if (workspace === null) throw new Error(`The workspace ${root} is gone`);
    return { result: await buildStaged(workspace, plan, { id, publish }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The disk's own properties tell its errors from ours.
    return { error: { ...error, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) } };
  }
}

function stage(out: string, { guide, artifacts }: GuideBuild): Pick<BuildResult, "report" | "staged"> {
  const named = new Set(guide.diagnostics.flatMap(({ path, related = [] }) => [path, ...related.map((r) => r.path)]));
  const sources = new Map([...guide.sources].filter(([path]) => named.has(path)));
  return { report: { ...guide, sources }, staged: artifacts && stageArtifacts(out, { guide, artifacts }) };
}
