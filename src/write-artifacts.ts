// The end of the line: artifacts → the output folder, with the manifest that lists them.
import { join } from "node:path";
import { readTextIfPresent, writeWhole } from "./files.ts";
import {
  describeArtifact,
  mergeManifests,
  parseManifest,
  printManifest,
  type Manifest,
  type ManifestArtifact,
  type ManifestGuide,
} from "./manifest.ts";
import { subtractFound } from "./model/lossless.ts";
import type { GuideReport } from "./pipeline.ts";
import type { Artifact } from "./publish/publisher.ts";
import { clearStaged, placeFile, stageFile } from "./stage-files.ts";

/** A guide with its artifacts. */
export interface BuiltGuide {
  guide: Pick<GuideReport, "id" | "edition" | "found" | "publishable">;
  artifacts: Artifact[];
}

/** A guide whose artifacts lie in the output folder under temporary names: plain data, so that a worker can hand it over. */
export interface StagedGuide {
  entry: ManifestGuide;
  artifacts: { entry: ManifestArtifact; temporary: string }[];
}

/** Writes the artifacts, then the manifest, each whole or not at all; entries of other guides and outputs are kept. Returns the manifest's path. */
export function writeArtifacts(out: string, built: readonly BuiltGuide[]): string {
  try {
    return placeStaged(
      out,
      built.map((each) => stageArtifacts(out, each)),
    );
  } finally {
    dropStaged(
      out,
      built.map(({ guide }) => guide.id),
    );
  }
}

/** Writes a guide's artifacts under temporary names: `placeStaged` makes them the output folder's, `dropStaged` removes them. */
export function stageArtifacts(out: string, { guide, artifacts }: BuiltGuide): StagedGuide {
  const { id, edition, found, publishable: published } = guide;
  if (edition === null) throw new Error("A guide whose exam cannot be used has no artifacts");
  return {
    entry: { id, edition, found, published, reported: subtractFound(found, published) },
    artifacts: artifacts.map((artifact) => ({
      entry: describeArtifact(artifact, id, edition),
      temporary: stageFile(join(out, artifact.path), artifact.bytes),
    })),
  };
}

/** Puts staged artifacts in place, then the manifest. Returns the manifest's path. */
export function placeStaged(out: string, staged: readonly StagedGuide[]): string {
  const artifacts = staged.flatMap((guide) => guide.artifacts);
  for (const { entry, temporary } of artifacts) placeFile(temporary, join(out, entry.path));
  return writeManifest(out, {
    schemaVersion: 1,
    guides: staged.map(({ entry }) => entry),
    artifacts: artifacts.map(({ entry }) => entry),
  });
}

/** Removes what was staged for these guides and is not in place. */
export function dropStaged(out: string, guides: readonly string[]): void {
  for (const id of guides) clearStaged(join(out, id));
}

/** Puts entries into the manifest of an output folder. Returns its path. */
export function writeManifest(out: string, entries: Manifest): string {
  const path = join(out, "manifest.json");
  const earlier = readTextIfPresent(path);
  writeWhole(path, printManifest(mergeManifests(earlier === null ? null : parseManifest(earlier), entries)));
  return path;
}
