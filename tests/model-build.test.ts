// Every fault across files: its id, its place, its words; and what of a faulty guide is left in the bank.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { build, type GuideParts } from "../src/model/build.ts";
import { sumDecimals } from "../src/model/decimal.ts";
import type { Document } from "../src/model/document.ts";
import { checkLossless, countPublished, subtractFound, sumFound } from "../src/model/lossless.ts";
import type { TableKindFile } from "../src/model/types.gen.ts";
import {
  at,
  blueprintDomain,
  choice,
  domainDocument,
  examDocument,
  folder,
  guideDocument,
  itemDocument,
  kindDocument,
  row,
  table,
  topic,
} from "./helpers/documents.ts";

const d1 = blueprintDomain("D1", 33.3, ["1.1", "1.2"]);
const d2 = blueprintDomain("D2", 66.7, ["2.1"]);
const exam = examDocument([d1, d2]);
const guide = guideDocument([
  ["D1", "Domain D1", "33.3"],
  ["D2", "Domain D2", "66.7"],
]);
const domains = [domainDocument("D1", ["formats", "streams"]), domainDocument("D2", ["models"])];
const items = [itemDocument("b-item"), itemDocument("a-item", {}, { task: "2.1", topic: "models" })];

/** Builds the sound guide with some documents in place of those with the same path. */
function buildWith(changed: Document[] = [], parts: Partial<GuideParts> = {}) {
  const sound = [exam, guide, ...domains, ...items].filter(({ path }) => !changed.some((each) => each.path === path));
  return build({ id: "test", folder, documents: [...sound, ...changed], media: [], unplaced: [], ...parts });
}

const show = ({ ruleId, path, message, position: { start } }: Diagnostic): string =>
  `${path.replace(`${folder}/`, "")}:${start.line}:${start.column} ${ruleId}: ${message}`;

const faultsOf = (changed: Document[] = [], parts: Partial<GuideParts> = {}): string[] =>
  buildWith(changed, parts).diagnostics.map(show);

const without = (...paths: string[]) => ({
  documents: [exam, guide, ...domains, ...items].filter(({ path }) => !paths.includes(path.replace(`${folder}/`, ""))),
});

describe("a sound guide", () => {
  it("has no fault, and all of it is in the bank", () => {
    const { bank, diagnostics } = buildWith();
    expect(diagnostics).toEqual([]);
    expect(bank!.domains.map(({ id, path }) => [id, path])).toEqual([
      ["D1", `${folder}/domains/d1.md`],
      ["D2", `${folder}/domains/d2.md`],
    ]);
    expect(bank).toMatchObject({ guide: "test", title: "Test Guide", introduction: { text: "Introduction" } });
  });

  it("has its items by domain, task and id, whatever the order of the files", () => {
    const many = [
      itemDocument("z", {}, { task: "1.1" }),
      itemDocument("m", {}, { task: "1.2" }),
      itemDocument("c", {}, { task: "1.1" }),
      itemDocument("a-item", {}, { task: "2.1", topic: "models" }),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([exam, guide, ...domains, ...many], { minLength: 8, maxLength: 8 }),
        (documents) => {
          const { bank, diagnostics } = build({ id: "test", folder, documents, media: [], unplaced: [] });
          expect(diagnostics).toEqual([]);
          expect(bank!.items.map(({ id, domain, task }) => `${domain.id} ${task.id} ${id}`)).toEqual([
            "D1 1.1 c",
            "D1 1.1 z",
            "D1 1.2 m",
            "D2 2.1 a-item",
          ]);
        },
      ),
    );
  });
});

describe("files", () => {
  it("that every guide needs are missed", () => {
    const { bank, diagnostics } = buildWith([], without("exam.yaml", "guide.md"));
    expect(bank).toBeNull();
    expect(diagnostics.map(show)).toEqual([
      `exam.yaml:1:1 file-missing: Unexpected missing file \`${folder}/exam.yaml\`, expected the facts of the exam and its blueprint`,
      `guide.md:1:1 file-missing: Unexpected missing file \`${folder}/guide.md\`, expected the introduction with the table of weights`,
    ]);
  });

  it("without a place are reported with the place that was meant", () => {
    const unplaced = ["glossery.md", "item/x.md", "my-notes.txt", "items/x.txt", "domains/deep/x.md"].map(
      (path) => `${folder}/${path}`,
    );
    const media = [{ path: `${folder}/media/notes.doc`, bytes: null, escapes: false }];
    expect(faultsOf([], { unplaced, media })).toEqual([
      "glossery.md:1:1 file-unknown: Unexpected file `glossery.md`, did you mean `glossary.md`?",
      "item/x.md:1:1 file-unknown: Unexpected file `item/x.md`, did you mean `items/x.md`?",
      "my-notes.txt:1:1 file-unknown: Unexpected file `my-notes.txt`, expected `exam.yaml`, `guide.md`, `glossary.md` or a file in `domains/`, `items/`, `tables/` or `media/`",
      "items/x.txt:1:1 file-unknown: Unexpected file `items/x.txt`, expected files that end in `.md` in `items/`",
      "domains/deep/x.md:1:1 file-unknown: Unexpected file `domains/deep/x.md`, expected files that end in `.md` directly in `domains/`",
      "media/notes.doc:1:1 file-unknown: Unexpected file `media/notes.doc`, expected files that end in `.png`, `.jpg`, `.jpeg`, `.webp` or `.svg` in `media/`",
    ]);
  });

  it("are all judged even if exam.yaml cannot be used", () => {
    const broken = { ...exam, exam: null };
    const { bank, diagnostics } = buildWith([broken, itemDocument("a-item", {}, { task: "9.9", topic: "nothing" })]);
    expect(bank).toBeNull();
    expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual(["item-topic-unknown"]);
  });
});

describe("weights", () => {
  it("are summed exactly", () => {
    expect(sumDecimals(["33.3", "33.3", "33.4"]).equals(100)).toBe(true);
    expect(sumDecimals(["0.1", "0.2", "99.7"]).equals(100)).toBe(true);
    expect(sumDecimals(["99", `0.${"9".repeat(60)}`]).equals(100)).toBe(false);
    expect(sumDecimals(["100", "5e-324"]).equals(100)).toBe(false);
    const cents = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cents, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(
          sumDecimals(parts.map((part) => (part / 100).toFixed(2)))
            .times(100)
            .toNumber(),
        ).toBe(total);
      }),
    );
  });

  it("of the blueprint sum to 100", () => {
    const wrong = examDocument([d1, blueprintDomain("D2", 66.6, ["2.1"])]);
    expect(faultsOf([wrong])).toContain(
      "exam.yaml:9:1 blueprint-weight-sum: Unexpected weights that sum to `99.9%`, expected exactly `100%`",
    );
  });

  it("of the table sum to 100, and each equals the blueprint's", () => {
    const wrong = guideDocument([
      ["D1", "Domain D1", "33.30"],
      ["D2", "Domain D2", "66.70000000000000000000001"],
    ]);
    const { diagnostics } = buildWith([wrong]);
    expect(diagnostics.map(show)).toEqual([
      "guide.md:8:40 domain-table-mismatch: Unexpected weight `66.70000000000000000000001%`, expected `66.7%`",
      "guide.md:5:1 blueprint-weight-sum: Unexpected weights that sum to `100.00000000000000000000001%`, expected exactly `100%`",
    ]);
    expect(diagnostics[0]!.related).toEqual([
      { message: "The pinned blueprint", path: `${folder}/exam.yaml`, position: at(22) },
    ]);
  });

  it("that are none are parse's to report, and not summed", () => {
    expect(
      faultsOf([
        guideDocument([
          ["D1", "Domain D1", null],
          ["D2", "Domain D2", "66.7"],
        ]),
      ]),
    ).toEqual([]);
  });

  it("of another exam are found though they sum to 100", () => {
    const other = guideDocument([
      ["D2", "Domain D2", "66.7"],
      ["D1", "Domain One", "33.3"],
    ]);
    expect(faultsOf([other])).toEqual([
      "guide.md:8:8 domain-table-mismatch: Unexpected title `Domain One`, expected `Domain D1`",
      "guide.md:7:3 domain-table-mismatch: Unexpected `D2` in row 1, expected `D1`: the order of exam.yaml",
    ]);
  });

  it("have one row a domain", () => {
    const wrong = guideDocument([
      ["D1", "Domain D1", "33.3"],
      ["D1", "Domain D1", "33.3"],
      ["D3", "Domain D3", "33.4"],
    ]);
    expect(faultsOf([wrong])).toEqual([
      "guide.md:8:3 domain-table-mismatch: Unexpected second row of `D1`, expected one a domain",
      "guide.md:9:3 domain-table-mismatch: Unexpected domain `D3`, expected `D1` or `D2`",
      "guide.md:5:1 domain-table-mismatch: Unexpected missing row of `D2`, expected `| D2 | Domain D2 | 66.7% |`",
    ]);
  });
});

describe("the blueprint", () => {
  it("names every domain and task once, case ignored", () => {
    const wrong = examDocument([d1, { ...blueprintDomain("d1", 66.7, ["2.1", "1.2"]) }]);
    const found = faultsOf([wrong]).filter((each) => each.includes("blueprint-duplicate"));
    expect(found).toEqual([
      "exam.yaml:20:1 blueprint-duplicate: Unexpected second domain `d1`, expected an id that no other domain has",
      "exam.yaml:25:1 blueprint-duplicate: Unexpected second task `1.2`, expected an id that no other task has",
    ]);
  });
});

describe("domain files", () => {
  it("exist for every domain", () => {
    const { bank, diagnostics } = buildWith([], without("domains/d2.md", "items/a-item.md"));
    expect(diagnostics.map(show)).toEqual([
      "exam.yaml:20:1 domain-file-missing: Unexpected domain `D2` without a file, expected one in `domains/` with `domain: D2`",
    ]);
    expect(bank!.domains.map(({ id, sections }) => [id, sections.length])).toEqual([
      ["D1", 1],
      ["D2", 0],
    ]);
  });

  it("are not missed while one has unusable front matter", () => {
    expect(faultsOf([{ ...domains[1]!, frontMatter: null }])).toEqual([]);
  });

  it("name a domain of the blueprint, each another, with its title", () => {
    const wrong = [
      domainDocument("D2", [], { path: `${folder}/domains/e.md` }),
      domainDocument("D22", [], { path: `${folder}/domains/f.md` }),
      { ...domains[0]!, title: "Domain d1" },
    ];
    const { diagnostics } = buildWith(wrong);
    expect(diagnostics.map(show)).toEqual([
      "domains/d1.md:5:1 domain-title-mismatch: Unexpected title `Domain d1`, expected `Domain D1`",
      "domains/e.md:2:9 domain-file-duplicate: Unexpected second file of the domain `D2`, expected one",
      "domains/f.md:2:9 domain-unknown: Unexpected domain `D22`, expected `D1` or `D2`, did you mean `D2`?",
    ]);
    expect(diagnostics[1]!.related).toMatchObject([{ path: `${folder}/domains/d2.md`, position: at(2, 9) }]);
  });

  it("have topics with ids of their own", () => {
    const { diagnostics } = buildWith([domainDocument("D2", ["models", "formats"])]);
    expect(diagnostics.map(show)).toEqual([
      "domains/d2.md:9:1 topic-id-duplicate: Unexpected second topic `formats`, expected an id that no other topic has",
    ]);
    expect(diagnostics[0]!.related).toMatchObject([{ path: `${folder}/domains/d1.md` }]);
  });
});

describe("items", () => {
  it("refer to tasks, topics and items that exist", () => {
    const wrong = itemDocument(
      "a-item",
      {},
      { task: "2.11", topic: "formts", enemies: ["b-itme", "a-item", "b-item"] },
    );
    Object.assign(wrong.places.values, { "/enemies/0": at(9, 3), "/enemies/1": at(10, 3) });
    const { diagnostics, bank } = buildWith([wrong]);
    expect(diagnostics.map(show)).toEqual([
      "items/a-item.md:3:9 item-task-unknown: Unexpected task `2.11`, expected `1.1`, `1.2` or `2.1`, did you mean `2.1`?",
      "items/a-item.md:4:9 item-topic-unknown: Unexpected topic `formts`, expected the id of a topic in `domains/`, did you mean `formats`?",
      "items/a-item.md:9:3 item-enemy-unknown: Unexpected enemy `b-itme`, expected the id of another item, did you mean `b-item`?",
      "items/a-item.md:10:3 item-enemy-unknown: Unexpected enemy `a-item`, expected the id of another item",
    ]);
    expect(diagnostics.every(({ itemId }) => itemId === "a-item")).toBe(true);
    const quoted = buildWith([itemDocument("a-item", {}, { task: "“2.1”" })]);
    const nine = blueprintDomain("D1", 33.3, ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8"]);
    const many = [examDocument([nine, d2]), itemDocument("a-item", {}, { task: "2.7" })];
    expect(buildWith(many).diagnostics.map(({ message }) => message)).toEqual([
      "Unexpected task `2.7`, expected `2.1`",
    ]);
    expect(quoted.diagnostics.map(({ message }) => message)).toEqual([
      'Unexpected task `“2.1”`, expected `"2.1"` with straight quotation marks',
    ]);
    expect(bank!.items.map(({ id }) => id)).toEqual(["b-item"]);
  });

  it("have ids of their own, across folders and letter case", () => {
    const second = itemDocument("b-item", { path: `${folder}/items/d2/b-item.md` });
    const { diagnostics, bank } = buildWith([second]);
    expect(diagnostics.map(show)).toEqual([
      "items/d2/b-item.md:1:1 item-id-duplicate: Unexpected second item `b-item`, expected a file name that no other item has",
    ]);
    expect(diagnostics[0]!.related).toMatchObject([{ path: `${folder}/items/b-item.md` }]);
    expect(bank!.items.map(({ path }) => path)).toEqual([`${folder}/items/b-item.md`, `${folder}/items/a-item.md`]);
  });

  it.each([
    ["B Item", "b-item"],
    ["b_item", "b-item"],
    ["b--item", "b-item"],
    ["-b", "b"],
    ["élan", "lan"],
    ["試験", "my-item"],
  ])("are not called `%s`", (id, better) => {
    expect(faultsOf([itemDocument(id)])).toEqual([
      `items/${id}.md:1:1 item-id-malformed: Unexpected file name \`${id}.md\`, expected lower-case words with hyphens, such as \`${better}.md\``,
    ]);
  });

  it("with an error of their own file are not in the bank", () => {
    const wrong = itemDocument("c-item", {
      diagnostics: [
        { ruleId: "choice-empty", severity: "error", message: "x", path: `${folder}/items/c-item.md`, position: at(1) },
      ],
    });
    const warned = itemDocument("d-item", {
      diagnostics: [
        {
          ruleId: "fact-misplaced",
          severity: "warning",
          message: "x",
          path: `${folder}/items/d-item.md`,
          position: at(1),
        },
      ],
    });
    expect(buildWith([wrong, warned]).bank!.items.map(({ id }) => id)).toEqual(["b-item", "d-item", "a-item"]);
  });
});

const linkTo = (url: string): Document => ({ ...itemDocument("b-item"), links: [{ url, position: at(20, 5) }] });

describe("links", () => {
  const anchored = { ...domains[0]!, anchors: ["formats", "streams-1", "größe"] };
  const linkFaults = (url: string) =>
    faultsOf([linkTo(url), anchored], { media: [{ path: `${folder}/media/a b.png`, bytes: null, escapes: false }] });

  it.each([
    "../domains/d1.md",
    "../domains/d1.md#formats",
    "../domains/d1.md?plain=1#formats",
    "../domains/d1.md#gr%C3%B6%C3%9Fe",
    "a-item.md",
    "./a-item.md#",
    "../media/a%20b.png",
    "https://example.org/x#y",
    "mailto:a@example.org",
    "#",
  ])("to %s are alive", (url) => expect(linkFaults(url)).toEqual([]));

  it.each([
    ["../domains/d9.md", "expected a file of the guide"],
    ["../domain/d1.md", "expected a file of the guide, did you mean `../domains/d1.md`?"],
    [
      "../domains/d1.md#format",
      "expected the anchor of a heading of `content/test/domains/d1.md`, did you mean `formats`?",
    ],
    ["#nowhere", "expected the anchor of a heading of `content/test/items/b-item.md`"],
    ["../../other/guide.md", "expected a file in `content/test`"],
    ["../../../package.json", "expected a file in `content/test`"],
    ["../../../../../../etc/passwd", "expected a file in `content/test`"],
    ["%2e%2e/%2e%2e/%2e%2e/package.json", "expected a file in `content/test`"],
    ["/guide.md", "expected a path relative to this file, such as `../guide.md`"],
    ["%FF.md", "expected a path relative to this file, such as `../guide.md`"],
    ["../domains", "expected a file of the guide"],
  ])("to %s are dead", (url, expected) => {
    expect(linkFaults(url)).toEqual([`items/b-item.md:20:5 link-dead: Unexpected link to \`${url}\`, ${expected}`]);
  });
});

const service: TableKindFile = {
  title: "Services",
  description: "Services side by side.",
  columns: [{ name: "Service" }, { name: "Scale", enum: ["small", "large"] }],
  prompt: "{Service}: at what scale?",
};

const rows = (names: string[]) => names.map((name, index) => row(22 + index, { Service: name, Scale: "small" }));

const kindFaults = (...kinds: Partial<TableKindFile>[]) =>
  faultsOf(
    kinds.map((changes, index) =>
      kindDocument(
        `k${index}`,
        { ...service, ...changes },
        { places: { values: {}, keys: { "/key": at(9), "/prompt": at(10), "/columns": at(3) } } },
      ),
    ),
  );

describe("tables", () => {
  const columns = ["Service", "Scale"];
  const path = `${folder}/domains/d1.md`;
  const withTables = (first: string[], second: string[]) =>
    domainDocument("D1", [], {
      sections: [
        {
          ...domains[0]!.sections[0]!,
          tables: [table("service", columns, path, rows(first))],
          topics: [
            topic("formats", path, { tables: [table("service", columns, path, rows(second))] }),
            topic("streams", path),
          ],
        },
      ],
    });

  it("name each row once in all tables of a kind", () => {
    const { diagnostics } = buildWith([withTables(["S3", "EFS"], ["FSx", "S3"]), kindDocument("service", service)]);
    expect(diagnostics.map(show)).toEqual([
      "domains/d1.md:23:3 table-row-duplicate: Unexpected second row `S3`, expected one in all tables of the kind `service`",
    ]);
    expect(diagnostics[0]!.related).toMatchObject([{ path, position: at(22) }]);
  });

  it("hold what their kind allows", () => {
    const wrong = domainDocument("D1", ["formats", "streams"]);
    wrong.sections[0]!.tables.push(table("service", columns, path, [row(22, { Service: "S3", Scale: "smal" })]));
    expect(faultsOf([wrong, kindDocument("service", service)])).toEqual([
      "domains/d1.md:22:13 table-cell-invalid: Unexpected `smal` in column `Scale`, expected `small` or `large`, did you mean `small`?",
    ]);
  });

  it.each<[Partial<TableKindFile>, string]>([
    [
      { key: "Servce" },
      "9:1 table-kind-malformed: Unexpected key `Servce`, expected `Service` or `Scale`, did you mean `Service`?",
    ],
    [
      { prompt: "{Servce}?" },
      "10:1 table-kind-malformed: Unexpected placeholder `{Servce}`, expected `Service` or `Scale`, did you mean `Service`?",
    ],
    [
      { prompt: "What?" },
      "10:1 table-kind-malformed: Unexpected prompt without a placeholder, expected `{Service}`: every card would ask the same",
    ],
    [
      { columns: [{ name: "Service" }, { name: "Service" }] },
      "3:1 table-kind-malformed: Unexpected second column `Service`, expected another name",
    ],
    [
      { columns: [{ name: "Service" }, { name: "__proto__" }] },
      "3:1 table-kind-malformed: Unexpected column `__proto__`, expected another name",
    ],
    [
      { columns: [{ name: "Service" }, { name: "a ", minLength: 2 }] },
      '3:1 table-kind-malformed: Unexpected spaces in "a ", expected `a`: a header cell has no others',
    ],
    [
      { columns: [{ name: "Service" }, { name: "a", minLength: 5, maxLength: 4 }] },
      "3:1 table-kind-malformed: Unexpected `minLength` 5, expected at most `maxLength`, 4",
    ],
  ])("have kinds that are consistent: %j", (changes, expected) => {
    expect(kindFaults(changes)).toEqual([`tables/k0.yaml:${expected}`]);
  });

  it("have kinds with headers of their own", () => {
    expect(kindFaults({}, { title: "Other" })).toEqual([
      "tables/k1.yaml:3:1 table-kind-malformed: Unexpected columns of the kind `k0`, expected a header that no other kind has",
    ]);
  });
});

describe("losslessness", () => {
  it("holds when found equals published, and is our fault when it does not", () => {
    const documents = [exam, guide, ...domains, ...items];
    const { bank } = buildWith();
    const found = sumFound(documents);
    expect(found).toEqual({ items: 2, facts: 0, tables: 0, rows: 0, terms: 0 });
    expect(() => checkLossless(found, countPublished(bank!), "The bank")).not.toThrow();
    expect(() => checkLossless({ ...found, rows: 3 }, countPublished(bank!), "The bank")).toThrow(
      "The bank holds 0 rows, but the sources hold 3, and no fault is reported",
    );
    expect(() => checkLossless({ ...found, rows: 3 }, { items: 2 }, "A booklet")).not.toThrow();
  });

  it("counts what has an error as reported", () => {
    const wrong = itemDocument("a-item", {}, { topic: "nothing" });
    const { bank } = buildWith([wrong]);
    const found = sumFound([exam, guide, ...domains, items[0]!, wrong]);
    expect(subtractFound(found, countPublished(bank!)).items).toBe(1);
  });

  it("counts facts, tables, rows and terms of the bank itself", () => {
    const path = `${folder}/domains/d1.md`;
    const fact = {
      id: "f",
      lead: "F",
      leadContent: choice("F").content,
      body: choice("F").content,
      path,
      position: at(30),
    };
    const tables = [table("service", ["Service", "Scale"], path, [row(40, { Service: "S3", Scale: "small" })])];
    const rich = domainDocument("D1", [], {
      sections: [
        {
          ...domains[0]!.sections[0]!,
          tables,
          topics: [topic("formats", path, { facts: [fact, { ...fact, id: "g" }] }), topic("streams", path)],
        },
      ],
    });
    const glossary: Document = {
      kind: "glossary",
      path: `${folder}/glossary.md`,
      diagnostics: [],
      found: { items: 0, facts: 0, tables: 0, rows: 0, terms: 1 },
      links: [],
      images: [],
      anchors: [],
      title: "Glossary",
      introduction: { nodes: [], text: "" },
      terms: [fact],
    };
    const { bank, diagnostics } = buildWith([rich, glossary, kindDocument("service", service)]);
    expect(diagnostics).toEqual([]);
    expect(countPublished(bank!)).toEqual({ items: 2, facts: 2, tables: 1, rows: 1, terms: 1 });
  });
});
