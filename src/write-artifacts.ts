// The end of the line: artifacts → the output folder, with the manifest that lists them.
import { join } from "node:path";
import { readTextIfPresent, writeWhole } from "./files.ts";
import { describeArtifact, mergeManifests, parseManifest, printManifest, type ManifestGuide } from "./manifest.ts";
import { subtractFound } from "./model/lossless.ts";
import type { CheckedGuide } from "./pipeline.ts";
import type { Artifact } from "./publish/publisher.ts";

/** A guide with its artifacts. */
export interface BuiltGuide {
  guide: CheckedGuide;
  artifacts: Artifact[];
}

/** Writes the artifacts, then the manifest, each whole or not at all; entries of other guides and outputs are kept. Returns the manifest's path. */
export function writeArtifacts(out: string, built: readonly BuiltGuide[]): string {
  for (const { path, bytes } of built.flatMap(({ artifacts }) => artifacts)) writeWhole(join(out, path), bytes);
  const manifestPath = join(out, "manifest.json");
  const earlier = readTextIfPresent(manifestPath);
  const manifest = mergeManifests(earlier === null ? null : parseManifest(earlier), {
    schemaVersion: 1,
    guides: built.map(({ guide }) => describeGuide(guide)),
    artifacts: built.flatMap(({ guide, artifacts }) =>
      artifacts.map((artifact) => describeArtifact(artifact, guide.id, editionOf(guide))),
    ),
  });
  writeWhole(manifestPath, printManifest(manifest));
  return manifestPath;
}

function describeGuide(guide: CheckedGuide): ManifestGuide {
  const { id, found, publishable: published } = guide;
  return { id, edition: editionOf(guide), found, published, reported: subtractFound(found, published) };
}

function editionOf({ publication }: CheckedGuide): string {
  if (publication === null) throw new Error("A guide without a publication has no edition");
  return publication.form.bank.exam.edition;
}
