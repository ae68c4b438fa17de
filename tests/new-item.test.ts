// certpress new item: what it asks, what it takes from flags, and that the file it writes lacks nothing but its blanks.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { itemTypes } from "../src/cli/new-item/fields.ts";
import { terminalPrompts, type PromptChoice, type Prompts } from "../src/cli/prompts.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"] ?? "";
const allFlags = ["--task", "1.1", "--topic", "buckets", "--difficulty", "easy", "--cognitive", "recall"];

async function lintJson(root: string): Promise<Diagnostic[]> {
  const { out } = await runIn(root, ["lint", "--format", "json"]);
  return (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics;
}

const show = ({ severity, ruleId, position: { start }, message }: Diagnostic): string =>
  `${start.line}:${start.column} ${severity} ${ruleId} ${message}`;

const path = "content/tst/items/new-one.md";
const readNew = (root: string): string => readFileSync(join(root, path), "utf8");

/** The findings on the parts of the body, which have no flag. */
const emptyStep = (line: number): string =>
  `${line}:1 error choice-empty Unexpected empty step, expected text after the number`;
const emptyChoice = (line: number): string =>
  `${line}:3 error choice-empty Unexpected empty choice, expected text after the checkbox`;
const emptyRow = (line: number): string =>
  `${line}:7 error match-malformed Unexpected empty row, expected a prompt and its match`;
const bodyBlanks: Record<string, [answer: string[], explanation: number]> = {
  "multiple-choice": [[12, 14, 16, 18].map(emptyChoice), 21],
  "multiple-response": [[12, 14, 16, 18, 20].map(emptyChoice), 23],
  ordering: [[12, 14, 16].map(emptyStep), 19],
  matching: [[14, 15, 16].map(emptyRow), 18],
};

const stemBlank = "12:1 error item-stem-missing Unexpected answer without a stem, expected the question before it";
const verifiedBlank =
  "7:10 error schema-type Unexpected empty value, expected a day of the calendar such as `2026-11-23`";

const texts = ["The key", "The tag", "The class", "The owner", "The size"];
const reasons = ["It is its name.", "It labels it.", "It sets its price.", "It pays for it.", "It grows with it."];

/** The scaffold as an author fills it. */
function fill(scaffold: string, type: string): string {
  let choice = 0;
  let reason = 0;
  let row = 0;
  return scaffold
    .replace("verified:", "verified: 2026-01-01")
    .replace(
      "-->\n",
      (end) => `${end}\n${type === "multiple-response" ? "Which parts" : "Which part"} of an object come to mind?\n`,
    )
    .replaceAll(/^(- \[[ x]\]|\d\.)$/gmu, (marker) => `${marker} ${texts[choice++]}`)
    .replaceAll(/^( +>)$/gmu, (marker) => `${marker} ${reasons[reason++]}`)
    .replaceAll("|  |  |", () => `| ${texts[row]} | ${reasons[row++]} |`)
    .replace("## Explanation\n", "## Explanation\n\nAn object has a key, a tag and a class.\n")
    .replace("## References\n", "## References\n\n- [Objects](https://example.com/objects)\n");
}

describe.each(itemTypes)("a new %s", (type) => {
  const [answer, explanation] = bodyBlanks[type]!;

  it("has no findings but its blanks, each in its place", async () => {
    const root = makeWorkspace();
    const ran = await runIn(root, ["new", "item", "new-one", "--type", type, ...allFlags]);
    expect(ran).toEqual({
      status: 0,
      out: `${path}\n`,
      err: `Fill the blanks, then run \`npx certpress lint ${path}\`\n`,
    });
    const found = await lintJson(root);
    expect(found.every((each) => each.path === path)).toBe(true);
    // Two of an ordering item stand in one place.
    expect(new Set(found.map(show))).toEqual(
      new Set([
        verifiedBlank,
        stemBlank,
        ...answer,
        `${explanation}:1 error item-explanation-missing Unexpected empty explanation, expected text below its heading`,
        `${explanation + 2}:1 error item-references-empty Unexpected empty \`## References\`, expected a bullet list of links`,
      ]),
    );
    expect(found).toHaveLength(answer.length + 4);
  });

  it("has the same findings in a draft, where the parts that are written last are warnings", async () => {
    const root = makeWorkspace();
    await runIn(root, ["new", "item", "new-one", "--type", type, ...allFlags]);
    const strict = await lintJson(root);
    writeIn(root, "certpress.config.yaml", "profile: draft\n");
    const draft = await lintJson(root);
    const last = new Set(["item-explanation-missing", "item-references-empty"]);
    expect(draft).toEqual(strict.map((each) => (last.has(each.ruleId) ? { ...each, severity: "warning" } : each)));
  });

  it("is clean when its blanks are filled", async () => {
    const root = makeWorkspace();
    await runIn(root, ["new", "item", "new-one", "--type", type, ...allFlags]);
    writeIn(root, path, fill(readNew(root), type));
    expect((await lintJson(root)).filter((each) => each.path === path).map(show)).toEqual([]);
  });
});

describe("certpress new item without a terminal", () => {
  it("leaves blank what no flag names, without asking", async () => {
    const root = makeWorkspace();
    expect((await runIn(root, ["new", "item", "new-one"])).status).toBe(0);
    expect((await lintJson(root)).map(show).slice(0, 5)).toEqual([
      expect.stringContaining("3:7 error schema-value Unexpected empty text"),
      expect.stringContaining("4:7 error schema-type Unexpected empty value, expected text"),
      expect.stringContaining("5:12 error schema-value Unexpected empty value, expected `easy`, `medium` or `hard`"),
      expect.stringContaining("6:11 error schema-value Unexpected empty value, expected `recall`"),
      verifiedBlank,
    ]);
  });

  it("names the item after its topic, with the next free number", async () => {
    const root = makeWorkspace({ "items/deep/buckets-2.md": item });
    const outs: string[] = [];
    for (const folder of [[], ["--folder", "d1"], ["--folder", "d1"]])
      outs.push((await runIn(root, ["new", "item", ...allFlags, ...folder])).out);
    expect(outs).toEqual([
      "content/tst/items/buckets.md\n",
      "content/tst/items/d1/buckets-3.md\n",
      "content/tst/items/d1/buckets-4.md\n",
    ]);
  });

  it("makes an id of a topic that is none", async () => {
    const domain = (soundGuide["domains/d1.md"] ?? "").replace(
      "### Buckets",
      `### 存储桶\n\nText.\n\n### ${"Long ".repeat(40)}`,
    );
    const root = makeWorkspace({ "domains/d1.md": domain, "items/object-name.md": null });
    expect((await runIn(root, ["new", "item", "--topic", "存储桶"])).out).toBe("content/tst/items/item.md\n");
    expect(readFileSync(join(root, "content/tst/items/item.md"), "utf8")).toContain('topic: "存储桶"');
    expect((await lintJson(root)).map(({ ruleId }) => ruleId)).not.toContain("item-topic-unknown");
    const long = (await runIn(root, ["new", "item", "--topic", "long-".repeat(40).slice(0, -1)])).out;
    expect(long).toBe(`content/tst/items/${"long-".repeat(20).slice(0, -1)}.md\n`);
    const second = (await runIn(root, ["new", "item", "--topic", "long-".repeat(40).slice(0, -1)])).out;
    expect(second).toMatch(/^content\/tst\/items\/long-[a-z-]{90,}-2\.md\n$/u);
  });

  it.each([
    [["x", "--task", "1.2"], "Unexpected task `1.2`, did you mean `1.1`?"],
    [
      ["x", "--topic", "bucket"],
      "Unexpected topic `bucket`, expected the id of a topic in domains/, did you mean `buckets`?",
    ],
    [["x", "--topic", "nothing-like-it"], "Unexpected topic `nothing-like-it`, expected the id of a topic in domains/"],
    [["x", "--type", "essay"], "Allowed choices are multiple-choice"],
    [["x", "--difficulty", "hardest"], "Allowed choices are easy, medium, hard"],
    [["x", "--cognitive", "guess"], "Allowed choices are recall, apply, analyze"],
    [["x", "--folder", "../.."], "expected a folder inside items/"],
    [["con"], "expected lower-case words with hyphens"],
    [["lpt1", "--folder", "d1"], "expected lower-case words with hyphens"],
    [["X y"], "expected lower-case words with hyphens"],
    [["../x"], "expected lower-case words with hyphens"],
    [["object-name", "--folder", "d2"], "content/tst/items/object-name.md is there already; an id is never reused"],
    [["--task", "1.1"], "Expected an id, or --topic to make one of"],
    [["x", "--guide", "tts"], "did you mean `tst`?"],
  ])("%j is wrong usage, and writes nothing", async (argv, message) => {
    const root = makeWorkspace();
    const { status, out, err } = await runIn(root, ["new", "item", ...argv]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(message);
    expect(readdirSync(join(root, "content/tst/items"))).toEqual(["object-name.md"]);
  });

  it("wants --guide where there are several, and an exam.yaml that can be used", async () => {
    const root = makeWorkspace();
    for (const [file, text] of Object.entries(soundGuide)) writeIn(root, `content/two/${file}`, text);
    expect((await runIn(root, ["new", "item", "x"])).err).toBe("Expected --guide with one of `tst`, `two`\n");
    expect((await runIn(root, ["new", "item", "x", "--guide", "two"])).out).toBe("content/two/items/x.md\n");
    writeIn(root, "content/two/exam.yaml", "code: X\n");
    const { status, err } = await runIn(root, ["new", "item", "y", "--guide", "two"]);
    expect({ status, err }).toEqual({
      status: 2,
      err: "content/two/exam.yaml cannot be used; `certpress lint content/two` says why\n",
    });
  });
});

interface Asked {
  message: string;
  choices: readonly PromptChoice[];
  initial: string | undefined;
}

/** Prompts whose every question is answered by a function of it; null cancels. */
function answering(answer: (asked: Asked) => string | null): { prompts: Prompts; asked: Asked[] } {
  const asked: Asked[] = [];
  const choose: Prompts["choose"] = (message, choices, initial) => {
    const one = { message, choices, initial };
    asked.push(one);
    return Promise.resolve(answer(one));
  };
  const write: Prompts["write"] = (message, initial, check) => {
    const one = { message, choices: [{ value: initial, label: initial }], initial };
    asked.push(one);
    const text = answer(one);
    expect(text === null ? null : check(text)).toBeNull();
    return Promise.resolve(text);
  };
  return { prompts: { choose, write }, asked };
}

const last = ({ choices }: Asked): string => choices.at(-1)!.value;

describe("certpress new item at a terminal", () => {
  it("asks for everything that no flag names, in the guide's words", async () => {
    const root = makeWorkspace({
      "items/object-name.md": null,
      "items/d2/object-name.md": item,
      "items/x/y/other.md": item,
    });
    for (const [file, text] of Object.entries(soundGuide)) writeIn(root, `content/two/${file}`, text);
    const { prompts, asked } = answering((one) => (one.message === "Guide" ? "tst" : last(one)));
    const { status, out } = await runIn(root, ["new", "item"], { prompts });
    expect({ status, out }).toEqual({ status: 0, out: "content/tst/items/x/y/buckets.md\n" });
    expect(asked.map(({ message, choices }) => [message, choices.map(({ label }) => label)])).toEqual([
      ["Guide", ["tst", "two"]],
      ["Type", ["multiple-choice", "multiple-response", "ordering", "matching"]],
      ["Task of the blueprint", ["1.1 First task", "2.1 Second task"]],
      ["Topic that teaches it", ["Queues", "Buckets"]],
      ["Difficulty for a prepared candidate", ["easy", "medium", "hard"]],
      ["What the candidate does", ["recall", "apply", "analyze"]],
      ["Folder", ["items/", "items/d2", "items/x/y"]],
      ["Id, the file's name for ever", ["buckets"]],
    ]);
    expect(asked.at(-2)?.initial).toBe("d2");
    expect(readFileSync(join(root, out.trim()), "utf8")).toMatch(
      /^---\ntype: matching\ntask: "2\.1"\ntopic: buckets\ndifficulty: hard\ncognitive: analyze\nverified:\n---\n/u,
    );
  });

  it("asks nothing that a flag names, and no folder where items/ has none", async () => {
    const root = makeWorkspace();
    const { prompts, asked } = answering(last);
    const argv = ["new", "item", "bucket-name", "--type", "ordering", ...allFlags];
    expect((await runIn(root, argv, { prompts })).out).toBe("content/tst/items/bucket-name.md\n");
    expect(asked).toEqual([]);
  });

  it("asks for the id that no argument names, and suggests the next free one", async () => {
    const root = makeWorkspace({ "items/buckets.md": item });
    const { prompts, asked } = answering(() => "named-by-hand");
    const argv = ["new", "item", "--type", "ordering", ...allFlags];
    expect((await runIn(root, argv, { prompts })).out).toBe("content/tst/items/named-by-hand.md\n");
    expect(asked.map(({ initial }) => initial)).toEqual(["buckets-2"]);
  });

  it("says what is wrong with an id while it is typed", async () => {
    const faults: (string | null)[] = [];
    const { prompts } = answering(last);
    const write: Prompts["write"] = (_, suggested, check) => {
      faults.push(check("No id"), check("object-name"), check("aux"), check("sound"));
      return Promise.resolve(suggested);
    };
    await runIn(makeWorkspace(), ["new", "item", ...allFlags], { prompts: { ...prompts, write } });
    expect(faults).toEqual([
      expect.stringContaining("Unexpected id `No id`"),
      expect.stringContaining("content/tst/items/object-name.md is there already"),
      expect.stringContaining("Unexpected id `aux`"),
      null,
    ]);
  });

  it("checks the flags before it asks", async () => {
    const { prompts, asked } = answering(last);
    expect((await runIn(makeWorkspace(), ["new", "item", "--task", "9.9"], { prompts })).status).toBe(2);
    expect(asked).toEqual([]);
  });

  it.each([0, 3, 5])("writes nothing and ends with 130 when question %i is cancelled", async (index) => {
    const root = makeWorkspace();
    const { prompts, asked } = answering((one) => (asked.length > index ? null : last(one)));
    expect(await runIn(root, ["new", "item"], { prompts })).toEqual({ status: 130, out: "", err: "" });
    expect(readdirSync(join(root, "content/tst/items"))).toEqual(["object-name.md"]);
  });

  it("asks nobody on a build machine", async () => {
    const root = makeWorkspace();
    const { prompts, asked } = answering(last);
    expect((await runIn(root, ["new", "item", "new-one"], { prompts, env: { CI: "true" } })).status).toBe(0);
    expect(asked).toEqual([]);
    expect(existsSync(join(root, path))).toBe(true);
  });
});

describe("the prompts of a terminal", () => {
  const choicesOf = (count: number): PromptChoice[] =>
    Array.from({ length: count }, (_, index) => ({
      value: `v${index}`,
      label: `Label ${index}`,
      hint: `hint ${index}`,
    }));

  /** Asks, and answers with keys that are pressed one after the other. */
  async function answer<T>(ask: (prompts: Prompts) => Promise<T>, keys: string[]): Promise<[T, string]> {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = "";
    output.on("data", (chunk: Buffer) => void (shown += chunk.toString()));
    const chosen = ask(terminalPrompts(input, output));
    // Each key is read on its own, as a person presses it.
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      input.write(key);
    }
    return [await chosen, shown];
  }
  const press = (choices: PromptChoice[], keys: string[], initial?: string) =>
    answer((prompts) => prompts.choose("Which?", choices, initial), keys);
  const down = "\u001B[B";

  it("choose with the arrow keys, from the initial value on", async () => {
    expect((await press(choicesOf(3), [down, "\r"]))[0]).toBe("v1");
    expect((await press(choicesOf(3), ["\r"], "v2"))[0]).toBe("v2");
  });

  it("filter a long list by what is typed", async () => {
    const [value, shown] = await press(choicesOf(40), [..."label 37", "\r"]);
    expect(value).toBe("v37");
    expect(shown).toContain("Which?");
  });

  it.each([3, 40])("give null for Ctrl+C in a list of %i", async (count) => {
    expect((await press(choicesOf(count), ["\u0003"]))[0]).toBeNull();
  });

  it("take a text that is sound, or the one that is suggested, and null for Ctrl+C", async () => {
    const write = (...keys: string[]) =>
      answer((prompts) => prompts.write("Id", "free", (text) => (text === "x" ? "Taken" : null)), keys);
    expect((await write("\r"))[0]).toBe("free");
    expect((await write("y", "\r"))[0]).toBe("y");
    const [value, shown] = await write("x", "\r", "y", "\r");
    expect(value).toBe("xy");
    expect(shown).toContain("Taken");
    expect((await write("\u0003"))[0]).toBeNull();
  });
});
