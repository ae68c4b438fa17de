// One process of the PDFs' bench: lays out the answer booklet of `size` items and writes its blocks as JSON lines.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { answers } from "../lib/publish/pdf/layout/answers.js";
import { makeSource } from "./pdf-publication.mjs";

const [size, blocksFile] = [Number(process.argv[2]), process.argv[3]];
const { source } = makeSource(size);
const { content, chapters } = answers(source, () => 1);
const file = createWriteStream(blocksFile);
file.write(`${JSON.stringify(chapters)}\n`);
for (const block of content) if (!file.write(`${JSON.stringify(block)}\n`)) await once(file, "drain");
file.end();
await once(file, "finish");
