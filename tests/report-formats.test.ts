// Every format tells of the same findings, on the same lines, from the command line on.
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { makeWorkspace, runIn, soundGuide } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"]!;

/** A guide with a fault of structure, one of reference, one of the file's name and a matter of craft. */
const faulty = {
  "items/object-name.md": item.replace("- [ ] The class", "- [ ] None of the above"),
  "items/two-keys.md": item.replace("[ ] The tag", "[x] The tag"),
  "items/no topic.md": item.replace("topic: buckets", "topic: bukets"),
  "guide.md": soundGuide["guide.md"]!.replace("66.7%", "60%"),
};

/** Places as the JSON report has them, with what the others call one. */
const readers: Record<string, (text: string) => string[]> = {
  compact: (text) =>
    text.split("\n").flatMap((line) => /^(.*):(\d+):\d+: \w+ \S+ /u.exec(line)?.slice(1).join(":") ?? []),
  github: (text) =>
    [...text.matchAll(/^::\w+ file=([^,]*),line=(\d+),/gmu)].map(([, path = "", line = ""]) => `${path}:${line}`),
  gitlab: (text) =>
    (JSON.parse(text) as { location: { path: string; lines: { begin: number } } }[]).map(
      ({ location }) => `${location.path}:${location.lines.begin}`,
    ),
  sarif: (text) =>
    (JSON.parse(text) as Log).runs[0]!.results!.map(({ locations }) => {
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      return `${decodeURIComponent(artifactLocation!.uri!)}:${region!.startLine}`;
    }),
  junit: (text) =>
    [...text.matchAll(/<testcase name="(\d+):\d+ \S+" classname="([^"]*)"/gu)].map(
      ([, line, path]) => `${path}:${line}`,
    ),
};

describe("certpress lint --format", () => {
  it.each(Object.keys(readers))("%s has the findings that json has", async (format) => {
    const root = makeWorkspace(faulty);
    const { diagnostics } = JSON.parse((await runIn(root, ["lint", "--format", "json"])).out) as {
      diagnostics: Diagnostic[];
    };
    const expected = diagnostics.map(({ path, position }) => `${path}:${position.start.line}`);
    expect(new Set(diagnostics.map(({ path }) => path)).size).toBe(4);

    const { status, out } = await runIn(root, ["lint", "--format", format]);
    expect(status).toBe(1);
    expect(readers[format]!(out).sort()).toEqual(expected.sort());
  });
});
