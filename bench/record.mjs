// Writes the tables of the READMEs and the chart from results.json; with --check it only says which of them are not as it has them.
import { readFileSync } from "node:fs";
import { readResults, render, writeRendered } from "./recorded.mjs";

const results = readResults();
if (process.argv.includes("--check")) {
  const stale = [...(await render(results))].filter(([path, text]) => readFileSync(path, "utf8") !== text);
  for (const [path] of stale)
    console.error(`${path} is not as bench/results.json has it; node bench/record.mjs writes it`);
  if (stale.length > 0) process.exitCode = 1;
} else await writeRendered(results);
