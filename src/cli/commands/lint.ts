// certpress lint: the diagnostics, and nothing else. The bank is loaded whole; paths filter what is shown.
import { relative, resolve, sep } from "node:path";
import { countDiagnostics, sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { isPresent } from "../../files.ts";
import type { CheckedGuide, Workspace } from "../../pipeline.ts";
import type { ReportFormat } from "../../report/index.ts";
import { formatCounts } from "../format.ts";
import type { Io } from "../io.ts";
import { printReport } from "../print-report.ts";
import { UsageError } from "../usage-error.ts";
import { checkAtBuildDate, requireWorkspace } from "../workspace.ts";

export interface LintFlags {
  cwd?: string;
  format: ReportFormat;
  maxWarnings?: number;
}

/** Exit status: 0 clean, 1 errors or too many warnings. */
export async function runLint(io: Io, paths: string[], flags: LintFlags): Promise<number> {
  const workspace = requireWorkspace(io, flags.cwd);
  const wanted = paths.map((path) => inWorkspace(io, workspace, path));
  const checked: CheckedGuide[] = [];
  for (const id of guidesOf(workspace, wanted)) checked.push(await checkAtBuildDate(io, workspace, id));
  const diagnostics = sortDiagnostics([...workspace.diagnostics, ...checked.flatMap((guide) => guide.diagnostics)]);
  const shown = diagnostics.filter((diagnostic) => isWanted(diagnostic, wanted));
  printReport(io, flags.format, shown, checked);
  const { error, warning } = countDiagnostics(shown);
  if (flags.format === "pretty" && shown.length === 0)
    for (const guide of checked) io.err(`${guide.id}: ${formatCounts(guide.found)}; no findings\n`);
  if (flags.maxWarnings !== undefined && warning > flags.maxWarnings) {
    io.err(`Found ${warning} ${warning === 1 ? "warning" : "warnings"}, expected at most ${flags.maxWarnings}\n`);
    return 1;
  }
  return error > 0 ? 1 : 0;
}

/** A path of the command line relative to the workspace root; the root itself is the empty path. */
function inWorkspace(io: Io, workspace: Workspace, path: string): string {
  const absolute = resolve(io.cwd, path);
  const inside = relative(workspace.root, absolute).split(sep).join("/");
  if (inside.startsWith("..") || !isPresent(absolute))
    throw new UsageError(`Unexpected path \`${path}\`, expected a file or folder in ${workspace.root}`);
  return inside;
}

/** The guides that hold a wanted path, or all. */
function guidesOf(workspace: Workspace, wanted: string[]): string[] {
  const isTouched = (id: string) =>
    wanted.some((path) => covers(path, `content/${id}`) || covers(`content/${id}`, path));
  return wanted.length === 0 ? workspace.guides : workspace.guides.filter(isTouched);
}

function isWanted({ path, related = [] }: Diagnostic, wanted: string[]): boolean {
  return (
    wanted.length === 0 ||
    [path, ...related.map((each) => each.path)].some((each) => wanted.some((folder) => covers(folder, each)))
  );
}

function covers(folder: string, path: string): boolean {
  return folder === "" || folder === path || path.startsWith(`${folder}/`);
}
