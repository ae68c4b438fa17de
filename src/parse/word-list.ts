// words.txt → words that spelling knows besides its dictionaries.
import type { SourceFile, WordListDocument } from "../model/document.ts";
import { maxFileBytes } from "./bounds.ts";
import { openSource } from "./source.ts";

/** One word a line, white space around it dropped; empty lines and those that open with `#` are skipped. */
export function parseWordList(file: SourceFile): WordListDocument {
  const { source } = openSource(file, maxFileBytes, null);
  const lines = source.text.split(/\r\n?|\n/).map((line) => line.trim());
  return {
    kind: "word-list",
    path: file.path,
    diagnostics: source.diagnostics,
    found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    words: lines.filter((line) => line !== "" && !line.startsWith("#")),
  };
}
