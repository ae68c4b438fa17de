// Files that are written beside their place, and put there when all of them are made.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Tells what this process staged from what others did; threads of one process stage in folders of their own. */
const ending = `.${process.pid}.tmp`;

/** Writes what a file is to become under a temporary name beside it, with the mode of the file that it will replace. Returns the temporary path. */
export function stageFile(path: string, bytes: Uint8Array | string): string {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}${ending}`);
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  try {
    writeFileSync(temporary, bytes, mode === undefined ? {} : { mode: mode & 0o777 });
    return temporary;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Puts a staged file in its place, whatever stood there. */
export function placeFile(temporary: string, path: string): void {
  renameSync(temporary, path);
}

/** Removes what this process staged in a folder and did not put in place; with it the folder and the one around it, where nothing is left in them. */
export function clearStaged(folder: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return;
  const staged = readdirSync(folder).filter((name) => name.startsWith(".") && name.endsWith(ending));
  for (const name of staged) rmSync(join(folder, name), { force: true });
  for (const each of staged.length === 0 ? [] : [folder, dirname(folder)])
    if (readdirSync(each).length === 0) rmSync(each, { recursive: true });
}
