// The workspace and the guides that a command line names.
import { resolve } from "node:path";
import { checkGuide, openWorkspace, type CheckedGuide, type Workspace } from "../pipeline.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import type { PublisherId } from "../publish/index.ts";
import { buildDate } from "./build-date.ts";
import type { Io } from "./io.ts";
import { unexpected, UsageError } from "./usage-error.ts";

/** The workspace around `--cwd` or the current folder, with what the command line sets of its config. Throws a UsageError if there is none or it has no guide. */
export function requireWorkspace(
  io: Io,
  cwd: string | undefined,
  chosen: Pick<ConfigFile, "profile" | "baseline"> = {},
): Workspace {
  const start = resolve(io.cwd, cwd ?? ".");
  const workspace = openWorkspace(start, chosen);
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

/** Checks a guide at the build date of the environment. */
export function checkAtBuildDate(
  io: Io,
  workspace: Workspace,
  id: string,
  outputs?: readonly PublisherId[],
): Promise<CheckedGuide> {
  const date = buildDate(workspace.root, io.env);
  return checkGuide(workspace, id, { ...(outputs && { outputs }), ...(date && { date }) });
}
