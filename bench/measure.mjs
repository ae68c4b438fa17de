// What a step of a bench costs: wall and CPU seconds, and by how many megabytes the process grew above what it held before.

/** Runs one step of a process that was started with --expose-gc. */
export async function measure(work) {
  globalThis.gc();
  const base = process.memoryUsage.rss() / 2 ** 20;
  const [start, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  const megabytes = process.resourceUsage().maxRSS / 1024 - base;
  return { result, seconds, cpu: (user + system) / 1e6, megabytes };
}
