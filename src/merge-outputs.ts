// Output folders of several runs → one, as one run would have left it.
import { createHash } from "node:crypto";
import { join, resolve, sep } from "node:path";
import { readBytesIfPresent, readTextIfPresent } from "./files.ts";
import { mergeManifests, parseManifest, type Manifest, type ManifestArtifact } from "./manifest.ts";
import { clearStaged, placeFile, stageFile } from "./stage-files.ts";
import { writeManifest } from "./write-artifacts.ts";

/** An output folder with what its manifest says. */
interface Output {
  folder: string;
  manifest: Manifest;
}

/** What is wrong with the folders; nothing was written. */
export class MergeError extends Error {}

/**
 * Copies all artifacts of the folders into `out` and merges their manifests; entries that `out` has of other guides and outputs
 * are kept. Returns the manifest's path. Throws a MergeError if a folder is not whole or two of them differ about an artifact
 * or a guide.
 */
export function mergeOutputs(out: string, folders: readonly string[]): string {
  const outputs = folders.map(openOutput);
  const merged = outputs.reduce<Manifest | null>((before, { folder, manifest }) => {
    refuseConflict(before, manifest, folder);
    return mergeManifests(before, manifest);
  }, null);
  const staged = new Map<string, string>();
  const places = [...new Set((merged?.artifacts ?? []).map(({ path }) => resolve(out, path, "..")))];
  try {
    for (const { folder, manifest } of outputs)
      for (const artifact of manifest.artifacts) {
        const path = join(out, artifact.path);
        staged.set(path, stageFile(path, readArtifact(folder, artifact)));
      }
    for (const [path, temporary] of staged) placeFile(temporary, path);
  } finally {
    for (const place of places) clearStaged(place);
  }
  return writeManifest(out, merged ?? { schemaVersion: 1, guides: [], artifacts: [] });
}

function openOutput(folder: string): Output {
  const text = readTextIfPresent(join(folder, "manifest.json"));
  const manifest = text === null ? null : parseManifest(text);
  if (manifest === null)
    throw new MergeError(`Unexpected folder ${folder}, expected one with the manifest.json of a build`);
  const stray = manifest.artifacts.find(({ path }) => !resolve(folder, path).startsWith(resolve(folder) + sep));
  if (stray !== undefined)
    throw new MergeError(`Unexpected path \`${stray.path}\` in ${folder}, expected one inside it`);
  return { folder, manifest };
}

/** The bytes that the manifest tells of; those of a folder that was cut off on its way are others. */
function readArtifact(folder: string, { path, sha256 }: ManifestArtifact): Uint8Array {
  const bytes = readBytesIfPresent(join(folder, path));
  if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== sha256)
    throw new MergeError(
      `Unexpected ${bytes === null ? "absence" : "content"} of ${join(folder, path)}, expected the file that its manifest lists`,
    );
  return bytes;
}

/** One artifact or guide may be in two folders only if both say the same of it: such folders are of one commit. */
function refuseConflict(before: Manifest | null, manifest: Manifest, folder: string): void {
  const entries = ({ guides, artifacts }: Manifest): Map<string, string> =>
    new Map([
      ...guides.map((guide) => [`guide ${guide.id}`, JSON.stringify(guide)] as const),
      ...artifacts.map((artifact) => [`artifact ${artifact.path}`, JSON.stringify(artifact)] as const),
    ]);
  const known = before === null ? new Map<string, string>() : entries(before);
  for (const [name, entry] of entries(manifest))
    if ((known.get(name) ?? entry) !== entry)
      throw new MergeError(
        `Unexpected ${name} in ${folder}, expected what an earlier folder has: they are of different builds`,
      );
}
