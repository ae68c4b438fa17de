// domains/*.md → sections, topics, facts and typed tables.
import type { Heading, Html, List, RootContent } from "mdast";
import { wholeFile } from "../diagnostic.ts";
import type { DomainDocument, Found, SectionDraft, SourceFile, Table, Topic } from "../model/document.ts";
import type { TableKind } from "../model/table-kind.ts";
import type { DomainFrontMatter } from "../model/types.gen.ts";
import { maxFileBytes } from "./bounds.ts";
import { reportCheckboxes } from "./checkbox.ts";
import { contentOf } from "./clean.ts";
import { countDomain } from "./count.ts";
import { firstLine } from "./entry.ts";
import { openMarkdown } from "./everywhere.ts";
import { checkMisplacedFacts, checkRepeatedFacts, factForm, readFact, reportMalformedFact } from "./fact.ts";
import { readValidated } from "./front-matter.ts";
import { isSilent, nameNode, spanOf } from "./markdown.ts";
import { checkPins, pinOf } from "./pins.ts";
import type { Reading } from "./reading.ts";
import { slugOf, splitEmoji } from "./slug.ts";
import { lineAt, openSource, positionAt, report } from "./source.ts";
import { captionOf, checkNestedTables, readTable } from "./table.ts";
import { visibleText } from "./text.ts";
import { takeTitle } from "./title.ts";

const nothing: Found = { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 };

export function parseDomain(file: SourceFile, kinds: readonly TableKind[]): DomainDocument {
  const { source, readable } = openSource(file, maxFileBytes, null);
  const document: DomainDocument = {
    kind: "domain",
    path: file.path,
    diagnostics: source.diagnostics,
    found: nothing,
    links: [],
    images: [],
    anchors: [],
    frontMatter: null,
    places: { values: {}, keys: {} },
    title: "",
    titlePosition: wholeFile,
    introduction: { nodes: [], text: "" },
    sections: [],
  };
  const opened = readable ? openMarkdown(source, true) : null;
  if (opened?.frontMatter.yaml == null) return document;
  const { value, places } = readValidated(source, opened.frontMatter.yaml, "domain");
  const { reading } = opened;
  Object.assign(document, { links: reading.links, images: reading.images, anchors: reading.anchors, places });
  // `validate` has found it to be of the schema's type.
  document.frontMatter = value as DomainFrontMatter | null;
  document.found = countDomain(source, reading.root);
  if (!opened.judged) return document;
  return { ...document, ...readDomain({ reading, kinds, pins: new Set() }) };
}

interface DomainReading {
  reading: Reading;
  kinds: readonly TableKind[];
  /** Pins that pin something. */
  pins: Set<Html>;
}

/** A heading with the nodes below it, up to the next of its kind. */
interface Part {
  heading: Heading;
  nodes: RootContent[];
}

function readDomain(
  domain: DomainReading,
): Pick<DomainDocument, "title" | "titlePosition" | "introduction" | "sections"> {
  const { reading } = domain;
  const { title, titlePosition, rest } = takeTitle(reading);
  const { before, parts } = partAt(rest, 2);
  checkDepths(reading, before, [3, 4]);
  const introduction = readBlocks(domain, before, "", null);
  checkMisplacedFacts(reading.source, before, false);
  const sections = parts.map((part) => readSection(domain, part));
  reportCheckboxes(reading.source, reading.root.children, "study notes");
  checkNestedTables(reading, domain.kinds);
  checkPins(reading.source, reading.root, domain.pins);
  return { title, titlePosition, introduction: contentOf(introduction.nodes, reading), sections };
}

function partAt(nodes: readonly RootContent[], depth: number): { before: RootContent[]; parts: Part[] } {
  const before: RootContent[] = [];
  const parts: Part[] = [];
  for (const node of nodes) {
    if (node.type === "heading" && node.depth === depth) parts.push({ heading: node, nodes: [] });
    else (parts.at(-1)?.nodes ?? before).push(node);
  }
  return { before, parts };
}

/** Reports headings of depths that need another above them, and those that are too deep for any place. */
function checkDepths(reading: Reading, nodes: readonly RootContent[], homeless: readonly number[]): void {
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    const span = firstLine(reading, spanOf(node));
    const marks = `\`${"#".repeat(node.depth)}\``;
    if (node.depth > 4)
      report(reading.source, "heading-order", span, `Unexpected heading ${marks}, expected at most \`####\``);
    else if (homeless.includes(node.depth))
      report(
        reading.source,
        "heading-order",
        span,
        `Unexpected heading ${marks} outside of a ${node.depth === 3 ? "section" : "topic"}, expected a \`${"#".repeat(node.depth - 1)}\` heading above it`,
      );
  }
}

function readSection(domain: DomainReading, { heading, nodes }: Part): SectionDraft {
  const { reading } = domain;
  const { source } = reading;
  const { before, parts } = partAt(nodes, 3);
  checkDepths(reading, before, [4]);
  const title = visibleText(heading.children);
  const at = firstLine(reading, spanOf(heading));
  if (title === "") report(source, "heading-order", at, "Unexpected empty heading, expected text after `##`");
  const lead = before.find((node) => !isSilent(node));
  if (lead?.type !== "paragraph") {
    const message = `Unexpected ${lead === undefined ? "section" : nameNode(lead)} without a lead, expected one paragraph directly under the heading of the section`;
    report(source, "section-lead-missing", lead === undefined ? at : firstLine(reading, spanOf(lead)), message);
  }
  const bodyNodes = lead?.type === "paragraph" ? before.slice(before.indexOf(lead) + 1) : before;
  const body = readBlocks(domain, bodyNodes, splitEmoji(title).title, "section");
  checkMisplacedFacts(source, before, false);
  return {
    title,
    titleContent: contentOf([heading], reading),
    position: positionAt(source, spanOf(heading)),
    lead: contentOf(lead?.type === "paragraph" ? [lead] : [], reading),
    body: contentOf(body.nodes, reading),
    tables: body.tables,
    topics: parts.map((part) => readTopic(domain, part)),
  };
}

function readTopic(domain: DomainReading, { heading, nodes }: Part): Topic {
  const { reading } = domain;
  const { source } = reading;
  checkDepths(reading, nodes, []);
  const text = visibleText(heading.children);
  const { emoji, title } = splitEmoji(text);
  const [next] = nodes;
  const pinned =
    next?.type === "html" && lineAt(source, spanOf(next).start) === lineAt(source, spanOf(heading).end) + 1
      ? pinOf(next)
      : null;
  if (pinned !== null && next?.type === "html") domain.pins.add(next);
  const id = slugOf(pinned ?? text);
  if (id === "" && pinned === null)
    report(
      source,
      "topic-id-missing",
      firstLine(reading, spanOf(heading)),
      "Unexpected heading without a letter or digit, expected one, or a pin `<!-- id: x -->` on the next line",
    );
  const { nodes: blocks, tables } = readBlocks(domain, nodes, title, "topic");
  const entries = nodes
    .filter((node): node is List => node.type === "list" && node.ordered !== true)
    .flatMap(({ children }) => children);
  const facts = entries.flatMap((entry) => {
    const form = factForm(source, entry.children[0]);
    if (form === "malformed") reportMalformedFact(reading, entry);
    return form === "fact" ? (readFact(reading, entry, domain.pins) ?? []) : [];
  });
  checkRepeatedFacts(source, facts, "the topic");
  checkMisplacedFacts(source, nodes, true);
  return {
    id,
    title,
    titleContent: contentOf([heading], reading),
    ...(emoji !== undefined && { emoji }),
    path: source.path,
    position: positionAt(source, spanOf(heading)),
    body: contentOf(blocks, reading),
    facts,
    tables,
  };
}

/** Blocks with their tables typed and captions consumed; `heading` names a table without caption, `home` is null where no table may stand. */
function readBlocks(
  domain: DomainReading,
  nodes: readonly RootContent[],
  heading: string,
  home: "section" | "topic" | null,
): { nodes: RootContent[]; tables: Table[] } {
  const { reading, kinds } = domain;
  const blocks: RootContent[] = [];
  const tables: Table[] = [];
  let nearest = heading;
  for (const node of nodes) {
    if (node.type === "heading") nearest = splitEmoji(visibleText(node.children)).title;
    if (node.type !== "table") {
      blocks.push(node);
      continue;
    }
    if (home === null)
      report(
        reading.source,
        "table-kind-unknown",
        firstLine(reading, spanOf(node)),
        "Unexpected table before the first section, expected it below a `##` heading",
      );
    const before = blocks.findLastIndex((block) => !isSilent(block));
    const caption = captionOf(blocks[before]);
    const found = readTable(reading, node, caption, nearest, kinds);
    if (found === null) {
      blocks.push(node);
      continue;
    }
    if (caption !== null) blocks.splice(before, 1);
    blocks.push(found.node);
    tables.push(found.table);
  }
  return { nodes: blocks, tables };
}
