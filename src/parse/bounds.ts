// What a text may not exceed before remark and yaml see it: both overflow or take seconds on a few hostile kilobytes.
import { isInlineHost, parseBlocks, spanOf, walk } from "./markdown.ts";
import { lineSpan, report, sliceOf, type Source } from "./source.ts";

/** In bytes, of an item's file. */
export const maxItemBytes = 64 * 1024;
/** In bytes, of any other file. */
export const maxFileBytes = 512 * 1024;
/** Levels of quotes and lists, or of YAML collections. */
export const maxNesting = 32;
const maxDelimiters = 500;
const maxWord = 2000;
const maxRun = 300;
const maxRows = 2000;
const maxUnderlines = 200;

/** Reports what makes a Markdown text unsafe to parse; false if anything does. */
export function checkBounds(source: Source): boolean {
  const before = source.diagnostics.length;
  checkNesting(source);
  checkWords(source);
  checkRuns(source);
  if (source.diagnostics.length > before) return false;
  checkDelimiters(source);
  return source.diagnostics.length === before;
}

/** A level takes a marker on its line, or two columns of indentation: their sum bounds the depth from above. */
function checkNesting(source: Source): void {
  for (let line = 0; line < source.lineStarts.length; line++) {
    const span = lineSpan(source, line);
    const depth = nestingBound(sliceOf(source, span));
    if (depth <= maxNesting) continue;
    report(
      source,
      "nesting-depth",
      span,
      `Unexpected nesting, expected at most ${maxNesting} levels of quotes and lists`,
    );
    return;
  }
}

function nestingBound(line: string): number {
  if (line.trim() === "") return 0;
  let markers = 0;
  let blanks = 0;
  let rest = line;
  for (;;) {
    const blank = /^[ \t]+/.exec(rest)?.[0] ?? "";
    for (const character of blank) blanks += character === "\t" ? 4 : 1;
    rest = rest.slice(blank.length);
    // A line such as `* * *` is one thematic break, however long (CommonMark 4.1).
    if (/^([-*_])(?:[ \t]*\1)+[ \t]*$/.test(rest)) break;
    const marker = /^(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/.exec(rest)?.[0];
    if (marker === undefined) break;
    markers++;
    rest = rest.slice(marker.length);
    if (markers > maxNesting) break;
  }
  // The blank behind each marker belongs to the marker.
  return markers + Math.max(0, Math.floor((blanks - markers) / 2));
}

/** The search for bare addresses takes time with the square of the length of a word. */
function checkWords(source: Source): void {
  for (const { 0: word, index } of source.text.matchAll(/[^ \t\r\n]{2001,}/g)) {
    if (!/[-.\w+]{2001}|www|:\/\//i.test(word)) continue;
    report(
      source,
      "word-length",
      { start: index, end: index + word.length },
      `Unexpected word of ${word.length} characters, expected at most ${maxWord}`,
    );
    return;
  }
}

/** micromark takes time with the square of the lines of one run of text; an entry of a list begins a new one. */
function checkRuns(source: Source): void {
  let run = 0;
  let rows = 0;
  let underlines = 0;
  for (let line = 0; line < source.lineStarts.length; line++) {
    const span = lineSpan(source, line);
    const text = sliceOf(source, span);
    run = text.trim() === "" ? 0 : /^ {0,3}[-*+][ \t]+\S/.test(text) ? 1 : run + 1;
    rows = /^ {0,3}\|/.test(text) ? rows + 1 : 0;
    // Tables are quick; a bound of their own keeps what only looks like one from being slow.
    if (rows > 0) run = 1;
    if (rows > maxRows) {
      report(source, "run-length", span, `Unexpected row ${rows} of a table, expected at most ${maxRows}`);
      return;
    }
    // Underlined headings take time with the square of their number, wherever they stand.
    if (run > 1 && /^[ \t>]*(?:=+|-+)[ \t]*$/.test(text)) underlines++;
    if (underlines > maxUnderlines) {
      report(
        source,
        "run-length",
        span,
        `Unexpected underlined heading, expected \`#\` for headings: more than ${maxUnderlines} lines of \`=\` or \`-\` stand under text`,
      );
      return;
    }
    if (run <= maxRun) continue;
    report(
      source,
      "run-length",
      span,
      `Unexpected line ${maxRun + 1} of a run of lines, expected an empty line after at most ${maxRun} lines`,
    );
    return;
  }
}

function checkDelimiters(source: Source): void {
  // A whole file within the bound needs no look at its paragraphs, which costs as much as parsing it.
  if (countDelimiters(source.text) <= maxDelimiters) return;
  walk(parseBlocks(source.text), ({ node, ancestors }) => {
    if (!isInlineHost(node)) return true;
    const span = spanOf(node, ...ancestors.toReversed());
    const count = countDelimiters(sliceOf(source, span));
    if (count > maxDelimiters)
      report(
        source,
        "emphasis-count",
        span,
        `Unexpected ${count} delimiters such as \`*\` and \`_\` in a paragraph, expected at most ${maxDelimiters}`,
      );
    return false;
  });
}

function countDelimiters(text: string): number {
  return text.match(/[*_~[\]`$<]/g)?.length ?? 0;
}
