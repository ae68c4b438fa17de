// words.txt → words that spelling knows besides its dictionaries.
import type { SourceFile, WordListDocument } from "../model/document.ts";
import { quote } from "../quote.ts";
import { maxFileBytes } from "./bounds.ts";
import { lineSpan, openSource, positionAt, report, sliceOf, type Source, type Span } from "./source.ts";

/** One word a line, white space around it dropped; empty lines and those that open with `#` are skipped. */
export function parseWordList(file: SourceFile): WordListDocument {
  const { source } = openSource(file, maxFileBytes, null);
  return {
    kind: "word-list",
    path: file.path,
    diagnostics: source.diagnostics,
    found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 },
    links: [],
    images: [],
    anchors: [],
    words: readWords(source),
  };
}

/** Reports lines of several words, whose words are known all the same, and words that stand there already. */
function readWords(source: Source): string[] {
  const known: string[] = [];
  // By word in lower case, as spelling compares.
  const places = new Map<string, Span>();
  for (const line of source.lineStarts.keys()) {
    const { start, end } = lineSpan(source, line);
    const words = [...source.text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      start: start + index,
      end: start + index + word.length,
    }));
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined || source.text[first.start] === "#") continue;
    const whole = { start: first.start, end: last.end };
    if (words.length > 1)
      report(
        source,
        "word-list-malformed",
        whole,
        `Unexpected ${words.length} words in a line ${quote(sliceOf(source, whole))}, expected one: compounds are known by their parts`,
      );
    for (const span of words) {
      const word = sliceOf(source, span);
      const earlier = places.get(word.toLowerCase());
      if (earlier === undefined) {
        places.set(word.toLowerCase(), span);
        known.push(word);
      }
      // In a line of several words, one report is enough.
      else if (words.length === 1) reportRepeated(source, word, span, earlier);
    }
  }
  return known;
}

function reportRepeated(source: Source, word: string, span: Span, first: Span): void {
  report(source, "word-list-malformed", span, `Unexpected second ${quote(word)}, expected each word once`, {
    related: [{ message: "The first", path: source.path, position: positionAt(source, first) }],
  });
}
