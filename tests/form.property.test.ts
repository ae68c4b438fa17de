// Laws of the form: what every publisher relies on, whatever the bank.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bank, Item } from "../src/model/bank.ts";
import { build } from "../src/model/build.ts";
import type { Answer, Choice } from "../src/model/document.ts";
import { assemble, type FormAnswer } from "../src/model/form.ts";
import { isNumeric } from "../src/model/numeric.ts";
import {
  blueprintDomain,
  choice,
  choiceId,
  domainDocument,
  examDocument,
  folder,
  guideDocument,
  itemDocument,
  text,
} from "./helpers/documents.ts";

/** A bank with one item, `item-1`, that has this answer. */
function bankWith(answer: Answer, guide = "test", id = "item-1"): Bank {
  const document = itemDocument(id);
  const { bank } = build({
    id: guide,
    folder,
    documents: [
      examDocument([blueprintDomain("D1", 100, ["1.1"])]),
      guideDocument([["D1", "Domain D1", "100"]]),
      domainDocument("D1", ["formats"]),
      { ...document, body: { ...document.body!, answer } },
    ],
    media: [],
    unplaced: [],
  });
  return bank!;
}

const answerOf = (bank: Bank): FormAnswer => assemble(bank).items[0]!.answer;

function choicesOf(texts: readonly string[], keys = [0], guide?: string, id?: string) {
  const choices = texts.map((each, index) => choice(each, keys.includes(index)));
  const answer = answerOf(
    bankWith({ type: keys.length > 1 ? "multiple-response" : "multiple-choice", choices }, guide, id),
  );
  if (answer.type === "ordering" || answer.type === "matching") throw new Error("Not a choice item");
  return answer;
}

function stepsOf(texts: readonly string[], unused: readonly string[] = []) {
  const steps = texts.map((each) => choice(each, true));
  const answer = answerOf(bankWith({ type: "ordering", steps, unused: unused.map((each) => choice(each)) }));
  if (answer.type !== "ordering") throw new Error("Not an ordering item");
  return answer;
}

const shown = ({ value }: { value: Choice }): string => value.content.text;
const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,12}( [a-z]{3,8})?$/), { minLength: 3, maxLength: 6 });

const hash = (each: string) =>
  createHash("sha256")
    .update(`test\0item-1\0${choiceId(each)}`)
    .digest("hex");

describe("the order of choices", () => {
  it("is that of SHA-256 of form, item and choice id, joined by NUL", () => {
    fc.assert(
      fc.property(words, (texts) => {
        const expected = [...texts].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
        expect(choicesOf(texts).choices.map(shown)).toEqual(expected);
      }),
    );
  });

  it("has these golden values, which no release may change", () => {
    const { choices, key } = choicesOf(["Parquet", "CSV", "JSON Lines", "Avro"]);
    expect(choices.map((each) => `${each.label} ${shown(each)}`)).toEqual([
      "A JSON Lines",
      "B Parquet",
      "C CSV",
      "D Avro",
    ]);
    expect(key).toEqual(["B"]);
  });

  it("does not depend on the authored order, and the key follows its choice", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 2 }), (texts, index) => {
        const right = texts[index]!;
        const turned = [...texts.slice(1), texts[0]!];
        const [one, two] = [choicesOf(texts, [index]), choicesOf(turned, [turned.indexOf(right)])];
        expect(one.choices.map(shown)).toEqual(two.choices.map(shown));
        for (const { choices, key } of [one, two])
          expect(choices.filter(({ label }) => key.includes(label)).map(shown)).toEqual([right]);
      }),
    );
  });

  it("differs between items and between guides", () => {
    const texts = ["one", "two", "three", "four", "five", "six"];
    const orders = [choicesOf(texts), choicesOf(texts, [0], "other"), choicesOf(texts, [0], "test", "item-2")];
    expect(new Set(orders.map(({ choices }) => choices.map(shown).join())).size).toBe(3);
  });

  it("labels choices A, B, C … without a gap, and loses none", () => {
    fc.assert(
      fc.property(words, (texts) => {
        const { choices } = choicesOf(texts);
        expect(choices.map(({ label }) => label)).toEqual(["A", "B", "C", "D", "E", "F"].slice(0, texts.length));
        expect(choices.map(shown).sort()).toEqual([...texts].sort());
      }),
    );
  });

  it("goes on with AA behind Z", () => {
    const { choices } = choicesOf(
      Array.from({ length: 28 }, (_, index) => `word ${"x".repeat(index + 1)}`),
      [0, 1],
    );
    expect(choices.map(({ label }) => label).slice(24)).toEqual(["Y", "Z", "AA", "AB"]);
  });

  it("is the author's when all choices are numbers", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 3, maxLength: 6 }),
        fc.constantFrom("", " GB", "%", " milliseconds", " Availability Zones"),
        (numbers, unit) => {
          const texts = numbers.map((number) => `${number}${unit}`);
          expect(choicesOf(texts).choices.map(shown)).toEqual(texts);
        },
      ),
    );
  });

  it("is not the author's when all choices are placeholders in code, which look like money", () => {
    const order = (texts: readonly string[]) => {
      const choices = texts.map((each, index): Choice => {
        const value = choice(each, index === 0);
        const nodes: Choice["content"]["nodes"] = [
          { type: "paragraph", children: [{ type: "inlineCode", value: each }] },
        ];
        return { ...value, content: { ...value.content, nodes } };
      });
      const answer = answerOf(bankWith({ type: "multiple-choice", choices }));
      return answer.type === "multiple-choice" ? answer.choices.map(shown) : [];
    };
    const texts = ["$3", "$1", "$2"];
    expect(order(texts)).toEqual(order(texts.toReversed()));
  });

  it("is not the author's when one choice is no number", () => {
    const texts = ["1 GB", "5 GB", "the size of the model"];
    expect(choicesOf(texts).choices.map(shown)).toEqual(choicesOf(texts.toReversed()).choices.map(shown));
  });
});

describe("isNumeric", () => {
  it.each([
    "5",
    "-2",
    "1,000",
    "33.3",
    "$10",
    "€ 5",
    "90%",
    "5 GB",
    "15 minutes",
    "10–20 %",
    "0.5",
    "2x",
    "≤ 100 ms",
    "3 Availability Zones",
    "1e-3",
    "1 000 MB",
  ])("takes `%s` for a number", (each) => expect(isNumeric(each)).toBe(true));
  it.each([
    "",
    "us-east-1",
    "ml.m5.large",
    "10.0.0.1",
    "S3",
    "1.2.3",
    "Two",
    "3 instances behind a load balancer",
    "II",
    "AES-256",
    "2026-11-23",
    "5 GB of memory and 2 vCPUs",
  ])("does not take `%s` for a number", (each) => expect(isNumeric(each)).toBe(false));
});

describe("the order of steps", () => {
  it("is never the right one, and its key gives the right one back", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 3 }), (texts, extra) => {
        const unused = texts.slice(0, extra).map((each) => `${each} unused`);
        const { steps, key } = stepsOf(texts, unused);
        expect(steps.map(shown).filter((each) => texts.includes(each))).not.toEqual(texts);
        const byLabel = new Map(steps.map((each) => [each.label, shown(each)]));
        expect(key.map((label) => byLabel.get(label))).toEqual(texts);
        expect(steps.map(shown).sort()).toEqual([...texts, ...unused].sort());
      }),
    );
  });

  it("is that of the hash, rotated once where the hash gives the right one", () => {
    fc.assert(
      fc.property(words, (texts) => {
        const hashed = [...texts].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
        expect(stepsOf(hashed).steps.map(shown)).toEqual([...hashed.slice(1), hashed[0]]);
        expect(stepsOf(hashed.toReversed()).steps.map(shown)).toEqual(hashed);
      }),
    );
  });
});

describe("the order of matches", () => {
  it("keeps the prompts, numbers them, and gives each the label of its match", () => {
    fc.assert(
      fc.property(words, words, (names, others) => {
        const matches = [...new Set([...others, "spare match"])].map((each) => ({
          id: choiceId(each),
          content: text(each),
          position: choice(each).position,
        }));
        const prompts = names.map((each, index) => ({
          id: choiceId(each),
          content: text(each),
          match: matches[index % others.length]!.id,
          position: choice(each).position,
        }));
        const headings = { prompt: text("Need"), match: text("Service") };
        const answer = answerOf(bankWith({ type: "matching", headings, prompts, matches }));
        if (answer.type !== "matching") throw new Error("Not a matching item");
        expect(answer.prompts.map(({ label, value }) => [label, value.content.text])).toEqual(
          names.map((each, index) => [String(index + 1), each]),
        );
        const byLabel = new Map(answer.matches.map(({ label, value }) => [label, value.id]));
        expect(answer.key.map((label) => byLabel.get(label))).toEqual(prompts.map(({ match }) => match));
        expect(answer.headings).toEqual(headings);
        expect(answer.matches).toHaveLength(matches.length);
      }),
    );
  });
});

describe("the form", () => {
  it("numbers the items from 1 in the order of the bank", () => {
    const items = ["b", "a", "c"].map((id) => itemDocument(id));
    const documents = [
      examDocument([blueprintDomain("D1", 100, ["1.1"])]),
      domainDocument("D1", ["formats"]),
      ...items,
    ];
    const { bank } = build({ id: "test", folder, documents, media: [], unplaced: [] });
    const form = assemble(bank!);
    expect(form.items.map(({ number, item }: { number: number; item: Item }) => [number, item.id])).toEqual([
      [1, "a"],
      [2, "b"],
      [3, "c"],
    ]);
    expect(form.id).toBe("test");
  });
});
