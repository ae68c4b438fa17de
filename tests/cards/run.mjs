// Shows cards in a real browser as Anki's clients do, answers them, and looks at what is there: `npm run test:cards`.
import assert from "node:assert/strict";
import axe from "axe-core";
import { launch } from "./browser.mjs";
import { testHardCards } from "./hard.mjs";
import { openPage, pageModes } from "./pages.mjs";
import { renderCards } from "./render.mjs";

const browser = await launch();

let passed = 0;
let failed = 0;
async function test(name, body) {
  try {
    await body();
    passed++;
  } catch (error) {
    failed++;
    console.error(`FAILED ${name}\n${error.stack}\n`);
  }
}

const golden = await renderCards("tests/golden/bank", "golden");
const real = await renderCards(".", "mla-c01");
const cards = [...golden.cards, ...real.cards];
const media = new Map([...golden.media, ...real.media]);
const ofKind = (kind) => cards.filter((card) => card.kind === kind);
const looks = [false, true].flatMap((night) => [360, 1280].map((width) => ({ night, width })));

const idsIn = (page, selector) => page.$$eval(selector, (entries) => entries.map((entry) => entry.dataset.k));
/** What a screen reader is told, which must be what is shown. */
async function checkedIn(page) {
  const ids = await page.$$eval(".choices .control:checked", (inputs) =>
    inputs.map((input) => input.parentElement.dataset.k),
  );
  assert.deepEqual(ids, await idsIn(page, ".choices > .on"));
  return ids;
}
const keysOf = ({ fields }) => [...fields.Review.matchAll(/class="choice key" data-k="([^"]+)"/gu)].map(([, id]) => id);
const letters = "ABCDEFGHIJ";
const entry = (page, id) => page.locator(`.choices > [data-k="${id}"]`);

/** Answers a choice card with these ids; returns the order in which its choices stood. */
async function choose(page, ids) {
  for (const id of ids) await entry(page, id).click({ position: { x: 20, y: 8 } });
  return idsIn(page, ".choices > li");
}

async function expectBack(page, { order, picked, right }) {
  assert.deepEqual(await idsIn(page, ".review > li"), order, "the back keeps the front's order");
  assert.deepEqual(new Set(await idsIn(page, ".review > .picked")), new Set(picked), "the back shows the pick");
  const verdict = page.locator(".verdict");
  assert.equal(await verdict.isVisible(), picked.length > 0);
  if (picked.length > 0) assert.match(await verdict.textContent(), right ? /^✓ Right$/u : /^✗ Not right$/u);
}

for (const mode of pageModes) {
  await test(`${mode}: twenty choice cards in a row keep their own picks`, async () => {
    const { page, problems, show, close } = await openPage(browser, { media, night: false, width: 360 });
    for (const [index, card] of ofKind("choice").slice(0, 20).entries()) {
      await show(mode, card, "front");
      assert.equal(await page.locator(".choices > .on").count(), 0, "nothing is picked at first");
      const keys = keysOf(card);
      const all = await idsIn(page, ".choices > li");
      const wrong = all.filter((id) => !keys.includes(id)).slice(0, keys.length);
      const picked = index % 3 === 0 ? keys : index % 3 === 1 ? wrong : [];
      const order = await choose(page, picked);
      await show(mode, card, "back");
      await expectBack(page, { order, picked, right: picked === keys });
    }
    assert.deepEqual(problems, []);
    await close();
  });

  await test(`${mode}: a single choice is replaced, one of several is taken back, keys pick too`, async () => {
    const { page, problems, show, close } = await openPage(browser, { media, night: true, width: 1280 });
    const single = ofKind("choice").find((card) => keysOf(card).length === 1);
    await show(mode, single, "front");
    const [first, second] = await idsIn(page, ".choices > li");
    await choose(page, [first, second]);
    assert.deepEqual(await checkedIn(page), [second]);
    await page.keyboard.press("Alt+1");
    assert.deepEqual(await checkedIn(page), [first]);
    await entry(page, first).locator(".control").focus();
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await checkedIn(page), [second], "radio buttons follow the arrow keys");
    await page.keyboard.press("1");
    assert.deepEqual(await checkedIn(page), [second], "a bare digit is Anki's");

    const several = ofKind("choice").find((card) => keysOf(card).length > 1);
    await show(mode, several, "front");
    const [one, two] = await idsIn(page, ".choices > li");
    await choose(page, [one, two, one]);
    assert.deepEqual(await checkedIn(page), [two]);
    await page.keyboard.press("Alt+1");
    assert.deepEqual(await checkedIn(page), [one, two]);
    await entry(page, one).locator(".control").focus();
    await page.keyboard.press("Space");
    assert.deepEqual(await checkedIn(page), [two]);
    assert.deepEqual(problems, []);
    await close();
  });

  await test(`${mode}: a card seen again is shuffled anew and has no pick`, async () => {
    const { page, show, close } = await openPage(browser, { media, night: false, width: 360 });
    const card = ofKind("choice").find(({ fields }) => !fields.Choices.includes("pinned"));
    const orders = new Set();
    for (let view = 0; view < 12; view++) {
      await show(mode, card, "front");
      assert.equal(await page.locator(".choices > .on").count(), 0);
      const order = await choose(page, [(await idsIn(page, ".choices > li"))[0]]);
      orders.add(order.join());
    }
    assert.ok(orders.size > 3, `${orders.size} orders in twelve views`);
    await close();
  });

  await test(`${mode}: no more is picked than is asked, and the card counts`, async () => {
    const { page, show, close } = await openPage(browser, { media, night: false, width: 360 });
    const several = ofKind("choice").find((card) => keysOf(card).length === 2);
    const steps = ofKind("ordering").find(({ fields }) => fields.Review.includes('class="unused"'));
    for (const card of [several, steps]) {
      await show(mode, card, "front");
      const all = await idsIn(page, ".choices > li");
      const total = Number(await page.locator(".choices").getAttribute("data-choose"));
      assert.ok(total > 1 && total < all.length);
      const count = page.getByRole("status");
      assert.equal(await count.textContent(), `0 of ${total} chosen`);
      await choose(page, all);
      await page.keyboard.press(`Alt+${all.length}`);
      assert.deepEqual(await idsIn(page, ".choices > .on"), all.slice(0, total));
      assert.equal(await page.locator(".control:disabled").count(), all.length - total);
      assert.equal(await count.textContent(), `${total} of ${total} chosen`);
      await choose(page, [all[0], all.at(-1)]);
      assert.deepEqual(await idsIn(page, ".choices > .on"), [...all.slice(1, total), all.at(-1)]);
    }
    await close();
  });

  await test(`${mode}: a screen reader is told what to choose, what is chosen, and whether it was right`, async () => {
    const { page, show, close } = await openPage(browser, { media, night: false, width: 360 });
    const single = ofKind("choice").find((card) => keysOf(card).length === 1);
    await show(mode, single, "front");
    const [key] = keysOf(single);
    const text = (await entry(page, key).locator(".body").innerText()).trim();
    const group = page.getByRole("group", { name: "Choose one.", exact: true });
    const radio = group.getByRole("radio", { name: text, exact: true });
    assert.equal(await radio.isChecked(), false);
    await choose(page, [key]);
    assert.equal(await radio.isChecked(), true);
    await show(mode, single, "back");
    const told = page.getByRole("status");
    assert.equal(await told.textContent(), "", "it is there before it changes");
    await told.filter({ hasText: /^Right$/u }).waitFor({ state: "attached" });

    const [steps] = ofKind("ordering");
    await show(mode, steps, "front");
    const [first] = await idsIn(page, ".choices > li");
    const step = (await entry(page, first).locator(".body").innerText()).trim();
    await choose(page, [first]);
    await page.getByRole("button", { name: `1 ${step}`, exact: true, pressed: true }).waitFor();

    const [pairs] = ofKind("matching");
    await show(mode, pairs, "front");
    for (const prompt of await page.locator(".prompts > .choice").all()) {
      const name = (await prompt.locator(".body").innerText()).trim();
      assert.equal(await prompt.getByRole("combobox", { name, exact: true }).count(), 1);
    }
    await close();
  });

  await test(`${mode}: numbers keep their order`, async () => {
    const { page, show, close } = await openPage(browser, { media, night: false, width: 360 });
    const card = cards.find(({ fields }) => fields.Choices?.includes("pinned"));
    assert.ok(card, "the content has an item whose choices are numbers");
    const authored = [...card.fields.Choices.matchAll(/data-k="([^"]+)"/gu)].map(([, id]) => id);
    for (let view = 0; view < 6; view++) {
      await show(mode, card, "front");
      assert.deepEqual(await idsIn(page, ".choices > li"), authored);
    }
    await close();
  });

  await test(`${mode}: steps are tapped in sequence, and again to undo`, async () => {
    const { page, problems, show, close } = await openPage(browser, { media, night: false, width: 360 });
    for (const card of ofKind("ordering")) {
      const review = card.fields.Review.split('class="unused"')[0];
      const right = [...review.matchAll(/data-k="([^"]+)"/gu)].map(([, id]) => id);
      await show(mode, card, "front");
      await choose(page, [right[1], right[0]]);
      await choose(page, [right[1]]);
      assert.equal(await entry(page, right[0]).getAttribute("data-place"), "1", "undoing moves the others up");
      await choose(page, right.slice(1));
      const asked = await idsIn(page, ".choices > li");
      await show(mode, card, "back");
      assert.match(await page.locator(".verdict").textContent(), /^✓/u);
      for (const [place, id] of asked.entries())
        assert.equal(await page.locator(`.step[data-k="${id}"] > .label`).textContent(), letters[place]);
      await show(mode, card, "front");
      await choose(page, right.toReversed());
      await show(mode, card, "back");
      assert.match(await page.locator(".verdict").textContent(), /^✗/u);
      assert.equal(await page.locator(".pick").count(), right.length);
    }
    assert.deepEqual(problems, []);
    await close();
  });

  await test(`${mode}: matches are selected and shown against the right ones`, async () => {
    const { page, problems, show, close } = await openPage(browser, { media, night: false, width: 360 });
    for (const card of ofKind("matching")) {
      const right = [...card.fields.Review.matchAll(/data-k="([^"]+)" data-match="([^"]+)"/gu)];
      const answer = async (shift) => {
        await show(mode, card, "front");
        for (const [index, [, prompt]] of right.entries())
          await page
            .locator(`.prompts > [data-k="${prompt}"] select`)
            .selectOption(right[(index + shift) % right.length][2]);
        const asked = await idsIn(page, ".matches > li");
        await show(mode, card, "back");
        for (const [place, id] of asked.entries()) {
          const label = page.locator(`[data-match="${id}"] > .match > .label, .unused [data-k="${id}"] > .label`);
          assert.equal(await label.first().textContent(), letters[place], "the back has the letters of the front");
        }
      };
      await answer(0);
      assert.match(await page.locator(".verdict").textContent(), /^✓/u);
      await answer(1);
      assert.match(await page.locator(".verdict").textContent(), /^✗/u);
      assert.ok((await page.locator(".pick.wrong").count()) > 0);
      await show(mode, card, "front");
      await show(mode, card, "back");
      assert.equal(await page.locator(".verdict").isVisible(), false, "no pick, no verdict");
    }
    assert.deepEqual(problems, []);
    await close();
  });
}

for (const { night, width } of looks) {
  await test(`${night ? "night" : "light"}, ${width} px: axe finds nothing, nothing sticks out`, async () => {
    const { page, problems, show, close } = await openPage(browser, { media, night, width });
    const sample = ["choice", "ordering", "matching", "fact", "row", "term"].flatMap((kind) =>
      ofKind(kind).slice(0, 6),
    );
    for (const card of sample) {
      await show("page a side", card, "front");
      if (card.kind === "choice") await choose(page, (await idsIn(page, ".choices > li")).slice(0, 2));
      for (const side of ["front", "back"]) {
        if (side === "back") await show("page a side", card, "back");
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        assert.deepEqual(found, [], `${side} of ${card.label}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${side} of ${card.label} is ${overflow} px too wide`);
      }
    }
    assert.deepEqual(problems, []);
    await close();
  });
}

await testHardCards(browser, test);

await test("without script every card reads and grades", async () => {
  const { page, problems, show, close } = await openPage(browser, { media, night: false, width: 360, scripts: false });
  for (const card of ["choice", "ordering", "matching", "fact"].flatMap((kind) => ofKind(kind).slice(0, 3))) {
    await show("page a side", card, "front");
    assert.equal(await page.locator(".choice").count(), (card.front.match(/class="choice"/gu) ?? []).length);
    await show("page a side", card, "back");
    assert.ok(await page.locator("#answer").isVisible());
    if (card.kind === "choice") assert.equal(await page.locator(".key .mark").count(), keysOf(card).length);
    assert.equal(await page.locator(".note-id").isVisible(), false);
  }
  assert.deepEqual(problems, []);
  await close();
});

await test("storage that refuses leaves a card that works", async () => {
  const { page, problems, show, close } = await openPage(browser, { media, night: false, width: 360 });
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new Error("refused");
      },
    });
  });
  const [card] = ofKind("choice");
  await show("one page", card, "front");
  const order = await choose(page, keysOf(card));
  await show("one page", card, "back");
  await expectBack(page, { order, picked: keysOf(card), right: true });
  assert.deepEqual(problems, []);
  await close();
});

await browser.close();
console.log(`${cards.length} cards; ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
