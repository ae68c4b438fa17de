// certpress lock: the ledger of identities at a release. The only command that writes it.
import { join } from "node:path";
import { readWorkspaceFile, writeWhole } from "../../files.ts";
import { checkSource, lockGuide, type CheckedGuide } from "../../pipeline.ts";
import type { Workspace } from "../../workspace.ts";
import type { Locked } from "../../publish/anki/lock.ts";
import type { Publication } from "../../publish/publisher.ts";
import { plural, quote, shellWord } from "../../quote.ts";
import { readGuideAt } from "../changes.ts";
import { gitText } from "../git.ts";
import type { Io } from "../io.ts";
import { printReport } from "../print-report.ts";
import { UsageError } from "../usage-error.ts";
import { checkAtBuildDate, requireWorkspace, selectGuides } from "../workspace.ts";

export interface LockFlags {
  cwd?: string;
  check?: boolean;
  /** `old=new` each. */
  carry: string[];
  retire: string[];
}

/** Exit status: 0 written (with --check: current), 1 errors, vanished notes that nobody decided about, or a stale ledger. */
export async function runLock(io: Io, names: string[], flags: LockFlags): Promise<number> {
  const workspace = await requireWorkspace(io, flags.cwd);
  const ids = selectGuides(workspace, names);
  const retire = new Set(flags.retire);
  if (ids.length > 1 && flags.carry.length + retire.size > 0)
    throw new UsageError("Expected the name of one guide beside --carry and --retire");
  for (const text of flags.carry) splitCarry(text, new Set());
  let status = 0;
  for (const id of ids) {
    const guide = await checkAtBuildDate(io, workspace, id, { outputs: ["anki"] });
    const errors = guide.diagnostics.filter(({ severity }) => severity === "error");
    if (guide.publication === null || errors.length > 0) {
      printReport(io, workspace, "pretty", errors, [guide]);
      io.err(`${id}: a guide with errors cannot be locked\n`);
      status = 1;
      continue;
    }
    const carry = readCarries(flags.carry, retire, guide);
    const earlier = retire.size === 0 ? null : await readLocked(workspace, id);
    const locked = await lockGuide(guide, { carry, retire, earlier });
    checkDecisions(locked, { carry, retire });
    status = Math.max(status, finish(io, workspace, guide, locked, flags.check === true));
  }
  return status;
}

/** New id by old id. Throws a UsageError where two decisions are about one note. */
function readCarries(
  texts: readonly string[],
  retire: ReadonlySet<string>,
  { bank }: CheckedGuide,
): Map<string, string> {
  const known = new Set(Object.values(bank?.ledger?.value.notes ?? {}).flatMap((notes) => Object.keys(notes)));
  const carry = new Map<string, string>();
  for (const text of texts) {
    const [old, heir] = splitCarry(text, known);
    if (carry.has(old) || retire.has(old) || [...carry.values()].includes(heir))
      throw new UsageError(`Unexpected --carry ${quote(text)}, expected one decision about each note`);
    carry.set(old, heir);
  }
  return carry;
}

/** Ids of table rows may hold `=`: the old one ends where the ledger has such an id, else at the first. */
function splitCarry(text: string, known: ReadonlySet<string>): [string, string] {
  const splits = [...text.matchAll(/(?<=.)=(?=.)/gsu)].map(({ index }): [string, string] => [
    text.slice(0, index),
    text.slice(index + 1),
  ]);
  const split = splits.find(([old]) => known.has(old)) ?? splits[0];
  if (split === undefined) throw new UsageError(`Unexpected --carry ${quote(text)}, expected \`OLD=NEW\``);
  return split;
}

/** The guide at the commit that wrote its ledger, when all its notes were there; null without one. */
async function readLocked(workspace: Workspace, id: string): Promise<Publication | null> {
  const { root, config } = workspace;
  const commit = gitText(root, ["log", "-1", "--format=%H", "--", `content/${id}/identity.lock.json`]);
  if (!commit) return null;
  const source = readGuideAt(root, commit, id, new Date(0));
  return (await checkSource({ root, config, baseline: null }, source, { outputs: [] })).publication;
}

/** Throws a UsageError for a decision about a note that has not vanished, or an heir that is no new note. */
function checkDecisions(
  { carried, retired }: Locked,
  { carry, retire }: { carry: Map<string, string>; retire: Set<string> },
): void {
  for (const [old, heir] of carry)
    if (!carried.includes(heir))
      throw new UsageError(
        `Unexpected --carry ${quote(`${old}=${heir}`)}, expected the id of a note of the ledger that is gone, and that of a new note of the same kind`,
      );
  for (const label of retire)
    if (!retired.includes(label))
      throw new UsageError(`Unexpected --retire ${quote(label)}, expected the id of a note of the ledger that is gone`);
}

function finish(io: Io, { root }: Workspace, { id, bank }: CheckedGuide, locked: Locked, isCheck: boolean): 0 | 1 {
  const { added, changed, restyled, carried, retired, lost, undecided, text } = locked;
  const path = `content/${id}/identity.lock.json`;
  if (undecided.length > 0) {
    reportUndecided(io, id, undecided);
    io.err(`${path}: not written, ${plural(undecided.length, "note")} to decide about\n`);
    return 1;
  }
  const look = restyled.length === 0 ? "" : `; new look of ${restyled.join(", ")}`;
  const counts = `${added.length} added, ${changed.length} changed, ${carried.length} carried over, ${retired.length} retired${look}`;
  const file = readWorkspaceFile(root, path);
  const isCurrent = file !== null && Buffer.from(file.bytes).toString("utf8") === text;
  if (isCheck) {
    if (isCurrent) return 0;
    io.err(`${path}: not current (${counts}): run \`certpress lock ${id}\`\n`);
    return 1;
  }
  if (file === null) warnOfLost(io, root, path);
  for (const label of lost)
    io.err(
      `${id}: ${quote(label)} is retired, but not shipped once more: the history of this clone does not have its text; in a shallow one, \`git fetch --unshallow\`, restore the ledger and lock again\n`,
    );
  const edition = bank?.exam.edition ?? "";
  if (added.length + retired.length > 0 && bank?.ledger?.value.edition === edition)
    io.err(
      `${id}: locked as edition ${quote(edition)}, as before: if this is to be a new one, restore the ledger, set \`edition\` in exam.yaml, and lock again\n`,
    );
  if (!isCurrent) writeWhole(join(root, path), text);
  io.out(`${path}: ${isCurrent ? "current" : counts}\n`);
  return 0;
}

/** A ledger that is made anew where there was one has forgotten what was carried over and retired. */
function warnOfLost(io: Io, root: string, path: string): void {
  const commit = gitText(root, ["log", "-1", "--diff-filter=AM", "--format=%h", "--", path]);
  if (commit)
    io.err(
      `${path}: made anew, so ids that were carried over or retired are forgotten; to have it back: git checkout ${commit} -- ${shellWord(path)}\n`,
    );
}

/** Tells of each note, and gives one command for all whose text lives on under another id. */
function reportUndecided(io: Io, id: string, undecided: Locked["undecided"]): void {
  const carries: string[] = [];
  for (const { label, heir } of undecided) {
    const carry = `--carry ${shellWord(`${label}=${heir ?? "NEW"}`)}`;
    if (heir !== null) carries.push(carry);
    io.err(
      heir === null
        ? `${id}: ${quote(label)} is gone. If it was taken out: --retire ${shellWord(label)}; if it was renamed: ${carry}\n`
        : `${id}: ${quote(label)} is gone, and ${quote(heir)} has its text: ${carry}\n`,
    );
  }
  if (carries.length > 1) io.err(`All of these together: certpress lock ${shellWord(id)} ${carries.join(" ")}\n`);
}
