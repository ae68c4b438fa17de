// Fixes: every fault of the grammar's table of edge cases that can be mended, and what --fix does to the files of a guide.
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Diagnostic, Fix } from "../src/diagnostic.ts";
import { fault } from "../src/faults.ts";
import { applyFixes } from "../src/fix.ts";
import type { CheckedGuide } from "../src/pipeline.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

/** Replaces the check of a guide, for fixes that no sound rule has. */
const checks = vi.hoisted((): { instead: (() => Partial<CheckedGuide>) | null } => ({ instead: null }));
vi.mock("../src/cli/workspace.ts", async (load) => {
  const real = await load<typeof import("../src/cli/workspace.ts")>();
  const checkAtBuildDate: typeof real.checkAtBuildDate = async (io, workspace, id, outputs) => ({
    ...(await real.checkAtBuildDate(io, workspace, id, outputs)),
    ...checks.instead?.(),
  });
  return { ...real, checkAtBuildDate };
});
afterEach(() => {
  checks.instead = null;
});

const edit = (start: number, end: number, text: string) => ({ start, end, text });
const fixOf = (...edits: Fix["edits"]): Fix => ({ safe: true, edits });

describe("applyFixes", () => {
  it("makes all edits of a fix, whatever their order", () => {
    const fix = fixOf(edit(4, 5, "E"), edit(0, 1, "A"));
    expect(applyFixes("abcdef", [fix])).toEqual({ text: "AbcdEf", applied: [fix] });
  });

  it("makes the earlier of two fixes that overlap, and nothing of the other", () => {
    const first = fixOf(edit(1, 3, "X"));
    const other = fixOf(edit(2, 4, "Y"), edit(5, 6, "Z"));
    expect(applyFixes("abcdef", [other, first])).toEqual({ text: "aXdef", applied: [first] });
  });

  it("makes equal edits once", () => {
    const fixes = [fixOf(edit(0, 0, ">"), edit(2, 2, ">")), fixOf(edit(2, 2, ">"))];
    expect(applyFixes("abc", fixes)).toEqual({ text: ">ab>c", applied: fixes });
  });

  it("inserts nothing at the edge of what another fix replaces, nor two texts in one place", () => {
    expect(applyFixes("abc", [fixOf(edit(1, 1, "-")), fixOf(edit(1, 2, "B"))]).text).toBe("a-bc");
    expect(applyFixes("abc", [fixOf(edit(1, 2, "B")), fixOf(edit(2, 2, "-"))]).text).toBe("aBc");
    expect(applyFixes("abc", [fixOf(edit(1, 1, "-")), fixOf(edit(1, 1, "+"))]).text).toBe("a-bc");
    expect(applyFixes("abc", [fixOf(edit(1, 1, "-"), edit(1, 2, "B"))]).text).toBe("a-Bc");
  });

  it("throws at a fix that contradicts itself or leaves the text", () => {
    expect(() => applyFixes("abc", [fixOf(edit(0, 2, ""), edit(1, 3, ""))])).toThrow(RangeError);
    expect(() => applyFixes("abc", [fixOf(edit(2, 4, ""))])).toThrow(RangeError);
    expect(() => applyFixes("abc", [fixOf(edit(2, 1, ""))])).toThrow(RangeError);
  });

  // Each character of the text stands for itself alone, so that one that moved or went would be seen.
  const text = String.fromCharCode(...Array.from({ length: 40 }, (_, index) => 0x4e00 + index));
  const someFix = fc
    .uniqueArray(fc.integer({ min: 0, max: text.length }), { minLength: 2, maxLength: 8 })
    .chain((ends) =>
      fc.array(fc.constantFrom("", "x", "yz"), { minLength: 4, maxLength: 4 }).map((texts): Fix => {
        const sorted = ends.toSorted((a, b) => a - b);
        const edits = texts.flatMap((each, index) => {
          const start = sorted[2 * index];
          const end = sorted[2 * index + 1];
          return start === undefined || end === undefined ? [] : [edit(start, end, each)];
        });
        return fixOf(...edits);
      }),
    );

  it("never changes text outside of the edits that it made", () => {
    fc.assert(
      fc.property(fc.array(someFix, { maxLength: 6 }), (fixes) => {
        const fixed = applyFixes(text, fixes);
        const touched = fixed.applied.flatMap(({ edits }) => edits);
        const kept = [...text].filter((_, index) => !touched.some(({ start, end }) => start <= index && index < end));
        expect(fixed.text.replaceAll(/[xyz]/g, "")).toBe(kept.join(""));
        const left = fixes.filter((fix) => !fixed.applied.includes(fix));
        const collides = (fix: Fix) =>
          fix.edits.some((one) => touched.some((other) => one.start <= other.end && other.start <= one.end));
        expect(left.every(collides)).toBe(true);
      }),
    );
  });
});

const ten = (source: string): string => source.replace('"1.1"', '"1.10"');
const table = "| Part | Use case |\n| --- | --- |\n| Key | A name |\n";
const sound: Readonly<Record<string, string>> = {
  ...soundGuide,
  "exam.yaml": ten(soundGuide["exam.yaml"] ?? ""),
  "items/object-name.md": ten(soundGuide["items/object-name.md"] ?? ""),
  "domains/d1.md": `${soundGuide["domains/d1.md"] ?? ""}\n${table}`,
  "tables/part.yaml":
    'title: Parts\ndescription: What the parts are for.\ncolumns:\n  - name: Part\n  - name: Use case\nprompt: "{Part}: what for?"\n',
};

type Change = readonly [text: string, replacement: string];
/** The sound file with a fault, and, where it is not the sound file again, what is mended in its place. */
type Case = readonly [name: string, file: keyof typeof sound, safe: "safe" | "unsafe", fault: Change, mended?: Change];

const item = "items/object-name.md";
const notes = "domains/d1.md";
const key = "- [x] The key\n  > It is the object's name.\n";
const tag = "- [ ] The tag\n  > It describes the object.\n";
const last = "- [ ] The class\n  > It sets the price.\n";
const stem = "Which part names an object in a bucket?";

const cases: Case[] = [
  [
    "numbered choices",
    item,
    "safe",
    [
      key + tag + last,
      "1. [x] The key\n   > It is the object's name.\n2. [ ] The tag\n   > It describes the object.\n3. [ ] The class\n   > It sets the price.\n",
    ],
    [
      key + tag + last,
      "- [x] The key\n  > It is the object's name.\n- [ ] The tag\n  > It describes the object.\n- [ ] The class\n  > It sets the price.\n",
    ],
  ],
  [
    "numbered choices without rationale indentation",
    item,
    "safe",
    [
      key + tag + last,
      "1. [x] The key\n> It is the object's name.\n\n2. [ ] The tag\n> It describes the object.\n\n3. [ ] The class\n> It sets the price.\n",
    ],
    [
      key + tag + last,
      "- [x] The key\n   > It is the object's name.\n\n- [ ] The tag\n   > It describes the object.\n\n- [ ] The class\n   > It sets the price.\n",
    ],
  ],
  [
    "numbered choices under a bullet list",
    item,
    "safe",
    [
      `${stem}\n\n${key}${tag}${last}`,
      `${stem}\n\n- A bucket.\n- An object.\n\n1. [x] The key\n   > It is the object's name.\n2. [ ] The tag\n   > It describes the object.\n3. [ ] The class\n   > It sets the price.\n`,
    ],
    [
      `${stem}\n\n${key}${tag}${last}`,
      `${stem}\n\n- A bucket.\n- An object.\n\n* [x] The key\n  > It is the object's name.\n* [ ] The tag\n  > It describes the object.\n* [ ] The class\n  > It sets the price.\n`,
    ],
  ],
  ["no-break space after a checkbox", item, "safe", ["[x] The key", "[x]\u00A0The key"]],
  ["no space after the marker", item, "safe", ["- [x] The key", "-[x] The key"]],
  ["no space after a later marker", item, "safe", ["- [ ] The tag", "-[ ] The tag"]],
  [
    "no space after any marker",
    item,
    "safe",
    [key + tag + last, (key + tag + last).replaceAll("- [", "-[").replaceAll(/\n {2}> .*/gu, "")],
    [key + tag + last, (key + tag + last).replaceAll(/\n {2}> .*/gu, "")],
  ],
  [
    "fence behind a checkbox",
    item,
    "safe",
    ["- [x] The key\n", "- [x] ```sh\n  ls key\n  ```\n"],
    ["- [x] The key\n", "- [x]\n  ```sh\n  ls key\n  ```\n"],
  ],
  [
    "fence behind a numbered checkbox, far in",
    item,
    "safe",
    [
      key + tag + last,
      " 1. [x] ```sh\n    ls key\n    ```\n    > It is the object's name.\n 2. [ ] The tag\n    > It describes the object.\n 3. [ ] The class\n    > It sets the price.\n",
    ],
    [
      key + tag + last,
      " - [x]\n   ```sh\n   ls key\n   ```\n   > It is the object's name.\n - [ ] The tag\n   > It describes the object.\n - [ ] The class\n   > It sets the price.\n",
    ],
  ],
  ["quote without indentation", item, "safe", ["  > It is the object's name.", "> It is the object's name."]],
  [
    "quote without indentation under a wide marker",
    item,
    "safe",
    [
      key + tag + last,
      "-   [x] The key\n> It is the object's name.\n\n-   [ ] The tag\n    > It describes the object.\n-   [ ] The class\n    > It sets the price.\n",
    ],
    [
      key + tag + last,
      "-   [x] The key\n    > It is the object's name.\n\n-   [ ] The tag\n    > It describes the object.\n-   [ ] The class\n    > It sets the price.\n",
    ],
  ],
  [
    "fence without indentation",
    item,
    "safe",
    [key, "- [x] Key\n```text\na\n\nb\n```\n> It is the object's name.\n"],
    [key, "- [x] Key\n  ```text\n  a\n\n  b\n  ```\n  > It is the object's name.\n"],
  ],
  ["quote at six columns", item, "safe", ["  > It is the object's name.", "      > It is the object's name."]],
  [
    "quote of two lines at six columns",
    item,
    "safe",
    ["  > It is the object's name.", "      > It is the object's\n      > name."],
    ["  > It is the object's name.", "  > It is the object's\n  > name."],
  ],
  [
    "quote at six columns, as code",
    item,
    "safe",
    ["\n  > It is the object's name.", "\n\n      > It is the object's name."],
    ["\n  > It is the object's name.", "\n\n  > It is the object's name."],
  ],
  ["explanation of the first level", item, "safe", ["## Explanation", "# Explanation"]],
  ["explanation in lower case", item, "safe", ["## Explanation", "## explanation"]],
  ["explanation with a colon", item, "safe", ["## Explanation", "## Explanation:"]],
  ["references in lower case", item, "safe", ["## References", "### references"]],
  ["table header in another case", notes, "safe", ["| Use case |", "| Use Case |"]],
  ["misspelt table header", notes, "unsafe", ["| Use case |", "| Use cases |"]],
  ["weights' header in another case", "guide.md", "safe", ["| Topic |", "| topic |"]],
  ["misspelt weights' header", "guide.md", "unsafe", ["| Topic |", "| Topics |"]],
  ["dash for the colon of a fact", notes, "safe", ["- **Key**: The", "- **Key** – The"]],
  [
    "placeholder",
    item,
    "safe",
    [stem, "Which part names an object in s3://<bucket>?"],
    [stem, "Which part names an object in `s3://<bucket>`?"],
  ],
  [
    "single dollars around math",
    item,
    "unsafe",
    [stem, "Which part names an object of $x^2$ in a bucket?"],
    [stem, "Which part names an object of $$x^2$$ in a bucket?"],
  ],
  [
    "math as code",
    item,
    "safe",
    [`${stem}\n`, `${stem}\n\`\`\`\`math\nx^2\n\`\`\`\`\`\n`],
    [`${stem}\n`, `${stem}\n$$\nx^2\n$$\n`],
  ],
  [
    "no-break space after a list marker",
    item,
    "unsafe",
    [stem, `-\u00A0A bucket.\n\n${stem}`],
    [stem, `- A bucket.\n\n${stem}`],
  ],
  ["number for text", item, "safe", ['task: "1.10"', "task: 1.10"]],
  ["misspelt key", item, "safe", ["difficulty: easy", "dificulty: easy"]],
  ["misspelt quoted key", "exam.yaml", "safe", ["license: CC0", '"lisense": CC0'], ["license: CC0", "license: CC0"]],
];

/** A workspace with one faulty file; the other files are as they are. */
function makeFaulty(files: Readonly<Record<string, string>>): string {
  const root = makeWorkspace({ ...sound, ...files });
  writeIn(root, "certpress.config.yaml", "outputs: [json]\n");
  return root;
}

function replace(source: string, [text, replacement]: Change): string {
  const parts = source.split(text);
  expect(parts, text).toHaveLength(2);
  return parts.join(replacement);
}

const read = (root: string, file: string): string => readFileSync(join(root, "content/tst", file), "utf8");

interface Report {
  diagnostics: Diagnostic[];
}
const reported = (out: string): string[] =>
  (JSON.parse(out) as Report).diagnostics.map(({ ruleId, message }) => `${ruleId} ${message}`);

it("the guide that the faults are put into is sound", async () => {
  expect(reported((await runIn(makeFaulty({}), ["lint", "--format", "json"])).out)).toEqual([]);
});

describe.each([
  ["LF", "", "\n"],
  ["CRLF", "", "\r\n"],
  ["a byte-order mark and LF", "\uFEFF", "\n"],
  ["a byte-order mark and CRLF", "\uFEFF", "\r\n"],
])("in a file with %s", (_, mark, end) => {
  const written = (text: string): string => mark + text.replaceAll("\n", end);

  it.each(cases.map(([name, ...rest]) => ({ name, rest })))(
    "$name is mended, and nothing else is",
    async ({ rest }) => {
      const [file, safe, faultChange, mended] = rest;
      const faulty = written(replace(sound[file] ?? "", faultChange));
      const root = makeFaulty({ [file]: faulty });
      const before = await runIn(root, ["lint", "--format", "json"]);
      expect(reported(before.out)).not.toEqual([]);

      const ran = await runIn(root, ["lint", "--fix", "--format", "json"]);
      if (safe === "unsafe") {
        expect(read(root, file)).toBe(faulty);
        expect(ran.err).toContain("Made 0 fixes in 0 files\n1 fix left that may change what was meant: --fix-unsafe");
        expect(ran.out).toBe(before.out);
      }
      const unsafe = safe === "unsafe" ? await runIn(root, ["lint", "--fix-unsafe", "--format", "json"]) : ran;
      expect(read(root, file)).toBe(written(replace(sound[file] ?? "", mended ?? [faultChange[0], faultChange[0]])));
      expect(unsafe.err).toMatch(/^Made \d+ fix(?:es)? in 1 file\n/u);
      const left = reported(unsafe.out).filter((each) => !each.startsWith("rationale-missing"));
      expect(left).toEqual([]);
      for (const [other, text] of Object.entries(sound)) if (other !== file) expect(read(root, other)).toBe(text);
    },
  );
});

describe("certpress lint --fix", () => {
  const lower = replace(sound[item] ?? "", ["## Explanation", "## explanation"]);

  it("changes the files of the path arguments alone", async () => {
    const root = makeFaulty({
      [item]: lower,
      [notes]: replace(sound[notes] ?? "", ["- **Key**: The", "- **Key** – The"]),
    });
    const { status, err } = await runIn(root, ["lint", "--fix", "content/tst/items"]);
    expect({ status, first: err.split("\n")[0] }).toEqual({ status: 0, first: "Made 1 fix in 1 file" });
    expect(read(root, item)).toBe(sound[item]);
    expect(read(root, notes)).toContain("- **Key** – The");
  });

  it("says what it did in all guides, and reports what no fix mends", async () => {
    const root = makeFaulty({ [item]: replace(lower, ["- [x] The key", "- [ ] The key"]) });
    for (const [path, text] of Object.entries(sound)) writeIn(root, `content/two/${path}`, text);
    writeIn(root, `content/two/${item}`, replace(lower, ["task:", "tsak:"]));
    const { status, out, err } = await runIn(root, ["lint", "--fix", "--format", "compact"]);
    expect(status).toBe(1);
    expect(err).toBe("Made 3 fixes in 2 files\n");
    expect(out).toContain("error choice-key-count");
    expect(out.trimEnd().split("\n")).toHaveLength(1);
  });

  it("touches no config, no media, and nothing outside of the guide", async () => {
    const root = makeFaulty({});
    writeIn(root, "certpress.config.yaml", "outptus: [json]\n");
    writeIn(root, "outside.md", lower);
    if (process.platform !== "win32") symlinkSync(join(root, "outside.md"), join(root, "content/tst/items/leak.md"));
    expect((await runIn(root, ["lint", "--fix-unsafe"])).err).toContain("Made 0 fixes in 0 files");
    expect(readFileSync(join(root, "certpress.config.yaml"), "utf8")).toBe("outptus: [json]\n");
    expect(readFileSync(join(root, "outside.md"), "utf8")).toBe(lower);
  });

  it.skipIf(process.platform === "win32")("keeps the mode of a file, and a link inside the guide a link", async () => {
    const root = makeFaulty({ [item]: lower });
    chmodSync(join(root, "content/tst", item), 0o755);
    const alias = join(root, "content/tst/items/alias.md");
    symlinkSync(join(root, "content/tst", item), alias);
    await runIn(root, ["lint", "--fix"]);
    expect(lstatSync(alias).isSymbolicLink()).toBe(true);
    expect(read(root, item)).toBe(sound[item]);
    expect(statSync(join(root, "content/tst", item)).mode & 0o777).toBe(0o755);
  });

  it("leaves a file alone that is not UTF-8", async () => {
    const root = makeFaulty({});
    const bytes = Buffer.concat([Buffer.from(sound[item] ?? ""), Buffer.from([0xff])]);
    writeIn(root, `content/tst/${item}`, bytes);
    const path = `content/tst/${item}`;
    checks.instead = () => ({
      diagnostics: [
        { ...fault("file-encoding", { message: "", path, position: start }), fix: fixOf(edit(0, 3, "+++")) },
      ],
    });
    await runIn(root, ["lint", "--fix"]);
    expect(readFileSync(join(root, path))).toEqual(bytes);
  });

  const start = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

  it("ends where a fix makes a fix that makes it again", async () => {
    const root = makeFaulty({});
    const path = `content/tst/${item}`;
    checks.instead = () => {
      const text = readFileSync(join(root, path), "utf8").startsWith("---") ? "+++" : "---";
      const found = fault("yaml-syntax", { message: "Unexpected", path, position: start });
      return { diagnostics: [{ ...found, fix: fixOf(edit(0, 3, text)) }] };
    };
    const { err } = await runIn(root, ["lint", "--fix"]);
    expect(err).toContain(`Made 1 fix in 1 file\nStopped fixing ${path}: each fix there makes another`);
  });

  it("ends where every fix makes another", async () => {
    const root = makeFaulty({});
    const path = `content/tst/${item}`;
    checks.instead = () => ({
      diagnostics: [
        { ...fault("yaml-syntax", { message: "", path, position: start }), fix: fixOf(edit(0, 0, "more ")) },
      ],
    });
    const { err } = await runIn(root, ["lint", "--fix"]);
    expect(err).toContain(`Made 10 fixes in 1 file\nStopped fixing ${path}`);
    expect(read(root, item)).toBe("more ".repeat(10) + (sound[item] ?? ""));
  });
});
