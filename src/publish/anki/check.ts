// What the ledger says of the guide's notes: ids that vanished, and ids that are used again.
import type { Diagnostic } from "../../diagnostic.ts";
import { fault } from "../../faults.ts";
import { quote } from "../../quote.ts";
import type { Publication } from "../publisher.ts";
import { draft } from "./layout.ts";
import { findReused, findVanished } from "./ledger.ts";

/** Faults of the identities; none before the first lock. */
export function check(publication: Publication): Diagnostic[] {
  const { bank } = publication.form;
  const { ledger, guide } = bank;
  if (ledger === null) return [];
  const { drafts } = draft(publication);
  // An item with an error is not in the bank, and has not vanished.
  const isWhole = bank.found.items === bank.items.length;
  const vanished = findVanished(drafts, ledger.value)
    .filter(({ kind }) => isWhole || !["choice", "ordering", "matching"].includes(kind))
    .map(({ kind, label, heir }) => {
      const line = ledger.lines[`${kind}\0${label}`] ?? 1;
      const mend =
        heir === null
          ? `\`certpress lock ${guide} --retire ${label}\` if it was taken out, or \`--carry ${label}=NEW\` if it was renamed`
          : `\`certpress lock ${guide} --carry ${label}=${heir}\`, because ${quote(heir)} has its text`;
      return fault("identity-vanished", {
        message: `Unexpected missing note ${quote(label)}, expected it in the guide: run ${mend}`,
        path: ledger.path,
        position: { start: { line, column: 7 }, end: { line, column: 7 + JSON.stringify(label).length } },
      });
    });
  const reused = findReused(drafts, guide, ledger.value).map(({ label, path, position }) =>
    fault("identity-reused", {
      message: `Unexpected id ${quote(label)}, expected one that no earlier note had: learners have another note under it`,
      path,
      position,
    }),
  );
  return [...vanished, ...reused];
}
