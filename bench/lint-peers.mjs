// What the bench of lint compares with, installed outside the package's own dependencies, at the versions of peers/package-lock.json.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const files = ["package.json", "package-lock.json", "remarkrc.json"];

/** npm itself, where npm runs this; a name needs a shell on Windows. */
function npm(args, cwd) {
  const cli = process.env.npm_execpath ?? "";
  const options = { cwd, stdio: ["ignore", 2, 2] };
  if (/npm-cli\.[cm]?js$/u.test(cli)) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** The versions of the peers by their names. */
export function peerVersions() {
  return JSON.parse(readFileSync(at("peers/package.json"), "utf8")).dependencies;
}

/** The folder whose node_modules has the peers, or null where they cannot be installed, which it says; a half-made one is made anew. */
export function installPeers() {
  const lock = createHash("sha256")
    .update(readFileSync(at("peers/package-lock.json")))
    .digest("hex")
    .slice(0, 12);
  const folder = at(`../node_modules/.cache/bench/peers-${lock}`);
  const whole = join(folder, "installed");
  if (existsSync(whole)) return folder;
  console.error(`Installing markdownlint-cli2, remark-cli and what they need into ${folder}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of files) copyFileSync(at(`peers/${name}`), join(folder, name));
  const { status } = npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  if (status !== 0) {
    console.error("npm cannot install what the bench compares with; it needs the network once.");
    return null;
  }
  writeFileSync(whole, "");
  return folder;
}
