import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { expect, test } from "vitest";
import type { Publication } from "../src/publish/publisher.ts";
import { jsonPublisher, publishBank } from "../src/publish/json/index.ts";
import { sha256 } from "../src/publish/shared/hash.ts";
import type { PublishedBank } from "../src/model/types.gen.ts";
import { readGolden } from "./helpers/golden.ts";
import { inTimeZone } from "./helpers/time-zone.ts";

const publication: Publication = await readGolden(["json"]);

const readSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8"));

async function publishText(from: Publication): Promise<string> {
  const [artifact] = await jsonPublisher.publish(from);
  return Buffer.from(artifact?.bytes ?? []).toString("utf8");
}

const bank: PublishedBank = publishBank(publication.form);
const itemOf = (id: string) => bank.items.find((item) => item.id === id);

test("the file is valid against schemas/bank.schema.json", async () => {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    formats: { ...fullFormats, "uri-template": fullFormats["uri-template"] },
  });
  ajv.addSchema(readSchema("exam.schema.json"));
  const check = ajv.compile(readSchema("bank.schema.json"));
  check(JSON.parse(await publishText(publication)));
  expect(check.errors).toBeNull();
});

test("one artifact, named for the guide, with the counts of what it holds", async () => {
  const artifacts = await jsonPublisher.publish(publication);
  expect(artifacts.map(({ path, counts }) => ({ path, counts }))).toEqual([
    { path: "golden/golden.json", counts: { items: 4, facts: 6, tables: 2, rows: 5, terms: 4 } },
  ]);
  expect(artifacts[0]?.contentSha256).toBe(sha256(artifacts[0]?.bytes ?? ""));
});

test("the file is indented by two spaces and ends in a line break", async () => {
  const text = await publishText(publication);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
});

const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).toReversed()) as T;

test("keys stand in the schema's order, whatever the author's", async () => {
  const { form } = publication;
  const exam = reversed({ ...form.bank.exam, format: reversed(form.bank.exam.format) });
  const blueprint = reversed({ ...form.bank.blueprint, domains: form.bank.blueprint.domains.map(reversed) });
  const shuffled = { ...publication, form: { ...form, bank: { ...form.bank, exam, blueprint } } };
  expect(await publishText(shuffled)).toBe(await publishText(publication));
});

test("the bytes are the same in another time zone", async () => {
  const there = await inTimeZone("Pacific/Kiritimati", -840, () => publishText(publication));
  expect(there).toBe(await publishText(publication));
});

test("choices have their labels, keys and rationales", () => {
  const { choices = [], ...item } = itemOf("strength-of-cup") ?? {};
  expect(item).toMatchObject({
    number: 1,
    type: "multiple-choice",
    domain: "D1",
    task: "1.1",
    topic: "dose-and-ratio",
  });
  expect(choices.map(({ label }) => label)).toEqual(["A", "B", "C", "D"]);
  expect(choices.filter(({ key }) => key).map(({ content, rationale }) => [content.text, rationale?.text])).toEqual([
    ["Use 18 g of coffee", "More coffee for the same water: a lower ratio."],
  ]);
  expect(itemOf("slow-bed")?.choices?.some((choice) => "rationale" in choice)).toBe(false);
});

test("steps have their place in the right order, unused ones none", () => {
  const { steps = [], validUntil } = itemOf("press-steps") ?? {};
  const places = steps.map(({ content, place }) => [content.text, place]);
  expect(places.toSorted(([, a], [, b]) => Number(a ?? 9) - Number(b ?? 9))).toEqual([
    ["Pour the water", 1],
    ["Wait four minutes", 2],
    ["Press and serve", 3],
    ["Add ice", undefined],
  ]);
  expect(validUntil).toBe("2027-12-31");
});

test("prompts name their match", () => {
  const { prompts = [], matches = [] } = itemOf("water-words") ?? {};
  const texts = new Map(matches.map(({ id, content }) => [id, content.text]));
  expect(prompts.map(({ content, match }) => [content.text, texts.get(match)])).toEqual(
    expect.arrayContaining([
      ["Carbonate hardness", "Buffers acids"],
      ["Sodium", "Tastes flat"],
    ]),
  );
  expect(matches).toHaveLength(4);
});

test("a matching item has the headings of its table, and no other item has any", () => {
  const rich = (text: string) => ({ markdown: text, html: text, text });
  expect(itemOf("water-words")?.headings).toEqual({ prompt: rich("Word"), match: rich("Effect") });
  expect(bank.items.filter((item) => "headings" in item).map(({ id }) => id)).toEqual(["water-words"]);
});

test("a section's body opens with its lead, and an empty cell has no entry", () => {
  const section = bank.domains[0]?.sections[0];
  expect(section?.body.text).toMatch(/^Two numbers describe every cup/);
  const rows = section?.topics.flatMap(({ tables }) => tables).flatMap((table) => table.rows);
  expect(rows?.map(({ key, cells }) => [key, Object.keys(cells)])).toContainEqual(["Cold brew", ["Method", "Grind"]]);
});

test("images travel inside, and in-guide links are words", async () => {
  const text = await publishText(publication);
  expect(itemOf("slow-bed")?.stem.html).toContain('<img src="data:image/svg+xml;base64,');
  expect(itemOf("slow-bed")?.stem.markdown).toContain("](data:image/svg+xml;base64,");
  expect(text).toContain("data:image/png;base64,");
  expect(text).not.toMatch(/\.\.\/|dripper\.svg|guide\.md/);
});
