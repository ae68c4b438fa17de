// The sections of an item's body: stem and answer, explanation, references. Which node belongs where, and headings that are out of place.
import type { Heading, RootContent } from "mdast";
import { findNear } from "../near.ts";
import { quote } from "../quote.ts";
import { spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { report, sliceOf } from "./source.ts";
import { visibleText } from "./text.ts";

/** The root's children, parted by the two headings; silent nodes are still among them. */
export interface Sections {
  /** Stem and answer. */
  opening: RootContent[];
  explanationHeading: Heading | null;
  explanation: RootContent[];
  referencesHeading: Heading | null;
  references: RootContent[];
}

const titles = ["Explanation", "References"] as const;
type Title = (typeof titles)[number];

/** Parts an item's nodes by its headings, and reports every heading that is not one of the two in its place. */
export function partSections(reading: Reading): Sections {
  const sections: Sections = {
    opening: [],
    explanationHeading: null,
    explanation: [],
    referencesHeading: null,
    references: [],
  };
  let into = sections.opening;
  for (const node of reading.root.children) {
    if (node.type !== "heading") {
      if (node.type !== "yaml") into.push(node);
      continue;
    }
    const title = recognise(reading, node);
    if (title === "Explanation" && acceptExplanation(reading, sections, node)) into = sections.explanation;
    else if (title === "References" && acceptReferences(reading, sections, node)) into = sections.references;
  }
  return sections;
}

/** The title that a heading is or wants to be; any other heading is reported. */
function recognise({ source }: Reading, node: Heading): Title | null {
  const text = visibleText(node.children);
  const span = spanOf(node);
  const bare = text.replace(/[\s:：.]+$/u, "");
  const near = findNear(bare, titles);
  const title = titles.find((title) => title.toLowerCase() === bare.toLowerCase() || title === near);
  const authored = sliceOf(source, span);
  if (title === undefined) {
    const setext = !authored.startsWith("#");
    report(
      source,
      "item-section-malformed",
      span,
      setext
        ? `Unexpected heading ${quote(text)}, made by the line of \`${authored.trimEnd().slice(-1)}\` below it, expected an empty line between them`
        : `Unexpected heading ${quote(text)}, expected only \`## Explanation\` and \`## References\``,
    );
    return null;
  }
  if (text !== title || node.depth !== 2)
    report(source, "item-section-malformed", span, `Unexpected heading ${quote(authored)}, expected \`## ${title}\``, {
      fix: { safe: true, edits: [{ ...span, text: `## ${title}` }] },
    });
  return title;
}

function acceptExplanation({ source }: Reading, sections: Sections, node: Heading): boolean {
  if (sections.explanationHeading === null && sections.referencesHeading === null) {
    sections.explanationHeading = node;
    return true;
  }
  const message =
    sections.explanationHeading !== null
      ? "Unexpected second `## Explanation`, expected one"
      : "Unexpected `## Explanation` after `## References`, expected it before";
  report(source, "item-section-malformed", spanOf(node), message);
  // Out of order is still an explanation: that it is missing as well would be a second report of one mistake.
  sections.explanationHeading ??= node;
  return sections.explanationHeading === node;
}

function acceptReferences({ source }: Reading, sections: Sections, node: Heading): boolean {
  if (sections.referencesHeading === null) {
    sections.referencesHeading = node;
    return true;
  }
  report(source, "item-section-malformed", spanOf(node), "Unexpected second `## References`, expected one");
  return false;
}
