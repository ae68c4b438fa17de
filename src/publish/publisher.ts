// What an output is. A publisher is pure: form and assets in, bytes out; it never writes.
import type { Memory } from "../cache/memory.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Form } from "../model/form.ts";
import type { ConfigFile, Counts, Words } from "../model/types.gen.ts";
import type { SourceText } from "../source-text.ts";
import type { OpenTypesetter } from "../typeset/formula.ts";

/** Packaged files as values, read by files.ts, and the fonts that the workspace names. */
export interface Assets {
  /** templates/<path> as text, by path with forward slashes (`anki/choice.front.html`). */
  templates: Map<string, string>;
  /** Fonts by name (`SourceSans3_400Regular`), the workspace's own by role and face (`body.regular`, `fallback.0.bold`). */
  fonts: Map<string, Uint8Array>;
  /** Opens the typesetter of math; null or absent if none is installed. */
  openTypesetter?: OpenTypesetter | null;
}

export interface Publication {
  form: Form;
  words: Words;
  assets: Assets;
  config: ConfigFile;
  /** The build date; the only clock that an artifact may show. */
  date: Date;
  /** The text of a file of the guide, for the places of findings; called for the files of the bank alone. */
  sourceOf: (path: string) => SourceText;
  /** What a publisher has made in earlier runs; it changes no byte of an artifact. Nothing is known when absent. */
  memory?: Memory;
}

export interface Artifact {
  /** Relative to the output folder, with forward slashes. */
  path: string;
  bytes: Uint8Array;
  /** SHA-256 in hex of the inflated, canonical content: equal on every machine. */
  contentSha256: string;
  /** What it holds; each number given must equal what the sources hold. */
  counts: Partial<Counts>;
}

export interface Publisher {
  id: "json" | "anki" | "pdf";
  /** Fonts that it draws with: the name in `Assets.fonts` and the file inside an installed package. */
  fontFiles?: readonly { name: string; file: string }[];
  /** Faults that only this output has, such as a missing glyph. */
  check: (publication: Publication) => Diagnostic[];
  publish: (publication: Publication) => Promise<Artifact[]>;
}
