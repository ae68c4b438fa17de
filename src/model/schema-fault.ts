// What ajv says of a YAML value → diagnostics that tell an author what to write, each at the exact key or value.
import type { DefinedError } from "ajv/dist/2020.js";
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { findNear } from "../near.ts";
import { joinWith, oneOf, quote } from "../quote.ts";
import type { Scalar, YamlPlaces } from "./document.ts";
import { describeValue, describeExpected, meantValue } from "./schema-wording.ts";
import { escapeKey, nameOf, positionOfOwner, positionOfValue } from "./yaml-places.ts";

/** What the faults of one value share. */
interface Subject {
  places: YamlPlaces;
  path: string;
  /** By JSON pointer. */
  scalar: ((pointer: string) => Scalar | undefined) | undefined;
}

/** The faults of one mapping's keys. */
interface KeyFaults {
  missing: string[];
  unknown: string[];
  /** One of them, for the mapping and its schema. */
  error: DefinedError;
}

/** One diagnostic a place: the first fault of a value, one for all missing keys; a misspelt key is not missing as well. */
export function toDiagnostics(errors: readonly DefinedError[], subject: Subject): Diagnostic[] {
  const keyFaults = new Map<string, KeyFaults>();
  const valueFaults = new Map<string, Diagnostic>();
  for (const error of errors) {
    const at = error.instancePath;
    if (error.keyword === "required" || error.keyword === "additionalProperties") {
      const faults = keyFaults.get(at) ?? { missing: [], unknown: [], error };
      if (error.keyword === "required") faults.missing.push(error.params.missingProperty);
      else faults.unknown.push(error.params.additionalProperty);
      keyFaults.set(at, faults);
    } else if (!valueFaults.has(at)) valueFaults.set(at, reportValue(error, subject));
  }
  return [...[...keyFaults].flatMap(([at, faults]) => reportKeys(at, faults, subject)), ...valueFaults.values()];
}

function reportKeys(at: string, { missing, unknown, error }: KeyFaults, { places, path }: Subject): Diagnostic[] {
  const known = schemaKeys(error);
  const given = new Set(Object.keys(Object(error.data)));
  const absent = new Set(known.filter((key) => !given.has(key)));
  const others = [...absent];
  const note = `Keys here: ${listKeys(known)}.`;
  const diagnostics = unknown.map((key) => {
    const pointer = `${at}/${escapeKey(key)}`;
    const meant = findNear(key, absent);
    // A second misspelling of one key must not be renamed to it as well.
    if (meant !== null) absent.delete(meant);
    const span = places.keyOffsets?.[pointer];
    const expected =
      oneOf(known) ?? (others.length === 0 ? "no more keys" : (oneOf(others) ?? `one of ${known.length} keys`));
    return fault("schema-key-unknown", {
      message: `Unexpected key ${quote(key)}, ${meant === null ? `expected ${expected}` : `did you mean \`${meant}\`?`}`,
      path,
      position: places.keys[pointer] ?? positionOfOwner(at, places),
      note,
      ...(meant !== null && span && { fix: { safe: true, edits: [{ ...span, text: meant }] } }),
    });
  });
  const missed = missing.filter((key) => absent.has(key));
  const [first] = missed;
  if (first === undefined) return diagnostics;
  const description = missed.flatMap((key) => describeKey(error, key)).join(" ");
  const owner = nameOf(at) === "" ? "" : ` in \`${nameOf(at)}\``;
  diagnostics.push(
    fault("schema-key-missing", {
      message:
        missed.length === 1
          ? `Unexpected missing key \`${first}\`${owner}, expected \`${first}: …\``
          : `Unexpected missing keys${owner}, expected ${listKeys(missed)}`,
      path,
      position: positionOfOwner(at, places),
      ...(description !== "" && { note: description }),
    }),
  );
  return diagnostics;
}

function reportValue(error: DefinedError, { places, path, scalar }: Subject): Diagnostic {
  const at = error.instancePath;
  const description = textOf(error.parentSchema?.["description"]);
  const authored = scalar?.(at);
  const meant = meantValue(error);
  const mark = /^["']/u.exec(authored?.raw ?? "")?.[0] ?? "";
  const found = {
    message: `Unexpected ${describeValue(error)}, expected ${describeExpected(error, authored?.raw)}`,
    path,
    position: positionOfValue(at, places),
    ...(meant !== null &&
      authored && {
        fix: { safe: true, edits: [{ start: authored.start, end: authored.end, text: mark + meant + mark }] },
      }),
    ...(description !== "" && { note: nameOf(at) === "" ? description : `\`${nameOf(at)}\`: ${description}` }),
  };
  if (error.keyword !== "uniqueItems") return fault(error.keyword === "type" ? "schema-type" : "schema-value", found);
  const [first, second] = [error.params.i, error.params.j].sort((a, b) => a - b);
  return fault("schema-value", {
    ...found,
    position: positionOfValue(`${at}/${second}`, places),
    related: [{ message: "The same value", path, position: positionOfValue(`${at}/${first}`, places) }],
  });
}

/** The keys that the schema of a mapping names, in its order. */
const schemaKeys = (error: DefinedError): string[] => Object.keys(Object(error.parentSchema?.["properties"]));

const listKeys = (keys: readonly string[]): string => joinWith(keys.map(quote), "and");

/** What the schema says of one key; only own properties, because an author may write `constructor`. */
function describeKey(error: DefinedError, key: string): string[] {
  const properties: unknown = error.parentSchema?.["properties"];
  const property = new Map(Object.entries(Object(properties ?? {}))).get(key);
  const { description, enum: allowed } = Object(property) as { description?: unknown; enum?: unknown };
  if (typeof description !== "string") return [];
  const values = Array.isArray(allowed) ? oneOf(allowed.map(String)) : null;
  return [`\`${key}\`: ${description}${values === null ? "" : ` One of ${values}.`}`];
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
