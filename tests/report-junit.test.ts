// JUnit XML against Jenkins' schema, read back from libxml's canonical form.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports } from "../src/report/index.ts";
import { contextWith, diagnostic, hostilePath, hostileText } from "./helpers/reporting.ts";

const schema = readFileSync("tests/schemas/junit-10.xsd", "utf8");

/** The report in canonical XML (W3C C14N), after libxml has found it valid. */
async function canonical(diagnostics: readonly Diagnostic[]): Promise<string> {
  const xml = reports.junit(diagnostics, contextWith({}, "books/"));
  const { errors, normalized } = await validateXML({
    xml: [{ fileName: "report.xml", contents: xml }],
    schema: [schema],
    normalization: "c14n",
  });
  expect(errors).toEqual([]);
  return normalized;
}

/** The values of an attribute of an element, in order. C14N leaves these references and no others. */
function attributes(xml: string, element: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}(?: [a-z]+="[^"]*")*? ${name}="([^"]*)"`, "gu"))].map(
    ([, value = ""]) => decode(value),
  );
}

/** What stands in failures, in order. */
function texts(xml: string): string[] {
  return [...xml.matchAll(/<failure(?: [a-z]+="[^"]*")*>([^<]*)</gu)].map(([, text = ""]) => decode(text));
}

function decode(text: string): string {
  const characters: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    "#x9": "\t",
    "#xA": "\n",
    "#xD": "\r",
  };
  return text.replaceAll(/&([^;]+);/gu, (_, name: string) => characters[name] ?? `unknown reference ${name}`);
}

/** What XML 1.0 can hold of a text. */
const holdable = (text: string): string =>
  [...text]
    .map((character) =>
      /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(character) ? character : "\uFFFD",
    )
    .join("");

describe("the junit report", () => {
  it("is one passing case without findings", async () => {
    const xml = await canonical([]);
    expect(attributes(xml, "testsuite", "tests")).toEqual(["1"]);
    expect(xml).not.toMatch(/<(failure|error|skipped)/u);
    expect(attributes(xml, "testcase", "name")).toEqual(["lint"]);
  });

  it("has a suite a file and a case a finding; infos do not fail", async () => {
    const xml = await canonical([
      diagnostic(),
      diagnostic({ severity: "warning", ruleId: "references-missing" }),
      diagnostic({ severity: "info", path: "content/g/guide.md" }),
    ]);
    expect(attributes(xml, "testsuite", "name")).toEqual(["books/content/g/items/a.md", "books/content/g/guide.md"]);
    expect(attributes(xml, "testsuite", "tests")).toEqual(["2", "1"]);
    expect(attributes(xml, "testsuite", "failures")).toEqual(["2", "0"]);
    expect(attributes(xml, "testsuite", "skipped")).toEqual(["0", "1"]);
    expect(attributes(xml, "testsuites", "failures")).toEqual(["2"]);
    expect(attributes(xml, "testcase", "name")).toEqual([
      "2:5 choice-empty",
      "2:5 references-missing",
      "2:5 choice-empty",
    ]);
    expect(attributes(xml, "failure", "type")).toEqual(["error", "warning"]);
    expect(attributes(xml, "skipped", "type")).toEqual(["info"]);
  });

  it("says place, related places and note in the case's text", async () => {
    const related = [{ message: "the first", path: "content/g/items/b.md", position: diagnostic().position }];
    const xml = await canonical([diagnostic({ related, note: "Because <this> & that." })]);
    expect(texts(xml)[0]).toBe(
      "books/content/g/items/a.md:2:5: Unexpected empty choice, expected text\nbooks/content/g/items/b.md:2:5: the first\nBecause <this> & that.",
    );
  });

  it("keeps what XML can hold of messages and paths", async () => {
    // One run of libxml takes long, so each reads many texts.
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(hostilePath, hostileText), { minLength: 20, maxLength: 40 }),
        async (pairs) => {
          const byPath = new Map(pairs.map(([path, message]) => [path, message]));
          const xml = await canonical([...byPath].map(([path, message]) => diagnostic({ path, message })));
          expect(attributes(xml, "failure", "message")).toEqual([...byPath.values()].map(holdable));
          expect(attributes(xml, "testsuite", "name")).toEqual(
            [...byPath.keys()].map((path) => `books/${holdable(path)}`),
          );
          expect(texts(xml)).toEqual(
            [...byPath].map(([path, message]) => `books/${holdable(path)}:2:5: ${holdable(message)}`),
          );
        },
      ),
      { numRuns: 5 },
    );
  });
});
