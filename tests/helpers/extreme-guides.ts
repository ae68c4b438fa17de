// Guides that strain the pages: long tables, long names, long titles, few and many domains, and parts that are not there.
import type { Bank, Domain } from "../../src/model/bank.ts";
import { choice, content, item, smallBank, topic } from "./pdf-form.ts";

/** Forty characters of an identifier, of the kinds that documentation is full of. */
export const identifiers: readonly string[] = [
  "aws_sagemaker_model_package_group_policy",
  "CreateMonitoringScheduleJobDefinitionArn",
  "sagemaker.workflow.pipeline_context.Sess",
  "s3://example-bucket-name/prefix/part-001",
  "abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
];

/** Ninety characters. */
const longTitle = "Operating, Monitoring, Securing, and Governing Machine Learning Systems at Enterprise Scale";

const words = "model data endpoint team training job bucket feature store latency request instance role".split(" ");

/** Sentences that are the same on every run. */
export function prose(count: number, seed = 1): string {
  return Array.from({ length: count }, (_, sentence) => {
    const length = 8 + ((sentence * 7 + seed * 3) % 9);
    const text = Array.from({ length }, (_word, at) => words[(at * 5 + sentence * 3 + seed) % words.length]).join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }).join(" ");
}

const facts = (count: number, seed: number): string =>
  Array.from(
    { length: count },
    (_, index) => `- **Fact ${seed}-${index}**: ${prose(1 + ((index + seed) % 3), index)}`,
  ).join("\n");

/** A table with this many columns, with an identifier in every second cell. */
export function table(rows: number, columns: number): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  const cellsOf = (row: number): string[] =>
    Array.from({ length: columns }, (_, column) =>
      (row + column) % 2 === 0
        ? `\`${identifiers[(row + column) % identifiers.length] ?? ""}\``
        : `Row ${row} of ${rows}`,
    );
  const header = Array.from({ length: columns }, (_, column) => `Column ${column}`);
  const body = Array.from({ length: rows }, (_, row) => line(cellsOf(row)));
  return [line(header), line(header.map(() => "---")), ...body].join("\n");
}

const withTopics = (bodies: string[]): Bank => {
  const bank = smallBank();
  bodies.forEach((body, index) =>
    bank.domains[0]?.sections[0]?.topics.push(topic(`topic-${index}`, `Topic ${index}`, body)),
  );
  return bank;
};

/** As many domains of some topics each, titled in ninety characters if `isLong`. */
function withDomains(count: number, isLong: boolean): Bank {
  const bank = smallBank();
  const [first] = bank.domains;
  if (!first) throw new Error("The small bank has a domain");
  const domains = Array.from({ length: count }, (_, index): Domain => {
    const id = `D${index + 1}`;
    const path = `content/demo/domains/${id.toLowerCase()}.md`;
    const title = isLong ? longTitle : `Domain ${index + 1}`;
    const topics = Array.from({ length: 4 }, (_topic, at) =>
      topic(`${id}-${at}`, isLong ? longTitle : `Topic ${at}`, `${prose(3, at)}\n\n${facts(6 + at, at)}`, { path }),
    );
    const section = { ...first.sections[0], title, topics };
    return {
      ...first,
      id,
      title,
      path,
      weight: Math.floor(100 / count) + (index === 0 ? 100 % count : 0),
      sections: [section as Domain["sections"][number]],
    };
  });
  const exam = { ...bank.exam, title: isLong ? longTitle : bank.exam.title };
  const items = domains.flatMap((domain) =>
    Array.from({ length: 3 }, (_, index) =>
      item(`${domain.id.toLowerCase()}-item-${index}`, domain, prose(2, index), {
        type: "multiple-choice",
        choices: [0, 1, 2, 3].map((at) => choice(prose(1, at), at === index, prose(2, at + index))),
      }),
    ),
  );
  return { ...bank, exam, domains, items };
}

/** Nothing but what a guide must have. */
function bare(): Bank {
  const bank = smallBank({
    glossary: { title: "", introduction: content(""), terms: [] },
    introduction: content(""),
    items: [],
  });
  const { notices: _notices, feedback: _feedback, ...exam } = bank.exam;
  const domains = bank.domains.map((domain) => ({
    ...domain,
    introduction: content(""),
    sections: domain.sections.map((section) => ({
      ...section,
      lead: content(""),
      topics: [topic(`${domain.id}-only`, "Only topic", "One paragraph.", { path: domain.path })],
    })),
  }));
  return { ...bank, domains, exam: { ...exam, format: { scored: 1, minutes: 1, types: ["matching"] } } };
}

/** By what strains the pages. */
export const extremeGuides: Readonly<Record<string, () => Bank>> = {
  "paragraphs taller than a page": () =>
    withTopics([prose(400), Array.from({ length: 90 }, (_, n) => prose(2, n)).join("\n\n")]),
  "cards and callouts taller than a page": () =>
    withTopics([
      facts(70, 1),
      `> [!TIP]\n> ${prose(200)}`,
      `\`\`\`\n${Array.from({ length: 150 }, (_, n) => `line ${n}`).join("\n")}\n\`\`\``,
    ]),
  "a table row taller than a page": () =>
    withTopics([`Tall:\n\n| A | B |\n|---|---|\n| ${prose(300)} | ${prose(40)} |\n| Last | row |`]),
  "a table of 500 rows": () => withTopics([`Long:\n\n${table(500, 3)}`]),
  "tables of 8 columns with identifiers of 40 characters": () =>
    withTopics([`Wide:\n\n${table(12, 8)}`, `${prose(2)}\n\n${table(40, 8)}`]),
  "identifiers of 40 characters in facts and callouts": () =>
    withTopics([
      identifiers
        .map((name) => `- **${name}**: \`${name}.${name}\` and https://example.org/${name}/${name}`)
        .join("\n"),
      `> [!NOTE]\n> \`${identifiers.join("")}\`\n\n> [!TIP]\n> ${identifiers.join("/")}`,
    ]),
  "nothing optional": bare,
  "one domain": () => withDomains(1, false),
  "nine domains": () => withDomains(9, false),
  "titles of 90 characters": () => withDomains(3, true),
  "nine domains with titles of 90 characters": () => withDomains(9, true),
};
