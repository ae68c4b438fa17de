// items/<id>.md → an item: front matter, stem, answer by its type, explanation, references.
import type { RootContent } from "mdast";
import type { ItemBody, ItemDocument, SourceFile } from "../model/document.ts";
import type { ItemFrontMatter } from "../model/types.gen.ts";
import { isUnfinished } from "../profile.ts";
import { quote } from "../quote.ts";
import { maxItemBytes } from "./bounds.ts";
import { isTaskList, reportCheckboxes } from "./checkbox.ts";
import { readChoices, type FoundAnswer } from "./choices.ts";
import { contentOf } from "./clean.ts";
import { firstLine, hasImage } from "./entry.ts";
import { openMarkdown } from "./everywhere.ts";
import { readValidated } from "./front-matter.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import { readMatching } from "./matching.ts";
import { readSteps } from "./ordering.ts";
import type { Reading } from "./reading.ts";
import { readReferences } from "./references.ts";
import { partSections, type Sections } from "./sections.ts";
import { openSource, positionAt, report, sliceOf, type Span } from "./source.ts";

type ItemType = ItemFrontMatter["type"];
const types: readonly ItemType[] = ["multiple-choice", "multiple-response", "ordering", "matching"];

export function parseItem(file: SourceFile, id: string): ItemDocument {
  const { source, readable } = openSource(file, maxItemBytes, id);
  const document: ItemDocument = {
    kind: "item",
    path: file.path,
    id,
    diagnostics: source.diagnostics,
    found: { items: 1, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    frontMatter: null,
    places: { values: {}, keys: {} },
    body: null,
  };
  const opened = readable ? openMarkdown(source, true) : null;
  if (opened?.frontMatter.yaml == null) return document;
  const { value, places, raw } = readValidated(source, opened.frontMatter.yaml, "item");
  const { reading } = opened;
  Object.assign(document, { links: reading.links, images: reading.images, anchors: reading.anchors, places });
  // `validate` has found it to be of the schema's type.
  document.frontMatter = value as ItemFrontMatter | null;
  if (opened.judged) document.body = readBody(reading, partSections(reading), typeOf(raw));
  return document;
}

/** The type that the front matter names, even if another key is at fault. */
function typeOf(raw: unknown): ItemType | null {
  const type: unknown = typeof raw === "object" && raw !== null && "type" in raw ? raw.type : null;
  return types.find((known) => known === type) ?? null;
}

/** The body, or null if a fault of its structure was reported. */
function readBody(reading: Reading, sections: Sections, type: ItemType | null): ItemBody | null {
  const { source } = reading;
  const before = source.diagnostics.length;
  const found = type === null ? null : readAnswer(reading, sections.opening, type);
  const end = sections.explanationHeading ?? sections.referencesHeading;
  const endSpan: Span =
    end === null ? { start: source.text.trimEnd().length, end: source.text.trimEnd().length } : spanOf(end);
  if (found !== null) {
    checkStem(reading, found, hasVisible(reading, found.stem));
    for (const node of found.after.slice(0, 1))
      report(
        source,
        "item-answer-malformed",
        firstLine(reading, spanOf(node)),
        `Unexpected ${nameNode(node)} after the ${answerNames[found.answer.type]}, expected \`## Explanation\``,
      );
    reportCheckboxes(source, found.after, "this place");
  } else if (type !== null) reportMissing(reading, sections.opening, type, endSpan);
  checkExplanation(reading, sections, endSpan, found);
  const explanation = contentOf(sections.explanation, reading);
  const { referencesHeading } = sections;
  const references =
    referencesHeading === null ? [] : readReferences(reading, sections.references, spanOf(referencesHeading));
  const isBroken = source.diagnostics.slice(before).some((each) => each.severity === "error" && !isUnfinished(each));
  if (found === null || isBroken) return null;
  return {
    stem: contentOf(found.stem, reading),
    answer: found.answer,
    explanation,
    references,
    referencesPosition: referencesHeading === null ? null : positionAt(source, spanOf(referencesHeading)),
  };
}

const answerNames = {
  "multiple-choice": "choices",
  "multiple-response": "choices",
  ordering: "steps",
  matching: "table",
} as const;

function readAnswer(reading: Reading, opening: readonly RootContent[], type: ItemType): FoundAnswer | null {
  switch (type) {
    case "ordering":
      return readSteps(reading, opening);
    case "matching":
      return readMatching(reading, opening);
    case "multiple-choice":
    case "multiple-response":
      return readChoices(reading, opening, type);
  }
}

const hasVisible = (reading: Reading, nodes: readonly RootContent[]): boolean => {
  const { nodes: published, text } = contentOf(nodes, reading);
  return text !== "" || hasImage(published);
};

function checkStem(reading: Reading, { span }: FoundAnswer, visible: boolean): void {
  // A stem that became a heading is reported as that heading.
  if (!visible && !reading.source.diagnostics.some(({ ruleId }) => ruleId === "item-section-malformed"))
    report(
      reading.source,
      "item-stem-missing",
      firstLine(reading, span),
      "Unexpected answer without a stem, expected the question before it",
    );
}

const expectedAnswers: Record<ItemType, string> = {
  "multiple-choice": "a bullet list of choices, each with `[ ]` or `[x]`",
  "multiple-response": "a bullet list of choices, each with `[ ]` or `[x]`",
  ordering: "a numbered list of steps",
  matching: "a table of two columns",
};

function reportMissing(reading: Reading, opening: readonly RootContent[], type: ItemType, end: Span): void {
  const last = opening.findLast((node) => !isSilent(node));
  const isList = last?.type === "list" || last?.type === "table";
  const at = isList ? firstLine(reading, spanOf(last)) : end;
  const shown = isList
    ? last.type === "table"
      ? "table"
      : "list"
    : end.start === end.end
      ? "end of the file"
      : quote(sliceOf(reading.source, end));
  report(
    reading.source,
    "item-answer-missing",
    at,
    `Unexpected ${shown}, expected ${expectedAnswers[type]} ${isList ? "" : "before it "}in an item of type \`${type}\``,
  );
}

function checkExplanation(reading: Reading, sections: Sections, end: Span, found: FoundAnswer | null): void {
  const { source } = reading;
  const heading = sections.explanationHeading;
  if (heading === null) {
    // What follows the answer is reported in its place, as what stands there instead.
    if (found === null || found.after.length === 0) {
      const at = end.start === end.end && found !== null ? { start: found.span.end, end: found.span.end } : end;
      report(
        source,
        "item-explanation-missing",
        at,
        `Unexpected ${at.start === at.end ? "end of the item" : "heading"}, expected \`## Explanation\``,
      );
    }
    return;
  }
  if (!hasVisible(reading, sections.explanation))
    report(
      source,
      "item-explanation-missing",
      spanOf(heading),
      "Unexpected empty explanation, expected text below its heading",
    );
  for (const node of sections.explanation)
    if (isTaskList(source, node))
      report(
        source,
        "item-answer-malformed",
        firstLine(reading, spanOf(node)),
        "Unexpected task list in the explanation, expected the choices in one list before `## Explanation`",
      );
  reportCheckboxes(
    source,
    sections.explanation.filter((node) => !isTaskList(source, node)),
    "the explanation",
  );
}
