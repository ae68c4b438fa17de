// Every language has the same placeholders as the words it translates.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkPlaceholders } from "../src/model/words.ts";
import type { Words } from "../src/model/types.gen.ts";
import { parseYamlFile } from "../src/parse/index.ts";

function parseWords(text: string) {
  return parseYamlFile({ path: "templates/words/xx.yaml", bytes: Buffer.from(text) }, "words");
}

const english = readFileSync("templates/words/en.yaml", "utf8");
const reference = parseWords(english).value as Words;

describe("checkPlaceholders", () => {
  it("is silent on every language that is shipped", () => {
    for (const name of readdirSync("templates/words")) {
      const { value, places, diagnostics } = parseWords(readFileSync(`templates/words/${name}`, "utf8"));
      expect(diagnostics).toEqual([]);
      expect(checkPlaceholders(value as Words, reference, places, name)).toEqual([]);
    }
  });

  it.each([
    ["chooseMany: Choose {count}.", "chooseMany: Choose {cnt}.", "expected `{count}` in it"],
    ["chooseMany: Choose {count}.", "chooseMany: Choose some.", "expected `{count}` in it"],
    ["chooseOne: Choose one.", "chooseOne: Choose {count}.", "expected no placeholder"],
  ])("reports %s as %s at its place", (from, to, message) => {
    const text = english.replace(from, to);
    const { value, places } = parseWords(text);
    const line = text.split("\n").findIndex((each) => each.includes(to)) + 1;
    expect(checkPlaceholders(value as Words, reference, places, "templates/words/xx.yaml")).toEqual([
      expect.objectContaining({
        ruleId: "words-placeholder",
        message: expect.stringContaining(message),
        position: expect.objectContaining({ start: { line, column: to.indexOf(":") + 5 } }),
      }),
    ]);
  });
});
