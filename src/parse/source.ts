// The text of one file, with its line ends known: every place that parse reports is made here.
import type { Diagnostic, Edit, Position, Related } from "../diagnostic.ts";
import { wholeFile } from "../diagnostic.ts";
import { fault, type FaultId } from "../faults.ts";
import type { SourceFile } from "../model/document.ts";
import { createSourceText, positionAt, type SourceText, type Span } from "../source-text.ts";

export { lineAt, lineEndOf, lineSpan, positionAt, sliceOf, type Span } from "../source-text.ts";

/** A file under examination; its faults gather in `diagnostics`. */
export interface Source extends SourceText {
  /** Of an item's file; stamped on each of its diagnostics. */
  itemId: string | null;
  diagnostics: Diagnostic[];
}

/** What a report says beside its message. */
export interface Remark {
  note?: string;
  related?: Related[];
  fix?: { safe: boolean; edits: Edit[] };
}

/** A source of known text, for which nothing has been reported. */
export function createSource(path: string, text: string, itemId: string | null): Source {
  return { ...createSourceText(path, text), itemId, diagnostics: [] };
}

/** Decodes a file; null beside the source means that its text cannot be used, which is reported. */
export function openSource(
  file: SourceFile,
  maxBytes: number,
  itemId: string | null,
): { source: Source; readable: boolean } {
  const { path, bytes } = file;
  if (bytes.length > maxBytes) {
    const source = createSource(path, "", itemId);
    reportAt(
      source,
      "file-size",
      wholeFile,
      `Unexpected ${bytes.length} bytes, expected at most ${maxBytes} in such a file`,
    );
    return { source, readable: false };
  }
  const valid = countValidBytes(bytes);
  const source = createSource(path, decode(bytes.subarray(0, valid)), itemId);
  if (valid < bytes.length) {
    const byte = (bytes[valid] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    const end = source.text.length;
    report(source, "file-encoding", { start: end, end }, `Unexpected byte 0x${byte}, expected UTF-8 text`);
    return { source, readable: false };
  }
  // micromark replaces NUL and drops a second byte-order mark, which would shift every offset behind it.
  const stray = source.text.startsWith("\uFEFF") ? 0 : source.text.indexOf("\0");
  if (stray < 0) return { source, readable: true };
  const name = stray === 0 && source.text.startsWith("\uFEFF") ? "second byte-order mark" : "NUL character";
  report(source, "file-encoding", { start: stray, end: stray + 1 }, `Unexpected ${name}, expected text`);
  return { source, readable: false };
}

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

/** Length of the longest prefix that is UTF-8; found by halving, because the decoder does not say where it failed. */
function countValidBytes(bytes: Uint8Array): number {
  if (isUtf8(bytes, false)) return bytes.length;
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  // A sequence that is cut off is whole only up to the character before it.
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid), false)) valid--;
  return valid;
}

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Adds a fault at a span of the text. */
export function report(source: Source, ruleId: FaultId, span: Span, message: string, remark: Remark = {}): void {
  reportAt(source, ruleId, positionAt(source, span), message, remark);
}

/** Adds a fault at a position. */
export function reportAt(
  source: Source,
  ruleId: FaultId,
  position: Position,
  message: string,
  remark: Remark = {},
): void {
  const { path, itemId } = source;
  source.diagnostics.push(fault(ruleId, { message, path, position, ...(itemId !== null && { itemId }), ...remark }));
}
