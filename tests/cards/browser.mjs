// The browser in which cards are shown.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const paths = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/** The browser that CHROMIUM names, else the first of the PATH, else Chrome where its installer puts it. */
export async function launch() {
  const executablePath = process.env.CHROMIUM || paths.find((path) => existsSync(path));
  const place = executablePath === undefined ? { channel: "chrome" } : { executablePath };
  try {
    return await chromium.launch({ ...place, args: ["--no-sandbox"] });
  } catch (error) {
    console.error(
      `The cards are tested in Chromium or Chrome, and ${executablePath ?? "none"} could be started: install one (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to its path.\n${error.message}`,
    );
    return process.exit(1);
  }
}
