// Writes src/model/types.gen.ts from schemas/*.schema.json; with --check it only compares and fails when the file is stale.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";
import prettier from "prettier";

const target = "src/model/types.gen.ts";

/** All schemas as one, so that a definition used by two files becomes one type. */
function combine() {
  const combined = { title: "Schemas", type: "object", additionalProperties: false, properties: {}, $defs: {} };
  for (const file of readdirSync("schemas").sort()) {
    const text = readFileSync(`schemas/${file}`, "utf8").replaceAll(/"[a-z-]+\.schema\.json#\/\$defs\//g, '"#/$defs/');
    const { $defs = {}, $schema: _dialect, $id: _id, ...root } = JSON.parse(text);
    for (const [name, schema] of [[root.title, root], ...Object.entries($defs)]) {
      if (name in combined.$defs) throw new Error(`Two schemas define ${name}`);
      combined.$defs[name] = schema;
    }
    combined.properties[root.title] = { $ref: `#/$defs/${root.title}` };
  }
  return combined;
}

const generated = await compile(combine(), "Schemas", {
  bannerComment: "// Generated from schemas/ by `npm run generate`. Do not edit.",
  ignoreMinAndMaxItems: true,
  style: { printWidth: 120 },
});
const text = await prettier.format(generated.replace(/export interface Schemas \{[\s\S]*?\n\}\n/, ""), {
  ...(await prettier.resolveConfig(target)),
  parser: "typescript",
});

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error(`${target} is stale. Run: npm run generate`);
    process.exit(1);
  }
} else writeFileSync(target, text);
