// What `explain`, docs/rules.md and SARIF tell about a rule or fault, once: sections, and two ways to print them.
import type { Severity } from "./diagnostic.ts";
import { isUnfinished } from "./profile.ts";
import type { RuleHelp } from "./rule-help.ts";

/** A part of a section: Markdown, or source that stands as it is. */
type HelpBlock = { kind: "paragraph"; text: string } | { kind: "source"; language: "markdown" | "yaml"; text: string };

/** A part of what is told about a rule. */
export interface HelpSection {
  title: "Severity" | "Why" | "Options" | "Fix" | "Measured" | "Found" | "Clean" | "Suppress" | "Mend";
  blocks: HelpBlock[];
}

/** Items of an example that are shown; some banks of examples have dozens. */
const shownItems = 2;

/** All that is known of a rule or fault besides its id and summary, in the order of reading. */
export function helpSections(help: RuleHelp): HelpSection[] {
  const sections: HelpSection[] = [
    { title: "Severity", blocks: [paragraph(severityText(help))] },
    { title: "Why", blocks: help.why === null ? [] : help.why.split(/\n{2,}/).map(paragraph) },
    { title: "Options", blocks: optionBlocks(help) },
    { title: "Fix", blocks: fixBlocks(help) },
    { title: "Measured", blocks: help.measured === null ? [] : [paragraph(measuredText(help.measured))] },
    { title: "Found", blocks: [...placeBlocks(help), ...exampleBlocks(help.invalid)] },
    { title: "Clean", blocks: exampleBlocks(help.valid) },
    help.kind === "rule"
      ? { title: "Suppress", blocks: suppressionBlocks(help.id) }
      : { title: "Mend", blocks: [paragraph(mendText(help))] },
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}

/** Sections as Markdown, their titles in bold. */
export function sectionsToMarkdown(sections: readonly HelpSection[]): string {
  const parts = sections.map(({ title, blocks }) =>
    [`**${title}**`, ...blocks.map((block) => (block.kind === "paragraph" ? block.text : fence(block)))].join("\n\n"),
  );
  return `${parts.join("\n\n")}\n`;
}

/** The summary and all sections as Markdown. */
export function helpMarkdown(help: RuleHelp): string {
  return `${help.summary}.\n\n${sectionsToMarkdown(helpSections(help))}`;
}

/** The summary and all sections as lines of at most `width` characters, but for sources and long words; titles go through `paint`. */
export function helpText(help: RuleHelp, width: number, paint: (title: string) => string = (title) => title): string {
  const sections = helpSections(help).map(({ title, blocks }) => {
    const texts = blocks.map((block) =>
      block.kind === "paragraph" ? indent(wrapText(block.text, width - 2), 2) : indent(block.text, 4),
    );
    return `${paint(title)}\n${texts.join("\n\n")}\n`;
  });
  return [`${wrapText(`${help.summary}.`, width)}\n`, ...sections].join("\n");
}

const paragraph = (text: string): HelpBlock => ({ kind: "paragraph", text });
const yaml = (text: string): HelpBlock => ({ kind: "source", language: "yaml", text });

const consequences: Record<Severity, string> = {
  error: "error: nothing is published until it is mended",
  warning: "warning: it blocks nobody, but `--max-warnings` and `profile: release` count it",
  info: "info: a hint that never fails a run",
};

const scopes: Record<NonNullable<RuleHelp["scope"]>, string> = {
  document: "It looks at one item at a time",
  text: "It looks at every text of a guide, one at a time",
  bank: "It looks at all items of a guide together",
};

function severityText(help: RuleHelp): string {
  const draft = isUnfinished({ ruleId: help.id }) ? " Under `profile: draft` it is a warning." : "";
  const scope = help.scope === null ? "" : ` ${scopes[help.scope]}.`;
  return `${consequences[help.severity]}.${draft}${scope}`;
}

function optionBlocks({ id, options }: RuleHelp): HelpBlock[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const list = entries.map(
    ([name, option]) =>
      `- \`${name}\` (default ${option.default}, from ${option.minimum} to ${option.maximum}): ${option.description}`,
  );
  const settings = entries.map(([name, option]) => `    ${name}: ${option.default}`);
  return [
    paragraph(list.join("\n")),
    paragraph("They are set in `certpress.config.yaml`:"),
    yaml(`options:\n  ${id}:\n${settings.join("\n")}`),
  ];
}

function fixBlocks({ fixable }: RuleHelp): HelpBlock[] {
  if (fixable === null) return [];
  return [
    paragraph(
      fixable === "safe"
        ? "`certpress lint --fix` mends it."
        : "`certpress lint --fix-unsafe` mends it. The edit is near the meaning: read it before you commit it.",
    ),
  ];
}

function measuredText({ found, right }: NonNullable<RuleHelp["measured"]>): string {
  return `${right} of ${found} findings on technical items were right.`;
}

function placeBlocks({ place, invalid }: RuleHelp): HelpBlock[] {
  if (place === null) return [];
  const isMissing = invalid.every((texts) => texts.every((text) => text === ""));
  return [paragraph(isMissing ? `Nothing in ${place}.` : `In ${place}:`)];
}

/** Examples with a word between them; the items of a guide have their file names. */
function exampleBlocks(examples: string[][]): HelpBlock[] {
  return examples.flatMap((texts, index) => {
    const items = texts
      .slice(0, shownItems)
      .flatMap((text, item): HelpBlock[] =>
        text === ""
          ? []
          : [
              ...(texts.length > 1 ? [paragraph(`\`item-${item + 1}.md\`:`)] : []),
              { kind: "source", language: "markdown", text: text.trim() },
            ],
      );
    const rest = texts.length - shownItems;
    return [
      ...(index > 0 ? [paragraph("Or:")] : []),
      ...items,
      ...(rest > 0 ? [paragraph(`And ${rest} more ${rest === 1 ? "item" : "items"}.`)] : []),
    ];
  });
}

function suppressionBlocks(id: string): HelpBlock[] {
  return [
    paragraph("One item is excused in its front matter, with a reason:"),
    yaml(`lint:\n  ignore:\n    - rule: ${id}\n      reason: why it does not apply to this item`),
    paragraph(
      "For all items, or those of some paths, `certpress.config.yaml` sets `error`, `warning`, `info` or `off`:",
    ),
    yaml(`rules:\n  ${id}: info\noverrides:\n  - paths: ["content/*/items/imported/**"]\n    rules:\n      ${id}: off`),
  ];
}

function mendText({ severity }: RuleHelp): string {
  const fate = severity === "error" ? "it can only be mended" : "it is always reported";
  return `This is a fault of syntax, schema, structure or reference, not a matter of taste. It cannot be suppressed or set to another severity: ${fate}. Its message says what was expected at the place; docs/format.md has the exact grammar of every file.`;
}

/** A fenced block whose fence is longer than any run of backticks inside (CommonMark 4.5). */
function fence({ language, text }: { language: string; text: string }): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}${language}\n${text}\n${mark}`;
}

/** Markdown text in lines of at most `width` characters; code spans stay whole, and entries of lists keep their own lines. */
function wrapText(text: string, width: number): string {
  return text
    .split(/\n(?=- )/)
    .map((entry) => {
      const hang = entry.startsWith("- ") ? "  " : "";
      const lines: string[] = [];
      for (const word of entry.replaceAll(/\s+/g, " ").match(/(?:`[^`]*`|\S)+/g) ?? []) {
        const line = lines.at(-1);
        if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
        else lines.push(line === undefined ? word : hang + word);
      }
      return lines.join("\n");
    })
    .join("\n");
}

function indent(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(by));
}
