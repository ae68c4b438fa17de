// The published words of a guide's language, read from the packaged templates.
import { wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import type { Bank } from "./model/bank.ts";
import type { Document } from "./model/document.ts";
import type { Words } from "./model/types.gen.ts";
import { checkPlaceholders } from "./model/words.ts";
import { parseYamlFile } from "./parse/index.ts";

/** Packaged templates as text, by path. */
type Templates = ReadonlyMap<string, string>;

/** The words of the language itself, else of its primary subtag (RFC 4647 lookup, case ignored), else null; with the faults of their file. */
export function selectWords(
  templates: Templates,
  language: string,
): { words: Words | null; diagnostics: Diagnostic[] } {
  const subtags = language.toLowerCase().split("-");
  for (let length = subtags.length; length > 0; length--) {
    const wanted = `words/${subtags.slice(0, length).join("-")}.yaml`;
    const found = [...templates].find(([path]) => path.toLowerCase() === wanted);
    if (found === undefined) continue;
    const [path, text] = found;
    const parsed = parseYamlFile({ path: `templates/${path}`, bytes: Buffer.from(text) }, "words");
    const words = parsed.value as Words | null;
    if (words === null) return { words, diagnostics: parsed.diagnostics };
    const faults = checkPlaceholders(words, readWords(templates, "words/en.yaml"), parsed.places, `templates/${path}`);
    return { words: faults.length === 0 ? words : null, diagnostics: faults };
  }
  return { words: null, diagnostics: [] };
}

/** Words that are known to be sound. */
function readWords(templates: Templates, path: string): Words {
  const { value } = parseYamlFile({ path, bytes: Buffer.from(templates.get(path) ?? "") }, "words");
  if (value === null) throw new Error(`templates/${path} is not sound`);
  return value as Words;
}

/** The fault of a language that has no words. */
export function reportLanguage(bank: Bank, templates: Templates, documents: readonly Document[]): Diagnostic {
  const exam = documents.find((document) => document.kind === "exam");
  const known = [...templates.keys()].flatMap((path) => /^words\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
  if (exam === undefined) throw new Error("A bank without exam.yaml");
  return fault("language-unknown", {
    message: `Unexpected language \`${bank.exam.language}\`, expected one with published words: ${known.map((tag) => `\`${tag}\``).join(", ")}`,
    path: exam.path,
    position: exam.places.values["/language"] ?? wholeFile,
    note: "A new language is one file in templates/words/ of certpress itself, beside en.yaml: contribute it, or build with your own copy",
  });
}
