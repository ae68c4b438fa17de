// One guide built: its findings and its artifacts, recalled whole when nothing that they were made of has changed.
import { noMemory } from "./cache/memory.ts";
import { markOf } from "./cache/marks.ts";
import { countDiagnostics, type Diagnostic } from "./diagnostic.ts";
import { readGuide, type GuideSource } from "./files.ts";
import type { CheckOptions, GuideReport } from "./pipeline.ts";
import { allowedWarnings } from "./profile.ts";
import type { Artifact } from "./publish/publisher.ts";
import { keptOf, markOfAll, reportOf, type KeptReport } from "./report-guide.ts";
import type { Workspace } from "./workspace.ts";

/** One guide after the line. */
export interface GuideBuild {
  guide: GuideReport;
  /** In the order of the outputs; null if the guide was not published. */
  artifacts: Artifact[] | null;
}

/** The build of an unchanged guide as it is kept; the bytes lie beside it, by the digest of each artifact's. */
interface KeptBuild {
  report: KeptReport;
  artifacts: (Omit<Artifact, "bytes"> & { digest: string })[] | null;
}

/** Whether findings leave something to publish. */
export function isPublishable(diagnostics: readonly Diagnostic[], { config }: Pick<Workspace, "config">): boolean {
  const { error, warning } = countDiagnostics(diagnostics);
  return error === 0 && warning <= (allowedWarnings(config.profile) ?? Infinity);
}

/** The build of a guide of which nothing has changed since; null if something must be made. No part of the line is loaded. */
export function recallGuide(workspace: Workspace, id: string, options: CheckOptions): GuideBuild | null {
  const source = readGuide(workspace.root, id);
  return recallBuild(source, markOfBuild(workspace, source, options), options);
}

/**
 * Checks a guide and publishes it if it can be. Throws if anything found is missing from the artifacts. Without `publish` it is
 * checked alone, for there are findings elsewhere that keep everything from being published.
 */
export async function buildGuide(
  workspace: Workspace,
  id: string,
  { publish, ...options }: CheckOptions & { publish: boolean },
): Promise<GuideBuild> {
  const { memory = noMemory } = options;
  const source = readGuide(workspace.root, id);
  const madeOf = markOfBuild(workspace, source, options);
  const recalled = recallBuild(source, madeOf, options);
  if (recalled !== null) return recalled;
  const { checkSource, publishGuide } = await import("./pipeline.ts");
  const checked = await checkSource(workspace, source, options);
  const report = keptOf(checked);
  const guide = reportOf(report, source);
  const isSound = isPublishable(checked.diagnostics, workspace);
  if (isSound && !publish) return { guide, artifacts: null };
  const artifacts = isSound ? await publishGuide(checked) : null;
  const described = artifacts?.map(({ bytes, ...rest }) => {
    const digest = markOf(bytes);
    memory.set(nameOf(rest), digest, bytes);
    return { ...rest, digest };
  });
  memory.set(buildName(options), madeOf, { report, artifacts: described ?? null } satisfies KeptBuild);
  return { guide, artifacts };
}

const nameOf = ({ path }: Pick<Artifact, "path">): string => `artifact ${path}`;

/** Builds of other outputs do not push one another out. */
const buildName = ({ outputs }: CheckOptions): string => `build ${outputs?.join() ?? ""}`;

/** Artifacts hold the time of the build, findings only its day. */
function markOfBuild(workspace: Workspace, source: GuideSource, options: CheckOptions): string {
  return markOf(markOfAll(workspace, source, options), (options.date ?? source.modified).toISOString());
}

function recallBuild(source: GuideSource, madeOf: string, options: CheckOptions): GuideBuild | null {
  const { memory = noMemory } = options;
  // The values are what `buildGuide` kept.
  const kept = memory.get(buildName(options), madeOf) as KeptBuild | undefined;
  if (kept === undefined) return null;
  const guide = reportOf(kept.report, source);
  if (kept.artifacts === null) return { guide, artifacts: null };
  const artifacts: Artifact[] = [];
  for (const { digest, ...rest } of kept.artifacts) {
    const bytes = memory.get(nameOf(rest), digest) as Uint8Array | undefined;
    if (bytes === undefined) return null;
    artifacts.push({ ...rest, bytes });
  }
  return { guide, artifacts };
}
