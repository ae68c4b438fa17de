// A command as users run it, and what it costs: wall seconds from outside, CPU and memory of its Node processes from inside.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const usage = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** Findings of tens of thousands of files. */
const maxBuffer = 1 << 30;

/** Runs Node on `args` in `cwd`; CPU and memory are sums over all Node processes that it starts. A crash has a `null` cpu. */
export function runNode(args, cwd) {
  const folder = mkdtempSync(join(tmpdir(), "certpress-usage-"));
  try {
    // In quotes and with escapes, as Node reads a path with spaces or backslashes.
    const options = { NODE_OPTIONS: `--require ${JSON.stringify(usage)}`, BENCH_USAGE: folder, NO_COLOR: "1" };
    const measured = time(args, { cwd, env: { ...process.env, ...options } });
    const processes = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
    const sum = (key) => (processes.length === 0 ? null : processes.reduce((total, each) => total + each[key], 0));
    return { ...measured, cpu: sum("cpu"), megabytes: sum("megabytes") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs Node on `args` with nothing loaded before it, for commands so short that this would count. */
export function time(args, options = {}) {
  const start = performance.now();
  const child = spawnSync(process.execPath, args.map(String), { encoding: "utf8", maxBuffer, ...options });
  const seconds = (performance.now() - start) / 1000;
  const { status, signal, stdout, stderr, error } = child;
  return { seconds, status, signal, stdout, stderr: error ? String(error) : stderr };
}

/** Of several runs each number by itself is the least, because it is the least disturbed. */
export function best(results) {
  const least = (key) => Math.min(...results.map((result) => result[key]));
  return { seconds: least("seconds"), cpu: least("cpu"), megabytes: least("megabytes") };
}
