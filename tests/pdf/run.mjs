// Shows the real guide's PDFs and hard ones to the programs that people read PDFs with: `npm run test:pdf`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeHardWorkspaces } from "./hard-guides.mjs";
import { alternatives, landingFaults, missingLines, missingWords, readPdf, spoken, treeFaults } from "./read-pdf.mjs";
import { checkSyntax, checkUniversalAccess, missingPrograms, structureOf, textOfPage, unsoundFonts } from "./tools.mjs";
import { printedTexts } from "./printed-texts.mjs";

const missing = missingPrograms();
if (missing.length > 0) {
  console.error(`The PDFs cannot be checked without these programs:\n${missing.join("\n")}`);
  process.exit(1);
}

const here = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "certpress-pdf-"));
const hard = makeHardWorkspaces();

let passed = 0;
let failed = 0;
async function test(name, body) {
  try {
    await body();
    passed++;
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.error(`FAILED ${name}\n${error.stack}`);
  }
}

/** Publishes all guides of a workspace; gives the paths of the PDFs. */
function publish(root, name) {
  const out = join(folder, name);
  const command = [join(here, "lib/cli/main.js"), "build", "--cwd", root, "--to", "pdf,json", "--out", out];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  assert.equal(status, 0, `${name} is not published\n${stdout}${stderr}`);
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pdf"))
    .sort()
    .map((path) => join(out, path));
}

const real = publish(here, "real");
const others = Object.entries(hard).flatMap(([pageSize, root]) => publish(root, pageSize));
const files = [...real, ...others];
const nameOf = (file) => file.slice(folder.length + 1);

const verdicts = checkUniversalAccess(files);
const read = new Map();
for (const file of files) {
  const name = nameOf(file);
  await test(`${name}: PDF/UA-1`, () => {
    const { checks, failures } = verdicts.get(file);
    assert.deepEqual(failures, []);
    assert.ok(checks > 1000, `only ${checks} checks`);
  });
  await test(`${name}: sound syntax, every font embedded and readable`, () => {
    assert.deepEqual(checkSyntax(file), []);
    assert.deepEqual(unsoundFonts(file), []);
  });
  const pdf = await readPdf(readFileSync(file));
  read.set(file, pdf);
  await test(`${name}: everything stands in a sound tree, and every target is hit`, () => {
    assert.ok(pdf.isTagged && pdf.showsTitle);
    assert.deepEqual(treeFaults(pdf), []);
    assert.deepEqual(landingFaults(pdf), []);
    assert.ok(pdf.outline.length > 3);
  });
  await test(`${name}: header and footer are not read out`, () => {
    const running = pdf.pages[pdf.pages.length - 1].artifacts;
    const number = new RegExp(`${pdf.pages.length}\\D+${pdf.pages.length}`, "u").exec(running)?.[0];
    assert.ok(number, `no page number in ${running}`);
    assert.ok(!spoken(pdf).includes(number));
    if (real.includes(file)) assert.ok(!structureOf(file).includes(number));
  });
}

for (const file of [...real, ...others.filter((each) => each.includes("golden"))]) {
  const [, guide, kind] = /([^/\\]+)-(study-guide|practice-exam|answers)\.pdf$/u.exec(file);
  const bank = JSON.parse(readFileSync(join(file, "..", `${guide}.json`), "utf8"));
  const texts = printedTexts(bank)[kind];
  const heard = spoken(read.get(file));
  await test(`${nameOf(file)}: every word of the bank is found again, whole`, () => {
    assert.ok(texts.length > 0);
    const seen = [textOfPage(file), ...alternatives(read.get(file))].join("\n");
    for (const text of [seen, heard]) assert.deepEqual(missingWords(texts.join("\n"), text), []);
  });
  // The golden bank has an image in a line that is set below it, and a link that names a page of another document.
  if (!real.includes(file)) continue;
  await test(`${nameOf(file)}: every line is read in its order`, () =>
    assert.deepEqual(missingLines(texts.join("\n"), heard), []));
}

await test("an item is read as number, stem, instruction, choices", () => {
  const exam = real.find((file) => file.endsWith("practice-exam.pdf"));
  const bank = JSON.parse(readFileSync(exam.replace("-practice-exam.pdf", ".json"), "utf8"));
  const tree = structureOf(exam).replaceAll(/\s+/gu, " ");
  const choices = bank.items.filter(({ type }) => type.startsWith("multiple"));
  for (const item of choices) {
    const parts = [
      `"${item.number}"`,
      item.stem.text,
      ...item.choices.flatMap(({ label, content }) => [`Lbl (block) "${label}"`, content.text]),
    ];
    let at = tree.indexOf(`H2 (block) "${item.number}"`);
    for (const part of parts) {
      const words = part.replaceAll(/\s+/gu, " ").slice(0, 40);
      const next = tree.indexOf(words, at);
      assert.ok(next >= at && at >= 0, `${item.id}: ${words} is not read in its place`);
      at = next;
    }
  }
});

for (const root of [folder, ...Object.values(hard)]) rmSync(root, { recursive: true });
console.log(`${files.length} PDFs; ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
