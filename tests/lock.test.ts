// The ledger of identities: what a release locks, and what happens to a note that changes, moves, is renamed or goes.
import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { LedgerFile } from "../src/model/types.gen.ts";
import { commitAll, gitIn, hasGit, makeRepository } from "./helpers/repository.ts";
import { openDatabase, rowsOf } from "./helpers/sqlite.ts";
import { runIn, soundGuide, writeIn } from "./helpers/workspace.ts";
import { readZip } from "./helpers/zip.ts";

const item = soundGuide["items/object-name.md"]!;
const itemPath = "content/tst/items/object-name.md";
const ledgerPath = "content/tst/identity.lock.json";
const first = { SOURCE_DATE_EPOCH: "1767225600" };
const second = { SOURCE_DATE_EPOCH: "1775001600" };

const lock = (root: string, env: Record<string, string>, ...more: string[]) =>
  runIn(root, ["lock", "tst", ...more], { env });
const ledgerOf = (root: string): LedgerFile => JSON.parse(readFileSync(join(root, ledgerPath), "utf8")) as LedgerFile;

/** Findings about identity. */
async function identityOf(root: string, env: Record<string, string> = second) {
  const { out } = await runIn(root, ["lint", "--format", "json"], { env });
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  return diagnostics
    .filter(({ ruleId }) => /identity|ledger/u.test(ruleId))
    .map(({ path, position, severity, message }) => `${path}:${position.start.line} ${severity} ${message}`);
}

/** Rows of the deck's notes by the id on the card: guid, mod and tags. */
async function notesOf(root: string, env: Record<string, string>) {
  const built = await runIn(root, ["build", "--to", "anki"], { env });
  expect(built, built.err).toMatchObject({ status: 0 });
  const files = readZip(readFileSync(join(root, "dist/tst/tst.apkg")));
  const database = openDatabase(files.get("collection.anki2") ?? new Uint8Array());
  return new Map(
    rowsOf(database, "SELECT flds, guid, mod, tags FROM notes").map(([fields, guid, mod, tags]) => [
      String(fields).split("\u001F")[0]!,
      { guid: String(guid), mod: Number(mod), tags: String(tags).trim().split(" "), fields: String(fields) },
    ]),
  );
}

/** A repository whose first edition is locked and committed. */
async function locked(changes: Record<string, string | null> = {}): Promise<string> {
  const root = makeRepository(changes);
  expect(await lock(root, first)).toMatchObject({ status: 0 });
  commitAll(root, "First edition");
  return root;
}

const nextEdition = (root: string): void =>
  writeIn(root, "content/tst/exam.yaml", soundGuide["exam.yaml"]!.replace('edition: "1"', 'edition: "2"'));

describe.runIf(hasGit)("certpress lock", () => {
  it("writes a note a line, the same at every run, and then is current", async () => {
    const root = await locked();
    const text = readFileSync(join(root, ledgerPath), "utf8");
    expect(text.split("\n").filter((line) => line.includes('"guid"'))).toHaveLength(4);
    expect(await lock(root, second)).toMatchObject({ status: 0, out: `${ledgerPath}: current\n` });
    expect(readFileSync(join(root, ledgerPath), "utf8")).toBe(text);
    expect(await lock(root, second, "--check")).toMatchObject({ status: 0 });
    writeIn(root, itemPath, item.replace("in a bucket", "in the bucket"));
    expect(await lock(root, second, "--check")).toMatchObject({ status: 1, err: expect.stringContaining("1 changed") });
    expect(readFileSync(join(root, ledgerPath), "utf8")).toBe(text);
  });

  it("is asked for before a first release, and only there", async () => {
    const root = makeRepository();
    const release = async (): Promise<string> =>
      (await runIn(root, ["lint", "--profile", "release", "--format", "compact"], { env: first })).out;
    expect(await release()).toContain("identity-unlocked");
    expect(await identityOf(root)).toEqual([]);
    await lock(root, first);
    expect(await release()).not.toContain("identity-unlocked");
  });

  it("says so when what is new or gone is locked under the edition of before", async () => {
    const root = await locked();
    writeIn(root, "content/tst/items/second-name.md", item.replace("in a bucket", "in one bucket"));
    expect((await lock(root, second)).err).toContain("locked as edition `1`, as before");
    gitIn(root, "checkout", "-q", "--", ledgerPath);
    nextEdition(root);
    expect((await lock(root, second)).err).not.toContain("as before");
  });

  it("tells of cards that look different, and of nothing else if nothing else has changed", async () => {
    const root = await locked();
    const text = readFileSync(join(root, ledgerPath), "utf8");
    writeIn(root, ledgerPath, text.replace(/("fact": \{"hash":)"[0-9a-f]{16}"/u, '$1"0123456789abcdef"'));
    expect(await lock(root, second, "--check")).toMatchObject({
      status: 1,
      err: expect.stringContaining("0 changed, 0 carried over, 0 retired; new look of fact)"),
    });
    await lock(root, second);
    expect(readFileSync(join(root, ledgerPath), "utf8")).toBe(
      text.replace(/("fact": \{"hash":"[0-9a-f]{16}","mod":)\d+/u, "$11775001600"),
    );
  });

  it("keeps `mod` and `since` of a note that does not change, and moves `mod` of one that does", async () => {
    const root = await locked();
    nextEdition(root);
    writeIn(root, itemPath, item.replace("in a bucket", "in the bucket"));
    writeIn(root, "content/tst/items/fresh.md", item.replace("names an object", "prices an object"));
    const notes = await notesOf(root, second);
    expect(notes.get("buckets/key")).toMatchObject({ mod: 1767225600, tags: expect.arrayContaining(["since::1"]) });
    expect(notes.get("object-name")).toMatchObject({ mod: 1775001600, tags: expect.arrayContaining(["since::1"]) });
    expect(notes.get("fresh")).toMatchObject({ mod: 1775001600, tags: expect.arrayContaining(["since::2"]) });
    expect(await lock(root, second)).toMatchObject({
      out: `${ledgerPath}: 1 added, 1 changed, 0 carried over, 0 retired\n`,
    });
    const third = await notesOf(root, { SOURCE_DATE_EPOCH: "1780000000" });
    expect([...third]).toEqual([...notes]);
  });

  it("gives a changed note a later `mod` even if the clock went back", async () => {
    const root = await locked();
    writeIn(root, itemPath, item.replace("in a bucket", "in the bucket"));
    const early = { SOURCE_DATE_EPOCH: "1700000000" };
    expect((await notesOf(root, early)).get("object-name")!.mod).toBe(1767225601);
  });

  it("does not touch a note whose choices are reordered in the source", async () => {
    const root = await locked();
    const [, tag, rest] = /(- \[ \] The tag\n {2}> .*\n)(- \[ \] The class\n {2}> .*\n)/u.exec(item)!;
    writeIn(root, itemPath, item.replace(`${tag}${rest}`, `${rest}${tag}`));
    expect((await notesOf(root, second)).get("object-name")!.mod).toBe(1767225600);
  });
});

describe.runIf(hasGit)("a renamed item", () => {
  it("is found with the command that carries its identity over, and keeps its note", async () => {
    const root = await locked();
    const before = (await notesOf(root, first)).get("object-name")!;
    renameSync(join(root, itemPath), join(root, "content/tst/items/name-of-object.md"));
    const [finding, ...others] = await identityOf(root);
    expect(others).toEqual([]);
    expect(finding).toMatch(
      /^content\/tst\/identity.lock.json:\d+ warning Unexpected missing note `object-name`.*`certpress lock tst --carry object-name=name-of-object`/u,
    );
    expect(await lock(root, second)).toMatchObject({
      status: 1,
      err: expect.stringContaining("--carry object-name=name-of-object"),
    });
    const carried = await lock(root, second, "--carry", "object-name=name-of-object");
    expect(carried).toMatchObject({ status: 0, out: expect.stringContaining("1 carried over") });
    expect((await notesOf(root, second)).get("name-of-object")).toMatchObject({ guid: before.guid, mod: 1775001600 });
    expect(await identityOf(root)).toEqual([]);
  });

  it("leaves an id that cannot be used again", async () => {
    const root = await locked();
    renameSync(join(root, itemPath), join(root, "content/tst/items/name-of-object.md"));
    await lock(root, second, "--carry", "object-name=name-of-object");
    writeIn(root, itemPath, item.replace("names an object", "prices an object"));
    expect(await identityOf(root)).toEqual([
      `${itemPath}:1 error Unexpected id \`object-name\`, expected one that no earlier note had: learners have another note under it`,
    ]);
    expect((await runIn(root, ["build", "--to", "anki"])).status).toBe(1);
  });

  it("may be called by its first id again, and is the same note", async () => {
    const root = await locked();
    const before = (await notesOf(root, first)).get("object-name")!;
    renameSync(join(root, itemPath), join(root, "content/tst/items/name-of-object.md"));
    await lock(root, second, "--carry", "object-name=name-of-object");
    renameSync(join(root, "content/tst/items/name-of-object.md"), join(root, itemPath));
    expect(await identityOf(root)).toEqual([expect.stringContaining("--carry name-of-object=object-name")]);
    expect(await lock(root, second, "--retire", "name-of-object")).toMatchObject({ status: 2 });
    expect(await lock(root, second, "--carry", "name-of-object=object-name")).toMatchObject({ status: 0 });
    const after = (await notesOf(root, second)).get("object-name")!;
    expect(after).toMatchObject({ guid: before.guid, tags: expect.arrayContaining(["since::1"]) });
    expect(after.mod).toBeGreaterThan(1775001600);
  });

  it("that is retired later spends its first id too", async () => {
    const root = await locked({ "items/second.md": item.replace("names an object", "describes an object") });
    renameSync(join(root, itemPath), join(root, "content/tst/items/name-of-object.md"));
    await lock(root, second, "--carry", "object-name=name-of-object");
    rmSync(join(root, "content/tst/items/name-of-object.md"));
    await lock(root, second, "--retire", "name-of-object");
    writeIn(root, itemPath, item.replace("names an object", "prices an object"));
    expect(await identityOf(root)).toEqual([expect.stringContaining("error Unexpected id `object-name`")]);
  });

  it("of another type is told that Anki keeps types", async () => {
    const root = await locked();
    const steps = "1. Buy\n2. Build\n3. Sell\n";
    writeIn(
      root,
      itemPath,
      item.replace("multiple-choice", "ordering").replace(/- \[x\][^]*?(?=\n## Explanation)/u, steps),
    );
    expect(await identityOf(root)).toEqual([
      expect.stringContaining("Unexpected `object-name` as a note of the type ordering, expected choice"),
    ]);
  });

  it("that is a table row is found with a command that a shell takes, whatever its key", async () => {
    const kind = `title: Services\ndescription: What a service does.\ncolumns:\n  - name: Service\n  - name: Use\nprompt: "What is {Service} for?"\n`;
    const table = (...keys: string[]) =>
      `${soundGuide["domains/d1.md"]!}\n| Service | Use |\n| --- | --- |\n${keys.map((key) => `| ${key} | Use of ${key.slice(0, 3)} |\n`).join("")}`;
    const root = await locked({ "domains/d1.md": table("One=two", "B $x"), "tables/service.yaml": kind });
    writeIn(root, "content/tst/domains/d1.md", table("One = two", "B $xy"));
    const { err } = await lock(root, second);
    const command = /All of these together: certpress (.*)/u.exec(err)![1]!;
    expect(command).toBe(`lock tst --carry 'service/B $x=service/B $xy' --carry "service/One=two=service/One = two"`);
    const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map(([, a, b, c]) => a ?? b ?? c!);
    expect(await runIn(root, words, { env: second })).toMatchObject({
      status: 0,
      out: expect.stringContaining("0 added, 0 changed, 2 carried over"),
    });
  });

  it("that is a topic takes its facts along, though other facts have the same lead", async () => {
    const facts = (one: string, two: string) =>
      soundGuide["domains/d1.md"]!.replace("### Buckets", `### Tubs\n\n- **Cost**: A ${one}.\n\n### Buckets`) +
      `- **Cost**: A ${two}.\n`;
    const root = await locked({ "domains/d1.md": facts("cent", "dime") });
    writeIn(
      root,
      "content/tst/domains/d1.md",
      facts("cent", "dime").replace("### Tubs", "### Vats").replace("### Buckets", "### Pails"),
    );
    writeIn(root, itemPath, item.replace("topic: buckets", "topic: pails"));
    const found = (await identityOf(root)).join("\n");
    expect(found).toContain("--carry tubs/cost=vats/cost");
    expect(found).toContain("--carry buckets/cost=pails/cost");
  });

  it("that is a fact with a pin keeps its note while its lead is polished", async () => {
    const root = await locked();
    const before = (await notesOf(root, first)).get("buckets/key")!;
    const polished = "- **Object key**: The name of an object. <!-- id: key -->";
    writeIn(
      root,
      "content/tst/domains/d1.md",
      soundGuide["domains/d1.md"]!.replace("- **Key**: The name of an object.", polished),
    );
    expect(await identityOf(root)).toEqual([]);
    expect((await notesOf(root, second)).get("buckets/key")!.guid).toBe(before.guid);
  });

  it("that is a fact with a polished lead is known by its text", async () => {
    const root = await locked();
    writeIn(root, "content/tst/domains/d1.md", soundGuide["domains/d1.md"]!.replace("**Key**", "**Object key**"));
    expect((await identityOf(root))[0]).toContain("--carry buckets/key=buckets/object-key");
  });
});

describe.runIf(hasGit)("an item that is taken out", () => {
  const two = { "items/second.md": item.replace("names an object", "describes an object") };

  it("is retired: shipped once more with banner and tag, then no longer, and its id is spent", async () => {
    const root = await locked(two);
    const before = (await notesOf(root, first)).get("second")!;
    rmSync(join(root, "content/tst/items/second.md"));
    nextEdition(root);
    commitAll(root, "Take it out");
    expect((await identityOf(root))[0]).toContain("`certpress lock tst --retire second`");
    expect(await lock(root, second, "--retire", "second")).toMatchObject({
      status: 0,
      out: expect.stringContaining("1 retired"),
    });
    commitAll(root, "Second edition");
    const retired = (await notesOf(root, second)).get("second")!;
    expect(retired).toMatchObject({ guid: before.guid, mod: 1775001600 });
    expect(retired.tags).toEqual(expect.arrayContaining(["retired::2", "since::1", "topic::buckets"]));
    expect(retired.fields).toContain("Retired with edition 2");
    expect(retired.fields).toContain("describes an object");
    expect(await identityOf(root)).toEqual([]);

    writeIn(root, "content/tst/exam.yaml", soundGuide["exam.yaml"]!.replace('edition: "1"', 'edition: "3"'));
    expect((await notesOf(root, { SOURCE_DATE_EPOCH: "1780000000" })).has("second")).toBe(false);
    await lock(root, { SOURCE_DATE_EPOCH: "1780000000" });
    expect(ledgerOf(root).retired["choice"]!["second"]).toEqual({
      guid: before.guid,
      mod: 1775001600,
      since: "1",
      edition: "2",
    });
    writeIn(root, "content/tst/items/second.md", two["items/second.md"]);
    expect((await identityOf(root))[0]).toContain("error Unexpected id `second`");
  });

  it("is retired without its text where the history does not have it, and the maintainer is told", async () => {
    const root = await locked(two);
    rmSync(join(root, "content/tst/items/second.md"));
    rmSync(join(root, ".git"), { recursive: true });
    expect(await lock(root, second, "--retire", "second")).toMatchObject({
      status: 0,
      err: expect.stringContaining("`second` is retired, but not shipped once more"),
    });
    expect(ledgerOf(root).retired["choice"]!["second"]).not.toHaveProperty("last");
    expect((await notesOf(root, second)).has("second")).toBe(false);
  });

  it("is not missed while its file has an error", async () => {
    const root = await locked(two);
    writeIn(root, "content/tst/items/second.md", two["items/second.md"].replace("[x]", "[ ]"));
    expect(await identityOf(root)).toEqual([]);
  });

  it("is not missed while a fact or a table has an error", async () => {
    const kind = `title: Services\ndescription: What a service does.\ncolumns:\n  - name: Service\n  - name: Use\nprompt: "What is {Service} for?"\n`;
    const table = "\n| Service | Use |\n| --- | --- |\n| A | B |\n";
    const domain = soundGuide["domains/d1.md"]! + table;
    const root = await locked({ "domains/d1.md": domain, "tables/service.yaml": kind });
    const broken = domain.replace("- **Key**:", "- **Key **:").replace("| Service | Use |", "| Service | Usage |");
    writeIn(root, "content/tst/domains/d1.md", broken);
    expect(await identityOf(root)).toEqual([]);
  });
});

describe.runIf(hasGit)("a decision", () => {
  it.each([
    ["--carry", "object-name"],
    ["--carry", "nothing=fresh"],
    ["--carry", "object-name=buckets/key"],
    ["--retire", "nothing"],
    ["--retire", "buckets/key"],
  ])("%s %s that does not hold is wrong usage, and nothing is written", async (flag, value) => {
    const root = await locked({ "items/second.md": item.replace("names an object", "describes an object") });
    rmSync(join(root, "content/tst/items/second.md"));
    const before = readFileSync(join(root, ledgerPath), "utf8");
    expect(await lock(root, second, flag, value)).toMatchObject({ status: 2 });
    expect(readFileSync(join(root, ledgerPath), "utf8")).toBe(before);
  });

  it.each([
    ["two about one note", ["--carry", "object-name=one", "--carry", "object-name=two", "--retire", "second"]],
    ["to carry it and to retire it", ["--carry", "object-name=one", "--retire", "object-name", "--retire", "second"]],
    ["two notes into one", ["--carry", "object-name=one", "--carry", "second=one"]],
    ["into a note that the ledger has", ["--carry", "object-name=third", "--retire", "second"]],
  ])("that contradicts another, %s, is wrong usage, and nothing is written", async (_, args) => {
    const named = (verb: string) => item.replace("names an object", `${verb} an object`);
    const root = await locked({ "items/second.md": named("describes"), "items/third.md": named("holds") });
    for (const name of ["object-name", "second"]) rmSync(join(root, `content/tst/items/${name}.md`));
    for (const name of ["one", "two"]) writeIn(root, `content/tst/items/${name}.md`, named(name));
    const before = readFileSync(join(root, ledgerPath), "utf8");
    expect(await lock(root, second, ...args)).toMatchObject({ status: 2, err: expect.stringContaining("--carry") });
    expect(readFileSync(join(root, ledgerPath), "utf8")).toBe(before);
  });
});

describe.runIf(hasGit)("identity.lock.json", () => {
  it("with a merge conflict, foreign text, a missing part or a note twice is a fault with a place", async () => {
    const root = await locked();
    const text = readFileSync(join(root, ledgerPath), "utf8");
    const faults = async (changed: string) => {
      writeIn(root, ledgerPath, changed);
      return identityOf(root).then(async (found) => {
        if (found.length > 0) return found;
        const { out } = await runIn(root, ["lint", "--format", "compact"]);
        return out.split("\n").filter((line) => line.startsWith(ledgerPath));
      });
    };
    expect((await faults(text.replace('  "notes"', '<<<<<<< HEAD\n  "notes"')))[0]).toMatch(
      /json:\d+ error Unexpected mark of a merge/u,
    );
    expect((await faults("nothing"))[0]).toContain("json:1 error Unexpected text that is no JSON");
    expect((await faults('{"schemaVersion": 1}\n')).join()).toContain("`notes`");
    const line = text.split("\n").find((each) => each.includes('"buckets/key"'))!;
    expect((await faults(text.replace(line, `${line.replace(/,?$/u, ",")}\n${line}`))).join()).toContain(
      "second entry",
    );
  });

  it("of another version, or with one GUID for two notes, is a fault", async () => {
    const root = await locked();
    const text = readFileSync(join(root, ledgerPath), "utf8");
    writeIn(root, ledgerPath, text.replace('"schemaVersion": 1', '"schemaVersion": 2'));
    expect(await lock(root, second)).toMatchObject({
      status: 1,
      err: expect.stringContaining("Unexpected number 2, expected `1`"),
    });
    const [one, two] = [...text.matchAll(/"guid":"([^"]+)"/gu)].map(([, guid]) => guid!);
    writeIn(root, ledgerPath, text.replace(two!, one!));
    expect(await identityOf(root)).toEqual([expect.stringMatching(/json:\d\d error Unexpected GUID of `/u)]);
    expect(await lock(root, second)).toMatchObject({ status: 1 });
  });

  it("shows the line of an entry that is not as it was written", async () => {
    const root = await locked();
    const text = readFileSync(join(root, ledgerPath), "utf8");
    writeIn(root, ledgerPath, text.replace(/("buckets\/key": .*"mod":)\d+/u, "$1-1"));
    const line = text.split("\n").findIndex((each) => each.includes('"buckets/key"')) + 1;
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(out).toContain(`${ledgerPath}:${line}:1: error schema-value`);
  });

  it("keeps code and language, on which the learners' decks hang", async () => {
    const root = await locked();
    const exam = soundGuide["exam.yaml"]!;
    writeIn(root, "content/tst/exam.yaml", exam.replace("TST-1", "TST-2").replace("language: en", "language: en-US"));
    expect(await identityOf(root)).toEqual([
      expect.stringMatching(/^content\/tst\/exam.yaml:1 error Unexpected code `TST-2`, expected `TST-1`/u),
      expect.stringMatching(/^content\/tst\/exam.yaml:4 error Unexpected language `en-US`, expected `en`/u),
    ]);
  });

  it("that is gone is not made anew without a word", async () => {
    const root = await locked();
    rmSync(join(root, ledgerPath));
    expect(await lock(root, second)).toMatchObject({
      status: 0,
      err: expect.stringMatching(/made anew.*git checkout [0-9a-f]+ -- content\/tst\/identity.lock.json/u),
    });
  });

  it("may be called what it likes inside: `__proto__` is an id like any other", async () => {
    const root = await locked({ "items/constructor.md": item.replace("names an object", "makes an object") });
    expect(await identityOf(root)).toEqual([]);
    rmSync(join(root, "content/tst/items/constructor.md"));
    expect((await identityOf(root))[0]).toContain("`constructor`");
  });
});

describe.runIf(hasGit)("a learner's next edition, seen from the branch of a contributor", () => {
  it("needs no lock: an edit is no finding, a rename is one", async () => {
    const root = await locked();
    gitIn(root, "checkout", "-q", "-b", "contribution");
    writeIn(root, itemPath, item.replace("in a bucket", "in some bucket"));
    expect(await identityOf(root)).toEqual([]);
  });
});
