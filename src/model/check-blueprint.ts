// The pinned blueprint against itself, and the table of weights in guide.md against the blueprint.
import type { Diagnostic, Position } from "../diagnostic.ts";
import { type FaultId, fault } from "../faults.ts";
import { didYouMean } from "../near.ts";
import { oneOf, quote } from "../quote.ts";
import { sumDecimals } from "./decimal.ts";
import type { ExamDocument, GuideDocument, WeightRow } from "./document.ts";
import type { Blueprint, BlueprintDomain } from "./types.gen.ts";
import { positionOfOwner, positionOfValue } from "./yaml-places.ts";

/** Ids that repeat, case ignored as in names of Anki decks, and weights that do not sum to 100. */
export function checkBlueprint({ domains }: Blueprint, { path, places }: ExamDocument): Diagnostic[] {
  const named = domains.map(({ id }, index) => ({ id, at: `/blueprint/domains/${index}/id` }));
  const tasks = domains.flatMap((domain, index) =>
    domain.tasks.map(({ id }, place) => ({ id, at: `/blueprint/domains/${index}/tasks/${place}/id` })),
  );
  const repeated = (kind: string, ids: readonly { id: string; at: string }[]): Diagnostic[] => {
    const seen = new Map<string, string>();
    return ids.flatMap(({ id, at }) => {
      const first = seen.get(id.toLowerCase());
      if (first === undefined) {
        seen.set(id.toLowerCase(), at);
        return [];
      }
      return [
        fault("blueprint-duplicate", {
          message: `Unexpected second ${kind} ${quote(id)}, expected an id that no other ${kind} has`,
          path,
          position: positionOfValue(at, places),
          related: [{ message: `The first ${kind}`, path, position: positionOfValue(first, places) }],
        }),
      ];
    });
  };
  return [
    ...repeated("domain", named),
    ...repeated("task", tasks),
    ...checkSum(
      domains.map(({ weight }) => String(weight)),
      path,
      positionOfOwner("/blueprint/domains", places),
    ),
  ];
}

/** Rows that differ from the blueprint in id, title, weight or order, rows too many and too few, and their sum. */
export function checkWeights({ domains }: Blueprint, exam: ExamDocument, guide: GuideDocument): Diagnostic[] {
  const { weights: rows, weightsPosition, path } = guide;
  if (rows === null) return [];
  const report = (message: string, position: Position, related?: Position, id: FaultId = "domain-table-mismatch") =>
    fault(id, {
      message,
      path,
      position,
      ...(related && { related: [{ message: "The pinned blueprint", path: exam.path, position: related }] }),
    });
  const placeOf = (domain: BlueprintDomain, key: string): Position =>
    positionOfValue(`/blueprint/domains/${domains.indexOf(domain)}/${key}`, exam.places);
  const byId = new Map(domains.map((domain) => [domain.id, domain]));
  const ids = [...byId.keys()];
  const seen = new Set<string>();
  const diagnostics = rows.flatMap((row) => {
    const domain = byId.get(row.domain);
    if (!domain)
      return [
        report(
          `Unexpected domain ${quote(row.domain)}, expected ${oneOf(ids) ?? "one of exam.yaml"}${didYouMean(row.domain, ids)}`,
          row.cells.domain,
        ),
      ];
    if (seen.has(domain.id))
      return [report(`Unexpected second row of ${quote(domain.id)}, expected one a domain`, row.cells.domain)];
    seen.add(domain.id);
    return compareRow(row, domain).map(({ key, message }) =>
      report(message, key === "title" ? row.cells.title : row.cells.weight, placeOf(domain, key)),
    );
  });
  const missing = domains.filter(({ id }) => !seen.has(id));
  for (const domain of missing) {
    const { id, title, weight } = domain;
    diagnostics.push(
      report(
        `Unexpected missing row of ${quote(id)}, expected ${quote(`| ${id} | ${title} | ${weight}% |`)}`,
        weightsPosition,
        placeOf(domain, "id"),
      ),
    );
  }
  const complete = missing.length === 0 && rows.length === domains.length;
  const misplaced = complete ? rows.findIndex((row, index) => row.domain !== domains[index]?.id) : -1;
  const [row, expected] = [rows[misplaced], domains[misplaced]];
  if (row && expected)
    diagnostics.push(
      report(
        `Unexpected ${quote(row.domain)} in row ${misplaced + 1}, expected ${quote(expected.id)}: the order of exam.yaml`,
        row.cells.domain,
        placeOf(expected, "id"),
      ),
    );
  return [
    ...diagnostics,
    ...checkSum(
      rows.map(({ weight }) => weight),
      path,
      weightsPosition,
    ),
  ];
}

function compareRow(row: WeightRow, domain: BlueprintDomain): { key: "title" | "weight"; message: string }[] {
  const differences: { key: "title" | "weight"; message: string }[] = [];
  const title = domain.title.replaceAll(/\s+/g, " ").trim();
  if (row.title !== title)
    differences.push({ key: "title", message: `Unexpected title ${quote(row.title)}, expected ${quote(title)}` });
  if (row.weight !== null && !sumDecimals([row.weight]).equals(domain.weight))
    differences.push({
      key: "weight",
      message: `Unexpected weight ${quote(`${row.weight}%`)}, expected ${quote(`${domain.weight}%`)}`,
    });
  return differences;
}

/** One finding if the weights do not sum to exactly 100; a weight that is none has its own. */
function checkSum(weights: readonly (string | null)[], path: string, position: Position): Diagnostic[] {
  const numerals = weights.filter((weight) => weight !== null);
  if (numerals.length < weights.length) return [];
  const sum = sumDecimals(numerals);
  if (sum.equals(100)) return [];
  return [
    fault("blueprint-weight-sum", {
      message: `Unexpected weights that sum to ${quote(`${sum.toFixed()}%`)}, expected exactly \`100%\``,
      path,
      position,
    }),
  ];
}
