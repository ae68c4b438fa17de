// The workspace and the guides that a command line names.
import { resolve } from "node:path";
import type { CheckedGuide, CheckOptions, GuideReport } from "../pipeline.ts";
import { reportGuide } from "../report-guide.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import { buildDate } from "./build-date.ts";
import type { Io } from "./io.ts";
import { unexpected, UsageError } from "./usage-error.ts";

/** The workspace around `--cwd` or the current folder, with what the command line sets of its config. Throws a UsageError if there is none or it has no guide. */
export async function requireWorkspace(
  io: Io,
  cwd: string | undefined,
  chosen: Pick<ConfigFile, "profile" | "baseline"> = {},
): Promise<Workspace> {
  const start = resolve(io.cwd, cwd ?? ".");
  const workspace = await openWorkspace(start, chosen);
  if (workspace === null)
    throw new UsageError(
      `No guide found: neither ${start} nor a folder above it has certpress.config.yaml or content/`,
    );
  if (workspace.guides.length === 0)
    throw new UsageError(`No guide found: ${workspace.root} has no folder content/<guide>`);
  return workspace;
}

/** The named guides, or all. Throws a UsageError with the nearest name for one that does not exist. */
export function selectGuides(workspace: Workspace, names: readonly string[]): string[] {
  for (const name of names) {
    if (workspace.guides.includes(name)) continue;
    throw new UsageError(unexpected("guide", name, workspace.guides));
  }
  return names.length === 0 ? workspace.guides : workspace.guides.filter((id) => names.includes(id));
}

/** Options of a check at the build date of the environment. */
function atBuildDate(io: Io, root: string, options: CheckOptions): CheckOptions {
  const date = buildDate(root, io.env);
  return { ...options, ...(date && { date }) };
}

/** Checks a guide at the build date of the environment. */
export async function checkAtBuildDate(
  io: Io,
  workspace: Workspace,
  id: string,
  options: CheckOptions = {},
): Promise<CheckedGuide> {
  const { checkGuide } = await import("../pipeline.ts");
  return checkGuide(workspace, id, atBuildDate(io, workspace.root, options));
}

/** What a check at the build date of the environment finds in a guide. */
export function reportAtBuildDate(
  io: Io,
  workspace: Workspace,
  id: string,
  options: CheckOptions = {},
): Promise<GuideReport> {
  return reportGuide(workspace, id, atBuildDate(io, workspace.root, options));
}
