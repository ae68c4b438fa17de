// Diagnostics to the streams: data formats to standard output, the one for people to standard error.
import type { Diagnostic } from "../diagnostic.ts";
import { appendText, readVersion } from "../files.ts";
import type { GuideReport } from "../pipeline.ts";
import type { Workspace } from "../workspace.ts";
import { helpOn } from "../rule-help.ts";
import { reports, type ReportFormat } from "../report/index.ts";
import { stepSummary } from "../report/summary.ts";
import type { ReportContext } from "../report/report.ts";
import type { ChangedNumber } from "../what-changed.ts";
import { repositoryPrefix } from "./git.ts";
import { wantsColour, type Io } from "./io.ts";

/** Prints sorted diagnostics of the checked guides. */
export function printReport(
  io: Io,
  workspace: Workspace,
  format: ReportFormat,
  diagnostics: readonly Diagnostic[],
  checked: readonly GuideReport[],
): void {
  const text = reports[format](diagnostics, contextOf(io, workspace, checked));
  (format === "pretty" ? io.err : io.out)(text);
}

/** Prints them in the format that was asked for; where none was, pretty, or under GitHub Actions as annotations and on the page of the step. Returns the format. */
export function publishReport(
  io: Io,
  workspace: Workspace,
  asked: ReportFormat | undefined,
  diagnostics: readonly Diagnostic[],
  checked: readonly GuideReport[],
  numbers: readonly ChangedNumber[] = [],
): ReportFormat {
  const inActions = asked === undefined && io.env["GITHUB_ACTIONS"] === "true";
  const format = asked ?? (inActions ? "github" : "pretty");
  printReport(io, workspace, format, diagnostics, checked);
  // GitHub Actions names the file of the step's page (docs of workflow commands).
  const page = io.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (inActions && page !== "")
    appendText(page, `${stepSummary(diagnostics, { prefix: repositoryPrefix(workspace.root) }, numbers)}\n`);
  return format;
}

function contextOf(io: Io, workspace: Workspace, checked: readonly GuideReport[]): ReportContext {
  const read = new Map<string, readonly string[]>();
  const lines = (path: string): readonly string[] | undefined => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const bytes = checked.map(({ sources }) => sources.get(path)).find((each) => each !== undefined);
    if (bytes === undefined) return undefined;
    const split = new TextDecoder().decode(bytes).split(/\r\n|\r|\n/u);
    read.set(path, split);
    return split;
  };
  return {
    colour: wantsColour(io, io.interactive),
    lines,
    helpOn,
    prefix: repositoryPrefix(workspace.root),
    version: readVersion(),
  };
}
