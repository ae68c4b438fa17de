// The rules about the whole bank beyond their examples: what counts, what does not, and what they say.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { applyFixes } from "../src/fix.ts";
import { addEnemies } from "../src/lint/add-enemies.ts";
import { findNearPairs } from "../src/lint/near-pairs.ts";
import { wordsOf } from "../src/lint/words-of.ts";
import type { ConfigFile } from "../src/model/types.gen.ts";
import { parse } from "../src/parse/index.ts";
import { createSourceText } from "../src/source-text.ts";
import { findingsOfAll, placeOf } from "./helpers/linting.ts";

/** The source of an item; choices that open with `+` are keys. */
function item(stem: string, choices: string[], front = "", task = "1.1"): string {
  const list = choices.map((choice) => `- [${choice.startsWith("+") ? "x" : " "}] ${choice.replace(/^\+/, "")}`);
  const type = choices.filter((choice) => choice.startsWith("+")).length === 1 ? "choice" : "response";
  return `---
type: multiple-${type}
task: "${task}"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
${front}---

${stem}

${list.join("\n")}

## Explanation

Because.
`;
}

function findingsOf(rule: string, texts: string[], config: ConfigFile = {}, language?: string): Diagnostic[] {
  return findingsOfAll(texts, config, language).filter(({ ruleId }) => ruleId === rule);
}

const many = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

describe("near pairs", () => {
  /** The definition: sets of shingles as strings, all items against all. */
  function compareAll(items: string[][], similarity: number, mostItems: number): string[] {
    const sets = items.map((texts) => new Set(texts.flatMap((text) => shinglesOf(wordsOf(text)))));
    const holders = (shingle: string): number => sets.filter((set) => set.has(shingle)).length;
    return sets.flatMap((later, index) =>
      sets.slice(0, index).flatMap((earlier, other) => {
        const shared = [...earlier].filter((shingle) => later.has(shingle));
        const jaccard = shared.length / new Set([...earlier, ...later]).size;
        if (!(jaccard >= similarity) || !shared.some((shingle) => holders(shingle) <= mostItems)) return [];
        return [`${other} ${index} ${jaccard.toFixed(6)}`];
      }),
    );
  }

  function shinglesOf(words: string[]): string[] {
    if (words.length === 0) return [];
    return words.length < 3
      ? [words.join(" ")]
      : words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
  }

  const show = ({ earlier, later, similarity }: { earlier: number; later: number; similarity: number }): string =>
    `${earlier} ${later} ${similarity.toFixed(6)}`;

  it("are those of the definition, with their exact similarity and in order", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "B", "d!"), { maxLength: 8 }).map((words) => words.join(" "));
    const bank = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 10 });
    fc.assert(
      fc.property(
        bank,
        fc.constantFrom(0.3, 0.5, 0.6, 1),
        fc.integer({ min: 1, max: 6 }),
        (items, similarity, mostItems) => {
          expect(Array.from(findNearPairs(items, { similarity, mostItems }), show)).toEqual(
            compareAll(items, similarity, mostItems),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it("hold for texts that share most of a long vocabulary", () => {
    const words = many(3000, (index) => `w${(index * 7919) % 1000}`);
    const items = [words, words.slice(300), words.slice(1600), words.toReversed()].map((list) => [list.join(" ")]);
    expect(Array.from(findNearPairs(items, { similarity: 0.1, mostItems: 60 }), show)).toEqual(
      compareAll(items, 0.1, 60),
    );
  });
});

describe("words", () => {
  it.each([
    ["Amazon's S3: 3 GB/s", "amazon s s3 3 gb s"],
    ["Łódź naïve Ünit", "łódź naïve ünit"],
    ["S3に保存する", "s3 に 保 存 す る"],
    ["— + [ ] …", ""],
  ])("of `%s` are `%s`", (text, words) => expect(wordsOf(text).join(" ")).toBe(words));
});

const scene =
  "A retailer stores one record an order in files of one day each, and analysts read two of ninety columns of all files of a year.";
const choices = ["+Parquet, which stores columns apart", "CSV, which stores lines", "JSON Lines, which stores objects"];

describe("bank-near-duplicate", () => {
  const found = (texts: string[], config?: ConfigFile) => findingsOf("bank-near-duplicate", texts, config);
  const first = item(`${scene} Which format reads least?`, choices);

  it("names the other item and the mend at the stem, whatever the order of the choices", () => {
    const [diagnostic, ...others] = found([
      first,
      item(`${scene} Which format reads the least?`, choices.toReversed()),
    ]);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      severity: "warning",
      itemId: "item-2",
      message:
        "Unexpected likeness to the item `item-1`, expected an item of its own, or `enemies: [item-1]` in the front matter",
      note: expect.stringMatching(/^9\d % of all runs of three words /) as string,
      position: { start: { line: 10, column: 1 } },
      related: [{ path: "content/test/items/item-1.md", position: { start: { line: 10, column: 1 } } }],
    });
    expect(diagnostic).not.toHaveProperty("excess");
  });

  it("finds one pair at a time", () => {
    const texts = ["least", "least data", "the least"].map((end) =>
      item(`${scene} Which format reads ${end}?`, choices),
    );
    expect(found(texts).map(({ itemId, related }) => [itemId, related?.[0]?.path.slice(-9)])).toEqual([
      ["item-2", "item-1.md"],
      ["item-3", "item-1.md"],
      ["item-3", "item-2.md"],
    ]);
  });

  it("is silent on two items that ask different things about one scenario, not on one with other choices", () => {
    const long = `${scene} ${scene.replaceAll("a", "e")}`;
    const others = ["+A lake of open tables", "A queue of messages", "A graph of relations"];
    expect(
      found([item(`${long} Which format reads least?`, choices), item(`${long} Where do they go?`, others)]),
    ).toEqual([]);
    expect(found([item(`${long} What fits?`, choices), item(`${long} What *fits*?`, others)])).toHaveLength(1);
  });

  it("is silent on items of one template, which a word of the stem gives another key", () => {
    const from = (column: string, ...listed: string[]) =>
      item(`Which of these formats stores the records of one day by ${column}, and reads them all at once?`, listed);
    const [parquet = "", csv = "", json = ""] = choices.map((choice) => choice.replace("+", ""));
    const first = from("column", `+${parquet}`, csv, json);
    expect(found([first, from("line", parquet, `+${csv}`, json)])).toEqual([]);
    expect(found([first, from("columns", json, `+${parquet}`, csv)])).toHaveLength(1);
    // The same stem with another key is a contradiction, and alike.
    expect(found([first, from("column", parquet, `+${csv}`, json)])).toHaveLength(1);
  });

  it("is silent on enemies, whichever of the two says so", () => {
    const naming = (id: string) => item(`${scene} Which reads least?`, choices, `enemies: [${id}]\n`);
    expect(found([first, naming("item-1")])).toEqual([]);
    expect(found([naming("item-2"), first])).toEqual([]);
    expect(found([naming("item-3"), first, item("Who?", ["+A", "B", "C"])])).toHaveLength(1);
  });

  it("takes the least similarity from the configuration", () => {
    const texts = [first, item(`Now ${scene} Which store is cheap, and which format reads least?`, choices)];
    const at = (similarity: number) => found(texts, { options: { "bank-near-duplicate": { similarity } } }).length;
    expect([at(0.3), at(0.95)]).toEqual([1, 0]);
  });

  it("compares items that are shorter than three words, and none without words", () => {
    const short = (stem: string) => item(stem, ["+A", "B", "C"]);
    expect(
      found([short("Which?"), short("Which?"), item("Where?", ["+A", "D", "E"])]).map(({ itemId }) => itemId),
    ).toEqual(["item-2"]);
    const signs = (stem: string) => item(stem, ["+\\+", "\\-", "\\*"]);
    expect(found([signs("?"), signs("?")])).toEqual([]);
  });

  it("does not take a set phrase of many items for likeness", () => {
    const phrased = (index: number) =>
      item(`Which of these is true of ${index}?`, [`+a${index}`, `b${index}`, `c${index}`]);
    expect(found(many(70, phrased))).toEqual([]);
  });
});

describe("bank-conflicting-key", () => {
  const found = (texts: string[], language?: string) => findingsOf("bank-conflicting-key", texts, {}, language);
  const stem = "Which format stores data by column?";
  const first = item(stem, ["+Parquet", "CSV", "JSON"]);

  it("names both keys, at the choice that the two mark otherwise", () => {
    const [diagnostic, ...others] = found([
      first,
      item(stem, ["Avro", "JSON", "+CSV."]),
      item("Who?", ["+CSV", "A", "B"]),
    ]);
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      message: "Unexpected key `CSV.`, expected `Parquet` as in the item `item-1`, which has the same stem",
      itemId: "item-2",
      position: { start: { line: 14 } },
      related: [{ path: "content/test/items/item-1.md", position: { start: { line: 13 } } }],
    });
  });

  it("finds a distractor that is a key elsewhere, also among several keys", () => {
    const several = item(stem, ["+Parquet", "+ORC", "CSV", "JSON", "XML"]);
    expect(found([several, item(stem, ["+Parquet", "ORC", "XML"])]).map(placeOf)).toEqual(["item-2:13"]);
    expect(found([several, item(stem, ["+ORC", "A", "B"]), item(stem, ["+Parquet", "XML", "C"])])).toEqual([]);
  });

  it("overlooks case, space, quotes and final punctuation, but no sign", () => {
    const asked = "What does `a` > 1 mean?";
    const told = ["+A is more", "A is less", "None"];
    const turned = ["a is more", "+A  is less.", "None"];
    expect(found([item(asked, told), item('what does "a" > 1 mean', turned)])).toHaveLength(1);
    expect(found([item(asked, told), item(asked.replace(">", "<"), turned)])).toEqual([]);
    expect(found([item("Sum?", ["+−2", "2", "0"]), item("Sum?", ["+−3", "−2 ", "0"])])).toHaveLength(1);
    expect(found([item("Sum?", ["+−2", "3", "0"]), item("Sum?", ["+4", "2", "0"])])).toEqual([]);
  });

  it("does not judge choices that differ in case alone, nor those beside a key that stands for all", () => {
    expect(found([item(stem, ["+II", "ii", "i"]), item(stem, ["II", "+ii", "i"])])).toEqual([]);
    const all = item(stem, ["Parquet", "ORC", "+All of the above"]);
    expect(found([first, all], "en")).toEqual([]);
    expect(found([first, all], "ja")).toHaveLength(1);
  });
});

describe("bank-coverage", () => {
  const of = (first: number, second: number) => [
    ...many(first, (index) => item(`Is ${index} one?`, ["+a", "b", "c"])),
    ...many(second, (index) => item(`Is ${index} two?`, ["+a", "b", "c"], "", "2.1")),
  ];
  const found = (texts: string[], options: Record<string, number> = {}) =>
    findingsOf("bank-coverage", texts, { options: { "bank-coverage": options } });

  it("says what the blueprint asks for, at the weight, with the distance", () => {
    expect(found(of(9, 2))).toMatchObject([
      {
        message: "Unexpected 9 items in the domain `D1`, expected about 7",
        note: "`Domain D1` weighs 60 %, which is 7 of 11 items; it has 2 too many",
        path: "content/test/exam.yaml",
        position: { start: { line: 12 } },
        excess: 2,
      },
      {
        message: "Unexpected 2 items in the domain `D2`, expected about 4",
        position: { start: { line: 22 } },
        excess: 2,
      },
    ]);
    for (const each of found(of(9, 2))) expect(each).not.toHaveProperty("itemId");
  });

  it("allows one item or a tenth, whichever is more, unless configured", () => {
    expect([found(of(7, 4)), found(of(8, 3)), found(of(32, 18)), found(of(0, 0))].flat()).toEqual([]);
    expect(found(of(34, 16)).map(({ excess }) => excess)).toEqual([4, 4]);
    expect(found(of(8, 3), { items: 0 })).toHaveLength(2);
    expect(found(of(9, 2), { items: 2 })).toEqual([]);
    expect(found(of(9, 2), { percent: 50 })).toEqual([]);
  });
});

describe("bank-task-uncovered", () => {
  it("names the task, once there are as many items as the exam scores", () => {
    const texts = many(50, (index) => item(`Is ${index} one?`, ["+a", "b", "c"]));
    const found = findingsOf("bank-task-uncovered", texts);
    expect(found).toMatchObject([
      { message: "Unexpected task `2.1` without items, expected at least one", severity: "info", excess: 1 },
    ]);
    expect(findingsOf("bank-task-uncovered", texts.slice(1))).toEqual([]);
  });
});

describe("bank-key-length", () => {
  const bank = (longest: number, shortest: number, ties = 0) => [
    ...many(longest, (index) => item(`Is ${index} one?`, ["+long enough", "short", "mid"])),
    ...many(shortest, (index) => item(`Is ${index} two?`, ["+mid", "long enough", "short"])),
    ...many(ties, (index) => item(`Is ${index} three?`, ["+equal", "short", "other"])),
  ];
  const found = (texts: string[]) => findingsOf("bank-key-length", texts);

  it("says how often the longest choice is a key and how often chance would have it, and shows where", () => {
    expect(found(bank(14, 16))).toEqual([]);
    const [diagnostic] = found(bank(20, 10, 9));
    expect(diagnostic).toMatchObject({
      message: "Unexpected key as the longest choice in 20 of 30 items, expected about 10",
      note: "Of 30 items with one longest choice it is a key in 20 (67 %), by chance in 10.0 (33 %): z = 3.9",
      path: "content/test/exam.yaml",
      position: { start: { line: 1, column: 1 } },
    });
    expect(diagnostic?.excess).toBeCloseTo(10);
    expect(diagnostic?.related).toHaveLength(5);
    expect(diagnostic).not.toHaveProperty("itemId");
  });

  it("says nothing of few items", () => expect(found(bank(12, 0))).toEqual([]));

  it("counts several keys by their share, in which a longest one is no wonder", () => {
    const keys = (index: number) =>
      item(`Are ${index} these?`, [
        "+mid",
        "+key",
        "+new",
        ...(index % 5 === 0 ? ["+old", "long enough"] : ["+long enough", "no"]),
      ]);
    expect(found(many(40, keys))).toEqual([]);
  });
});

describe("bank-key-position", () => {
  const found = (texts: string[]) => findingsOf("bank-key-position", texts);
  const numbers = (key: (index: number) => number, count: number) =>
    many(count, (index) =>
      item(
        `How many in ${index}?`,
        [1, 2, 3, 4].map((n, at) => `${at === key(index) ? "+" : ""}${n + index}`),
      ),
    );

  it("counts the positions as printed: where an author lists the key does not matter", () => {
    expect(found(many(60, (index) => item(`Which of ${index}?`, ["+one", "two", "three", "four"])))).toEqual([]);
    expect(found(numbers(() => 1, 60))).toMatchObject([
      {
        message: "Unexpected key at B in 60 of 60 items with `4 choices`, expected about 15",
        note: "Keys by position as printed: `A` 0, `B` 60, `C` 0, `D` 0 (chi-square 180.0, p < 0.01); the choices of 60 of these items are numbers, which keep the author's order",
        severity: "info",
        excess: 45,
      },
    ]);
  });

  it("wants enough items, and a difference that chance seldom makes", () => {
    expect(found(numbers(() => 1, 49))).toEqual([]);
    expect(found(numbers((index) => (index % 10 < 2 ? 1 : index % 4), 50))).toEqual([]);
    expect(found(numbers((index) => (index % 10 < 2 ? 1 : index % 4), 200))).toHaveLength(1);
  });
});

describe("bank-cueing", () => {
  const found = (texts: string[], language?: string) => findingsOf("bank-cueing", texts, {}, language);
  const asked = item("How are reads kept cheap?", ["+It stores each column apart.", "It compresses lines", "It waits"]);
  const telling = (stem: string) => item(stem, ["+a", "b", "c"]);
  const told = telling("Because *it stores each column apart*, what is slow?");

  it("names the stem that states the key", () => {
    expect(found([asked, told])).toMatchObject([
      {
        message:
          "Unexpected key `It stores each column apart.` in the stem of the item `item-2`, expected no other stem to state it, or `enemies: [item-2]` in the front matter",
        severity: "info",
        itemId: "item-1",
        position: { start: { line: 12 } },
        related: [{ path: "content/test/items/item-2.md", position: { start: { line: 10 } } }],
      },
    ]);
  });

  it("wants the whole key, of at least three words with content, in another stem", () => {
    expect(found([asked, telling("It stores each column. What is slow, apart from that?")])).toEqual([]);
    expect(
      found([item("How?", ["+It is stored there", "A", "B"]), telling("When it is stored there, what then?")]),
    ).toEqual([]);
    expect(found([item("It stores each column apart?", ["+It stores each column apart", "A", "B"])])).toEqual([]);
  });

  it("is silent where stems mention a distractor too, and in a language whose small words nobody wrote down", () => {
    expect(found([asked, told, telling("It compresses lines. Why?")])).toEqual([]);
    expect(found([asked, told], "ja")).toEqual([]);
  });

  it("is silent on a phrase of many stems", () => {
    const stems = many(61, (index) => telling(`It stores each column apart, so what is ${index}?`));
    expect(found([asked, ...stems])).toEqual([]);
    expect(found([asked, ...stems.slice(1)])).toHaveLength(1);
  });
});

const named = (front: string) => item("Which reads fast?", ["+Parquet", "CSV", "JSON"], front);

describe("item-enemy-one-sided", () => {
  const rule = "item-enemy-one-sided";
  const naming = item("Which format stores columns?", ["+Parquet", "CSV", "JSON"], "enemies:\n  - item-2\n");
  const third = item("Who?", ["+A", "B", "C"], "enemies: [item-2]\n");
  it("says who names the item, and where", () => {
    expect(findingsOf(rule, [naming, named("")])).toMatchObject([
      {
        message: "Unexpected enemies without `item-1`, expected the item, which names this one as its enemy",
        itemId: "item-2",
        position: { start: { line: 1 } },
        related: [{ path: "content/test/items/item-1.md", position: { start: { line: 9, column: 5 } } }],
      },
    ]);
  });

  /** The item after all rounds of fixes. */
  function mend(text: string): string {
    const [diagnostic] = findingsOf(rule, [naming, text, third]);
    if (diagnostic === undefined) return text;
    expect(diagnostic.fix?.safe).toBe(true);
    return mend(applyFixes(text, [diagnostic.fix!]).text);
  }

  it.each([
    ["no list", "", "enemies: [item-1, item-3]\n"],
    ["a list in brackets", "enemies: [ item-3 ]\n", "enemies: [ item-3, item-1 ]\n"],
    ["an empty list", "enemies: []\n", "enemies: [item-1, item-3]\n"],
    ["a list over lines", "enemies: [\n  'item-3', # why\n]\n", "enemies: [\n  'item-3', item-1, # why\n]\n"],
    ["an indented list", "enemies:\n  -  item-3 # why\n", "enemies:\n  -  item-3 # why\n  -  item-1\n"],
    ["a list that is not indented", 'enemies:\n- "item-3"\n', 'enemies:\n- "item-3"\n- item-1\n'],
    [
      "a list before other keys",
      "enemies:\n  - item-3\nlint:\n  ignore: []\n",
      "enemies:\n  - item-3\n  - item-1\nlint:\n  ignore: []\n",
    ],
  ])("is mended in %s, and nothing else changes", (_, before, after) => {
    expect(mend(named(before))).toBe(named(after));
    expect(mend(named(before).replaceAll("\n", "\r\n"))).toBe(named(after).replaceAll("\n", "\r\n"));
  });

  it("is mended in one go, whatever the number of items that name it", () => {
    const texts = [
      named("enemies:\n  - item-2\n"),
      ...many(12, (index) => item(`Who is ${index}?`, ["+A", "B", "C"], "enemies: [item-1]\n")),
    ];
    const found = findingsOf(rule, texts);
    expect(found).toHaveLength(11);
    const { text, applied } = applyFixes(
      texts[0]!,
      found.map(({ fix }) => fix!),
    );
    expect(applied).toHaveLength(11);
    expect(findingsOf(rule, [text, ...texts.slice(1)])).toEqual([]);
  });

  it("has no fix where the list is written in another way", () => {
    for (const front of ["enemies:\n  -\n    item-3\n", "enemies:\n  - >-\n    item-3\n"]) {
      const [diagnostic] = findingsOf(rule, [naming, named(front), third]);
      expect(diagnostic?.message).toContain("`item-1`");
      expect(diagnostic).not.toHaveProperty("fix");
    }
  });
});

describe("addEnemies", () => {
  /** The front matter's list after an id is added to it. */
  function add(front: string, id: string, text = named(front)): string | null {
    const source = createSourceText("items/item.md", text);
    const document = parse({ path: "items/item.md", bytes: Buffer.from(text) }, { guideFolder: "", tableKinds: [] });
    if (document.kind !== "item" || document.frontMatter === null) throw new Error("No sound front matter");
    const edit = addEnemies({ places: document.places, frontMatter: document.frontMatter }, [id], source);
    return edit && (/enemies: (.*)/u.exec(applyFixes(text, [{ safe: true, edits: [edit] }]).text)?.[1] ?? "");
  }

  it.each(["10", "1e3", "null", "true"])("keeps the id `%s` text", (id) => expect(add("", id)).toBe(`["${id}"]`));

  it("changes no full list and no front matter in braces", () => {
    const ids = many(100, (index) => `a${index}`);
    expect(add(`enemies: [${ids.slice(1).join(", ")}]\n`, "b")).toMatch(/, b\]$/u);
    expect(add(`enemies: [${ids.join(", ")}]\n`, "b")).toBeNull();
    const braces =
      '{type: multiple-choice, task: "1.1", topic: formats, difficulty: easy, cognitive: recall, verified: 2026-11-23}';
    expect(add("", "b", named("").replace(/^type:[^]*?(?=\n---)/mu, braces))).toBeNull();
  });
});

describe("hostile items", () => {
  it.each([
    { of: "marks", text: "?".repeat(60_000) },
    { of: "brackets", text: "(.)".repeat(15_000) },
    { of: "one word", text: "a ".repeat(30_000) },
    { of: "many words", text: many(9000, (index) => `w${index}`).join(" ") },
  ])("of $of are compared like any others", ({ text }) => {
    const stem = text.match(/.{1,1900}/gu)!.join("\n");
    const texts = many(3, (index) => item(`${stem}\n${index}`, ["+a b c d", "e", index === 0 ? "f" : "g"]));
    expect(findingsOf("bank-near-duplicate", texts).map(({ itemId }) => itemId)).toContain("item-3");
  });
});
