// Spelling: what counts as a word, what a slip is, and where dictionaries come from.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { findSlips, type Vocabulary } from "../src/lint/slips.ts";
import { findDictionary, readDictionary } from "../src/files.ts";
import { phrasesOf } from "../src/lint/phrases.ts";
import { createLexicon } from "../src/lint/spelling.ts";
import { dictionaryPackages } from "../src/model/dictionary.ts";
import { findings as findingsOf } from "./helpers/linting.ts";
import { applyFixes, itemOf, parseText, show } from "./helpers/parsing.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

/** An item that uses the words `policy` and `bucket` twice, with a stem of one's own. */
function itemWith(stem: string): string {
  const answer = "- [x] One policy\n- [ ] One bucket\n- [ ] One policy for one bucket";
  return itemOf(answer)
    .replace("topic: s3", "topic: formats")
    .replace('"1.2"', '"1.1"')
    .replace("Which?", () => stem);
}

const findings = (stem: string, words: string[] = [], language?: string): Diagnostic[] =>
  findingsOf(itemWith(stem), {}, language, { words }).filter(({ ruleId }) => ruleId === "text-spelling");

const messages = (stem: string, words?: string[]): string[] => findings(stem, words).map(({ message }) => message);

describe("a misspelt word", () => {
  it("is reported with the word that was meant", () => {
    expect(messages("Which prolicy holds?")).toEqual([
      "Unexpected word `prolicy`, expected `policy` or a line in `words.txt`",
    ]);
  });

  it.each(["polciy", "polcy", "pollicy", "poljcy", "Ploicy", "oplicy"])(
    "is one slip away from a word that the guide uses: `%s`",
    (word) => expect(messages(`Which ${word} holds?`)).toHaveLength(1),
  );

  it("is reported if it is long, whatever the guide uses", () => {
    expect(messages("Which compresssion?")).toEqual([
      "Unexpected word `compresssion`, expected `compression` or a line in `words.txt`",
    ]);
  });

  it.each([
    ["a short word near to none of the guide's", "Which jotter or jitter or sphynx?"],
    ["a known word with an ending", "Which bucketful, bucketed and policyed one?"],
    ["a long word that another letter makes one that the guide never uses", "Which topologies and inherence?"],
    ["two words in one", "Which keyspace, clickstream and leaderboard?"],
    ["code", "Which `prolicy` and `get_prolicy`?"],
    ["math", "Which $$prolicy$$?"],
    ["an address", "Which https://example.org/prolicy and prolicy@example.org and www.example.org/prolicy?"],
    ["a path or file name", "Which /etc/prolicy and prolicy.json and a/prolicy/b and ./prolicy?"],
    ["an identifier", "Which get\\_prolicy and s3:prolicy and prolicy() and prolicy=1?"],
    ["an acronym or camel case", "Which PROLICY and getProlicy?"],
    ["a word with digits", "Which prolicy2 and 2prolicy?"],
    ["a part of code", "Which `x`prolicy?"],
    ["a contraction or genitive", "Which bucket's policy isn't the policy’s?"],
  ])("is not %s", (_name, stem) => {
    expect(messages(stem)).toEqual([]);
  });

  it.each([
    ["in bold", "Which **prolicy** holds?", "9:9", "9:16"],
    ["behind escapes and entities", "Which \\*a &amp; b\\* prolicy?", "9:21", "9:28"],
    ["as an entity", "Which prol&#105;cy?", "9:7", "9:19"],
    ["in a further line", "Which\n  prolicy?", "10:3", "10:10"],
    ["in a quote", "> Which\n> prolicy?", "10:3", "10:10"],
    ["in a cell", "| A | B |\n|---|---|\n| c \\| d | prolicy |\n\nWhich?", "11:12", "11:19"],
    ["in a genitive", "Which prolicy's part?", "9:7", "9:14"],
    ["between hyphens", "Which policy-prolicy-bucket?", "9:14", "9:21"],
  ])("has its exact place %s", (_name, stem, start, end) => {
    const places = findings(stem).map(({ position }) =>
      [position.start, position.end].map(({ line, column }) => `${line}:${column}`),
    );
    expect(places).toEqual([[start, end]]);
  });

  it("is reported once an item, with the number of its places and one fix for all", () => {
    const stem = "Which prolicy of prolicy?\n\nPick the prolicy.";
    const found = findings(stem);
    expect(found.map(({ message, note }) => [message, note])).toEqual([
      ["Unexpected word `prolicy` (3 times), expected `policy` or a line in `words.txt`", "Also in line 9, 11"],
    ]);
    expect(found[0]?.fix?.safe).toBe(false);
    expect(applyFixes(itemWith(stem), found)).toBe(itemWith(stem.replaceAll("prolicy", "policy")));
  });

  it("has no fix if mark-up stands in it, or if two words may be meant", () => {
    expect(findings("Which pro**licy**?").map(({ fix, message }) => [fix, message.includes("`policy`")])).toEqual([
      [undefined, true],
    ]);
    const [found] = findings("Boxer, boxer and boxes, boxes: which boxez?");
    expect([found?.message, found?.fix]).toEqual([
      "Unexpected word `boxez`, expected `boxer` or `boxes` or a line in `words.txt`",
      undefined,
    ]);
  });

  it("is none if words.txt has it, in any case, and may be one of a word of words.txt", () => {
    expect(messages("Which Prolicy?", ["prolicy"])).toEqual([]);
    expect(messages("Zyxwite is a zyxwite. Which zyxwiet?", [])).toEqual([]);
    expect(messages("Zyxwite is a zyxwite. Which zyxwiet?", ["Zyxwite"])).toEqual([
      "Unexpected word `zyxwiet`, expected `zyxwite` or a line in `words.txt`",
    ]);
  });

  it("is found in every text of a guide, headings included", async () => {
    const root = makeWorkspace({
      "domains/d1.md": soundGuide["domains/d1.md"]!.replace(
        "### Buckets",
        "### Bcukets\n<!-- id: buckets -->\n\nOf buckets and buckets.",
      ),
      "guide.md": soundGuide["guide.md"]!.replace("An introduction", "An introducttion"),
      "glossary.md": "# Glossary\n\n- **Bucket**: Of obkects, that is, objects and objects.\n",
    });
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(
      out
        .split("\n")
        .filter((line) => line.includes("text-spelling"))
        .map((line) => line.split(" ")[0]),
    ).toEqual(["content/tst/domains/d1.md:11:5:", "content/tst/glossary.md:3:18:", "content/tst/guide.md:3:4:"]);
  });

  it("costs little in hostile text", () => {
    expect(messages(`${"&amp;".repeat(11_000)} prolicy`)).toHaveLength(1);
    expect(messages(`${")".repeat(55_000)}x prolicy`)).toHaveLength(1);
    expect(messages(`${"a'".repeat(27_000)}b prolicy`)).toHaveLength(1);
    expect(messages("prolicy ".repeat(6_000))).toHaveLength(1);
  });
});

describe("a slip", () => {
  const vocabularyOf = (word: string): Vocabulary => ({
    isKnown: (other) => other === word,
    isUsual: (other) => other === word,
    letters: [..."abcdefghijklmnopqrstuvwxyz"],
  });
  const wordOf = fc.string({ unit: fc.constantFrom(..."abcdefghij"), minLength: 6, maxLength: 12 });

  it("of two swapped, one missing, one added or one mistaken letter leads back to the word", () => {
    fc.assert(
      fc.property(wordOf, fc.nat(), fc.constantFrom(..."klmnop"), fc.nat(3), (word, seed, letter, kind) => {
        const at = 1 + (seed % (word.length - 3));
        const slipped = [
          word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
          word.slice(0, at) + word.slice(at + 1),
          word.slice(0, at) + letter + word.slice(at),
          word.slice(0, at) + letter + word.slice(at + 1),
        ][kind]!;
        fc.pre(slipped !== word && !slipped.startsWith(word) && !word.startsWith(slipped));
        expect(findSlips(slipped, vocabularyOf(word))).toEqual([word]);
      }),
    );
  });
});

describe("a word list", () => {
  const { isKnown } = createLexicon({
    affixes: "SET UTF-8\nTRY ab\n",
    words: "1\nParis\n",
    lists: ["# comment\nKafka\n*Cache*\n+part+\n!wrong\n~nocase\nword # remark\n", "gzip\r\nline\r\n"],
  });

  it.each(["Kafka", "kafka", "cache", "nocase", "word", "gzip", "line", "Paris", "paris"])("knows `%s`", (word) =>
    expect(isKnown(word)).toBe(true),
  );

  it.each(["part", "wrong", "remark", "comment", "Berlin"])("does not know `%s`", (word) =>
    expect(isKnown(word)).toBe(false),
  );
});

describe("the dictionary of a language", () => {
  it.each([
    ["en", ["dictionary-en"]],
    ["en-US", ["dictionary-en-us", "dictionary-en"]],
    ["en-GB", ["dictionary-en-gb"]],
    ["de-DE", ["dictionary-de-de", "dictionary-de"]],
    ["de-AT", ["dictionary-de-at"]],
    ["pt-BR", ["dictionary-pt-br", "dictionary-pt"]],
    ["sr-Latn", ["dictionary-sr-latn", "dictionary-sr"]],
  ])("of %s is of one of the packages %j", (tag, packages) => expect(dictionaryPackages(tag)).toEqual(packages));

  const british = soundGuide["exam.yaml"]!.replace("language: en", "language: en-GB");
  const d1 = soundGuide["domains/d1.md"]!.replace(
    "A bucket holds objects.",
    "A bucket has a colour, a colour, a coluor.",
  );
  const lint = async (root: string): Promise<string[]> => {
    const { out } = await runIn(root, ["lint", "--format", "json"]);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    return diagnostics
      .filter(({ ruleId }) => ruleId.includes("spelling"))
      .map((each) => `${each.path} ${show(each)} ${each.note ?? ""}`);
  };

  it("that is not installed is one info, and no word is judged by that of another country", async () => {
    expect(await lint(makeWorkspace({ "exam.yaml": british, "domains/d1.md": d1 }))).toEqual([
      "content/tst/exam.yaml spelling-dictionary-missing 4:11 Unexpected language `en-GB` without a dictionary, expected the package `dictionary-en-gb` Spelling is not checked. `npm install dictionary-en-gb` in the workspace installs the dictionary",
    ]);
  });

  it("is that of the workspace if it has one", async () => {
    const root = makeWorkspace({ "exam.yaml": british, "domains/d1.md": d1 });
    const folder = "node_modules/dictionary-en-gb";
    writeIn(root, `${folder}/package.json`, '{"name": "dictionary-en-gb", "type": "module", "exports": "./index.js"}');
    writeIn(root, `${folder}/index.js`, "throw new Error('Nothing in a workspace is run');");
    writeIn(root, `${folder}/index.aff`, "SET UTF-8\nTRY colurbketh\n");
    writeIn(root, `${folder}/index.dic`, "2\ncolour\nbucket\n");
    expect(await lint(root)).toEqual([
      "content/tst/domains/d1.md text-spelling 13:36 Unexpected word `coluor`, expected `colour` or a line in `words.txt` ",
    ]);
  });

  it("is not missed where the rule is off, and is where an override turns it on", async () => {
    const root = makeWorkspace({ "exam.yaml": british });
    writeIn(root, "certpress.config.yaml", "rules: { text-spelling: off }\n");
    expect(await lint(root)).toEqual([]);
    writeIn(
      root,
      "certpress.config.yaml",
      "rules: { text-spelling: off }\noverrides: [{ paths: ['content/*/guide.md'], rules: { text-spelling: info } }]\n",
    );
    expect(await lint(root)).toHaveLength(1);
  });
});

describe("words.txt", () => {
  const read = (text: string) => {
    const { words, diagnostics } = parseText("word-list", "words.txt", text);
    return { words, found: diagnostics.map((each) => `${each.severity} ${show(each)}`) };
  };

  it("has a word a line; empty lines and comments are skipped", () => {
    expect(read("# Names\r\nKafka\r\n\r\n  Flink  \nnaïve")).toEqual({ words: ["Kafka", "Flink", "naïve"], found: [] });
  });

  it("with several words in a line, or one twice, is reported", () => {
    expect(read("Kafka\n Apache  Flink\nkafka\n")).toEqual({
      words: ["Kafka", "Apache", "Flink"],
      found: [
        "warning word-list-malformed 2:2 Unexpected 2 words in a line `Apache Flink`, expected one: compounds are known by their parts",
        "warning word-list-malformed 3:1 Unexpected second `kafka`, expected each word once",
      ],
    });
  });
});

describe("the list of misspellings", () => {
  const { misspellings } = phrasesOf("en")!;

  it("has no word that is one, and corrects to words that are", () => {
    const lexicon = createLexicon(readDictionary(findDictionary(process.cwd(), ["dictionary-en"])!));
    expect([...misspellings.keys()].filter((word) => lexicon.isKnown(word))).toEqual([]);
    expect([...misspellings.values()].filter((word) => !lexicon.isKnown(word))).toEqual([]);
  });
});
