// Bank → Spelling: dictionaries are read only if a file is to be checked, and once a process.
import { wholeFile, type Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { pathInGuide, type Bank } from "../model/bank.ts";
import { dictionaryPackages, type DictionaryTexts } from "../model/dictionary.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import { quote } from "../quote.ts";
import { textSpelling } from "./rules/text-spelling.ts";
import { isOnAnywhere } from "./severity.ts";
import { createLexicon, createSpelling, type Lexicon, type Spelling } from "./spelling.ts";

/** Where dictionaries come from. */
export interface Dictionaries {
  /** Where the first of some packages is installed; null if none is. */
  find: (packages: readonly string[]) => string | null;
  read: (place: string) => DictionaryTexts;
}

/** By the place of their dictionary. */
const lexicons = new Map<string, Lexicon>();

/** The spelling of a bank's language, null if no file is checked for it, or if there is no dictionary, which is reported. */
export function loadSpelling(
  bank: Bank,
  config: ConfigFile,
  { find, read }: Dictionaries,
): { spelling: Spelling | null; diagnostics: Diagnostic[] } {
  if (!isOnAnywhere(textSpelling, config)) return { spelling: null, diagnostics: [] };
  const packages = dictionaryPackages(bank.exam.language);
  const place = find(packages);
  if (place === null) return { spelling: null, diagnostics: [reportMissing(bank, packages)] };
  let lexicon = lexicons.get(place);
  if (lexicon === undefined) lexicons.set(place, (lexicon = createLexicon(read(place))));
  return { spelling: createSpelling(lexicon, bank), diagnostics: [] };
}

function reportMissing(bank: Bank, packages: readonly string[]): Diagnostic {
  const wanted = packages.at(-1) ?? "";
  return fault("spelling-dictionary-missing", {
    message: `Unexpected language ${quote(bank.exam.language)} without a dictionary, expected the package \`${wanted}\``,
    path: pathInGuide(bank, "exam.yaml"),
    position: bank.examPlaces["/language"] ?? wholeFile,
    note: `Spelling is not checked. \`npm install ${wanted}\` in the workspace installs the dictionary`,
  });
}
