// Labelled lines → a bank that rules can check: each line is an item of its own file, whose source is made up around its text.
import { createSourceText } from "../../lib/source-text.js";

/** The day on which every item is said to have been verified, and to which ages count. */
const day = "2026-01-01";

/** The path of a line's item; lines, unlike ids, are never repeated. */
export const pathOf = ({ number }) => `content/measured/items/line-${number}.md`;

/** What `lint` needs to check the lines: the bank, its date and its sources. Odd items (no key, two choices, nine) are kept. */
export function createBank(lines) {
  const written = lines.map(write);
  const sources = new Map(written.map(({ source }) => [source.path, source]));
  const task = { id: "1.1", title: "Task" };
  const blueprint = {
    version: "1",
    source: "https://example.org",
    checked: day,
    domains: [{ id: "D1", title: "Domain", weight: 100, tasks: [task] }],
  };
  const path = "content/measured/domains/d1.md";
  const topic = {
    id: "topic",
    title: "Topic",
    titleContent: empty,
    path,
    position: at(1),
    body: empty,
    facts: [],
    tables: [],
  };
  const section = {
    title: "Section",
    titleContent: empty,
    position: at(1),
    lead: empty,
    body: empty,
    tables: [],
    topics: [topic],
  };
  const domain = {
    id: "D1",
    title: "Domain",
    titleContent: empty,
    weight: 100,
    tasks: [task],
    path,
    introduction: empty,
    sections: [section],
  };
  const bank = {
    guide: "measured",
    exam: {
      code: "M-1",
      title: "Measured",
      titleContent: empty,
      vendor: "Nobody",
      language: "en",
      edition: "1",
      blueprint,
      format: { scored: 1, minutes: 1, types: ["multiple-choice", "multiple-response"] },
      license: "CC0-1.0",
    },
    examPlaces: {},
    blueprint,
    title: "Measured",
    titleContent: empty,
    introduction: empty,
    domains: [domain],
    glossary: { title: "Glossary", introduction: empty, terms: [] },
    items: written.map(({ item }) => ({ ...item, domain, task, topic })),
    tableKinds: new Map(),
    terms: [],
    words: [],
    media: new Map(),
    found: { items: lines.length, facts: 0, tables: 0, rows: 0, terms: 0 },
  };
  return { bank, date: new Date(`${day}T12:00:00Z`), sourceOf: (wanted) => sources.get(wanted) };
}

const at = (line) => ({ start: { line, column: 1 }, end: { line, column: 2 } });
const empty = { nodes: [], text: "" };

/** One item and its source. A line knows no rationale, explanation or reference: neutral ones keep the rules about them silent. */
function write({ number, stem, choices, key }) {
  const path = pathOf({ number });
  const type = key.length > 1 ? "multiple-response" : "multiple-choice";
  const frontMatter = { type, task: "1.1", topic: "topic", difficulty: "medium", cognitive: "apply", verified: day };
  const file = createWriter();
  file.line("---");
  const values = {};
  for (const [name, value] of Object.entries(frontMatter)) values[`/${name}`] = file.line(`${name}: `, value).at;
  file.line("---");
  const paragraphs = stem.split(/\n\s*\n/).map(collapse);
  const nodes = paragraphs.flatMap((text) => {
    file.line("");
    return text === "" ? [] : [paragraph(text, file.line("", text).at)];
  });
  file.line("");
  const listed = choices.map(collapse).map((text, index) => {
    const { at: position, whole } = file.line(`- [${key.includes(index) ? "x" : " "}] `, text);
    const rationale = file.line("  > ", neutral);
    return {
      id: index.toString(16).padStart(8, "0"),
      content: { nodes: text === "" ? [] : [paragraph(text, position)], text },
      key: key.includes(index),
      rationale: { nodes: [paragraph(neutral, rationale.at)], text: neutral },
      position: whole,
    };
  });
  for (const text of ["", "## Explanation", ""]) file.line(text);
  const explanation = file.line("", neutral).at;
  for (const text of ["", "## References", ""]) file.line(text);
  const reference = file.line("- ", "[Page](https://example.org)").at;
  return {
    source: createSourceText(path, file.text()),
    item: {
      id: `line-${number}`,
      frontMatter,
      stem: { nodes, text: collapse(stem) },
      answer: { type, choices: listed },
      explanation: { nodes: [paragraph(neutral, explanation)], text: neutral },
      references: [{ title: "Page", url: "https://example.org", position: reference }],
      path,
      position: at(1),
      places: { values, keys: {} },
    },
  };
}

const neutral = "Because.";

/** White space as the visible text of parsed Markdown has it. */
const collapse = (text) => text.replaceAll(/\s+/g, " ").trim();

function paragraph(value, position) {
  return { type: "paragraph", position, children: [{ type: "text", value, position }] };
}

/** A file written line by line, which tells the place of each text: alone, and with what stands before it on its line. */
function createWriter() {
  const lines = [];
  let offset = 0;
  return {
    line(before, text = "") {
      const line = lines.length + 1;
      const point = (column) => ({ line, column: column + 1, offset: offset + column });
      const [start, end] = [before.length, before.length + text.length];
      const place = {
        at: { start: point(start), end: point(end) },
        whole: { start: point(0), end: point(end) },
      };
      lines.push(before + text);
      offset += end + 1;
      return place;
    },
    text: () => `${lines.join("\n")}\n`,
  };
}
