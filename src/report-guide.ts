// One guide's findings, recalled whole when nothing that they were made of has changed; else the line runs.
import { noMemory } from "./cache/memory.ts";
import { markOf } from "./cache/marks.ts";
import { readGuide, readInstalled, readWorkspaceWords, type GuideSource } from "./files.ts";
import type { CheckOptions, GuideReport } from "./pipeline.ts";
import { findTypesetter } from "./typeset/index.ts";
import type { Workspace } from "./workspace.ts";

/** What `checkGuide` finds. The line with all its libraries is loaded only if something must be looked at again. */
export async function reportGuide(workspace: Workspace, id: string, options: CheckOptions = {}): Promise<GuideReport> {
  const { memory = noMemory } = options;
  const source = readGuide(workspace.root, id);
  const madeOf = markOfAll(workspace, source, options);
  // The value is what `keptOf` gave.
  const kept = memory.get("report", madeOf) as KeptReport | undefined;
  if (kept !== undefined) return reportOf(kept, source);
  const { checkSource } = await import("./pipeline.ts");
  const made = keptOf(await checkSource(workspace, source, options));
  memory.set("report", madeOf, made);
  return reportOf(made, source);
}

/** What a report says besides the sources. */
export type KeptReport = Omit<GuideReport, "modified" | "sources">;

/** A report as it is kept. */
export function keptOf({ id, edition, diagnostics, found, publishable }: GuideReport): KeptReport {
  return { id, edition, diagnostics, found, publishable };
}

/** The report with the sources that it is of. */
export function reportOf(kept: KeptReport, { modified, files }: GuideSource): GuideReport {
  return { ...kept, modified, sources: new Map(files.map(({ path, bytes }) => [path, bytes])) };
}

/** A mark of all that a guide's findings are made of. */
export function markOfAll(
  { root, config, baseline, fonts }: Workspace,
  { id, files, media, escaping, modified }: GuideSource,
  { outputs, date = modified, last }: CheckOptions,
): string {
  const day = date.toISOString().slice(0, 10);
  const sizes = media.map(({ path, escapes, bytes }) => [path, escapes, bytes && markOf(bytes)]);
  return markOf(
    JSON.stringify([id, config, baseline?.source.text, outputs, day, [...(last ?? [])].sort(), sizes, escaping]),
    // Dictionaries of other languages are packages of the workspace.
    ...readInstalled(root),
    // It may be installed where no list of packages names it, such as among those of the whole machine.
    String(findTypesetter() !== null),
    ...[...fonts].flat(),
    ...readWorkspaceWords(root).flatMap(({ path, bytes }) => [path, bytes]),
    ...files.flatMap(({ path, bytes }) => [path, bytes]),
  );
}
