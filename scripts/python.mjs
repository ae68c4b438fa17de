// Python packages for tests and benches, each in a virtual environment of its own under node_modules/.cache, made once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));

function fail(message) {
  console.error(message);
  process.exit(1);
}

function succeeds(command, args, stdio = "inherit") {
  return spawnSync(command, args, { stdio }).status === 0;
}

function isPython([command, ...args]) {
  const probe = "import sys, venv; sys.exit(sys.version_info < (3, 9))";
  return succeeds(command, [...args, "-c", probe], "ignore");
}

function findPython(purpose) {
  const candidates = process.platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];
  const message = `Python 3.9 or later with its venv module is needed ${purpose}: https://www.python.org/downloads/`;
  return candidates.find(isPython) ?? fail(message);
}

/**
 * The interpreter of the environment in `folder` of the cache with one package from PyPI; a half-made environment is made anew.
 * Ends the process with a message if there is no Python or no network. `purpose` ends the sentence "Python is needed …".
 */
export function preparePython({ folder, name, version, module, purpose }) {
  const home = join(cache, folder);
  const python = process.platform === "win32" ? join(home, "Scripts", "python.exe") : join(home, "bin", "python");
  if (existsSync(python) && succeeds(python, ["-c", `import ${module}`], "ignore")) return python;
  const [command, ...args] = findPython(purpose);
  console.error(`Installing ${name} ${version} into ${home}`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(dirname(home), { recursive: true });
  if (!succeeds(command, [...args, "-m", "venv", home])) fail(`${command} cannot make a virtual environment`);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `${name}==${version}`];
  if (!succeeds(python, install)) fail(`pip cannot install ${name} ${version}; it needs the network once`);
  return python;
}
