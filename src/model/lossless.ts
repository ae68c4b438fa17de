// The arithmetic of losslessness: what the sources hold = what is published + what is reported.
import type { Bank } from "./bank.ts";
import { tablesOf, topicsOf } from "./bank.ts";
import type { Document, Found } from "./document.ts";

const kinds = ["items", "facts", "tables", "rows", "terms"] as const satisfies readonly (keyof Found)[];

const tally = (count: (kind: keyof Found) => number): Found => ({
  items: count("items"),
  facts: count("facts"),
  tables: count("tables"),
  rows: count("rows"),
  terms: count("terms"),
});

/** What all documents hold together, as parse counted it. */
export function sumFound(documents: readonly Pick<Document, "found">[]): Found {
  return tally((kind) => documents.reduce((sum, { found }) => sum + found[kind], 0));
}

/** What a bank holds, counted anew from the bank itself. */
export function countPublished(bank: Bank): Found {
  const tables = tablesOf(bank);
  return {
    items: bank.items.length,
    facts: topicsOf(bank).reduce((sum, { facts }) => sum + facts.length, 0),
    tables: tables.length,
    rows: tables.reduce((sum, { table }) => sum + table.rows.length, 0),
    terms: bank.glossary.terms.length,
  };
}

/** What was found and not published: with its diagnostics, the reported side of the sum. */
export function subtractFound(found: Found, published: Found): Found {
  return tally((kind) => found[kind] - published[kind]);
}

/** Throws if a count of something without errors differs from what was found: content would be lost, by our fault. */
export function checkLossless(found: Found, published: Partial<Found>, where: string): void {
  for (const kind of kinds) {
    const count = published[kind];
    if (count !== undefined && count !== found[kind])
      throw new Error(`${where} holds ${count} ${kind}, but the sources hold ${found[kind]}, and no fault is reported`);
  }
}
