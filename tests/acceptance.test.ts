// The promise to contributors: of a branch with ten faulty items and two good ones, exactly the ten are reported, each on its line, in every format.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports, type ReportFormat } from "../src/report/index.ts";
import { commitAll, hasGit, makeRepository } from "./helpers/repository.ts";
import { runIn, writeIn, type Ran } from "./helpers/workspace.ts";

interface Parts {
  task: "1.1" | "2.1";
  stem: string;
  /** The key first. */
  choices: [string, string, string];
}

/** A sound item. */
function item({ task, stem, choices }: Parts): string {
  const [key, ...distractors] = choices;
  return `---
type: multiple-choice
task: "${task}"
topic: ${task === "1.1" ? "buckets" : "queues"}
difficulty: easy
cognitive: recall
verified: 2026-01-01
---

${stem}

- [x] ${key}
  > This is what the scene asks for.
${distractors.map((each) => `- [ ] ${each}\n  > This serves another purpose.`).join("\n")}

## Explanation

The scene names one need, and one choice meets it.

## References

- [Documentation](https://example.com/documentation)
`;
}

const base = {
  "items/d2/order-of-messages.md": item({
    task: "2.1",
    stem: "Which kind of queue keeps messages in order?",
    choices: ["First in, first out", "Best effort", "Random access"],
  }),
  "items/d2/failed-messages.md": item({
    task: "2.1",
    stem: "Where do messages go that failed too often?",
    choices: ["Into a second queue", "Into a bucket", "Back to their sender"],
  }),
  // Its author forgot the references long ago.
  "items/d2/old-fault.md": item({
    task: "2.1",
    stem: "Who deletes a message that was read?",
    choices: ["The consumer", "The producer", "The broker"],
  }).replace(/\n## References[^]*$/u, ""),
};

const owner = item({
  task: "1.1",
  stem: "Who pays for the storage of an object?",
  choices: ["The owner of the bucket", "The reader of the object", "The author of the file"],
});
const copies = item({
  task: "1.1",
  stem: "Which setting keeps earlier states of a file?",
  choices: ["Versioning", "Encryption", "Logging"],
});
const waiting = item({
  task: "2.1",
  stem: "A worker asks for messages again and again, and most replies are empty. What lowers its cost?",
  choices: ["Long polling", "Short polling", "A larger worker"],
});
const twice = item({
  task: "2.1",
  stem: "A message arrives two times. Which property of the worker makes that harmless?",
  choices: ["Its work can be repeated", "Its memory is large", "Its clock is exact"],
});
const hidden = item({
  task: "2.1",
  stem: "A worker takes longer than planned, and others receive its message. Which value should grow?",
  choices: ["Visibility timeout", "Retention period", "Delivery delay"],
});
const slow = item({
  task: "2.1",
  stem: "Orders come faster than the shop can handle them. What does a queue between the two give?",
  choices: ["Time to catch up", "Fewer orders", "Faster handling"],
});

/** The files of the branch by path in items/; those with a fault name its rule and a text on the line where it stands. */
const branch: Record<string, { text: string; rule?: string; on?: string }> = {
  "d1/who-pays.md": { text: owner.replace("difficulty:", "dificulty:"), rule: "schema-key-unknown", on: "dificulty:" },
  "d1/earlier-states.md": {
    text: copies.replace("[ ] Logging", "[x] Logging"),
    rule: "choice-key-count",
    on: "[x] Logging",
  },
  "d2/empty-replies.md": {
    text: waiting.replace(/## Explanation[^]*(?=## References)/u, ""),
    rule: "item-explanation-missing",
    on: "## References",
  },
  "d2/repeated-work.md": {
    text: twice.replace("topic: queues", "topic: queue"),
    rule: "item-topic-unknown",
    on: "topic: queue",
  },
  "d2/new/failed-messages.md": { text: hidden, rule: "item-id-duplicate", on: "---" },
  "d1/public-reader.md": {
    text: item({
      task: "1.1",
      stem: "A picture is meant for everyone. Through what can a browser get it?",
      choices: ["A signed address", "A public address", "All of the above"],
    }),
    rule: "choice-all-of-the-above",
    on: "All of the above",
  },
  "d2/blank-in-stem.md": {
    text: item({
      task: "2.1",
      stem: "A ____ writes messages into a queue for others to read.",
      choices: ["Producer", "Consumer", "Listener"],
    }),
    rule: "stem-blank",
    on: "____",
  },
  "d2/days-of-retention.md": {
    text: item({
      task: "2.1",
      stem: "A team reads its queue once a week. Which retention period is the shortest that loses nothing?",
      choices: ["8 days", "1 day", "30 days"],
    }),
    rule: "choice-numbers-unsorted",
    on: "30 days",
  },
  "d2/length-of-key.md": {
    text: item({
      task: "2.1",
      stem: "Two services should not wait for each other. How do they talk?",
      choices: ["By messages in a queue that each of them reads when it has time", "By calls", "By one shared table"],
    }),
    rule: "choice-key-longest",
    on: "By messages in a queue",
  },
  "d2/negated.md": {
    text: item({
      task: "2.1",
      stem: "A message has several parts. Which of these is not one of them?",
      choices: ["A price", "A body", "An identifier"],
    }),
    rule: "stem-negative",
    on: "is not one of them",
  },
  "d1/first-good.md": {
    text: item({
      task: "1.1",
      stem: "Files must survive the loss of one building. What does a bucket do for that by itself?",
      choices: ["It stores copies in several zones", "It writes a log of each request", "It sets a lock on each file"],
    }),
  },
  "d2/second-good.md": { text: slow },
};

interface Place {
  path: string;
  line: number;
  rule: string;
}

const bySortedPath = (places: Place[]): string[] =>
  places.map(({ path, line, rule }) => `${path}:${line} ${rule}`).sort();

const expected = bySortedPath(
  Object.entries(branch).flatMap(([name, { text, rule, on }]) =>
    rule === undefined || on === undefined
      ? []
      : [
          {
            path: `content/tst/items/${name}`,
            line: text.split("\n").findIndex((line) => line.includes(on)) + 1,
            rule,
          },
        ],
  ),
);

/** What a reader of each format sees. */
const readers: Record<ReportFormat, (ran: Ran) => Place[]> = {
  pretty: ({ err }) =>
    [...err.matchAll(/^(\S+\.md):(\d+):\d+ .* {2}(\S+)$/gmu)].map(([, path, line, rule]) => place(path, line, rule)),
  compact: ({ out }) =>
    [...out.matchAll(/^(.+?):(\d+):\d+: \w+ (\S+) .*$/gmu)].map(([, path, line, rule]) => place(path, line, rule)),
  json: ({ out }) =>
    (JSON.parse(out).diagnostics as Diagnostic[]).map((each) =>
      place(each.path, each.position.start.line, each.ruleId),
    ),
  github: ({ out }) =>
    [...out.matchAll(/^::\w+ file=(.+?),line=(\d+),.*?title=(.+?)::/gmu)].map(([, path, line, rule]) =>
      place(path, line, rule),
    ),
  sarif: ({ out }) =>
    JSON.parse(out).runs[0].results.map(
      (each: {
        ruleId: string;
        locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
      }) => {
        const { artifactLocation, region } = each.locations[0]!.physicalLocation;
        return place(artifactLocation.uri, region.startLine, each.ruleId);
      },
    ),
  gitlab: ({ out }) =>
    JSON.parse(out).map((each: { check_name: string; location: { path: string; lines: { begin: number } } }) =>
      place(each.location.path, each.location.lines.begin, each.check_name),
    ),
  junit: ({ out }) =>
    [...out.matchAll(/<testcase name="(\d+):\d+ (\S+)" classname="(.+?)">/gu)].map(([, line, rule, path]) =>
      place(path, line, rule),
    ),
};

const place = (path?: string, line?: string | number, rule?: string): Place => ({
  path: path ?? "",
  line: Number(line),
  rule: rule ?? "",
});

describe.runIf(hasGit)("a branch with ten faulty items and two good ones", () => {
  const makeBranch = (): string => {
    const root = makeRepository(base);
    for (const [name, { text }] of Object.entries(branch)) writeIn(root, `content/tst/items/${name}`, text);
    commitAll(root, "Twelve items");
    return root;
  };

  it("is what it says", () => {
    expect(Object.keys(branch)).toHaveLength(12);
    expect(expected).toHaveLength(10);
  });

  it.each(Object.keys(reports) as ReportFormat[])("is reported exactly so as %s", async (format) => {
    const ran = await runIn(makeBranch(), ["lint", "--since", "main", "--format", format]);
    expect(bySortedPath(readers[format](ran))).toEqual(expected);
    expect(ran.status).toBe(1);
  });
});

describe("the real guide", () => {
  it("has no finding that a release does not allow", async () => {
    const { status, out } = await runIn(process.cwd(), ["lint", "--profile", "release", "--format", "json"], {
      env: {},
    });
    expect({ status, diagnostics: JSON.parse(out).diagnostics as unknown }).toEqual({ status: 0, diagnostics: [] });
  });
});
