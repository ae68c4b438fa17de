// The answer of a multiple-choice or multiple-response item: task lists → choices.
import type { List, ListItem, RootContent } from "mdast";
import type { Answer, Choice } from "../model/document.ts";
import { plural } from "../quote.ts";
import { isTaskList, readCheckbox, reportCheckboxes, reportMalformed } from "./checkbox.ts";
import { entryWidth } from "./containers.ts";
import { checkDuplicates, firstLine, readEntry } from "./entry.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { lineAt, lineSpan, positionAt, report, type Source, type Span } from "./source.ts";

type ChoiceType = "multiple-choice" | "multiple-response";

/** The answer with the stem before it; null if there is no list of choices. */
export interface FoundAnswer {
  stem: RootContent[];
  answer: Answer;
  /** What stands between answer and explanation and should not. */
  after: RootContent[];
  span: Span;
}

/** Reads the choices before the explanation, and reports their faults. */
export function readChoices(reading: Reading, opening: readonly RootContent[], type: ChoiceType): FoundAnswer | null {
  const { source } = reading;
  const group = findGroup(source, opening);
  if (group === null) return null;
  const { stem, lists, stray, after } = group;
  for (const { node, list } of stray) reportStray(reading, node, list);
  reportEarlierLists(reading, stem, lists[0]);
  const choices = lists.flatMap((list) => {
    if (list.ordered === true) reportNumbered(reading, list, stem.at(-1));
    return list.children.flatMap((entry) => readChoice(reading, entry));
  });
  const first = spanOf(lists[0] ?? { type: "root", children: [] });
  const last = spanOf(lists.at(-1) ?? { type: "root", children: [] });
  const span = { start: first.start, end: last.end };
  const entries = choices.flatMap(({ choice }) => (choice === null ? [] : [choice]));
  // A malformed checkbox is one report; that its choice is missing from the count would be a second.
  if (
    !source.diagnostics.some(
      ({ ruleId }) => ruleId === "choice-checkbox-malformed" || ruleId === "markdown-block-lookalike",
    )
  )
    checkCounts(reading, choices, type, firstLine(reading, span));
  checkRationales(reading, choices);
  checkDuplicates(reading, entries, "choice");
  return { stem, answer: { type, choices: entries }, after, span };
}

interface Group {
  stem: RootContent[];
  lists: List[];
  /** Quotes and code that lost the indentation that would put them into the last choice of the list before them. */
  stray: { node: RootContent; list: List }[];
  after: RootContent[];
}

function findGroup(source: Source, opening: readonly RootContent[]): Group | null {
  const visible = opening.filter((node) => !isSilent(node));
  let start = visible.findLastIndex((node) => isTaskList(source, node));
  if (start < 0) return null;
  let end = start + 1;
  const isStray = (index: number): boolean => {
    const node = visible[index];
    return node?.type === "blockquote" || (node?.type === "code" && touches(source, visible[index - 1], node));
  };
  while (end < visible.length && isStray(end)) end++;
  for (;;) {
    let before = start;
    while (before > 0 && isStray(before - 1)) before--;
    if (!isTaskList(source, visible[before - 1])) break;
    start = before - 1;
  }
  const lists: List[] = [];
  const stray: Group["stray"] = [];
  for (const node of visible.slice(start, end)) {
    const list = lists.at(-1);
    if (isTaskList(source, node)) lists.push(node);
    else if (list !== undefined) stray.push({ node, list });
  }
  return { stem: visible.slice(0, start), lists, stray, after: visible.slice(end) };
}

/** Whether a node stands on the line right below another. */
function touches(source: Source, above: RootContent | undefined, node: RootContent): boolean {
  return above !== undefined && lineAt(source, spanOf(above).end) + 1 >= lineAt(source, spanOf(node).start);
}

function reportStray(reading: Reading, node: RootContent, list: List): void {
  const { source } = reading;
  const span = spanOf(node);
  const last = list.children.at(-1);
  const width = last === undefined ? 2 : entryWidth(last, reading.measures);
  const edits = [];
  for (let line = lineAt(source, span.start); line <= lineAt(source, span.end); line++) {
    const { start, end } = lineSpan(source, line);
    if (start < end && start < span.end) edits.push({ start, end: start, text: " ".repeat(width) });
  }
  const ruleId = node.type === "blockquote" ? "choice-rationale-misplaced" : "item-answer-malformed";
  const shown = node.type === "blockquote" ? "`>`" : "fence";
  report(
    source,
    ruleId,
    firstLine(reading, span),
    `Unexpected ${shown} outside of the choice above it, expected it inside: indent it by ${width === 2 ? "two" : width} spaces`,
    { fix: { safe: true, edits } },
  );
}

/** `before` is what ends the stem: a list there with the same bullet would become one with the choices. */
function reportNumbered(reading: Reading, list: List, before: RootContent | undefined): void {
  const { source } = reading;
  const text = before?.type === "list" && source.text.charAt(spanOf(before).start) === "-" ? "*" : "-";
  const edits = list.children.map((entry) => {
    const { start } = spanOf(entry);
    const marker = /^\d+[.)]/.exec(source.text.slice(start, start + 11))?.[0] ?? "";
    return { start, end: start + marker.length, text };
  });
  // Lines below a marker keep their distance from the text behind it.
  const moved = list.children.flatMap((entry, index) => {
    const { start = 0, end = 0 } = edits[index] ?? {};
    return outdent(source, spanOf(entry), end - start - text.length);
  });
  const [first] = edits;
  if (first === undefined) return;
  report(
    source,
    "item-answer-malformed",
    { start: first.start, end: first.end },
    "Unexpected numbered choices, expected bullets: choices are shuffled",
    { fix: { safe: true, edits: [...edits, ...moved].toSorted((a, b) => a.start - b.start) } },
  );
}

/** Edits that take blanks from the start of all lines of an entry but its first. */
function outdent(source: Source, span: Span, width: number): { start: number; end: number; text: string }[] {
  const edits = [];
  for (let line = lineAt(source, span.start) + 1; line <= lineAt(source, span.end); line++) {
    const { start } = lineSpan(source, line);
    const blanks = /^ */u.exec(source.text.slice(start, start + width))?.[0].length ?? 0;
    if (blanks > 0) edits.push({ start, end: start + blanks, text: "" });
  }
  return edits;
}

function reportEarlierLists(reading: Reading, stem: readonly RootContent[], list: List | undefined): void {
  const { source } = reading;
  stem.forEach((node, index) => {
    if (!isTaskList(source, node)) return;
    const breaker = stem[index + 1];
    const line = breaker === undefined ? 0 : lineAt(source, spanOf(breaker).start) + 1;
    report(
      source,
      "item-answer-malformed",
      firstLine(reading, spanOf(node)),
      `Unexpected task list in the stem, parted from the choices by the ${breaker === undefined ? "list" : nameNode(breaker)} on line ${line}, expected one list`,
      { ...(list && { note: "Only the last task list before the explanation holds the choices." }) },
    );
  });
  reportCheckboxes(
    source,
    stem.filter((node) => !isTaskList(source, node)),
    "the stem",
  );
}

interface ReadChoice {
  choice: Choice | null;
  span: Span;
}

function readChoice(reading: Reading, entry: ListItem): ReadChoice[] {
  const { source } = reading;
  const box = readCheckbox(source, entry);
  const blocks = box.state === "box" && box.bare ? entry.children.slice(1) : entry.children;
  reportCheckboxes(source, blocks, "a choice");
  if (box.state === "malformed") {
    reportMalformed(source, box);
    return [{ choice: null, span: box.span }];
  }
  if (box.state === "none") {
    report(
      source,
      "choice-checkbox-malformed",
      box.span,
      "Unexpected list entry without a checkbox among the choices, expected `[ ]` or `[x]`: write text between a plain list and the choices",
    );
    return [{ choice: null, span: box.span }];
  }
  return [{ choice: readEntry(reading, entry, blocks, box.checked, box.span, "choice"), span: box.span }];
}

/** `at` is where a number of choices is reported; one key too many stands at its own checkbox. */
function checkCounts({ source }: Reading, choices: readonly ReadChoice[], type: ChoiceType, at: Span): void {
  const keys = choices.filter(({ choice }) => choice?.key === true);
  const isOne = type === "multiple-choice";
  const isCounted = isOne ? choices.length >= 3 && choices.length <= 6 : choices.length >= 5;
  if (!isCounted)
    report(
      source,
      "choice-count",
      at,
      `Unexpected ${plural(choices.length, "choice")}, expected ${isOne ? "3 to 6" : "5 or more"} in a ${type} item`,
    );
  if (isOne ? keys.length === 1 : keys.length >= 2) return;
  const [first, second] = isOne ? keys : [];
  report(
    source,
    "choice-key-count",
    second?.span ?? at,
    `Unexpected ${plural(keys.length, "key")} marked \`[x]\`, expected ${isOne ? "exactly one" : "two or more"} in a ${type} item`,
    first &&
      second && {
        related: [{ message: "The first key", path: source.path, position: positionAt(source, first.span) }],
      },
  );
}

function checkRationales({ source }: Reading, choices: readonly ReadChoice[]): void {
  if (!choices.some(({ choice }) => choice?.rationale)) return;
  // A rationale that is reported as misplaced is not missing as well.
  const misplaced = source.diagnostics
    .filter(({ ruleId }) => ruleId === "choice-rationale-misplaced" || ruleId === "markdown-block-lookalike")
    .map(({ position }) => position.start.line - 1);
  for (const [index, { choice, span }] of choices.entries()) {
    if (choice === null || choice.rationale !== null) continue;
    const next = choices[index + 1];
    const from = lineAt(source, span.start);
    const to = next === undefined ? Infinity : lineAt(source, next.span.start);
    if (!misplaced.some((line) => from <= line && line < to))
      report(
        source,
        "choice-rationale-uneven",
        span,
        "Unexpected choice without a rationale, expected one as on the other choices: `> ` on the line below it, indented by two spaces",
      );
  }
}
