// The manifest of an output folder: a build replaces what it made and keeps the rest.
import { describe, expect, it } from "vitest";
import {
  describeArtifact,
  mergeManifests,
  parseManifest,
  printManifest,
  type Manifest,
  type ManifestArtifact,
  type ManifestGuide,
} from "../src/manifest.ts";

const none = { items: 0, facts: 0, tables: 0, rows: 0, terms: 0 };

function guide(id: string, edition = "1"): ManifestGuide {
  return { id, edition, found: none, published: none, reported: none };
}

function artifact(path: string, sha256 = "00"): ManifestArtifact {
  return { path, guide: "a", edition: "1", bytes: 1, sha256, contentSha256: "00", counts: {} };
}

function manifest(guides: ManifestGuide[], artifacts: ManifestArtifact[]): Manifest {
  return { schemaVersion: 1, guides, artifacts };
}

describe("describeArtifact", () => {
  it("hashes the bytes that are written", () => {
    const given = { path: "a/a.json", bytes: Buffer.from("abc"), contentSha256: "c", counts: { items: 3 } };
    expect(describeArtifact(given, "a", "2026")).toEqual({
      path: "a/a.json",
      guide: "a",
      edition: "2026",
      bytes: 3,
      // FIPS 180-2, appendix B.1.
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      contentSha256: "c",
      counts: { items: 3 },
    });
  });
});

describe("mergeManifests", () => {
  it("replaces the entries of the new build and keeps those of other guides and outputs, sorted", () => {
    const earlier = manifest([guide("b"), guide("a")], [artifact("b/b.json", "11"), artifact("a/a.json", "22")]);
    const built = manifest([guide("a", "2")], [artifact("a/a.json", "33"), artifact("a/a.apkg", "44")]);
    expect(mergeManifests(earlier, built)).toEqual(
      manifest(
        [guide("a", "2"), guide("b")],
        [artifact("a/a.apkg", "44"), artifact("a/a.json", "33"), artifact("b/b.json", "11")],
      ),
    );
  });

  it("starts anew where there is no earlier manifest", () => {
    const built = manifest([guide("a")], [artifact("a/a.json")]);
    expect(mergeManifests(null, built)).toEqual(built);
  });
});

describe("parseManifest", () => {
  it("reads back what was printed", () => {
    const given = manifest([guide("a")], [artifact("a/a.json")]);
    expect(parseManifest(printManifest(given))).toEqual(given);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"schemaVersion": 1, "guides": [null], "artifacts": []}',
    '{"schemaVersion": 2, "guides": [], "artifacts": []}',
    '{"schemaVersion": 1}',
  ])("takes %s for no manifest", (text) => expect(parseManifest(text)).toBeNull());
});
