// The disk, with stage-files.ts all of node:fs: workspace and packaged assets in, artifacts out. The stages receive files as values.
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { DictionaryTexts } from "./model/dictionary.ts";
import { isMediaTooLarge, type MediaFile } from "./model/media.ts";
import type { SourceFile } from "./model/document.ts";
import { stageFile } from "./stage-files.ts";

/** Name of the file that configures a workspace and marks its root. */
export const configFileName = "certpress.config.yaml";

/** One guide's files, sorted by path. */
export interface GuideSource {
  /** The folder's name. */
  id: string;
  /** Relative to the workspace root, with forward slashes. */
  folder: string;
  files: SourceFile[];
  media: MediaFile[];
  /** Links out of the guide: listed, never read. */
  escaping: string[];
  /** When the newest of its files was changed. */
  modified: Date;
}

/** The nearest of `start` and its ancestors that has a config file, else that has `content/`; null if there is none. */
export function findWorkspaceRoot(start: string): string | null {
  const ancestors: string[] = [];
  for (let folder = resolve(start); !ancestors.includes(folder); folder = dirname(folder)) ancestors.push(folder);
  return (
    ancestors.find((folder) => existsSync(join(folder, configFileName))) ??
    ancestors.find((folder) => existsSync(join(folder, "content"))) ??
    null
  );
}

/** The config file of a workspace, or null. */
export function readConfigFile(root: string): SourceFile | null {
  return readWorkspaceFile(root, configFileName);
}

/** A file of the workspace by its path relative to the root, or null. */
export function readWorkspaceFile(root: string, path: string): SourceFile | null {
  return existsSync(join(root, path)) ? { path, bytes: readFileSync(join(root, path)) } : null;
}

/** Largest font file of a workspace that is read. */
const fontBytes = 32 * 1024 * 1024;

/** A font of the workspace by its path relative to the root; else why it is not read. Its real path lies in the workspace. */
export function readWorkspaceFont(root: string, path: string): Uint8Array | "missing" | "outside" | "large" {
  const real = readableRealPath(join(root, path));
  if (real === null) return "missing";
  if (!isInside(real, realpathSync(root))) return "outside";
  return statSync(real).size > fontBytes ? "large" : readFileSync(real);
}

/** The words that a workspace has of its own, `words/<language>.yaml`, sorted by path; links out of the workspace are none. */
export function readWorkspaceWords(root: string): SourceFile[] {
  const folder = join(root, "words");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return listFolder(folder)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => {
      const real = readableRealPath(join(folder, name));
      const isOwn = real !== null && isInside(real, realpathSync(root));
      return isOwn ? [{ path: `words/${name}`, bytes: readFileSync(real) }] : [];
    });
}

/** Names under which a config file would be meant but not read. */
export function misnamedConfigFiles(root: string): string[] {
  return ["certpress.config.yml", "certpress.yaml", "certpress.yml"].filter((name) => existsSync(join(root, name)));
}

/** Names of the folders in `content/`, sorted; empty if there is no such folder. */
export function listGuides(root: string): string[] {
  const content = join(root, "content");
  if (!existsSync(content)) return [];
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

/** Workspace paths of all files of the guides, sorted; dot files are none of them. */
export function listContent(root: string): string[] {
  const content = join(root, "content");
  return existsSync(content) ? listFiles(content).map((path) => `content/${path}`) : [];
}

/** All files of one guide; dot files are no part of it. */
export function readGuide(root: string, id: string): GuideSource {
  const folder = `content/${id}`;
  const guide: GuideSource = { id, folder, files: [], media: [], escaping: [], modified: new Date(0) };
  const realRoot = realpathSync(join(root, folder));
  const realMedia = join(realRoot, "media");
  for (const path of listFiles(join(root, folder))) {
    const absolute = join(root, folder, path);
    const workspacePath = `${folder}/${path}`;
    const real = readableRealPath(absolute);
    if (path.startsWith("media/")) {
      const escapes = real !== null && !isInside(real, realMedia);
      guide.media.push({ path: workspacePath, escapes, bytes: real === null || escapes ? null : readMedia(real) });
    } else if (real === null || !isInside(real, realRoot)) {
      guide.escaping.push(workspacePath);
      continue;
    } else guide.files.push({ path: workspacePath, bytes: readFileSync(real) });
    if (real !== null) {
      const { mtime } = statSync(real);
      if (mtime > guide.modified) guide.modified = mtime;
    }
  }
  return guide;
}

/** Paths of all files below a folder, relative to it, with forward slashes, sorted. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort();
}

/** The path behind all links, or null if it leads to no file. */
function readableRealPath(path: string): string | null {
  try {
    const real = realpathSync(path);
    return statSync(real).isFile() ? real : null;
  } catch {
    return null;
  }
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder + sep);
}

function readMedia(path: string): Uint8Array | null {
  try {
    return isMediaTooLarge(statSync(path).size) ? null : readFileSync(path);
  } catch {
    return null;
  }
}

/** Text files below templates/, by path with forward slashes. */
export function readTemplates(): Map<string, string> {
  const folder = fileURLToPath(new URL("../templates/", import.meta.url));
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Font files of installed packages, by name. Throws if a package is not installed. */
export function readFonts(fontFiles: readonly { name: string; file: string }[]): Map<string, Uint8Array> {
  const require = createRequire(import.meta.url);
  return new Map(fontFiles.map(({ name, file }) => [name, readFileSync(require.resolve(file))]));
}

/** The folder of the first of some packages that is installed in a workspace, or with us; null if none is. */
export function findDictionary(root: string, packages: readonly string[]): string | null {
  for (const name of packages)
    for (const from of [join(root, "package.json"), import.meta.url]) {
      try {
        return dirname(createRequire(from).resolve(name));
      } catch {
        // Not installed there.
      }
    }
  return null;
}

/** The Hunspell dictionary in a package's folder, and the word lists of every cspell package that we depend on. */
export function readDictionary(folder: string): DictionaryTexts {
  return {
    affixes: readFileSync(join(folder, "index.aff"), "utf8"),
    words: readFileSync(join(folder, "index.dic"), "utf8"),
    lists: listPackages().flatMap((name) => readWordLists(name)),
  };
}

function listPackages(): string[] {
  return Object.keys(readManifest().dependencies).filter((name) => name.startsWith("@cspell/dict-"));
}

function readWordLists(name: string): string[] {
  const folder = join(dirname(createRequire(import.meta.url).resolve(name)), "dict");
  return listFiles(folder)
    .filter((path) => /\.txt(?:\.gz)?$/.test(path))
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    });
}

/** The package's own version. */
export function readVersion(): string {
  return readManifest().version;
}

/** The package's own package.json. */
function readManifest(): { version: string; dependencies: Record<string, string> } {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return manifest as { version: string; dependencies: Record<string, string> };
}

/**
 * All that makes the results of a run besides the workspace: our code, templates and schemas, the versions of the packages
 * that were installed with us, and Node's.
 */
export function* readTool(): Iterable<string | Uint8Array> {
  yield process.version;
  yield JSON.stringify(readManifest());
  const own = fileURLToPath(new URL(".", import.meta.url));
  for (const folder of [own, join(own, "../templates"), join(own, "../schemas")])
    for (const path of listFiles(folder)) {
      yield path;
      yield readFileSync(join(folder, path));
    }
  for (let folder = resolve(own, ".."); folder !== dirname(folder); folder = dirname(folder))
    yield* readInstalled(folder);
}

/** Where npm, pnpm and yarn write down what they installed in a folder. */
export function readInstalled(folder: string): Uint8Array[] {
  return [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"]
    .map((name) => readBytesIfPresent(join(folder, "node_modules", name)))
    .filter((bytes) => bytes !== null);
}

/** The text of a file, or null if there is none. */
export function readTextIfPresent(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** The bytes of a file, or null if there is none that can be read. */
export function readBytesIfPresent(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Names of what stands in a folder, sorted; none if there is no such folder. */
export function listFolder(path: string): string[] {
  return existsSync(path) ? readdirSync(path).sort() : [];
}

/** Removes a folder with all that is in it. */
export function removeTree(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** Whether something stands at the path. */
export function isPresent(path: string): boolean {
  return existsSync(path);
}

/** Adds text to the end of a file that another program collects. */
export function appendText(path: string, text: string): void {
  appendFileSync(path, text);
}

/** Writes a file under a temporary name in the same folder and renames it, so that no reader sees half of it; keeps the mode of the file that it replaces. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
  const staged = stageFile(path, bytes);
  try {
    renameSync(staged, path);
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}

/** Replaces a text file of a guide, by workspace path; a link stays one. Throws if the file lies outside of the guide's folder or in its media. */
export function rewriteGuideFile(root: string, id: string, path: string, bytes: Uint8Array): void {
  const guide = realpathSync(join(root, "content", id));
  const real = realpathSync(join(root, path));
  if (!isInside(real, guide) || isInside(real, join(guide, "media")))
    throw new Error(`${path} is no text file of the guide ${id}`);
  writeWhole(real, bytes);
}
