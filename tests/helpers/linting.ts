// Items as text in a small sound guide, and what the linter says of them.
import { expect } from "vitest";
import { defaultConfig } from "../../src/default-config.ts";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { findDictionary, readDictionary } from "../../src/files.ts";
import { lint } from "../../src/lint/index.ts";
import { loadSpelling } from "../../src/lint/load-spelling.ts";
import type { Bank } from "../../src/model/bank.ts";
import { build } from "../../src/model/build.ts";
import type { ConfigFile, Term } from "../../src/model/types.gen.ts";
import { parse } from "../../src/parse/index.ts";
import { createSourceText } from "../../src/source-text.ts";
import { blueprintDomain, domainDocument, examDocument, folder, guideDocument } from "./documents.ts";

const pathOf = (index: number): string => `${folder}/items/item-${index + 1}.md`;

/** The bank of a guide in which rule examples stand: D1 weighs 60 with task 1.1 and topic `formats`, D2 40 with 2.1 and `stores`. */
function bankOf(texts: readonly string[], language = "en-US"): Bank {
  const exam = examDocument([blueprintDomain("D1", 60, ["1.1"]), blueprintDomain("D2", 40, ["2.1"])]);
  const items = texts.map((text, index) =>
    parse({ path: pathOf(index), bytes: Buffer.from(text) }, { guideFolder: folder, tableKinds: [] }),
  );
  const documents = [
    { ...exam, exam: { ...exam.exam!, language } },
    guideDocument([
      ["D1", "Domain D1", "60"],
      ["D2", "Domain D2", "40"],
    ]),
    domainDocument("D1", ["formats"]),
    domainDocument("D2", ["stores"]),
    ...items,
  ];
  const { bank, diagnostics } = build({ id: "test", folder, documents, media: [], unplaced: [] });
  expect(
    [...items.flatMap((item) => item.diagnostics), ...diagnostics].filter(({ severity }) => severity === "error"),
  ).toEqual([]);
  return bank!;
}

/** The replaced name in the examples of rules. */
const exampleTerms: Term[] = [
  { term: "Example Pond", replacement: "Example Lake", since: "2026-01-01", allow: ["Example Pond Classic"] },
];

/** What the linter says of a guide with these items, on 2026-11-23; `own` are its words.txt and terms.yaml. */
export function findingsOfAll(
  texts: readonly string[],
  config: ConfigFile = {},
  language?: string,
  own: Partial<Pick<Bank, "words" | "terms">> = {},
): Diagnostic[] {
  const sources = new Map(texts.map((text, index) => [pathOf(index), createSourceText(pathOf(index), text)]));
  const bank = { ...bankOf(texts, language), terms: exampleTerms, ...own };
  const find = (packages: readonly string[]) => findDictionary(process.cwd(), packages);
  const resolved = { ...defaultConfig, ...config };
  return lint(bank, {
    config: resolved,
    date: new Date("2026-11-23T12:00:00Z"),
    spelling: loadSpelling(bank, resolved, { find, read: readDictionary }).spelling,
    sourceOf: (path) => sources.get(path) ?? createSourceText(path, ""),
  });
}

/** What the linter says of one item. */
export const findings = (
  text: string,
  config: ConfigFile = {},
  language?: string,
  own?: Partial<Pick<Bank, "words" | "terms">>,
): Diagnostic[] => findingsOfAll([text], config, language, own);

/** Lines of the findings of one rule. */
export const lines = (diagnostics: readonly Diagnostic[], id: string): number[] =>
  diagnostics.filter(({ ruleId }) => ruleId === id).map(({ position }) => position.start.line);

/** `item-2:5` for a line of an item, `exam.yaml:9` for another file's. */
export function placeOf({ path, position }: Diagnostic): string {
  return `${path.slice(folder.length + 1).replace(/^items\/(.*)\.md$/u, "$1")}:${position.start.line}`;
}
