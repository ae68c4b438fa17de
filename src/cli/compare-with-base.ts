// lint --since: the guides as they were when the work began, checked the same way and compared.
import { findingsOfChange, isBesideChange, placeInChange } from "../compare.ts";
import { sortDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { configFileName } from "../files.ts";
import { checkBaseline } from "../lint/baseline.ts";
import { documentKind } from "../parse/index.ts";
import { checkGuide, checkSource, type CheckedGuide } from "../pipeline.ts";
import type { Workspace } from "../workspace.ts";
import { whatChanged, type ChangedNumber, type GuideSide } from "../what-changed.ts";
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
  const { root, config, baseline } = workspace;
  const { base, changes } = readChanges(root, since);
  // Ages count to one day on both sides, or the calendar would look like a change.
  const date = buildDate(root, io.env);
  // What is wrong with a baseline that the change leaves alone was there, too.
  const kept = baseline === null || changes.touched.has(baseline.path) ? null : baseline;
  const before = workspace.diagnostics.filter(({ path }) => path === kept?.path);
  // A path that matches no file matched none before, unless it was that of a file that is gone.
  if (!changes.touched.has(configFileName))
    before.push(...workspace.checkPaths([...changes.removed, ...changes.renamed.values()]));
  const numbers: ChangedNumber[] = [];
  for (const guide of checked) {
    const source = readGuideAt(root, base, guide.id, date ?? guide.modified);
    const earlier =
      source.files.length === 0
        ? null
        : await checkSource({ root, config, baseline: null }, source, { outputs: [], ...(date && { date }) });
    if (earlier !== null) before.push(...earlier.diagnostics);
    if (earlier !== null && kept !== null) before.push(...checkBaseline(earlier.diagnostics, guide.id, kept));
    const changed = whatChanged(earlier === null ? null : sideOf(earlier), sideOf(guide), changes);
    const owner = workspace.guides.length > 1 ? `${guide.id}: ` : "";
    numbers.push(...changed.map((number) => ({ ...number, label: owner + number.label })));
  }
  const shown = findingsOfChange(all, before, changes);
  const turned: Diagnostic[] = [];
  for (const { id } of checked) {
    const isNeeded = shown.some((each) => each.path.startsWith(`content/${id}/`) && isBesideChange(each, changes));
    if (!isNeeded) continue;
    const again = { root, config, baseline: null };
    turned.push(
      ...(await checkGuide(again, id, { outputs: [], last: changes.touched, ...(date && { date }) })).diagnostics,
    );
  }
  return { shown: sortDiagnostics(placeInChange(shown, turned, changes)), numbers };
}

function sideOf({ id, sources, publication }: CheckedGuide): GuideSide {
  const folder = `content/${id}/`;
  const items = [...sources.keys()].filter((path) => documentKind(path.slice(folder.length)) === "item");
  return { items, form: publication?.form ?? null };
}
