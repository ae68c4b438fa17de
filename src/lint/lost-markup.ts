// Paths, addresses and names of code in running text of which Markdown takes signs for mark-up, so that they do not print.
import { visit } from "unist-util-visit";
import { rootOf, type Content } from "../model/content.ts";
import { lineAt, lineSpan, sliceOf, spanAt, type SourceText, type Span } from "../source-text.ts";

/** Signs that make a look at the tree worth while: in most files there are none. */
const worthALook = /(?<![A-Za-z\d])[A-Za-z]:\\|\\\\[A-Za-z\d]|:\/\/[^\s*_]{0,300}[*_]|\/\*|__/u;

/** Longer ones are no names that anybody reads. */
const longest = 300;

/** Where names stand that lose signs, in the order of the file, each once. */
export function lostMarkupOf(contents: readonly Content[], source: SourceText): Span[] {
  if (!worthALook.test(source.text)) return [];
  const found = new Map<number, Span>();
  for (const content of contents)
    visit(rootOf(content), (node) => {
      if (node.position === undefined) return;
      const span = spanAt(source, node.position);
      const names =
        node.type === "text"
          ? escapedPathsOf(source, span)
          : node.type === "emphasis" || node.type === "strong"
            ? emphasizedNamesOf(source, span)
            : [];
      for (const name of names) if (!found.has(name.start)) found.set(name.start, name);
    });
  let end = 0;
  return [...found.values()]
    .toSorted((a, b) => a.start - b.start)
    .filter((span) => {
      const isFree = span.start >= end;
      if (isFree) end = span.end;
      return isFree;
    });
}

// A path whose author doubles the backslashes knows what they do.
const pathStart = /(?<![^\s"'“‘(*_])(?:[A-Za-z]:\\(?!\\)|\\\\(?=[A-Za-z\d]))/gu;
const lostEscape = /^[A-Za-z]:\\(?:[^\\]|\\[^\\])*?\\?[!#$%&'()*+,\-./:;=?@[\]^_{}~]/u;

function escapedPathsOf(source: SourceText, span: Span): Span[] {
  return [...sliceOf(source, span).matchAll(pathStart)].flatMap(({ index }) => {
    const start = span.start + index;
    const token = tokenFrom(source, start);
    const isLost = token.startsWith("\\\\")
      ? /^\\\\[A-Za-z\d.-]{1,100}\\[^\\]/u.test(token)
      : lostEscape.test(token) && /\\[^\\A-Za-z\d]/u.test(token);
    return isLost ? [{ start, end: start + trimmed(token).length }] : [];
  });
}

/** The source from a place to the next blank. */
function tokenFrom(source: SourceText, start: number): string {
  const { end } = lineSpan(source, lineAt(source, start));
  return /^[^\s|`<]*/u.exec(source.text.slice(start, Math.min(end, start + longest)))?.[0] ?? "";
}

/** Without the punctuation of the sentence around it. */
const trimmed = (token: string): string => token.replace(/[.,;:!?)\]"'”’]{1,9}$/u, "");

/** What opens an address or a path, up to the sign in question. */
const opener = /(?<![A-Za-z\d])(?:[a-z][a-z\d+.-]{0,20}:\/\/|[A-Za-z]:\\)[^\s|`]{0,300}$/iu;
const folders = /(?<![^\s"'“‘(])[\w.~-]{0,60}(?:\/[\w.~-]{1,60}){0,20}\/$/u;

/** Names of Python's own that are no words to emphasise. */
const dunder =
  /^(?:init|main|str|repr|eq|hash|iter|len|getitem|setitem|delitem|contains|getattr|setattr|slots|dict|doc|pycache|aenter|aexit)$/u;

function emphasizedNamesOf(source: SourceText, span: Span): Span[] {
  const { text } = source;
  const width = text.startsWith(text.charAt(span.start).repeat(2), span.start) ? 2 : 1;
  if (width === 2 && text.startsWith("__", span.start)) return dunderOf(source, span);
  return [span.start, span.end - width].flatMap((at) => {
    const line = lineSpan(source, lineAt(source, at));
    const before = text.slice(Math.max(line.start, at - longest), at);
    const found = opener.exec(before) ?? (/^\*[/.]/u.test(text.slice(at, at + 2)) ? folders.exec(before) : null);
    // What closes behind an address that it holds may be meant.
    const closes = at > span.start && !/^[*_]{1,2}(?:[\p{L}\p{N}/]|\.\p{L})/u.test(text.slice(at, at + 4));
    if (found === null || closes) return [];
    const start = at - found[0].length;
    return [{ start, end: start + trimmed(tokenFrom(source, start)).length }];
  });
}

function dunderOf({ text }: SourceText, { start, end }: Span): Span[] {
  const name = text.slice(start + 2, end - 2);
  if (!/^[a-z][a-z\d_]{0,60}$/u.test(name)) return [];
  const before = /[\w./]{0,100}$/u.exec(text.slice(Math.max(0, start - 100), start))?.[0] ?? "";
  const after = /^[\w/]{0,60}(?:\(\))?(?:\.\w{1,60}){0,5}/u.exec(text.slice(end, end + longest))?.[0] ?? "";
  const isName = dunder.test(name) || /[./]$/u.test(before) || /^(?:\.py|\(|\/)/u.test(after);
  return isName ? [{ start: start - before.length, end: end + after.length }] : [];
}
