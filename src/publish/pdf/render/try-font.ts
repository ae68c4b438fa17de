// Opens and embeds a font as a document would, to learn whether that works before one is made.
import { createRequire } from "node:module";
import type * as Internals from "./internals.ts";

interface TriedFont {
  font: { characterSet: readonly number[] };
  encode(text: string): unknown;
  ref(): unknown;
  finalize(): void;
}

/** Characters that are tried: a font that is broken is seldom so in one glyph alone. */
const tried = 200;

/** What is wrong with a font's bytes, in the words of the library; null if some of its characters can be embedded. */
export function tryFont(bytes: Uint8Array): string | null {
  // Loaded here, because most workspaces name no font, and commands that print nothing would wait for it.
  const load = createRequire(import.meta.url);
  const { default: PDFDocument } = load("pdfmake/js/PDFDocument.js") as { default: typeof Internals.PDFDocument };
  try {
    const document = new PDFDocument(
      { tried: { normal: bytes } },
      {},
      {},
      {},
      { font: null, autoFirstPage: false },
      null,
      () => false,
    );
    // pdfkit's own class has more than internals.ts names.
    const font = document.provideFont("tried", false, false) as unknown as TriedFont;
    const { characterSet } = font.font;
    const step = Math.max(1, Math.floor(characterSet.length / tried));
    const sample = characterSet.filter((codePoint, index) => index % step === 0 && codePoint > 0x1f);
    if (sample.length === 0) return "It has no characters";
    font.ref();
    for (const codePoint of sample) font.encode(String.fromCodePoint(codePoint));
    font.finalize();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
