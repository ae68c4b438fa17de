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
  const rest = {
    modified: source.modified,
    sources: new Map(source.files.map(({ path, bytes }) => [path, bytes])),
  };
  const madeOf = markOfAll(workspace, source, options);
  // The value is what this function kept.
  const kept = memory.get("report", madeOf) as Omit<GuideReport, keyof typeof rest> | undefined;
  if (kept !== undefined) return { ...kept, ...rest };
  const { checkSource } = await import("./pipeline.ts");
  const { diagnostics, found, publishable } = await checkSource(workspace, source, options);
  const made = { id, diagnostics, found, publishable };
  memory.set("report", madeOf, made);
  return { ...made, ...rest };
}

function markOfAll(
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
