// The fonts that a config names: which of them can be used, and what is wrong with the others.
import type { Diagnostic } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import type { YamlPlaces } from "../../../model/document.ts";
import type { FontFiles, Fonts } from "../../../model/types.gen.ts";
import { positionOfValue } from "../../../model/yaml-places.ts";
import { quote } from "../../../quote.ts";
import { tryFont } from "../render/try-font.ts";

/** A file's bytes, or why it cannot be read. */
type Read = (path: string) => Uint8Array | "missing" | "outside" | "large";

/** The sound fonts by role and face (`body.regular`, `fallback.0.bold`), and a fault at each path of another. */
export function checkFonts(
  { fallback = [], ...roles }: Fonts,
  read: Read,
  places: YamlPlaces,
  configPath: string,
): { fonts: Map<string, Uint8Array>; diagnostics: Diagnostic[] } {
  const named: [string, FontFiles][] = [
    ...Object.entries(roles),
    ...fallback.map((files, index): [string, FontFiles] => [`fallback.${index}`, files]),
  ];
  const fonts = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const opened = new Map<string, Uint8Array | FontFault>();
  for (const [role, files] of named)
    for (const [face, path] of Object.entries(files)) {
      const font = opened.get(path) ?? openFont(path, read);
      opened.set(path, font);
      if (font instanceof Uint8Array) fonts.set(`${role}.${face}`, font);
      else {
        const position = positionOfValue(`/fonts/${role.replace(".", "/")}/${face}`, places);
        diagnostics.push(fault("font-unusable", { ...font, path: configPath, position }));
      }
    }
  return { fonts, diagnostics };
}

interface FontFault {
  message: string;
  note?: string;
}

function openFont(path: string, read: Read): Uint8Array | FontFault {
  const name = quote(path);
  const bytes = read(path);
  const expected = "expected a TrueType or OpenType file (.ttf, .otf)";
  switch (bytes) {
    case "missing":
      return { message: `Unexpected font ${name}, expected a file of the workspace, relative to its root` };
    case "outside":
      return { message: `Unexpected font ${name} outside of the workspace, expected a file in it, also behind links` };
    case "large":
      return { message: `Unexpected font ${name} of more than 32 MB, expected a smaller one` };
  }
  const kind = kindOf(bytes);
  if (kind !== "font") return { message: `Unexpected ${kind} ${name}, ${expected}` };
  const trouble = tryFont(bytes);
  return trouble === null
    ? bytes
    : { message: `Unexpected font ${name} that cannot be embedded, ${expected} that is whole`, note: trouble };
}

const signatures: ReadonlyMap<string, string> = new Map([
  ["\0\u0001\0\0", "font"],
  ["OTTO", "font"],
  ["true", "font"],
  ["ttcf", "collection of fonts"],
  ["wOFF", "WOFF font"],
  ["wOF2", "WOFF2 font"],
]);
const colorTables = new Set(["COLR", "CBDT", "sbix"]);

/** What a file is by its first bytes and its table directory (OpenType 1.9, Organization of an OpenType Font). */
function kindOf(bytes: Uint8Array): string {
  const text = (from: number): string => String.fromCodePoint(...bytes.subarray(from, from + 4));
  const kind = signatures.get(text(0)) ?? "file";
  if (kind !== "font" || bytes.length < 12) return kind;
  const count = ((bytes[4] ?? 0) << 8) | (bytes[5] ?? 0);
  const tables = Array.from({ length: Math.min(count, 100) }, (_, index) => text(12 + 16 * index));
  return tables.some((tag) => colorTables.has(tag)) ? "colour font" : "font";
}
