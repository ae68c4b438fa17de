// lint --since: the guides as they were when the work began, checked the same way and compared.
import { findingsOfChange } from "../compare.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { checkSource, type CheckedGuide, type Workspace } from "../pipeline.ts";
import { whatChanged, type ChangedNumber } from "../what-changed.ts";
import { buildDate } from "./build-date.ts";
import { readChanges, readGuideAt } from "./changes.ts";
import type { Io } from "./io.ts";

/** The findings for which the change is to blame, and the change in numbers. */
export interface Compared {
  shown: Diagnostic[];
  numbers: ChangedNumber[];
}

/** Compares the checked guides with themselves at the merge base of `since` and HEAD. Throws a UsageError if git cannot tell. */
export async function compareWithBase(
  io: Io,
  workspace: Workspace,
  checked: readonly CheckedGuide[],
  all: readonly Diagnostic[],
  since: string,
): Promise<Compared> {
  const { root, config } = workspace;
  const { base, changes } = readChanges(root, since);
  // Ages count to one day on both sides, or the calendar would look like a change.
  const date = buildDate(root, io.env);
  const before: Diagnostic[] = [];
  const numbers: ChangedNumber[] = [];
  for (const guide of checked) {
    const source = readGuideAt(root, base, guide.id, date ?? guide.modified);
    const earlier =
      source.files.length === 0
        ? null
        : await checkSource({ root, config, baseline: null }, source, { outputs: [], ...(date && { date }) });
    before.push(...(earlier?.diagnostics ?? []));
    if (guide.publication !== null)
      numbers.push(...whatChanged(earlier?.publication?.form ?? null, guide.publication.form, changes));
  }
  return { shown: findingsOfChange(all, before, changes), numbers };
}
