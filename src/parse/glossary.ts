// glossary.md → terms, written as facts.
import type { Html, List, RootContent } from "mdast";
import type { GlossaryDocument, SourceFile } from "../model/document.ts";
import { maxFileBytes } from "./bounds.ts";
import { reportCheckboxes } from "./checkbox.ts";
import { contentOf } from "./clean.ts";
import { countTerms } from "./count.ts";
import { firstLine } from "./entry.ts";
import { openMarkdown } from "./everywhere.ts";
import { checkMisplacedFacts, checkRepeatedFacts, factForm, readFact, reportMalformedFact } from "./fact.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import { checkPins } from "./pins.ts";
import type { Reading } from "./reading.ts";
import { openSource, report } from "./source.ts";
import { takeTitle } from "./title.ts";

export function parseGlossary(file: SourceFile): GlossaryDocument {
  const { source, readable } = openSource(file, maxFileBytes, null);
  const document: GlossaryDocument = {
    kind: "glossary",
    path: file.path,
    diagnostics: source.diagnostics,
    found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    title: "",
    introduction: { nodes: [], text: "" },
    terms: [],
  };
  const opened = readable ? openMarkdown(source, false) : null;
  if (opened === null) return document;
  const { reading, judged } = opened;
  const { links, images, anchors } = reading;
  const found = countTerms(source, reading.root);
  const read = judged ? readGlossary(reading) : null;
  // The code host shows the glossary from its top; the PDF leads to the term.
  const terms = (read?.terms ?? []).map(({ id }) => id).filter((id) => !anchors.includes(id));
  return { ...document, links, images, anchors: [...anchors, ...terms], found, ...read };
}

function readGlossary(reading: Reading): Pick<GlossaryDocument, "title" | "introduction" | "terms"> {
  const { source, root } = reading;
  const { title, rest } = takeTitle(reading);
  const isTerms = (node: RootContent): node is List =>
    node.type === "list" &&
    node.ordered !== true &&
    node.children.some((entry) => factForm(source, entry.children[0]) !== "prose");
  const start = rest.findIndex(isTerms);
  const introduction = start < 0 ? rest : rest.slice(0, start);
  const pins = new Set<Html>();
  const entries = (start < 0 ? [] : rest.slice(start)).flatMap((node) => {
    if (node.type === "list" && node.ordered !== true) return node.children;
    if (!isSilent(node) && node.type !== "heading")
      report(
        source,
        "fact-malformed",
        firstLine(reading, spanOf(node)),
        `Unexpected ${nameNode(node)} among the terms, expected only \`- **Term**: definition\``,
      );
    return [];
  });
  const terms = entries.flatMap((entry) => {
    const form = factForm(source, entry.children[0]);
    if (form === "malformed") reportMalformedFact(reading, entry);
    else if (form === "prose")
      report(
        source,
        "fact-malformed",
        firstLine(reading, spanOf(entry)),
        "Unexpected list entry among the terms, expected `- **Term**: definition`",
      );
    return form === "fact" ? (readFact(reading, entry, pins) ?? []) : [];
  });
  for (const node of rest)
    if (node.type === "heading")
      report(
        source,
        "heading-order",
        firstLine(reading, spanOf(node)),
        "Unexpected heading in the glossary, expected none but the title",
      );
  checkRepeatedFacts(source, terms, "the glossary");
  checkMisplacedFacts(source, rest, true);
  reportCheckboxes(source, rest, "the glossary");
  checkPins(source, root, pins);
  return {
    title,
    introduction: contentOf(
      introduction.filter(({ type }) => type !== "heading"),
      reading,
    ),
    terms,
  };
}
