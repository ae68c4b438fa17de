// Annotations of GitHub Actions, read back by the runner's own rules.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports } from "../src/report/index.ts";
import { printable } from "../src/report/printable.ts";
import { contextWith, diagnostic, hostilePath, hostileText, onLine } from "./helpers/reporting.ts";

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** A log line as the runner understands it (actions/runner, ActionCommand.TryParseV2); null if it is no command. */
function readCommand(line: string): Command | null {
  const text = line.trimStart();
  const separator = text.indexOf("::", 2);
  if (!text.startsWith("::") || separator < 0) return null;
  const [name = "", ...words] = text.slice(2, separator).split(" ");
  const pairs = words
    .join(" ")
    .trim()
    .split(",")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      const value = pair.slice(equals + 1);
      return [pair.slice(0, equals), decode(value, { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": "," })];
    });
  return {
    name,
    properties: Object.fromEntries(pairs) as Record<string, string>,
    data: decode(text.slice(separator + 2), { "%0D": "\r", "%0A": "\n" }),
  };
}

/** The runner replaces one escape after the other, the one of the percent sign last. */
function decode(text: string, escapes: Record<string, string>): string {
  let decoded = text;
  for (const [escape, character] of Object.entries(escapes)) decoded = decoded.replaceAll(escape, character);
  return decoded.replaceAll("%25", "%");
}

/** What the report leaves of a text: control characters other than line ends are shown. */
const shown = (text: string): string => text.replaceAll(/[^\r\n]+/g, printable);

function commandsOf(diagnostics: readonly Diagnostic[], prefix = ""): Command[] {
  const lines = reports.github(diagnostics, contextWith({}, prefix)).split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => readCommand(line)!);
}

describe("the github report", () => {
  it("says to the runner what the diagnostic says, whatever path and message hold", () => {
    fc.assert(
      fc.property(hostilePath, hostileText, (path, message) => {
        expect(commandsOf([diagnostic({ path, message })], "sub/")).toEqual([
          {
            name: "error",
            properties: {
              file: shown(`sub/${path}`),
              line: "2",
              endLine: "2",
              col: "5",
              endColumn: "10",
              title: "choice-empty",
            },
            data: shown(message),
          },
        ]);
      }),
    );
  });

  it("gives no columns to a place that spans lines, because the host drops them", () => {
    const position = { start: { line: 2, column: 5 }, end: { line: 4, column: 2 } };
    const [{ properties } = { properties: {} }] = commandsOf([diagnostic({ position })]);
    expect(properties).toEqual({ file: "content/g/items/a.md", line: "2", endLine: "4", title: "choice-empty" });
  });

  it("is one annotation for an item and rule, which names the lines of the others", () => {
    const three = [2, 7, 9].map((line) => diagnostic({ position: onLine(line) }));
    const commands = commandsOf([
      ...three,
      diagnostic({ ruleId: "choice-count" }),
      diagnostic({ path: "content/g/items/b.md", itemId: "b" }),
    ]);
    expect(commands.map(({ data }) => data)).toEqual([
      "Unexpected empty choice, expected text\nThe same on lines 7 and 9",
      "Unexpected empty choice, expected text",
      "Unexpected empty choice, expected text",
    ]);
  });

  it("says of others that they are the same only where they say the same", () => {
    const [same, word, other] = [3, 7, 9].map((line) => diagnostic({ position: onLine(line) }));
    const commands = commandsOf([
      diagnostic({ position: onLine(2) }),
      { ...word!, message: "Unexpected `teh`, expected `the`" },
      same!,
      { ...other!, message: "Unexpected `adn`, expected `and`" },
    ]);
    expect(commands.map(({ data }) => data)).toEqual([
      "Unexpected empty choice, expected text\nThe same on line 3\nMore of `choice-empty` on lines 7 and 9",
    ]);
  });

  it("names a few lines and counts the rest", () => {
    const many = Array.from({ length: 40 }, (_, i) => diagnostic({ position: onLine(i + 1) }));
    expect(commandsOf(many)[0]?.data).toMatch(/The same on lines 2, 3, 4, 5, 6 and 34 more$/u);
  });

  it("shows errors first and at most ten of a kind, the tenth with the number of findings it stands for", () => {
    const of = (severity: Diagnostic["severity"]): Diagnostic[] =>
      Array.from({ length: 13 }, (_, i) => diagnostic({ severity, itemId: `i${i}` }));
    const commands = commandsOf([...of("info"), ...of("warning"), ...of("error"), diagnostic({ itemId: "i12" })]);
    expect(commands.map(({ name }) => name)).toEqual(
      ["error", "warning", "notice"].flatMap((name) => Array.from({ length: 10 }, () => name)),
    );
    expect(commands[9]?.data).toMatch(/^5 more like this: the summary of this step lists them all/u);
    expect(commands[19]?.data).toMatch(/^4 more like this/u);
  });

  it("shows ten where there are just ten", () => {
    const ten = Array.from({ length: 10 }, (_, i) => diagnostic({ itemId: `i${i}` }));
    expect(commandsOf(ten).some(({ data }) => data.includes("more like this"))).toBe(false);
  });
});

describe("reports for people in a log of Actions", () => {
  it.each(["pretty", "compact"] as const)("%s holds no command of the log's older form", (format) => {
    const text = reports[format]([diagnostic({ message: "a ##[stop-commands]x ###[y" })], contextWith());
    expect(text).not.toContain("##[");
    expect(text).toContain("#\\u{23}[stop-commands]x");
  });

  it("compact is what a problem matcher reads, a line a finding", () => {
    const matcher = /^(.+):(\d+):(\d+): (error|warning|info) (\S+) (.*)$/u;
    fc.assert(
      fc.property(hostileText, (message) => {
        const text = reports.compact([diagnostic({ message })], contextWith());
        expect(text.endsWith("\n")).toBe(true);
        expect(matcher.exec(text.slice(0, -1))?.slice(1)).toEqual([
          "content/g/items/a.md",
          "2",
          "5",
          "error",
          "choice-empty",
          printable(message),
        ]);
      }),
    );
  });
});
