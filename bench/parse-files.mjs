// One process of the bench of lint, the floor: reads the Markdown files below a folder and parses them with unified, GFM and front
// matter on one thread or more; with none it only reads. Trees are thrown away. Prints how many files it saw.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";

async function makeParser(peers) {
  const require = createRequire(join(peers, "package.json"));
  const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
  const { unified } = await load("unified");
  const [parse, gfm, frontmatter] = await Promise.all(["remark-parse", "remark-gfm", "remark-frontmatter"].map(load));
  return unified().use(parse.default).use(gfm.default).use(frontmatter.default).freeze();
}

async function parseAll({ peers, paths }) {
  const parser = await makeParser(peers);
  for (const path of paths) parser.parse(readFileSync(path, "utf8"));
}

if (isMainThread) {
  const [folder, threads, peers] = process.argv.slice(2);
  const paths = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(folder, path));
  if (threads === "0") for (const path of paths) readFileSync(path);
  else if (threads === "1") await parseAll({ peers, paths });
  else {
    const parts = Array.from({ length: Number(threads) }, (_, n) =>
      paths.filter((_path, index) => index % Number(threads) === n),
    );
    const work = (part) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { peers, paths: part } });
        worker.once("exit", resolve).once("error", reject);
      });
    await Promise.all(parts.map(work));
  }
  console.log(paths.length);
} else await parseAll(workerData);
