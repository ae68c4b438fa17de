// Facts: entries `- **Lead**: body` of a top-level bullet list. Also the terms of the glossary.
import type { Html, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Content } from "../model/content.ts";
import type { Fact } from "../model/document.ts";
import { contentOf } from "./clean.ts";
import { firstLine, hasImage } from "./entry.ts";
import { spanOf, walk } from "./markdown.ts";
import { pinOf } from "./pins.ts";
import type { Reading } from "./reading.ts";
import { slugOf } from "./slug.ts";
import { positionAt, report, sliceOf, type Source, type Span } from "./source.ts";

/** What a paragraph is: a fact, something that wants to be one, or prose. */
export type FactForm = "fact" | "malformed" | "prose";

const colonAfter = /^[\s\u00A0]*[:：]/u;

/** Judges the first paragraph of an entry. */
export function factForm(source: Source, block: RootContent | undefined): FactForm {
  if (block?.type !== "paragraph") return "prose";
  const [first, second] = block.children;
  const next = second?.type === "text" ? second.value : "";
  if (first?.type === "strong") {
    if (colonAfter.test(next) || endsInColon(first.children)) return "fact";
    return dashAfter.test(next) ? "malformed" : "prose";
  }
  if (first?.type === "emphasis" && (colonAfter.test(next) || endsInColon(first.children))) return "malformed";
  const raw = sliceOf(source, spanOf(block));
  return first?.type === "text" && /^(?:\*\*[^*\r\n]+\*\*|__[^_\r\n]+__)[ \t\u00A0]*[:：]/u.test(raw)
    ? "malformed"
    : "prose";
}

const dashAfter = /^[\s\u00A0]+[–—-][\s\u00A0]/u;

function endsInColon(children: readonly PhrasingContent[]): boolean {
  const last = children.at(-1);
  return last?.type === "text" && /[:：]$/u.test(last.value.trimEnd());
}

/** Reports an entry that wants to be a fact. */
export function reportMalformedFact(reading: Reading, entry: ListItem): void {
  const { source } = reading;
  const block = entry.children[0];
  if (block?.type !== "paragraph") return;
  const [first, second] = block.children;
  if (first?.type === "strong" && second !== undefined) {
    const { start } = spanOf(second, block);
    const blanks = /^[\s\u00A0]*/u.exec(sliceOf(source, spanOf(second, block)))?.[0].length ?? 0;
    const at = { start: start + blanks, end: start + blanks + 1 };
    return report(
      source,
      "fact-malformed",
      at,
      `Unexpected \`${sliceOf(source, at)}\` after the lead of a fact, expected \`:\``,
      {
        fix: { safe: true, edits: [{ start, end: at.end, text: ":" }] },
      },
    );
  }
  const at = firstLine(reading, spanOf(block));
  report(
    source,
    "fact-malformed",
    { start: at.start, end: first === undefined ? at.end : Math.min(at.end, leadEnd(source, at, first)) },
    "Unexpected lead of a fact, expected `**Lead**: text`",
  );
}

function leadEnd(source: Source, at: Span, first: PhrasingContent): number {
  if (first.type !== "text") return spanOf(first).end;
  const colon = sliceOf(source, at).search(/[:：]/u);
  return colon < 0 ? at.end : at.start + colon;
}

/** Reads an entry in the form of a fact; null if a part is empty, which is reported. Its pin is added to the used ones. */
export function readFact(reading: Reading, entry: ListItem, usedPins: Set<Html>): Fact | null {
  const { source } = reading;
  const [block, ...others] = entry.children;
  if (block?.type !== "paragraph") return null;
  const [strong, ...rest] = block.children;
  if (strong?.type !== "strong") return null;
  const leadContent = dropColon(contentOf(strong.children, reading));
  const pinned = rest.find((node): node is Html => pinOf(node) !== null && endsLine(source, node, block));
  if (pinned !== undefined) usedPins.add(pinned);
  const [after, ...inline] = rest;
  // One of two colons, inside or outside the bold, parts lead and body; a second belongs to nobody and is dropped with it.
  const opening =
    after?.type === "text"
      ? [{ ...after, value: after.value.replace(/^[\s\u00A0]*(?:[:：][\s\u00A0]*)?/u, "") }]
      : after === undefined
        ? []
        : [after];
  const paragraph: Paragraph = {
    ...block,
    children: [...opening.filter((node) => node.type !== "text" || node.value !== ""), ...inline],
  };
  const body = contentOf([...(paragraph.children.length === 0 ? [] : [paragraph]), ...others], reading);
  const at = firstLine(reading, spanOf(entry));
  if (leadContent.text === "") return reportEmpty(source, at, "lead", "`**Lead**: text`");
  if (body.text === "" && !hasImage(body.nodes)) return reportEmpty(source, at, "body", "text after the colon");
  const id = pinned === undefined ? slugOf(leadContent.text) : slugOf(pinOf(pinned) ?? "");
  if (id === "" && pinned === undefined) {
    report(
      source,
      "fact-malformed",
      spanOf(strong),
      "Unexpected lead without a letter or digit, expected one, or a pin `<!-- id: x -->` at the end of the line",
    );
    return null;
  }
  return {
    id,
    lead: leadContent.text,
    leadContent,
    body,
    path: source.path,
    position: positionAt(source, spanOf(entry)),
  };
}

function reportEmpty(source: Source, at: Span, part: string, expected: string): null {
  report(source, "fact-malformed", at, `Unexpected fact without a ${part}, expected ${expected}`);
  return null;
}

function endsLine(source: Source, node: PhrasingContent, block: Paragraph): boolean {
  const { end } = spanOf(node, block);
  return /^[ \t]*(?:[\r\n]|$)/.test(source.text.slice(end, end + 200));
}

/** A lead or caption without its closing colon and the blanks around it. */
export function dropColon(content: Content): Content {
  const nodes = [...content.nodes];
  const last = nodes.at(-1);
  if (last?.type === "text") {
    const value = withoutColon(last.value);
    if (value === "") nodes.pop();
    else nodes[nodes.length - 1] = { ...last, value };
  }
  return { nodes, text: withoutColon(content.text) };
}

const withoutColon = (text: string): string => {
  const trimmed = text.trimEnd();
  return /[:：]$/u.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : text;
};

/** Reports a second fact with the lead or id of an earlier one. */
export function checkRepeatedFacts(source: Source, facts: readonly Fact[], place: string): void {
  const leads = new Map<string, Fact>();
  const ids = new Map<string, Fact>();
  for (const fact of facts) {
    const lead = fact.lead.normalize("NFC").toLowerCase();
    const sameLead = leads.get(lead);
    const earlier = sameLead ?? ids.get(fact.id);
    if (earlier === undefined) {
      leads.set(lead, fact);
      ids.set(fact.id, fact);
      continue;
    }
    const { line, column } = fact.position.start;
    const start = (source.lineStarts[line - 1] ?? 0) + column - 1;
    const span = { start, end: start + 1 };
    const what = sameLead === undefined ? `id \`${fact.id}\`` : `lead \`${fact.lead}\``;
    report(
      source,
      "fact-duplicate",
      span,
      `Unexpected second ${what} in ${place}, expected different ${sameLead === undefined ? "ids: pin one with `<!-- id: x -->`" : "leads"}`,
      {
        related: [{ message: "The first", path: source.path, position: earlier.position }],
      },
    );
  }
}

/** Reports facts where none is published: nested ones and paragraphs as a warning, those in quotes as an error. */
export function checkMisplacedFacts(source: Source, nodes: readonly RootContent[], topLevelIsFact: boolean): void {
  for (const top of nodes)
    walk(top, ({ node, ancestors }) => {
      const parent = ancestors.at(-1);
      if (node.type === "paragraph" && parent === undefined) {
        if (factForm(source, node) === "fact")
          report(
            source,
            "fact-misplaced",
            spanOf(node.children[0] ?? node),
            "Unexpected fact in a paragraph, expected it as a list entry `- **Lead**: text`, or a lead without bold",
          );
        return false;
      }
      if (node.type !== "listItem" || parent?.type !== "list") return true;
      const inQuote = ancestors.some(({ type }) => type === "blockquote");
      const isTop = ancestors.length === 1;
      if (parent.ordered === true || factForm(source, node.children[0]) !== "fact" || (isTop && topLevelIsFact))
        return true;
      const at = spanOf(node.children[0] ?? node);
      const span = {
        start: at.start,
        end: Math.min(at.end, spanOf((node.children[0] as Paragraph).children[0] ?? node).end),
      };
      if (inQuote)
        report(
          source,
          "fact-malformed",
          span,
          "Unexpected fact in a quote, expected it in a list outside of the quote",
        );
      else
        report(
          source,
          "fact-misplaced",
          span,
          isTop
            ? "Unexpected fact outside of a topic, expected it below a `###` heading"
            : "Unexpected fact inside another list entry, expected it in a list of its own",
        );
      return true;
    });
}
