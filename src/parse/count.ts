// What a tree holds, counted without the readers that make drafts of it: the left side of found = published + reported.
import type { Nodes, Root } from "mdast";
import type { Found } from "../model/document.ts";
import { factForm } from "./fact.ts";
import { walk } from "./markdown.ts";
import type { Source } from "./source.ts";

/** Facts, typed tables and their rows in a domain file, faulty ones among them. */
export function countDomain(source: Source, root: Root): Found {
  const found: Found = { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 };
  let inTopic = false;
  for (const node of root.children) {
    if (node.type === "heading" && node.depth <= 3) inTopic = node.depth === 3;
    if (node.type === "table") {
      found.tables++;
      found.rows += node.children.length - 1;
    }
    if (inTopic || node.type === "blockquote") found.facts += countEntries(source, node);
  }
  return found;
}

/** Terms of the glossary, faulty ones among them. */
export function countTerms(source: Source, root: Root): Found {
  const terms = root.children.reduce((sum, node) => sum + countEntries(source, node), 0);
  return { items: 0, facts: 0, tables: 0, rows: 0, terms };
}

/** Entries in the form of a fact, of a bullet list or of one in a quote; those nested in an entry are prose. */
function countEntries(source: Source, top: Nodes): number {
  let entries = 0;
  walk(top, ({ node }) => {
    if (node.type !== "list" || node.ordered === true) return node.type === "blockquote" || node.type === "list";
    const inQuote = top.type === "blockquote";
    for (const entry of node.children) {
      const form = factForm(source, entry.children[0]);
      if (form === "fact" || (form === "malformed" && !inQuote)) entries++;
    }
    return false;
  });
  return entries;
}
