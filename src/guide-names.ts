// Which folders in content/ can be guides: artifacts, messages and the words of a log are made of their names.
import { wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import { quote } from "./quote.ts";

/** The folders whose names can be file names on every system and do nothing in a terminal or a log; the others are faults. */
export function checkGuideNames(folders: readonly string[]): { guides: string[]; diagnostics: Diagnostic[] } {
  const isSound = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._+-]*$/u.test(name);
  const diagnostics = folders
    .filter((name) => !isSound(name))
    .map((name) =>
      fault("file-unknown", {
        message: `Unexpected folder name ${quote(name)}, expected letters, digits, blanks, \`.\`, \`_\`, \`+\` or \`-\`, such as \`exam-1\``,
        path: `content/${name}`,
        position: wholeFile,
      }),
    );
  return { guides: folders.filter(isSound), diagnostics };
}
