import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeCollection } from "../src/publish/anki/collection.ts";
import { ankiPublisher } from "../src/publish/anki/index.ts";
import { noteGuid, noteIds, noteTypeId, partId } from "../src/publish/anki/identity.ts";
import { layOut } from "../src/publish/anki/layout.ts";
import { fieldNames } from "../src/publish/anki/note-types.ts";
import { makeFieldWriter } from "../src/publish/anki/render.ts";
import type { Content } from "../src/model/content.ts";
import type { Artifact, Publication } from "../src/publish/publisher.ts";
import { sha256 } from "../src/publish/shared/hash.ts";
import { readGolden } from "./helpers/golden.ts";
import { joinChunks, openDatabase, rowsOf } from "./helpers/sqlite.ts";
import { inTimeZone } from "./helpers/time-zone.ts";
import { readZip } from "./helpers/zip.ts";

const publication: Publication = await readGolden(["anki"]);
const { deck } = layOut(publication);

async function publishOne(from: Publication): Promise<Artifact> {
  const [artifact, ...others] = await ankiPublisher.publish(from);
  if (!artifact || others.length > 0) throw new Error("Expected one artifact");
  return artifact;
}

/** The publication with another exam.yaml. */
function withExam(changes: Partial<Publication["form"]["bank"]["exam"]>): Publication {
  const { form } = publication;
  return { ...publication, form: { ...form, bank: { ...form.bank, exam: { ...form.bank.exam, ...changes } } } };
}

const noteOf = (label: string) => deck.notes.find((note) => note.label === label);
const deckNameOf = (id: number | undefined) => deck.decks.find((node) => node.id === id)?.name;

/** A field's HTML as a reader sees it. */
const visible = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

describe("layout", () => {
  test("every item, fact, row and term is a note, in curriculum order", () => {
    const notes = deck.notes.map(({ label, fields, tags, due, deckId }) => ({
      label,
      due,
      deck: deckNameOf(deckId),
      tags,
      fields: fields.filter((field) => field !== ""),
    }));
    expect(notes).toMatchSnapshot();
  });

  test("every deck has its parent, and the outermost tells what it is", () => {
    expect(deck.decks.map(({ name }) => name)).toEqual([
      "GLD-01",
      "GLD-01::D1",
      "GLD-01::D1::Notes",
      "GLD-01::D1::Questions",
      "GLD-01::D2",
      "GLD-01::D2::Notes",
      "GLD-01::D2::Questions",
      "GLD-01::Glossary",
    ]);
    expect(deck.decks[0]?.description).toContain("edition 2026-11");
    expect(deck.decks.slice(1).every(({ description }) => description === "")).toBe(true);
  });

  test("only used images are media, named by their bytes", () => {
    const { images } = layOut(publication);
    expect(deck.media).toEqual(images.map(({ bytes, type }) => `cd-${sha256(bytes)}.${type}`));
    expect(deck.media.map((name) => name.slice(-4))).toEqual([".png", ".svg"]);
    for (const name of deck.media)
      expect(deck.notes.some(({ fields }) => fields.some((field) => field.includes(`src="${name}"`)))).toBe(true);
  });

  test("without an address to report mistakes there is no link", () => {
    const { feedback: _, ...exam } = publication.form.bank.exam;
    const bank = { ...publication.form.bank, exam };
    const { deck: silent } = layOut({ ...publication, form: { ...publication.form, bank } });
    const place = fieldNames.choice.indexOf("Report");
    expect(noteOf("strength-of-cup")?.fields[place]).toBe(
      "https://example.org/issues/new?title=strength-of-cup&amp;labels=mistake",
    );
    expect(silent.notes.find(({ label }) => label === "strength-of-cup")?.fields[place]).toBe("");
  });

  test("the author's headings stand over prompts, matches and pairs, and our own words where there are none", () => {
    const { form } = publication;
    const withHeading = (prompt: Content): string[] => {
      const items = form.items.map((each) =>
        each.answer.type === "matching"
          ? { ...each, answer: { ...each.answer, headings: { ...each.answer.headings, prompt } } }
          : each,
      );
      const { notes } = layOut({ ...publication, form: { ...form, items } }).deck;
      const fields = notes.find(({ label }) => label === "water-words")?.fields ?? [];
      return ["Prompts", "Matches", "Review"].map((name) => fields[fieldNames.matching.indexOf(name)] ?? "");
    };
    const expected = (prompt: string) => [
      expect.stringMatching(`^<h2 class="heading">${prompt}</h2><ol class="prompts">`),
      expect.stringMatching('^<h2 class="heading">Effect</h2><ol class="choices matches"'),
      expect.stringMatching(
        `^<div class="headings"><h3 class="heading">${prompt}</h3><h3 class="heading">Effect</h3></div><ul class="pairs">`,
      ),
    ];
    const code: Content = { nodes: [{ type: "inlineCode", value: "Word" }], text: "Word" };
    expect(withHeading(code)).toEqual(expected("<code>Word</code>"));
    expect(withHeading({ nodes: [], text: "" })).toEqual(expected("Prompts"));
  });

  test("fields have no control characters but blanks, which would part them", () => {
    const { form } = publication;
    const items = form.items.map((each) => {
      const explanation: Content = { nodes: [{ type: "text", value: "a\u001Fb\u0000c\u0085\td" }], text: "abc d" };
      return { ...each, item: { ...each.item, explanation } };
    });
    const { notes } = layOut({ ...publication, form: { ...form, items } }).deck;
    expect(notes.flatMap(({ fields }) => fields).filter((field) => field === "abc\td")).toHaveLength(items.length);
  });

  test("tags have no blanks", () => {
    for (const { tags } of deck.notes) for (const tag of tags) expect(tag).toMatch(/^[^\s"]+$/u);
  });
});

describe("identity", () => {
  // Learners hold these: a change of any value here gives every one of them a second copy of the deck.
  test("is what it was", () => {
    const term = noteOf("glossary/crème");
    expect({
      guid: noteGuid("mla-c01", "choice", "feature-store-offline"),
      noteType: noteTypeId("en-US", "choice"),
      field: partId(noteTypeId("en-US", "choice"), "field", 0),
      term: [term?.guid, term?.id],
      noteTypes: deck.noteTypes.map(({ id, name }) => [id, name]),
    }).toMatchInlineSnapshot(`
      {
        "field": 5529369858267554,
        "guid": "QeS-GNQsKk5InsQs",
        "noteType": 1700608114000,
        "noteTypes": [
          [
            1586826576000,
            "certpress choice (en)",
          ],
          [
            1654902871000,
            "certpress row (en)",
          ],
          [
            1675236592000,
            "certpress fact (en)",
          ],
          [
            1693519185000,
            "certpress ordering (en)",
          ],
          [
            1694231620000,
            "certpress matching (en)",
          ],
          [
            1697815874000,
            "certpress term (en)",
          ],
        ],
        "term": [
          "ilvPI1EIAVn-fU1U",
          1684526216000,
        ],
      }
    `);
  });

  test("the fields of a note type are frozen", () => {
    const item = ["Explanation", "References", "Task", "Topic", "Retired", "Report"];
    const spare = ["Spare 1", "Spare 2", "Spare 3", "Spare 4"];
    const names = {
      choice: ["ID", "Stem", "Instruction", "Choices", "Review", ...item, ...spare],
      ordering: ["ID", "Stem", "Instruction", "Steps", "Review", ...item, ...spare],
      matching: ["ID", "Stem", "Instruction", "Prompts", "Matches", "Review", ...item, ...spare],
      fact: ["ID", "Lead", "Body", "Topic", "Domain", "Retired", "Report", ...spare],
      row: ["ID", "Prompt", "Cells", "Table", "Topic", "Domain", "Retired", "Report", ...spare],
      term: ["ID", "Term", "Definition", "Retired", "Report", ...spare],
    };
    const made = deck.noteTypes.map(({ name, fields }) => [name.split(" ")[1], fields.map((field) => field.name)]);
    expect(Object.fromEntries(made)).toEqual(names);
    for (const { fields } of deck.noteTypes)
      expect(fields.filter(({ collapsed }) => collapsed).map(({ name }) => name)).toEqual([
        "ID",
        "Retired",
        "Report",
        ...spare,
      ]);
  });

  test("the ids of a note type's parts are frozen", () => {
    const parts = deck.noteTypes.map(({ name, fields, template }) => [
      name.split(" ")[1],
      template.id,
      ...fields.map(({ id }) => id),
    ]);
    expect(parts).toMatchInlineSnapshot(`
      [
        [
          "choice",
          555348431705781,
          6674032744259985,
          1515176788956810,
          984218281519559,
          7931351951955774,
          2260055755267481,
          915065093423773,
          4152753517469314,
          4700743442549741,
          3903628715638046,
          5146352873330409,
          6181864709038510,
          6497058657573976,
          6470065024882999,
          2525244047081232,
          5251854897803680,
        ],
        [
          "row",
          8914154555071032,
          6927825350214311,
          1473773287163247,
          4831153555356896,
          299533432802317,
          2676090305786520,
          8663005405707967,
          2849043759762200,
          2338529307036911,
          3026159342097868,
          6406289879854047,
          2647524475694306,
          1850590655193112,
        ],
        [
          "fact",
          659568793418379,
          8816437843919050,
          606128386873391,
          6517136651606417,
          6204798720729514,
          7889455002795609,
          1151581016539406,
          4578405455946508,
          5093398184655548,
          2557980477405325,
          305635598788248,
          7782260650865160,
        ],
        [
          "ordering",
          319276545114172,
          559506017681470,
          7842144344488981,
          6786099821259760,
          8783474929414030,
          7557474289366253,
          8445524436680733,
          3244746928467870,
          5101498104327040,
          1159439275170264,
          2113365098970529,
          1651735118267646,
          716030630156494,
          8292178688487721,
          1231921199649097,
          1411716350321194,
        ],
        [
          "matching",
          1123228945058151,
          8981016757136413,
          3481206035638422,
          6319240696395016,
          7583627300335186,
          3753384164577885,
          6825045836831619,
          2384167313191806,
          1451278536283776,
          1867409668631849,
          3366899522141118,
          2541504717326650,
          761988731752378,
          5279764198533620,
          3914890067202482,
          1119223192446964,
          3379154117026393,
        ],
        [
          "term",
          4151192776335796,
          3801607991089435,
          2307639496108181,
          415322076156457,
          5797305276240245,
          8779174808018173,
          7344794971477932,
          5893306991279478,
          5851459624474231,
          3212896981689664,
        ],
      ]
    `);
  });

  test("depends on guide, kind and id alone", () => {
    const { form } = publication;
    const items = form.items.map((each) => ({ ...each, item: { ...each.item, stem: { nodes: [], text: "" } } }));
    const { deck: edited } = layOut({ ...publication, date: new Date(0), form: { ...form, items } });
    expect(edited.notes.map(({ guid, id }) => [guid, id])).toEqual(deck.notes.map(({ guid, id }) => [guid, id]));
    const { deck: other } = layOut({ ...publication, form: { ...form, bank: { ...form.bank, guide: "other" } } });
    const known = new Set(deck.notes.map(({ guid }) => guid));
    expect(other.notes.filter(({ guid }) => known.has(guid))).toEqual([]);
  });

  test("note ids are distinct, of 13 digits, in the past, and independent of order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 50 }), (guids) => {
        const ids = noteIds(guids);
        expect(noteIds(guids.toReversed())).toEqual(ids);
        expect(new Set(ids.values()).size).toBe(guids.length);
        for (const id of ids.values()) expect(id >= 1e12 && id < Date.UTC(2025, 0)).toBe(true);
      }),
    );
    expect(() => noteIds(["a", "a"])).toThrow("Two notes have the GUID a");
  });

  test("a hundred thousand notes get distinct ids and keep a place that Anki accepts", () => {
    const guids = Array.from({ length: 100_000 }, (_, index) => `guid-${index}`);
    expect(new Set(noteIds(guids).values()).size).toBe(guids.length);
  });
});

describe("authored text", () => {
  const { text, html } = makeFieldWriter(publication.words, new Map(), () => {});
  const readByAnki = /\{\{|\[(?:sound:|\/?anki:|\/?latex\]|\/?\$\$?\]|\[type:)/i;
  const marks = [
    "{{",
    "{{{",
    "}}",
    "{{c1::",
    "::",
    "[sound:a.mp3]",
    "[Latex]",
    "[/latex]",
    "[$]",
    "[/$$]",
    "[[type:Stem]]",
    "[anki:tts]",
    "\\(",
    "\\)",
    "\\[",
    "<b>",
    "&amp;",
    "a",
    " ",
  ];
  const texts = fc.array(fc.constantFrom(...marks)).map((parts) => parts.join(""));

  test("comes out inert and as it was written", () => {
    fc.assert(
      fc.property(texts, (value) => {
        expect(text(value)).not.toMatch(readByAnki);
        expect(text(value)).not.toMatch(/\\[([]/);
        expect(visible(text(value))).toBe(value);
      }),
    );
  });

  test("is inert in code, math and alternative text too", () => {
    fc.assert(
      fc.property(texts, (value) => {
        const code = html(
          {
            nodes: [
              { type: "code", value },
              { type: "inlineCode", value },
            ],
            text: "",
          },
          "",
        );
        const math = html(
          {
            nodes: [
              { type: "math", value },
              { type: "inlineMath", value },
            ],
            text: "",
          },
          "",
        );
        for (const field of [code, math]) expect(field).not.toMatch(readByAnki);
        expect(code).not.toMatch(/\\[([]/);
      }),
    );
  });

  test("math is Anki's own, in a box that no other text reaches", () => {
    expect(html({ nodes: [{ type: "inlineMath", value: "a<b" }], text: "" }, "")).toBe(
      '<span class="math">\\(a&lt;b\\)</span>',
    );
    expect(html({ nodes: [{ type: "math", value: "x" }], text: "" }, "")).toBe(
      '<div class="math" tabindex="0">\\[x\\]</div>',
    );
  });

  test("an image's alternative text cannot play a sound or name a file", () => {
    const media = new Map([
      ["a/media/x.png", { path: "a/media/x.png", type: "png" as const, width: 1, height: 1, bytes: new Uint8Array() }],
    ]);
    const writer = makeFieldWriter(publication.words, media, () => {});
    const image = { type: "image" as const, url: "../media/x.png", alt: "[sound:x.mp3]> <img src=y.png> \\(x\\)" };
    const field = writer.html({ nodes: [image], text: "" }, "a/items/b.md");
    expect(field).not.toMatch(readByAnki);
    expect(field.match(/<img/gu)).toHaveLength(1);
    expect(field).not.toMatch(/\\[([]/u);
  });
});

/** Names of the fields that a side of a template uses. */
const used = (side: string): string[] => [...side.matchAll(/\{\{[#/^]?([^}]+)\}\}/g)].map(([, name = ""]) => name);

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("templates", () => {
  test.each(deck.noteTypes)("$name shows its fields, and its front no key", ({ fields, template }) => {
    const names = fields.map(({ name }) => name);
    for (const name of [...used(template.front), ...used(template.back)]) expect(names).toContain(name);
    for (const name of ["Review", "Explanation", "Body", "Cells", "Definition"])
      expect(used(template.front)).not.toContain(name);
    expect(used(template.back)).toEqual(expect.arrayContaining(["ID", "Report"]));
    expect(template.front + template.back).not.toMatch(/\[\[|https?:|FrontSide|[?]{2}/);
  });

  const script = readFileSync(new URL("../templates/anki/card.js", import.meta.url), "utf8").trim();

  test.each(deck.noteTypes)(
    "$name has our script where there is something to pick, and no other",
    ({ name, template }) => {
      const isAnswered = /choice|ordering|matching/.test(name);
      for (const side of [template.front, template.back])
        expect([...side.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = ""]) => text.trim())).toEqual(
          isAnswered ? [script] : [],
        );
    },
  );

  test("the script reaches neither the network nor Anki, and writes no HTML", () =>
    expect(script).not.toMatch(
      /\{\{|fetch|XMLHttp|WebSocket|import|localStorage|eval|Function\(|innerHTML|outerHTML|pycmd|AnkiDroid[A-Z]|bridge/,
    ));

  const css = readFileSync(new URL("../templates/anki/card.css", import.meta.url), "utf8");

  test("the sheet loads nothing", () => expect(css).not.toMatch(/url\(|@import|@font-face/));

  const [day = "", night = ""] = [...css.matchAll(/\{([^}]*--ground:[^}]*)\}/g)].map(([, rules = ""]) => rules);
  const texts: Record<string, string[]> = {
    ground: ["ink", "quiet", "accent", "note", "tip", "important", "warning", "caution"],
    paper: ["ink", "quiet", "accent", "key", "note", "tip", "important", "warning", "caution"],
    badge: ["accent"],
    code: ["ink", "quiet"],
    key: ["key-ground"],
    "key-ground": ["ink", "key", "accent"],
  };
  const pairs = Object.entries(texts).flatMap(([ground, inks]) => inks.map((ink) => [ink, ground] as const));

  test.each([
    ["light", day],
    ["night", night],
  ])("every text of the %s design can be read (WCAG AA)", (_, rules) => {
    const color = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(rules)?.[1] ?? "";
    const faint = pairs.filter(([ink, ground]) => !(contrast(color(ink), color(ground)) >= 4.5));
    expect(faint).toEqual([]);
  });
});

function open(artifact: Artifact) {
  const files = readZip(artifact.bytes);
  const database = openDatabase(files.get("collection.anki2") ?? new Uint8Array());
  return { files, rows: (query: string) => rowsOf(database, query) };
}

describe("package", () => {
  test("one artifact, named for the guide, with the counts of its notes", async () => {
    const { path, counts } = await publishOne(publication);
    expect(path).toBe("golden/golden.apkg");
    expect(counts).toEqual({ items: 4, facts: 6, rows: 5, terms: 4 });
  });

  test("it is of the oldest format, with media by number", async () => {
    const { files } = open(await publishOne(publication));
    expect([...files.keys()]).toEqual(["0", "1", "collection.anki2", "media"]);
    const names: Record<string, string> = JSON.parse(Buffer.from(files.get("media") ?? []).toString());
    for (const [index, name] of Object.entries(names)) expect(name).toContain(sha256(files.get(index) ?? ""));
  });

  test("the collection has what Anki's importer needs", async () => {
    const { rows } = open(await publishOne(publication));
    const [[version, models, decks, dconf] = []] = rows("select ver, models, decks, dconf from col");
    expect(version).toBe(11);
    expect(Object.keys(JSON.parse(String(dconf)))).toEqual(["1"]);
    const all: { id: number; sortf: number; flds: { id: number }[]; tmpls: { id: number }[] }[] = Object.values(
      JSON.parse(String(models)),
    );
    for (const type of all) {
      expect(type).toMatchObject({ type: 0, sortf: 1, did: null });
      const parts = [...type.flds, ...type.tmpls].map(({ id }) => id);
      expect(new Set(parts).size).toBe(parts.length);
      expect(parts.every(Number.isSafeInteger)).toBe(true);
    }
    expect(Object.values<{ name: string }>(JSON.parse(String(decks))).map(({ name }) => name)).toContain(
      "GLD-01::D1::Questions",
    );
    const separators = "length(flds) - length(replace(flds, char(31), ''))";
    for (const [type, count] of rows(`select mid, ${separators} from notes`))
      expect(count).toBe((all.find(({ id }) => id === type)?.flds.length ?? 0) - 1);
    expect(
      rows("select count(*) from cards where nid = id and ord = 0 and type = 0 and queue = 0 and due > 0"),
    ).toEqual([[19]]);
    expect(rows("select distinct mod from notes")).toEqual([[Date.UTC(2026, 10, 20, 12) / 1000]]);
  });

  test("SQLite finds it sound and has every note and card by its indexes", async () => {
    const { rows } = open(await publishOne(publication));
    expect(rows("PRAGMA integrity_check")).toEqual([["ok"]]);
    const held = rows("SELECT n.id, guid, mid, n.mod, tags, flds, did, due FROM notes n JOIN cards ON nid = n.id");
    const expected = deck.notes.map((note) => [
      note.id,
      note.guid,
      note.noteTypeId,
      note.mod,
      ` ${note.tags.join(" ")} `,
      note.fields.join("\u001F"),
      note.deckId,
      note.due,
    ]);
    const byId = (a: readonly unknown[], b: readonly unknown[]) => Number(a[0]) - Number(b[0]);
    expect(held.toSorted(byId)).toEqual(expected.toSorted(byId));
    for (const { id, deckId, due, label } of deck.notes) {
      const sum = createHash("sha1").update(label).digest().readUInt32BE(0);
      expect(rows(`SELECT id FROM notes INDEXED BY ix_notes_csum WHERE csum = ${sum}`)).toEqual([[id]]);
      expect(rows(`SELECT id FROM cards INDEXED BY ix_cards_nid WHERE nid = ${id}`)).toEqual([[id]]);
      const place = `did = ${deckId} AND queue = 0 AND due = ${due}`;
      expect(rows(`SELECT id FROM cards INDEXED BY ix_cards_sched WHERE ${place}`)).toEqual([[id]]);
    }
    for (const table of ["notes", "cards"])
      expect(rows(`SELECT count(*) FROM ${table} INDEXED BY ix_${table}_usn WHERE usn = -1`)).toEqual([[19]]);
  });

  test("a title that reads as a number is sorted as SQLite would sort it", () => {
    const digits = fc.stringMatching(/^[0-9.]{0,20}$/);
    const blank = fc.constantFrom("", " ", "\t", "\u00A0", "\n");
    const number = fc.tuple(
      blank,
      fc.constantFrom("", "-", "+", "--"),
      digits,
      fc.constantFrom("", "e3", "E-2", "e", "x"),
      blank,
    );
    const titles = fc.array(
      fc.oneof(
        number.map((parts) => parts.join("")),
        fc.double().map(String),
      ),
      { maxLength: 19 },
    );
    fc.assert(
      fc.property(titles, (texts) => {
        const notes = deck.notes.slice(0, texts.length).map((note, index) => ({ ...note, title: texts[index] ?? "" }));
        const ours = openDatabase(joinChunks(encodeCollection({ ...deck, notes })));
        const theirs = openDatabase(new Uint8Array());
        theirs.run("CREATE TABLE notes (id integer PRIMARY KEY, sfld integer NOT NULL)");
        for (const { id, title } of notes) theirs.run("INSERT INTO notes VALUES (?, ?)", [id, title]);
        const query = "SELECT id, sfld, typeof(sfld) FROM notes ORDER BY id";
        expect(rowsOf(ours, query)).toEqual(rowsOf(theirs, query));
        expect(rowsOf(ours, "PRAGMA integrity_check")).toEqual([["ok"]]);
        ours.close();
        theirs.close();
      }),
    );
  });

  test("the bytes are the same again, and in another time zone", async () => {
    const here = await publishOne(publication);
    const there = await inTimeZone("Pacific/Kiritimati", -840, () => publishOne(publication));
    expect(Buffer.from(there.bytes).equals(Buffer.from(here.bytes))).toBe(true);
    expect(there.contentSha256).toBe(here.contentSha256);
  });

  test("another content has another hash", async () => {
    const { contentSha256 } = await publishOne(publication);
    expect((await publishOne(withExam({ feedback: "https://example.org/{id}" }))).contentSha256).not.toBe(
      contentSha256,
    );
  });
});
