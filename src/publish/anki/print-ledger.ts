// The ledger as text.
import type { LedgerFile } from "../../model/types.gen.ts";

/** A note a line, so that a change of one note is a change of one line. */
export function printLedger(ledger: LedgerFile): string {
  const section = (byKind: Readonly<Record<string, Record<string, unknown>>>): string => {
    const blocks = Object.entries(byKind).map(([kind, notes]) => {
      const rows = Object.entries(notes).map(
        ([label, note]) => `      ${JSON.stringify(label)}: ${JSON.stringify(note)}`,
      );
      return `    ${JSON.stringify(kind)}: {\n${rows.join(",\n")}\n    }`;
    });
    return blocks.length === 0 ? "{}" : `{\n${blocks.join(",\n")}\n  }`;
  };
  const { schemaVersion, code, language, edition, noteTypes, notes, retired } = ledger;
  const types = Object.entries(noteTypes).map(([kind, type]) => `    ${JSON.stringify(kind)}: ${JSON.stringify(type)}`);
  return `{
  "schemaVersion": ${schemaVersion},
  "code": ${JSON.stringify(code)},
  "language": ${JSON.stringify(language)},
  "edition": ${JSON.stringify(edition)},
  "noteTypes": {\n${types.join(",\n")}\n  },
  "notes": ${section(notes)},
  "retired": ${section(retired)}
}
`;
}
