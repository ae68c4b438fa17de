// One process of the deck's bench: reads notes from JSON lines and writes them as a deck. Prints the cost of the writing as a JSON line.
import { createReadStream, statSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { encodePackage } from "../lib/publish/anki/package.js";
import { measure } from "./measure.mjs";

const [notesFile, deckFile] = process.argv.slice(2);

let deck;
for await (const line of createInterface({ input: createReadStream(notesFile) })) {
  if (deck === undefined) deck = { ...JSON.parse(line), notes: [] };
  // What reading leaves behind must not pass for memory of the writing.
  else if (deck.notes.push(JSON.parse(line)) % 2000 === 0) globalThis.gc();
}

const { seconds, cpu, megabytes } = await measure(async () => writeFileSync(deckFile, await encodePackage(deck, [])));
console.log(JSON.stringify({ seconds, cpu, megabytes, bytes: statSync(deckFile).size }));
