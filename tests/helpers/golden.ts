// The golden bank (tests/golden/bank) as a publication, made by the line itself.
import { fileURLToPath } from "node:url";
import { checkGuide } from "../../src/pipeline.ts";
import { openWorkspace } from "../../src/workspace.ts";
import type { PublisherId } from "../../src/publish/index.ts";
import type { Publication } from "../../src/publish/publisher.ts";

/** The workspace that holds the golden bank. */
const goldenRoot = fileURLToPath(new URL("../golden/bank", import.meta.url));

/** Throws with the errors if the golden bank has any; one of its items has no rationales, which is a warning. */
export async function readGolden(outputs: readonly PublisherId[]): Promise<Publication> {
  const workspace = await openWorkspace(goldenRoot);
  if (workspace === null) throw new Error(`No workspace in ${goldenRoot}`);
  const { publication, diagnostics } = await checkGuide(workspace, "golden", {
    outputs,
    date: new Date("2026-11-20T12:00:00Z"),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const findings = errors.map(
    ({ path, position, message }) => `${path}:${position.start.line}:${position.start.column} ${message}`,
  );
  if (publication === null || findings.length > 0) throw new Error(findings.join("\n"));
  return publication;
}
