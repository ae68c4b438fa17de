// Loaded before each Node process of a bench: writes at its end what the process used, its threads included.
const { writeFileSync } = require("node:fs");
const path = require("node:path");
const { isMainThread } = require("node:worker_threads");

if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: (maxRSS * 1024) / 1e6 };
    writeFileSync(path.join(process.env.BENCH_USAGE, `${process.pid}.json`), JSON.stringify(used));
  });
