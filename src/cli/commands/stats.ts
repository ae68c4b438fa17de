// certpress stats: the bank against its blueprint.
import { measureCoverage } from "../../model/coverage.ts";
import type { Coverage, Tally } from "../../model/types.gen.ts";
import { formatCounts } from "../format.ts";
import type { Io } from "../io.ts";
import { checkAtBuildDate, requireWorkspace, selectGuides } from "../workspace.ts";

export interface StatsFlags {
  cwd?: string;
}

/** Exit status: 0, or 1 if a guide has no bank to measure. */
export async function runStats(io: Io, names: string[], flags: StatsFlags): Promise<number> {
  const workspace = await requireWorkspace(io, flags.cwd);
  let status = 0;
  for (const id of selectGuides(workspace, names)) {
    const checked = await checkAtBuildDate(io, workspace, id, { outputs: [] });
    if (checked.publication === null) {
      io.err(`${id}: no bank to measure; \`certpress lint content/${id}\` says why\n`);
      status = 1;
      continue;
    }
    io.out(`${id}: ${formatCounts(checked.publishable)}\n`);
    io.out(printCoverage(measureCoverage(checked.publication.form)));
  }
  return status;
}

function printCoverage(coverage: Coverage): string {
  const domains = coverage.domains.map(({ id, title, weight, count, share, target }) => [
    id,
    `${count}`,
    `${share} %`,
    `weight ${weight} %, ${target} of this size`,
    title,
  ]);
  const lists: [string, Tally[]][] = [
    ["Tasks", coverage.tasks],
    ["Topics", coverage.topics],
    ["Types", coverage.types],
    ["Difficulty", coverage.difficulties],
    ["Cognitive", coverage.cognitive],
    ["Key position", coverage.keyPositions],
  ];
  return [
    section("Domains", domains),
    ...lists.map(([title, tallies]) => section(title, tallies.map(tallyRow))),
    `Key is the longest choice: ${coverage.keyLongest} multiple-choice items\n`,
  ].join("\n");
}

function tallyRow({ id, title, count }: Tally): string[] {
  return title === id ? [id, `${count}`] : [id, `${count}`, title];
}

/** A titled table with aligned columns; the last column is not padded. */
function section(title: string, rows: string[][]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  const line = (row: string[]) =>
    `  ${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join("  ")}`;
  return `${title}\n${rows.map(line).join("\n")}\n`;
}
