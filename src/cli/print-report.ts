// Diagnostics to the streams: data formats to standard output, the one for people to standard error.
import type { Diagnostic } from "../diagnostic.ts";
import type { CheckedGuide } from "../pipeline.ts";
import { reports, type ReportFormat } from "../report/index.ts";
import { wantsColour, type Io } from "./io.ts";

/** Prints sorted diagnostics of the checked guides. */
export function printReport(
  io: Io,
  format: ReportFormat,
  diagnostics: readonly Diagnostic[],
  checked: readonly CheckedGuide[],
): void {
  const text = reports[format](diagnostics, {
    colour: wantsColour(io, io.interactive),
    source: (path) => {
      const bytes = checked.map(({ sources }) => sources.get(path)).find((each) => each !== undefined);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
  });
  (format === "pretty" ? io.err : io.out)(text);
}
