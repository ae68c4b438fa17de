// Characters that the PDF cannot set: those without a glyph in its fonts, and text that runs from right to left.
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { wholeFile } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import { pathInGuide } from "../../../model/bank.ts";
import { literalsOf } from "../../../model/literals.ts";
import { quote } from "../../../quote.ts";
import { positionAt } from "../../../source-text.ts";
import type { Publication } from "../../publisher.ts";
import { clustersOf, isVisible } from "../clusters.ts";
import type { FontBook } from "../fonts.ts";
import { findRightToLeft, isRightToLeft } from "../right-to-left.ts";
import { codePointNames, showCluster } from "../runs.ts";
import { printedStrings, printedWords, type PrintedContent } from "./printed.ts";

/** A text as it is printed, and the place of each part of it. */
interface Printed {
  path: string;
  text: string;
  /** Whether it is set in the code font. */
  code: boolean;
  place: (start: number, end: number) => Position;
}

/** A place of some text in a file. */
interface Found {
  text: string;
  position: Position;
}

/** More characters than these without a glyph are one fault of their file: a font is missing, not a character wrong. */
const mostApart = 4;

/** Each character without a glyph at its first place in a file, and the first text of a file that runs from right to left. */
export function checkCharacters(
  { form: { bank }, words, sourceOf }: Publication,
  contents: readonly PrintedContent[],
  fonts: FontBook,
): Diagnostic[] {
  const { language } = bank.exam;
  if (isRightToLeft(language)) {
    const position = bank.examPlaces["/language"] ?? wholeFile;
    return [rightToLeft(`language ${quote(language)}`, pathInGuide(bank, "exam.yaml"), position)];
  }
  const texts: Printed[] = contents.flatMap(({ path, content }) => {
    const source = sourceOf(path);
    return literalsOf(content, source).map(({ text, kind, spanOf }) => ({
      path,
      text,
      code: kind === "code",
      place: (start, end) => positionAt(source, spanOf(start, end)),
    }));
  });
  const plain = [...printedStrings(bank), ...printedWords(words, bank)];
  texts.push(...plain.map(({ path, text, position }) => ({ path, text, code: false, place: () => position })));
  const turned = new Map<string, Diagnostic>();
  const missing = new Map<string, Map<string, Found>>();
  for (const printed of texts) {
    const { path, text, place } = printed;
    const found = findRightToLeft(text);
    if (found !== null && !turned.has(path)) {
      const shown = found.isControl ? `direction control ${codePointNames(found.text)}` : `text ${quote(found.text)}`;
      turned.set(path, rightToLeft(shown, path, place(found.start, found.start + found.text.length)));
    }
    const inFile = missing.get(path) ?? new Map<string, Found>();
    missing.set(path, inFile);
    collectMissing(printed, fonts, inFile);
  }
  const names = fonts.names().join(", ");
  return [
    ...turned.values(),
    ...[...missing].flatMap(([path, found]) => reportMissing([...found.values()], path, names)),
  ];
}

function collectMissing({ text, code, place }: Printed, fonts: FontBook, found: Map<string, Found>): void {
  let offset = 0;
  for (const cluster of clustersOf(text)) {
    const start = offset;
    offset += cluster.length;
    if (!isVisible(cluster) || found.has(cluster)) continue;
    const shown = showCluster(cluster, { family: code ? "code" : "body", bold: false, italics: false }, fonts);
    if (shown === undefined && findRightToLeft(cluster) === null)
      found.set(cluster, { text: cluster, position: place(start, offset) });
  }
}

function reportMissing(found: readonly Found[], path: string, names: string): Diagnostic[] {
  const note = `Write it in other characters, or name a font that has it under \`fonts\` in certpress.config.yaml. The fonts are ${names}`;
  const [first] = found;
  if (first === undefined) return [];
  if (found.length > mostApart) {
    const shown = found.slice(0, 8).map(({ text }) => `\`${text}\``);
    const message = `Unexpected ${found.length} characters such as ${shown.join(" ")}, expected ones that a font of the PDF has`;
    return [fault("text-glyph-missing", { message, path, position: first.position, note })];
  }
  return found.map(({ text, position }) =>
    fault("text-glyph-missing", {
      message: `Unexpected character \`${text}\` (${codePointNames(text)}), expected one that a font of the PDF has`,
      path,
      position,
      note,
    }),
  );
}

/** The fault of something that runs from right to left, said in the words of a message. */
export function rightToLeft(what: string, path: string, position: Position): Diagnostic {
  return fault("text-right-to-left", {
    message: `Unexpected ${what}, expected text from left to right: the PDF cannot set the other direction`,
    path,
    position,
    note: "The other outputs can: build them with `--to anki,json`, or name them under `outputs` in certpress.config.yaml",
  });
}
