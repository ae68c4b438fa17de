// `npm run bench`: every part of the bench, one after the other, with the same options (--record). A part that fails stops none of
// the others.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const parts = ["lint.mjs", "run.mjs", "deck.mjs", "pdf.mjs"];
const failed = parts.filter((part) => {
  console.log(`\n## ${part}\n`);
  const args = [fileURLToPath(new URL(part, import.meta.url)), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) {
  console.error(`\nAbove a limit or failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
