// What the ledger says of the guide's notes: ids that vanished, ids that are used again, and what the decks of learners hang on.
import { wholeFile, type Diagnostic, type Position } from "../../diagnostic.ts";
import { fault } from "../../faults.ts";
import { pathInGuide, type Bank, type Ledger } from "../../model/bank.ts";
import { countPublished } from "../../model/lossless.ts";
import { quote, shellWord } from "../../quote.ts";
import type { Publication } from "../publisher.ts";
import type { NoteKind } from "./deck.ts";
import { draft } from "./layout.ts";
import { findReused, findVanished, type VanishedNote } from "./ledger.ts";
import type { NoteDraft } from "./notes.ts";

/** Faults of the identities; before the first lock, only a release has one. */
export function check(publication: Publication): Diagnostic[] {
  const { bank } = publication.form;
  const { ledger, guide } = bank;
  if (ledger === null) return publication.config.profile === "release" ? [reportUnlocked(bank)] : [];
  const { drafts } = draft(publication);
  const isWhole = wholeKinds(bank);
  const vanished = findVanished(drafts, ledger.value);
  const reused = findReused(drafts, { guide, ledger: ledger.value, vanished });
  return [
    ...checkNames(bank, ledger),
    ...vanished.filter(({ kind }) => isWhole[kind]).map((note) => reportVanished(note, { guide, ledger, drafts })),
    ...reused.map(({ label, path, position }) =>
      fault("identity-reused", {
        message: `Unexpected id ${quote(label)}, expected one that no earlier note had: learners have another note under it`,
        path,
        position,
      }),
    ),
  ];
}

/** A deck that goes out before the first lock leaves nothing that the next edition can know its notes by. */
function reportUnlocked(bank: Bank): Diagnostic {
  return fault("identity-unlocked", {
    message: `Unexpected release without a ledger of identities, expected \`certpress lock ${shellWord(bank.guide)}\` first`,
    path: pathInGuide(bank, "exam.yaml"),
    position: bank.examPlaces["/edition"] ?? wholeFile,
  });
}

/** Kinds of which nothing has an error: what has one is not in the bank, and has not vanished. */
function wholeKinds(bank: Bank): Record<NoteKind, boolean> {
  const published = countPublished(bank);
  const items = bank.found.items === published.items;
  return {
    choice: items,
    ordering: items,
    matching: items,
    fact: bank.found.facts === published.facts,
    row: bank.found.rows === published.rows,
    term: bank.found.terms === published.terms,
  };
}

/** The code names the decks and the language the note types; with others, learners would get a second deck beside the first. */
function checkNames(bank: Bank, { value }: Ledger): Diagnostic[] {
  const { exam, examPlaces } = bank;
  const changes = (["code", "language"] as const).filter((key) => exam[key].toLowerCase() !== value[key].toLowerCase());
  return changes.map((key) =>
    fault("identity-changed", {
      message: `Unexpected ${key} ${quote(exam[key])}, expected ${quote(value[key])}, as the guide was locked: the decks that learners have would not be updated`,
      path: pathInGuide(bank, "exam.yaml"),
      position: examPlaces[`/${key}`] ?? wholeFile,
    }),
  );
}

function reportVanished(
  { kind, label, heir }: VanishedNote,
  { guide, ledger, drafts }: { guide: string; ledger: Ledger; drafts: readonly NoteDraft[] },
): Diagnostic {
  const command = (option: string, value: string): string =>
    `\`certpress lock ${shellWord(guide)} --${option} ${value}\``;
  const retire = command("retire", shellWord(label));
  const line = ledger.lines[`${kind}\0${label}`] ?? 1;
  const position: Position = {
    start: { line, column: 7 },
    end: { line, column: 7 + JSON.stringify(label).length },
  };
  const report = (what: string, mend: string): Diagnostic =>
    fault("identity-vanished", { message: `Unexpected ${what}, expected ${mend}`, path: ledger.path, position });
  if (heir !== null)
    return report(
      `missing note ${quote(label)}`,
      `it in the guide: run ${command("carry", shellWord(`${label}=${heir}`))}, because ${quote(heir)} has its text`,
    );
  const other = drafts.find((each) => each.label === label);
  if (other !== undefined)
    return report(
      `${quote(label)} as a note of the type ${other.kind}`,
      `${kind}, which it was: Anki changes the type of no note, so give the new one an id of its own, or run ${retire} and let learners have both`,
    );
  return report(
    `missing note ${quote(label)}`,
    `it in the guide: run ${retire} if it was taken out, or ${command("carry", shellWord(`${label}=NEW`))} if it was renamed`,
  );
}
