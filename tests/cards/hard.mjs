// Cards that are hard to show: long lines, wide tables, pictures, links and Anki's own marks in every part of an item.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { openPage } from "./pages.mjs";
import { renderCards } from "./render.mjs";

const golden = fileURLToPath(new URL("../golden/bank", import.meta.url));

const long = "averyveryverylongwordthatnobodywouldeverwritebutthatsomebodywillcertainlypasteintoaquestion";
const line = `result = client.create_something(name="${"x".repeat(90)}", size=1)`;
const indent = (text) => text.replaceAll(/^(?=.)/gmu, "  ");
const code = `\`\`\`python\n${line}\n\`\`\``;
const math = `$$\n${"a_1 + ".repeat(40)}b\n$$`;
const table = `| ${long} | b |\n| --- | --- |\n| ${"`x_y_z` ".repeat(9)} | ${long} |`;
const blocks = `${code}\n\n${math}\n\n${table}`;

const item = (type, body) => `---
type: ${type}
task: "1.10"
topic: brewing-methods
difficulty: easy
cognitive: recall
verified: 2026-11-20
---

What of ${long}?

${blocks}

${body}

## Explanation

${blocks}

> [!TIP]
> ${long}

## References

- [${long}](https://example.org/${long})
`;

const entry = (mark, text) =>
  `${mark} ${text}\n\n${indent(code)}\n\n  See [the page](https://example.org/) of ${long}.\n\n  > Because of ${long}.\n`;

const items = {
  "hard-choice": item(
    "multiple-choice",
    [entry("- [x]", "One"), entry("- [ ]", "Two"), entry("- [ ]", "Three")].join("\n"),
  ),
  "hard-response": item(
    "multiple-response",
    ["x", "x", " ", " ", " "].map((box, index) => entry(`- [${box}]`, `Thing ${index}`)).join("\n"),
  ),
  "hard-ordering": item(
    "ordering",
    `${["First", "Then", "Last"].map((text, index) => entry(`${index + 1}.`, text).replaceAll(/^ {2}/gmu, "   ")).join("\n")}\n- Never\n\n${indent(code)}\n`,
  ),
  "hard-matching": item(
    "matching",
    `| Prompt ${long} | Match |\n| --- | --- |\n| ![A pot](../../media/pot.png) | \`\\(x\\)\` and \\\\(y\\\\) |\n| $$a^2$$ ${long} | ![A dripper](../../media/dripper.svg) |\n| {{c1::x}} [sound:a.mp3] | $$b^2$$ ${long} |\n|  | Never |`,
  ),
};

/** The cards as `renderCards` gives them. */
async function renderHardCards(change) {
  const root = mkdtempSync(join(tmpdir(), "certpress-cards-"));
  try {
    cpSync(golden, root, { recursive: true });
    for (const [id, text] of Object.entries(items))
      writeFileSync(join(root, "content", "golden", "items", "d1", `${id}.md`), text);
    const { cards, media } = await renderCards(root, "golden", change);
    return { cards: cards.filter(({ label }) => Object.hasOwn(items, label)), media };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Shows them from left to right and from right to left, on the narrowest of screens and on a wide one. */
export async function testHardCards(browser, test) {
  for (const direction of ["ltr", "rtl"]) {
    const turn = (publication) => {
      const { words } = publication;
      return { ...publication, words: { ...words, anki: { ...words.anki, direction } } };
    };
    const hard = await renderHardCards(turn);
    for (const width of [320, 1280])
      await test(`${direction}, ${width} px: cards that are hard to show stay in the page, and axe finds nothing`, async () => {
        const { page, problems, show, close } = await openPage(browser, { media: hard.media, night: false, width });
        for (const card of hard.cards)
          for (const side of ["front", "back"]) {
            await show("page a side", card, side);
            for (const choice of await page.locator("[role=group] .choice").all())
              await choice.click({ position: { x: 20, y: 8 } });
            for (const select of await page.locator("select").all()) await select.selectOption({ index: 1 });
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
            const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
            assert.deepEqual(found, [], `${side} of ${card.label}`);
            assert.equal(await page.locator(".face").evaluate((face) => getComputedStyle(face).direction), direction);
            const outside = await page.$$eval(".face *", (all) =>
              all
                .filter((each) => !each.parentElement.closest("pre, .table, .math, .told"))
                .map((each) => ({ html: each.outerHTML.slice(0, 80), box: each.getBoundingClientRect() }))
                .filter(({ box }) => box.left < 0 || box.right > window.innerWidth)
                .map(({ html }) => html),
            );
            assert.deepEqual(outside, [], `${side} of ${card.label}`);
            const [code] = await page.$$eval("pre", (blocks) =>
              blocks.map((block) => ({ scrolls: block.scrollWidth > block.clientWidth, ...getComputedStyle(block) })),
            );
            assert.equal(code.direction, "ltr", "code runs from left to right");
            assert.ok(code.scrolls || width === 1280, "long lines of code scroll");
          }
        assert.deepEqual(problems, []);
        await close();
      });
  }

  await test("what looks like TeX in a match is shown as it was written, and math is not told with its marks", async () => {
    const hard = await renderHardCards();
    const card = hard.cards.find(({ kind }) => kind === "matching");
    const { page, show, close } = await openPage(browser, { media: hard.media, night: false, width: 360 });
    await show("one page", card, "front");
    const lists = page.locator("select");
    assert.equal(await lists.evaluateAll((all) => all.every((list) => list.matches(".mathjax_ignore"))), true);
    const texts = await lists.first().locator("option").allTextContents();
    assert.ok(texts.some((text) => /^[A-D] · b\^2 /u.test(text)));
    assert.ok(texts.some((text) => text.endsWith("· \\(x\\) and \\(y\\)")));
    for (const list of await lists.all())
      await list.selectOption({ index: texts.findIndex((text) => text.includes("\\(y\\)")) });
    await show("one page", card, "back");
    const readByMathJax = await page.$$eval(".pick.wrong", (marks) =>
      marks.map((mark) => {
        const pieces = [...mark.childNodes].filter(({ nodeName }) => nodeName !== "CODE");
        return pieces.some(({ textContent }) => textContent.includes("\\("));
      }),
    );
    assert.deepEqual(readByMathJax, [false, false]);
    await close();
  });
}
