// The colours of severities, the same in every output for people.
import type pc from "picocolors";
import type { Severity } from "../diagnostic.ts";

type Colours = ReturnType<typeof pc.createColors>;

/** What colours a text like its severity. */
export function severityPaint(colours: Colours, severity: Severity): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, info: colours.blue }[severity];
}
