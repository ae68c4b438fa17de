// The YAML between the two `---` that open a Markdown file, and YAML files whole: text → validated value with places.
import type { Scalar, YamlPlaces } from "../model/document.ts";
import { validate, type SchemaName } from "../model/validate.ts";
import { quote } from "../quote.ts";
import { lineSpan, report, sliceOf, type Source, type Span } from "./source.ts";
import { readYaml } from "./yaml.ts";

/** A value that its schema allows, else null; its faults are among the source's. */
export interface Validated {
  value: unknown;
  places: YamlPlaces;
  /** What stands there even if the schema does not allow it. */
  raw: unknown;
}

/** The front matter's YAML between its fences, and whether there are such fences. */
export type FrontMatterSpan = { state: "closed"; yaml: Span } | { state: "absent" | "open"; yaml: null };

const fence = /^---[ \t]*$/;

export function findFrontMatter(source: Source): FrontMatterSpan {
  if (!fence.test(sliceOf(source, lineSpan(source, 0)))) return { state: "absent", yaml: null };
  const start = source.lineStarts[1] ?? source.text.length;
  for (let line = 1; line < source.lineStarts.length; line++) {
    const span = lineSpan(source, line);
    if (fence.test(sliceOf(source, span))) return { state: "closed", yaml: { start, end: span.start } };
  }
  return { state: "open", yaml: null };
}

/** Reports front matter that is missing or not closed; true if it is neither. */
export function checkFrontMatter(
  source: Source,
  found: FrontMatterSpan,
): found is FrontMatterSpan & { state: "closed" } {
  if (found.state === "closed") return true;
  const first = lineSpan(source, 0);
  const message =
    found.state === "open"
      ? "Unexpected open front matter, expected a second line `---` that closes it"
      : `Unexpected ${sliceOf(source, first).trim() === "" ? "empty line" : quote(sliceOf(source, first))}, expected \`---\` on line 1, which opens the front matter`;
  report(source, "front-matter-missing", first, message);
  return false;
}

/** Reads and validates the YAML in a span. */
export function readValidated(source: Source, span: Span, schema: SchemaName): Validated {
  const { value, places, sound, scalars } = readYaml(source, span);
  if (!sound) return { value: null, places, raw: null };
  const scalarAt = (pointer: string): Scalar | undefined => {
    const scalar = scalars.get(pointer);
    return scalar && { raw: sliceOf(source, scalar), ...scalar };
  };
  const faults = validate(schema, value, places, source.path, scalarAt);
  for (const found of faults) {
    const fix = found.fix ?? quoteNumber(found.ruleId, found.position, scalars, places, scalarAt);
    source.diagnostics.push({
      ...found,
      ...(source.itemId !== null && { itemId: source.itemId }),
      ...(fix && { fix }),
    });
  }
  return { value: faults.length > 0 ? null : (value ?? {}), places, raw: value };
}

/** A number where text is expected, such as `task: 1.10`, is mended by quotes around what the author wrote. */
function quoteNumber(
  ruleId: string,
  position: object,
  scalars: ReadonlyMap<string, Span>,
  places: YamlPlaces,
  scalarAt: (pointer: string) => Scalar | undefined,
): { safe: true; edits: [{ start: number; end: number; text: string }] } | null {
  if (ruleId !== "schema-type") return null;
  for (const [pointer, span] of scalars) {
    const raw = scalarAt(pointer)?.raw;
    if (places.values[pointer] !== position || raw === undefined || !/^\d+(?:\.\d+)*$/.test(raw)) continue;
    return { safe: true, edits: [{ ...span, text: `"${raw}"` }] };
  }
  return null;
}
