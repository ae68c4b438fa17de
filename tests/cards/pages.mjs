// The two ways in which Anki's clients show a card: one page whose scripts are made again (desktop, AnkiDroid's new study
// screen; ts/reviewer/index.ts of ankitects/anki), and a new page for each side (AnkiDroid's default viewer).

const origin = "https://cards.test/";

/** Serves the harness and the media to a page; every other address is counted as a leak and refused. */
export async function openPage(browser, { media, night, width, scripts = true }) {
  const context = await browser.newContext({ viewport: { width, height: 780 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const problems = [];
  let html = "";
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (url === origin) return route.fulfill({ contentType: "text/html", body: html });
    const bytes = media.get(url.slice(origin.length));
    if (bytes !== undefined)
      return route.fulfill({
        contentType: url.endsWith(".svg") ? "image/svg+xml" : "image/png",
        body: Buffer.from(bytes),
      });
    problems.push(`request to ${url}`);
    return route.abort();
  });
  const body = night ? "card nightMode night_mode" : "card";
  const document = (css, inner) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Card</title><meta name="viewport" content="width=device-width"><style>${css}</style></head><body class="${body}">${inner}</body></html>`;
  const load = async (text) => {
    html = text;
    await page.goto(origin);
  };
  let hasPage = false;
  const modes = {
    async "one page"(card, side) {
      if (!hasPage) await load(document("", '<style id="css"></style><div id="qa"></div>'));
      hasPage = true;
      await page.evaluate(
        ([css, inner]) => {
          document.querySelector("#css").textContent = css;
          const qa = document.querySelector("#qa");
          qa.innerHTML = inner;
          for (const old of qa.querySelectorAll("script")) {
            const script = document.createElement("script");
            script.append(old.textContent);
            old.replaceWith(script);
          }
        },
        [card.css, card[side]],
      );
    },
    async "page a side"(card, side) {
      await load(document(card.css, `<div id="content">${card[side]}</div>`));
    },
  };
  return { page, problems, show: (mode, card, side) => modes[mode](card, side), close: () => context.close() };
}

export const pageModes = ["one page", "page a side"];
