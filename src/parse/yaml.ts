// YAML source → value with the place of every key and value. The only file that knows the yaml library.
import { CST, Composer, isMap, isScalar, isSeq, Parser, type Node } from "yaml";
import type { YamlPlaces } from "../model/document.ts";
import { escapeKey } from "../model/yaml-places.ts";
import { quote } from "../quote.ts";
import { maxNesting } from "./bounds.ts";
import { wordOpenQuote, wordYamlFaults, type YamlFault } from "./yaml-wording.ts";
import { createSource, lineAt, lineSpan, positionAt, report, sliceOf, type Source, type Span } from "./source.ts";

/** A YAML value; `value` is meaningless if `sound` is false, which is reported. */
export interface YamlValue {
  value: unknown;
  places: YamlPlaces;
  sound: boolean;
  /** Raw spans of scalars by JSON pointer. */
  scalars: Map<string, Span>;
}

/** Reads the YAML in a span of a source; faults of syntax are added to the source. */
export function readYaml(source: Source, span: Span): YamlValue {
  const before = source.diagnostics.length;
  const result: YamlValue = {
    value: null,
    places: { values: {}, keys: {}, keyOffsets: {} },
    sound: false,
    scalars: new Map(),
  };
  // The library reads CRLF otherwise than LF in places, and CR as text; lines and columns are those of the source.
  const text = sliceOf(source, span).replaceAll(/\r\n?/g, "\n");
  const locate = locator(source, span, text);
  const tokens = [...new Parser().parse(text)];
  checkTokens(source, locate, tokens, text);
  if (source.diagnostics.length > before) return result;
  const composer = new Composer({ uniqueKeys: true, stringKeys: false, merge: false, version: "1.2" });
  const [document, ...others] = composer.compose(tokens, true, text.length);
  for (const other of others.slice(0, 1)) {
    const at = locate(other.range[0] ?? 0);
    report(source, "yaml-syntax", { start: at, end: at }, "Unexpected second YAML document, expected one");
  }
  for (const found of wordYamlFaults([...(document?.errors ?? []), ...(document?.warnings ?? [])], text))
    reportFault(source, locate, found);
  if (document?.contents) result.value = convert(document.contents, "", { source, locate, result });
  result.sound = source.diagnostics.length === before;
  return result;
}

function reportFault(source: Source, locate: Locate, { message, start, end, fix }: YamlFault): void {
  const edits = fix?.edits.map((edit) => ({ ...edit, start: locate(edit.start), end: locate(edit.end) }));
  const remark = fix && edits ? { fix: { ...fix, edits } } : {};
  report(source, "yaml-syntax", clip(source, locate, [start, end]), message, remark);
}

/** Depth, tags, anchors, aliases, directives and open quotation marks, found without recursion. */
function checkTokens(source: Source, locate: Locate, tokens: readonly CST.Token[], text: string): void {
  const stack: { token: unknown; depth: number }[] = tokens.map((token) => ({ token, depth: 0 })).toReversed();
  let tooDeep = false;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token } = next;
    if (typeof token !== "object" || token === null) continue;
    if (Array.isArray(token)) {
      for (const entry of token.toReversed()) stack.push({ token: entry, depth: next.depth });
      continue;
    }
    const { type, offset, source: raw } = token as { type?: unknown; offset?: unknown; source?: unknown };
    const at = locate(typeof offset === "number" ? offset : 0);
    const length = typeof raw === "string" ? raw.length : 0;
    const name = typeof type === "string" ? forbidden.get(type) : undefined;
    if (name !== undefined)
      report(
        source,
        "yaml-syntax",
        { start: at, end: at + length },
        `Unexpected ${name} ${quote(String(raw))}, expected plain YAML`,
      );
    if (isOpenQuote(type, raw)) reportFault(source, locate, wordOpenQuote(Number(offset), text));
    const depth = next.depth + (typeof type === "string" && collections.has(type) ? 1 : 0);
    if (depth > maxNesting) {
      if (!tooDeep)
        report(
          source,
          "nesting-depth",
          { start: at, end: at },
          `Unexpected nesting, expected at most ${maxNesting} levels`,
        );
      tooDeep = true;
      continue;
    }
    const inner = token as Record<string, unknown>;
    for (const key of ["end", "items", "props", "value", "sep", "key", "start"])
      if (typeof inner[key] === "object") stack.push({ token: inner[key], depth });
  }
}

/** A quoted scalar that no second mark ends; the mark may be escaped, in double quotes by a backslash, in single ones by another. */
function isOpenQuote(type: unknown, raw: unknown): boolean {
  if (typeof raw !== "string") return false;
  if (type === "double-quoted-scalar") return !/^"(?:[^"\\]|\\.)*"$/su.test(raw);
  return type === "single-quoted-scalar" && !/^'(?:[^']|'')*'$/su.test(raw);
}

const collections = new Set(["block-map", "block-seq", "flow-collection"]);
const forbidden = new Map([
  ["tag", "tag"],
  ["anchor", "anchor"],
  ["alias", "alias"],
  ["directive", "directive"],
]);

/** An offset in the library's text as one of the source. */
type Locate = (offset: number) => number;

function locator(source: Source, span: Span, text: string): Locate {
  const yaml = createSource(source.path, text, null);
  const firstLine = lineAt(source, span.start);
  return (offset) => {
    const line = lineAt(yaml, Math.min(offset, text.length));
    const column = Math.min(offset, text.length) - (yaml.lineStarts[line] ?? 0);
    return Math.min(span.end, (source.lineStarts[firstLine + line] ?? span.end) + column);
  };
}

/** A library range, on its first line. */
function clip(source: Source, locate: Locate, [from, to]: readonly [number, number, ...number[]]): Span {
  const start = locate(from);
  const lineEnd = Math.max(start, lineSpan(source, lineAt(source, start)).end);
  return { start, end: Math.min(Math.max(start, locate(to)), lineEnd) };
}

interface Conversion {
  source: Source;
  locate: Locate;
  result: YamlValue;
}

function convert(node: Node | null, pointer: string, conversion: Conversion): unknown {
  const { source, locate, result } = conversion;
  if (node === null) return null;
  const [from = 0, to = 0] = node.range ?? [];
  result.places.values[pointer] = positionAt(source, clip(source, locate, [from, to]));
  if (isSeq<Node | null>(node))
    return node.items.map((item, index) => convert(item, `${pointer}/${index}`, conversion));
  if (isMap(node)) {
    // Object.fromEntries defines own properties, so a key `__proto__` is only a key.
    return Object.fromEntries(
      node.items.flatMap(({ key, value }): [string, unknown][] => {
        if (!isScalar<string | number | boolean>(key) || typeof key.value === "object") {
          const [keyFrom = from, keyTo = from] = (key as Node | null)?.range ?? [];
          report(source, "yaml-syntax", clip(source, locate, [keyFrom, keyTo]), "Unexpected key, expected text");
          return [];
        }
        const name = String(key.value);
        const inner = `${pointer}/${escapeKey(name)}`;
        const [keyFrom = from, keyTo = from] = key.range ?? [];
        const at = clip(source, locate, [keyFrom, keyTo]);
        result.places.keys[inner] = positionAt(source, at);
        if (result.places.keyOffsets) result.places.keyOffsets[inner] = at;
        return [[name, convert(value as Node | null, inner, conversion)]];
      }),
    );
  }
  if (!isScalar(node)) return null;
  result.scalars.set(pointer, { start: locate(from), end: locate(to) });
  return node.value;
}
