// Which published words a guide has: its workspace's own, else the packaged ones, for its language or a wider one.
import { wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import { pathInGuide, type Bank } from "./model/bank.ts";
import type { SourceFile } from "./model/document.ts";
import type { Words } from "./model/types.gen.ts";
import { checkPlaceholders } from "./model/words.ts";
import { parseYamlFile } from "./parse/index.ts";
import { quote } from "./quote.ts";

/** All files of words. */
export interface WordFiles {
  /** Texts of templates/, by path below it. */
  packaged: ReadonlyMap<string, string>;
  /** The workspace's own, `words/<language>.yaml`. */
  own: readonly SourceFile[];
}

/** The words of the language itself, else of a wider one (RFC 4647 lookup, case ignored), the workspace's own first; null with the faults that leave none. */
export function selectWords(files: WordFiles, bank: Bank): { words: Words | null; diagnostics: Diagnostic[] } {
  const packaged = [...files.packaged].flatMap(([path, text]) =>
    path.startsWith("words/") ? [{ name: path, path: `templates/${path}`, bytes: Buffer.from(text) }] : [],
  );
  const all = [...files.own.map((file) => ({ ...file, name: file.path })), ...packaged];
  const subtags = bank.exam.language.toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length--) {
    const wanted = `words/${subtags.slice(0, length).join("-")}.yaml`;
    const found = all.find(({ name }) => name.toLowerCase() === wanted);
    if (found === undefined) continue;
    const parsed = parseYamlFile(found, "words");
    const words = parsed.value as Words | null;
    if (words === null) return { words, diagnostics: parsed.diagnostics };
    const faults = checkPlaceholders(words, referenceWords(files), parsed.places, found.path);
    return { words: faults.length === 0 ? words : null, diagnostics: faults };
  }
  return { words: null, diagnostics: [reportLanguage(bank, all)] };
}

/** The words that the others are held against; they are known to be sound. */
function referenceWords({ packaged }: WordFiles): Words {
  const path = "words/en.yaml";
  const { value } = parseYamlFile({ path, bytes: Buffer.from(packaged.get(path) ?? "") }, "words");
  if (value === null) throw new Error(`templates/${path} is not sound`);
  return value as Words;
}

function reportLanguage(bank: Bank, files: readonly { name: string }[]): Diagnostic {
  const { language } = bank.exam;
  const known = files.flatMap(({ name }) => /^words\/(.+)\.yaml$/u.exec(name)?.[1] ?? []);
  return fault("language-unknown", {
    message: `Unexpected language ${quote(language)}, expected one with published words: ${known.map(quote).join(", ")}`,
    path: pathInGuide(bank, "exam.yaml"),
    position: bank.examPlaces["/language"] ?? wholeFile,
    note: `A new language is one file, \`words/${language}.yaml\` in the workspace: translate a copy of templates/words/en.yaml of certpress`,
  });
}
