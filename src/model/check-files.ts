// Files that a guide needs, and files that it has no place for.
import { type Diagnostic, wholeFile } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { findNear } from "../near.ts";
import { joinWith, quote } from "../quote.ts";
import type { Document } from "./document.ts";

/** The layout of a guide (docs/format.md). */
const fileNames = [
  "exam.yaml",
  "guide.md",
  "glossary.md",
  "terms.yaml",
  "words.txt",
  "identity.lock.json",
  "README.md",
  "REVIEW.md",
];
const folders = [
  { name: "domains", endings: ["md"], flat: true },
  { name: "items", endings: ["md"], flat: false },
  { name: "tables", endings: ["yaml"], flat: true },
  { name: "media", endings: ["png", "jpg", "jpeg", "webp", "svg"], flat: false },
];

/** Faults about the presence of files; `unplaced` are workspace paths, `media` all files of the media folder. */
export function checkFiles(
  folder: string,
  documents: readonly Document[],
  unplaced: readonly string[],
  media: readonly string[],
): Diagnostic[] {
  const missing = [
    { kind: "exam", path: `${folder}/exam.yaml`, holds: "the facts of the exam and its blueprint" },
    { kind: "guide", path: `${folder}/guide.md`, holds: "the introduction with the table of weights" },
  ].filter(({ kind }) => !documents.some((document) => document.kind === kind));
  return [
    ...missing.map(({ path, holds }) =>
      fault("file-missing", {
        message: `Unexpected missing file ${quote(path)}, expected ${holds}`,
        path,
        position: wholeFile,
      }),
    ),
    ...[...unplaced, ...media.filter((path) => !hasEnding(path, folders.at(-1)?.endings ?? []))].map((path) =>
      fault("file-unknown", {
        message: `Unexpected file ${quote(path.slice(folder.length + 1))}, ${expectedFor(path.slice(folder.length + 1))}`,
        path,
        position: wholeFile,
      }),
    ),
  ];
}

const hasEnding = (path: string, endings: readonly string[]): boolean =>
  endings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

function expectedFor(path: string): string {
  const [top = "", ...rest] = path.split("/");
  const names = rest.length === 0 ? fileNames : folders.map(({ name }) => name);
  const meant = names.includes(top) ? null : findNear(top, names);
  const place = folders.find(({ name }) => name === top);
  if (meant !== null) return `did you mean ${quote([meant, ...rest].join("/"))}?`;
  if (place) {
    const endings = joinWith(
      place.endings.map((ending) => quote(`.${ending}`)),
      "or",
    );
    return `expected files that end in ${endings} ${place.flat ? "directly " : ""}in ${quote(`${top}/`)}`;
  }
  return "expected `exam.yaml`, `guide.md`, `glossary.md` or a file in `domains/`, `items/`, `tables/` or `media/`";
}
