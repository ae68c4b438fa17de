// A kind of table: which header names it, and what its rows must hold.
import type { Document } from "./document.ts";
import type { TableKindFile } from "./types.gen.ts";

export interface TableKind extends TableKindFile {
  /** The file name in tables/ without its ending. */
  id: string;
  /** The column that names a row; one of `columns`. */
  key: string;
}

/** The kinds that a guide declares, sorted by id; files whose faults are reported have none. */
export function tableKindsOf(documents: readonly Document[]): TableKind[] {
  return documents
    .flatMap((document) =>
      document.kind === "table-kind" && document.tableKind !== null
        ? [
            {
              ...document.tableKind,
              id: document.id,
              key: document.tableKind.key ?? document.tableKind.columns[0]?.name ?? "",
            },
          ]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The column names that a prompt puts in braces, in order. */
export function placeholdersOf(prompt: string): string[] {
  return [...prompt.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
