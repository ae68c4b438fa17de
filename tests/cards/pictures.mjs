// Pictures of the real guide's cards, answered, for the eye and for the README: `node tests/cards/pictures.mjs FOLDER`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { openPage } from "./pages.mjs";
import { renderCards } from "./render.mjs";

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder for the pictures");
mkdirSync(folder, { recursive: true });

const browser = await launch();
const { cards, media } = await renderCards(".", "mla-c01");
const first = (kind, has = () => true) => cards.find((card) => card.kind === kind && has(card));
const chosen = {
  choice: first("choice"),
  response: first("choice", ({ fields }) => fields.Instruction.includes("two")),
  ordering: first("ordering"),
  matching: first("matching"),
  fact: first("fact"),
  row: first("row"),
  term: first("term"),
};

/** Answers a card as a learner in a hurry would: the first that comes. */
async function answer(page, kind) {
  if (kind === "choice" || kind === "response" || kind === "ordering")
    for (const choice of await page.locator(".choices > *").all()) {
      if (kind === "choice" && (await page.locator(".choices > .on").count()) > 0) break;
      if (kind === "response" && (await page.locator(".choices > .on").count()) > 1) break;
      await choice.click();
    }
  for (const select of kind === "matching" ? await page.locator("select").all() : [])
    await select.selectOption({ index: 1 });
}

const pictures = {};
for (const [kind, card] of Object.entries(chosen))
  for (const night of [false, true])
    for (const width of [360, 1280]) {
      const { page, show, close } = await openPage(browser, { media, night, width });
      for (const side of ["front", "back"]) {
        await show("one page", card, side);
        if (side === "front") await answer(page, kind);
        const name = `${kind}-${side}-${width}-${night ? "night" : "light"}`;
        const bytes = await page.screenshot({ fullPage: true });
        pictures[name] = bytes;
        writeFileSync(join(folder, `${name}.png`), bytes);
      }
      await close();
    }

/** The sheet of the README: phones side by side, cut at the same height. */
const shown = [
  "choice-front-360-light",
  "choice-back-360-light",
  "response-back-360-night",
  "ordering-front-360-night",
  "matching-front-360-light",
  "row-back-360-light",
];
const phones = shown.map((name) => {
  const background = name.endsWith("night") ? "#14171c" : "#f4f5f7";
  return `<div style="background: ${background}"><img src="data:image/png;base64,${pictures[name].toString("base64")}" alt=""></div>`;
});
const sheet = await browser.newPage({ viewport: { width: shown.length * 380 + 20, height: 920 } });
await sheet.setContent(
  `<style>body { margin: 20px; display: flex; gap: 20px; background: #d0d4dc } div { width: 360px; height: 880px; overflow: hidden } img { display: block }</style>${phones.join("")}`,
);
await sheet.screenshot({ path: join(folder, "cards.png") });
await browser.close();
