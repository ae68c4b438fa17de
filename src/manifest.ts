// dist/manifest.json: what stands in the output folder, guide by guide. Pure; files.ts reads and writes it.
import { createHash } from "node:crypto";
import type { Found } from "./model/document.ts";
import type { Counts } from "./model/types.gen.ts";
import type { Artifact } from "./publish/publisher.ts";

/** One artifact in the output folder. */
export interface ManifestArtifact {
  /** Relative to the output folder, with forward slashes. */
  path: string;
  guide: string;
  edition: string;
  /** Size of the file. */
  bytes: number;
  /** Of the file, in hex. */
  sha256: string;
  /** Of the inflated, canonical content, in hex. */
  contentSha256: string;
  counts: Partial<Counts>;
}

/** One guide: found = published + reported, kind by kind. */
export interface ManifestGuide {
  id: string;
  edition: string;
  found: Found;
  published: Found;
  reported: Found;
}

export interface Manifest {
  schemaVersion: 1;
  /** Sorted by id. */
  guides: ManifestGuide[];
  /** Sorted by path. */
  artifacts: ManifestArtifact[];
}

/** The manifest's entry of one artifact. */
export function describeArtifact(artifact: Artifact, guide: string, edition: string): ManifestArtifact {
  const { path, bytes, contentSha256, counts } = artifact;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path, guide, edition, bytes: bytes.length, sha256, contentSha256, counts };
}

/** The earlier manifest with the entries of a new build put in; entries of other guides and outputs are kept. */
export function mergeManifests(earlier: Manifest | null, built: Manifest): Manifest {
  const guides = new Map([...(earlier?.guides ?? []), ...built.guides].map((guide) => [guide.id, guide]));
  const artifacts = new Map(
    [...(earlier?.artifacts ?? []), ...built.artifacts].map((artifact) => [artifact.path, artifact]),
  );
  return {
    schemaVersion: 1,
    guides: [...guides.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    artifacts: [...artifacts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Reads a manifest; null for a text that this version did not write, which a build then replaces whole. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null;
    const { schemaVersion, guides, artifacts } = value ?? {};
    return schemaVersion === 1 && areEntries(guides, "id") && areEntries(artifacts, "path")
      ? (value as Manifest)
      : null;
  } catch {
    return null;
  }
}

/** Whether a value is a list of objects with this text in each. */
function areEntries(list: unknown, key: string): boolean {
  return Array.isArray(list) && list.every((entry: unknown) => typeof Object(entry)[key] === "string");
}

/** The manifest as it is written. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
