// The answer of an ordering item: a numbered list of steps, and a bullet list of steps that are not used.
import type { List, ListItem, RootContent } from "mdast";
import type { Choice } from "../model/document.ts";
import { plural } from "../quote.ts";
import type { FoundAnswer } from "./choices.ts";
import { readCheckbox, reportCheckboxes } from "./checkbox.ts";
import { checkDuplicates, firstLine, readEntry } from "./entry.ts";
import { isSilent, spanOf, walk } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { report, type Span } from "./source.ts";

/** Reads the steps before the explanation, and reports their faults; null if there is no numbered list. */
export function readSteps(reading: Reading, opening: readonly RootContent[]): FoundAnswer | null {
  const { source } = reading;
  const visible = opening.filter((node) => !isSilent(node));
  const index = visible.findLastIndex((node) => node.type === "list" && node.ordered === true);
  const list = visible[index];
  if (list?.type !== "list") return null;
  const next = visible[index + 1];
  const unusedList = next?.type === "list" ? next : null;
  const before = visible[index - 1];
  if (before?.type === "list")
    report(
      source,
      "step-malformed",
      firstLine(reading, spanOf(before)),
      "Unexpected list directly before the steps, expected text between them, or unused steps in a bullet list after the steps",
    );
  checkNumbers(reading, list);
  const stem = visible.slice(0, index);
  reportCheckboxes(source, stem, "the stem");
  const steps = list.children.map((entry) => readStep(reading, entry, true));
  const unused = (unusedList?.children ?? []).map((entry) => readStep(reading, entry, false));
  const span = { start: spanOf(list).start, end: spanOf(unusedList ?? list).end };
  if (steps.length < 3 || steps.length > 6)
    report(
      source,
      "choice-count",
      firstLine(reading, span),
      `Unexpected ${plural(steps.length, "step")}, expected 3 to 6 in an ordering item`,
    );
  checkDuplicates(reading, [...steps, ...unused], "step");
  return {
    stem,
    answer: { type: "ordering", steps, unused },
    after: visible.slice(index + (unusedList === null ? 1 : 2)),
    span,
  };
}

/** `1, 2, 3…` or all `1`: any other numbers may be a hint to another order. */
function checkNumbers({ source }: Reading, list: List): void {
  const markers = list.children.map((entry): { number: number; span: Span } => {
    const { start } = spanOf(entry);
    const digits = /^\d+/.exec(source.text.slice(start, start + 10))?.[0] ?? "";
    return { number: Number(digits), span: { start, end: start + digits.length + 1 } };
  });
  if (markers.every(({ number }) => number === 1)) return;
  const wrong = markers.findIndex(({ number }, index) => number !== index + 1);
  const marker = markers[wrong];
  if (marker !== undefined)
    report(
      source,
      "step-malformed",
      marker.span,
      `Unexpected number \`${marker.number}\`, expected \`${wrong + 1}\`: the steps stand in the right order`,
    );
}

function readStep(reading: Reading, entry: ListItem, used: boolean): Choice {
  const { source } = reading;
  const box = readCheckbox(source, entry);
  if (box.state === "box")
    report(source, "step-malformed", box.span, "Unexpected checkbox on a step, expected text: the order is the key");
  for (const block of entry.children)
    walk(block, ({ node, ancestors }) => {
      if (node.type !== "list") return true;
      if (ancestors.some(({ type }) => type === "blockquote")) return false;
      report(
        source,
        "step-malformed",
        firstLine(reading, spanOf(node)),
        "Unexpected list inside a step, expected each step at the start of its line",
      );
      return false;
    });
  const { start } = spanOf(entry);
  return readEntry(reading, entry, entry.children, used, firstLine(reading, { start, end: start + 2 }), "step");
}
