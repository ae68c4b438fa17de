// lint --update-baseline: accepts what the linter finds today.
import { join } from "node:path";
import { writeWhole } from "../files.ts";
import { makeBaseline } from "../lint/baseline.ts";
import type { CheckedGuide } from "../pipeline.ts";
import type { Workspace } from "../workspace.ts";
import { plural } from "../quote.ts";
import type { Io } from "./io.ts";
import { checkAtBuildDate } from "./workspace.ts";

/** Where a baseline is written if neither the command line nor the config names a file. */
const defaultPath = "certpress.baseline.json";

/** Writes the baseline of these guides, entries of others kept. Exit status 0, or 1 if there are errors, which it cannot accept. */
export async function updateBaseline(io: Io, workspace: Workspace, ids: readonly string[]): Promise<number> {
  const path = workspace.config.baseline ?? defaultPath;
  const checked: CheckedGuide[] = [];
  for (const id of ids) checked.push(await checkAtBuildDate(io, { ...workspace, baseline: null }, id));
  const file = makeBaseline(checked, workspace.baseline);
  writeWhole(join(workspace.root, path), `${JSON.stringify(file, null, 2)}\n`);
  const diagnostics = checked.flatMap((guide) => guide.diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  io.err(`${path}: accepts ${plural(diagnostics.length - errors, "finding")}\n`);
  if (workspace.config.baseline === undefined)
    io.err(`Add \`baseline: ${path}\` to certpress.config.yaml, or pass \`--baseline ${path}\`\n`);
  if (errors > 0)
    io.err(
      `${plural(errors, "error")} cannot be accepted, and items with errors are not looked at: mend them (\`certpress lint\` shows how), then do this again\n`,
    );
  return errors > 0 ? 1 : 0;
}
