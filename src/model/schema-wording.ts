// The words of a schema fault: what stands there, and what the schema expects instead.
import type { DefinedError } from "ajv/dist/2020.js";
import { didYouMean } from "../near.ts";
import { oneOf, quote } from "../quote.ts";

/** What stands at the place of an error, as an author would call it. */
export function describeValue(error: DefinedError): string {
  const value: unknown = error.data;
  switch (error.keyword) {
    case "minLength":
    case "maxLength":
      return value === "" ? "empty text" : `text of ${count([...String(value)].length, "character")}`;
    case "minItems":
    case "maxItems":
      return Array.isArray(value) && value.length > 0
        ? `list of ${count(value.length, "entry", "entries")}`
        : "empty list";
    case "uniqueItems":
      return "repeated value";
    default:
      return describe(value);
  }
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "empty value";
  if (value === "") return "empty text";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return `number ${value}`;
  if (typeof value === "object") return Array.isArray(value) ? "list" : "mapping";
  return quote(JSON.stringify(value));
}

/** What a schema expects at the place of an error; `source` is the scalar as authored. */
export function describeExpected(error: DefinedError, source: string | undefined): string {
  switch (error.keyword) {
    case "type":
      return describeType(error, error.params.type, source);
    case "enum":
      return describeEnum(error.params.allowedValues, error.data);
    case "const":
      return quote(JSON.stringify(error.params.allowedValue));
    case "format":
      return formats.get(error.params.format) ?? `the format ${error.params.format}`;
    case "pattern":
      return describePattern(error);
    case "minLength":
      return `at least ${count(error.params.limit, "character")}`;
    case "maxLength":
      return `at most ${count(error.params.limit, "character")}`;
    case "minItems":
      return `at least ${count(error.params.limit, "entry", "entries")}`;
    case "maxItems":
      return `at most ${count(error.params.limit, "entry", "entries")}`;
    case "uniqueItems":
      return "different entries";
    case "minimum":
      return `at least ${error.params.limit}`;
    case "maximum":
      return `at most ${error.params.limit}`;
    case "exclusiveMinimum":
      return `more than ${error.params.limit}`;
    case "exclusiveMaximum":
      return `less than ${error.params.limit}`;
    default:
      throw new Error(`No words for the schema keyword ${error.keyword}`);
  }
}

/** The allowed value that an author wrote in other case or with other joints, such as `Multiple_choice`; else null. */
export function meantValue(error: DefinedError): string | null {
  const { data } = error;
  if (error.keyword !== "enum" || typeof data !== "string") return null;
  const plain = (value: string): string =>
    value
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/gu, "-");
  return error.params.allowedValues.map(String).find((value) => plain(value) === plain(data)) ?? null;
}

const types = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["integer", "a whole number"],
  ["boolean", "`true` or `false`"],
  ["array", "a list"],
  ["object", "a mapping of keys to values"],
]);

/** By format name, for the formats that our schemas and table kinds use. */
const formats: ReadonlyMap<string, string> = new Map([
  ["date", "a day of the calendar such as `2026-11-23`"],
  ["uri", "an address such as `https://example.org/page`"],
  ["uri-template", "an address with a placeholder, such as `https://example.org/report?id={id}`"],
  ["email", "an e-mail address such as `name@example.org`"],
]);

/** Text that YAML reads as a number or truth value is mended by quotes, so the message shows it quoted. */
function describeType({ data: value, parentSchema }: DefinedError, type: string, source: string | undefined): string {
  const format: unknown = parentSchema?.["format"];
  const expected = (typeof format === "string" ? formats.get(format) : undefined) ?? types.get(type) ?? type;
  if (type === "object") return expected + describeRequired(parentSchema);
  if (type !== "string" || (typeof value !== "number" && typeof value !== "boolean")) return expected;
  return `${expected}: ${quote(JSON.stringify(source ?? String(value)))}`;
}

/** The keys that a mapping cannot do without, as an author writes them; nothing if there are none or too many. */
function describeRequired(schema: object | undefined): string {
  const required: unknown = Object(schema).required;
  if (!Array.isArray(required) || required.length === 0 || required.length > 3) return "";
  return `: ${required.map((key) => quote(`${String(key)}: …`)).join(" and ")}`;
}

function describeEnum(allowed: readonly unknown[], value: unknown): string {
  const names = allowed.map(String);
  const listed = oneOf(names) ?? `one of ${names.length} values`;
  return typeof value === "string" ? listed + didYouMean(value, names) : listed;
}

/** No author reads a regular expression: a format beside it or an example says what it means. */
function describePattern({ parentSchema }: DefinedError): string {
  const format: unknown = parentSchema?.["format"];
  const words = typeof format === "string" ? formats.get(format) : undefined;
  if (words !== undefined) return words;
  const examples: unknown = parentSchema?.["examples"];
  return Array.isArray(examples)
    ? `text such as ${examples.map((example) => quote(String(example))).join(" or ")}`
    : "other text";
}

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;
