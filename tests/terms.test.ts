// terms.yaml: which names are found, where, with what fix, from which day on, and what is wrong with the file itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Term } from "../src/model/types.gen.ts";
import { findings as findingsOf } from "./helpers/linting.ts";
import { applyFixes, itemOf, show } from "./helpers/parsing.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const renamed: Term = { term: "Old Pond", replacement: "New Lake", since: "2026-01-01" };

const itemWith = (stem: string): string =>
  itemOf("- [x] One\n- [ ] Two\n- [ ] Three")
    .replace("topic: s3", "topic: formats")
    .replace('"1.2"', '"1.1"')
    .replace("Which?", () => stem);

/** What the linter says on 2026-11-23 of a stem, which opens on line 9. */
const findings = (stem: string, terms: Term[] = [renamed]): Diagnostic[] =>
  findingsOf(itemWith(stem), {}, undefined, { terms }).filter(({ ruleId }) => ruleId === "text-term");

const messages = (stem: string, terms?: Term[]): string[] => findings(stem, terms).map(({ message }) => message);

/** The stem with all fixes made. */
const fixed = (stem: string, terms?: Term[]): string => {
  const text = applyFixes(itemWith(stem), findings(stem, terms));
  return text.slice(text.indexOf("---\n", 4) + 4, text.indexOf("\n\n- [x] One"));
};

describe("a replaced term", () => {
  it("is reported with its replacement and the day", () => {
    expect(messages("Which Old Pond?")).toEqual([
      "Unexpected term `Old Pond`, expected `New Lake`: the name since 2026-01-01",
    ]);
  });

  it.each([
    ["at either end", "Old Pond or Old Pond", "New Lake or New Lake"],
    [
      "before punctuation",
      "Of Old Pond, (Old Pond), “Old Pond”: which?",
      "Of New Lake, (New Lake), “New Lake”: which?",
    ],
    ["in a genitive and a compound", "Old Pond's and Old Pond-based?", "New Lake's and New Lake-based?"],
    [
      "in bold and links",
      "**Old Pond** [Old Pond](https://example.org/Old)?",
      "**New Lake** [New Lake](https://example.org/Old)?",
    ],
    ["over a line break", "Which Old\nPond?", "Which New Lake?"],
    ["with a no-break space", "Which Old\u00A0Pond?", "Which New Lake?"],
    ["behind escapes and entities", "A \\* B &amp; Old Pond?", "A \\* B &amp; New Lake?"],
    [
      "in a cell",
      "| A | B |\n|---|---|\n| c \\| d | Old Pond |\n\nWhich?",
      "| A | B |\n|---|---|\n| c \\| d | New Lake |\n\nWhich?",
    ],
  ])("is found and replaced %s", (_name, stem, expected) => {
    expect(fixed(stem)).toBe(expected);
    expect(findings(stem).every(({ fix }) => fix?.safe === true)).toBe(true);
  });

  it.each([
    ["in another case", "Which old pond or OLD POND?"],
    ["with another ending", "Which Old Ponds or Old Ponder?"],
    ["in a longer word", "Which Bold Pond or Old_Pond?"],
    ["over the end of a block", "- Old\n- Pond\n\nWhich?"],
    ["as code", "Which `Old Pond` and `x.Old Pond`?"],
    ["as math", "Which $$Old Pond$$?"],
    ["in the address of a link", "Which [one](https://example.org 'Old Pond')?"],
    ["in brackets beside the new name", "New Lake (formerly Old Pond) or Old Pond (now New Lake)?"],
  ])("is none %s", (_name, stem) => {
    expect(messages(stem)).toEqual([]);
  });

  it.each([
    ["an address", "Which https://example.org/Pond or www.example.org/Pond?"],
    ["a mailbox", "Which Pond@example.org?"],
    ["a path", "Which /var/Pond/x or ./Pond or ~/Pond?"],
    ["an identifier", "Which aws:Pond, Pond::Table, Pond.create, Pond=1, #Pond and Pond()?"],
  ])("of one word is none in %s", (_name, stem) => {
    expect(messages(stem, [{ ...renamed, term: "Pond" }])).toEqual([]);
  });

  it("is reported in brackets where the new name does not stand beside it", () => {
    expect(messages("A store (Old Pond) beside New Lake, and New Lake (a store) beside Old Pond?")).toHaveLength(2);
  });

  it.each([
    ["A \\* B &amp; Old Pond?", "9:14", "9:22"],
    ["Which\n  Old Pond?", "10:3", "10:11"],
    ["> Which\n> Old\n> Pond?", "10:3", "11:7"],
    ["Which **Old** Pond?", "9:9", "9:19"],
  ])("has its exact place in %j", (stem, start, end) => {
    const places = findings(stem).map(({ position }) =>
      [position.start, position.end].map(({ line, column }) => `${line}:${column}`),
    );
    expect(places).toEqual([[start, end]]);
  });

  it("has no fix if mark-up stands in it", () => {
    expect(findings("Which **Old** Pond?").map(({ fix }) => fix)).toEqual([undefined]);
  });

  it("is replaced by what shows the new name, whatever signs it has", () => {
    expect(fixed("Which Old Pond?", [{ ...renamed, replacement: "New_Lake*" }])).toBe("Which New\\_Lake\\*?");
  });

  it("is right in the longer names that are allowed, and within its replacement", () => {
    const terms: Term[] = [{ ...renamed, term: "Pond", replacement: "Pond AI", allow: ["Pond Classic"] }];
    expect(fixed("Of Pond, Pond AI, Pond Classic and Pond Classics?", terms)).toBe(
      "Of Pond AI, Pond AI, Pond Classic and Pond AI Classics?",
    );
  });

  it("is the longest of those that stand at a place", () => {
    const terms = [renamed, { ...renamed, term: "Old Pond for Fish", replacement: "Fish Lake" }];
    expect(fixed("Of Old Pond for Fish and Old Pond for all?", terms)).toBe("Of Fish Lake and New Lake for all?");
  });

  it("is replaced from its day on, the build date included", () => {
    const on = (since: string): number => messages("Which Old Pond?", [{ ...renamed, since }]).length;
    expect([on("2026-11-22"), on("2026-11-23"), on("2026-11-24")]).toEqual([1, 1, 0]);
  });

  it("is called by its last name, if the replacement was replaced on a later day that has come", () => {
    const terms = (since: string): Term[] => [renamed, { term: "New Lake", replacement: "Blue Lake", since }];
    expect(messages("Which Old Pond?", terms("2026-06-01"))).toEqual([
      "Unexpected term `Old Pond`, expected `Blue Lake`: the name since 2026-06-01",
    ]);
    expect(messages("Which Old Pond or New Lake?", terms("2027-06-01"))).toEqual([
      "Unexpected term `Old Pond`, expected `New Lake`: the name since 2026-01-01",
    ]);
  });

  it("costs little in hostile text", () => {
    expect(messages(`${"( ".repeat(20_000)} Old Pond`)).toHaveLength(1);
    expect(messages("Old ".repeat(12_000))).toEqual([]);
    expect(messages("x Old Pond (".repeat(4_000))).toHaveLength(4_000);
  });
});

describe("the terms of a guide", () => {
  const termsYaml = "terms:\n  - term: Old Pond\n    replacement: New Lake\n    since: 2026-01-01\n";
  const d1 = soundGuide["domains/d1.md"]!.replace("What the section is for.", "What Old Pond is for.")
    .replace("### Buckets", "### Old Pond")
    .replace(
      "- **Key**: The name of an object.",
      "- **Old Pond**: The Old Pond.\n- __Old Pond as key__: A.\n\nOld Pond | Use\n--- | ---\nOld Pond | b",
    );

  it("are found in every text, and not fixed by `--fix` where they make an id", async () => {
    const root = makeWorkspace({ "terms.yaml": termsYaml, "domains/d1.md": d1 });
    await runIn(root, ["lint", "--fix"]);
    const read = (): string => readFileSync(join(root, "content/tst/domains/d1.md"), "utf8");
    const text = read();
    expect(text).toContain("What New Lake is for.");
    expect(text).toContain("### Old Pond");
    expect(text).toContain("- **Old Pond**: The New Lake.");
    expect(text).toContain("- __Old Pond as key__: A.");
    expect(text).toContain("Old Pond | Use\n--- | ---\nOld Pond | b");
    await runIn(root, ["lint", "--fix-unsafe"]);
    expect(read()).not.toContain("Old Pond");
  });

  it("count to the build date", async () => {
    const root = makeWorkspace({ "terms.yaml": termsYaml, "domains/d1.md": d1 });
    const count = async (day: string): Promise<number> => {
      const seconds = String(Date.parse(`${day}T12:00:00Z`) / 1000);
      const { out } = await runIn(root, ["lint", "--format", "compact"], { env: { SOURCE_DATE_EPOCH: seconds } });
      return out.split("\n").filter((line) => line.includes("text-term")).length;
    };
    expect(await count("2025-12-31")).toBe(0);
    expect(await count("2026-01-01")).toBe(7);
  });
});

describe("terms.yaml", () => {
  const faults = async (yaml: string): Promise<string[]> => {
    const root = makeWorkspace({});
    writeIn(root, "content/tst/terms.yaml", yaml);
    const { out } = await runIn(root, ["lint", "--format", "json"]);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    return diagnostics
      .filter(({ path }) => path.endsWith("terms.yaml"))
      .map((each) => `${each.severity} ${show(each)}`);
  };
  const entry = (term: string, replacement: string, more = ""): string =>
    `  - { term: ${term}, replacement: ${replacement}, since: 2026-01-01${more} }\n`;

  it("may be empty of terms, and of any names", async () => {
    expect(await faults("terms: []\n")).toEqual([]);
    expect(await faults(`terms:\n${entry("Old Pond", "New Lake", ", allow: [Old Pond Classic]")}`)).toEqual([]);
  });

  it("lists each term once", async () => {
    expect(await faults(`terms:\n${entry("Old", "New")}${entry("Old", "Newer")}`)).toEqual([
      "error term-duplicate 3:13 Unexpected second term `Old`, expected each term once",
    ]);
  });

  it("has no replacement that was itself replaced by then", async () => {
    expect(await faults(`terms:\n${entry("Old", "Middle")}${entry("Middle", "New")}`)).toEqual([
      "error term-replacement-outdated 2:31 Unexpected replacement `Middle`, which is itself replaced, expected `New`",
    ]);
    expect(await faults(`terms:\n${entry("Old", "New")}${entry("New", "Old")}`)).toEqual([
      "error term-replacement-outdated 2:31 Unexpected replacement `New`, which is itself replaced, expected a term that is not replaced: these replace each other",
      "error term-replacement-outdated 3:31 Unexpected replacement `Old`, which is itself replaced, expected a term that is not replaced: these replace each other",
    ]);
    expect(await faults(`terms:\n${entry("Old", "Old")}`)).toHaveLength(1);
  });

  it("may say that a replacement is replaced on a later day", async () => {
    const later = entry("Middle", "New").replace("2026-01-01", "2027-01-01");
    expect(await faults(`terms:\n${entry("Old", "Middle")}${later}`)).toEqual([]);
  });

  it("allows only longer phrases that hold the term", async () => {
    expect(await faults(`terms:\n${entry("Old", "New", ", allow: [Other, Old, Old One]")}`)).toEqual([
      "warning term-phrase-foreign 2:63 Unexpected phrase `Other`, expected a longer one that holds `Old`",
      "warning term-phrase-foreign 2:70 Unexpected phrase `Old`, expected a longer one that holds `Old`",
    ]);
  });

  it.each([
    ["without a day", "terms:\n  - { term: Old, replacement: New }\n", "2:5"],
    ["with a day that is none", "terms:\n  - { term: Old, replacement: New, since: 2026-02-30 }\n", "2:43"],
    ["with an unknown key", `terms:\n${entry("Old", "New", ", until: 2027-01-01")}`, "2:55"],
    ["with a term of one letter", `terms:\n${entry("O", "New")}`, "2:13"],
  ])("%s is an error at its place", async (_name, yaml, place) => {
    expect((await faults(yaml)).map((line) => line.split(" ").toSpliced(1, 1).slice(0, 2).join(" "))).toEqual([
      `error ${place}`,
    ]);
  });
});
