// The guides of a build: what has not changed is recalled; of the rest each core makes one guide after the other.
import { createRequire } from "node:module";
import { availableParallelism, totalmem } from "node:os";
import { pathToFileURL } from "node:url";
import type { Workspace } from "../workspace.ts";
import { isPublishable } from "../build-guide.ts";
import {
  buildStaged,
  recallStaged,
  type BuildAnswer,
  type BuildPlan,
  type BuildResult,
  type BuildTask,
} from "./build-task.ts";

/** What a command hears while its guides are made. */
export interface BuildListener {
  starts: (id: string) => void;
  ends: (id: string, result: BuildResult) => void;
}

/** Memory for one guide at a time: the least that a thread more is worth. */
const bytesPerThread = 2 ** 30;

/** As many threads as there are guides, cores, and memory for them. */
function countThreads(guides: number): number {
  const room = Math.floor(Math.min(totalmem(), process.constrainedMemory() || Infinity) / bytesPerThread);
  return Math.max(1, Math.min(guides, availableParallelism(), room));
}

/**
 * The results in the order of the ids, whatever is ready first. From the first guide on whose findings keep everything from
 * being published, and without `publish` from the start, guides are checked alone.
 */
export async function buildGuides(
  workspace: Workspace,
  plan: BuildPlan,
  { ids, publish, threads }: { ids: readonly string[]; publish: boolean; threads?: number },
  listener: BuildListener,
): Promise<BuildResult[]> {
  const results = new Map<string, BuildResult>();
  let mayPublish = publish;
  const end = (id: string, result: BuildResult): void => {
    if (!isPublishable(result.report.diagnostics, workspace)) mayPublish = false;
    results.set(id, result);
    listener.ends(id, result);
  };
  for (const id of ids) {
    const recalled = recallStaged(workspace, plan, id);
    if (recalled !== null) end(id, recalled);
  }
  const waiting = ids.filter((id) => !results.has(id));
  const makeAll = async (make: (id: string) => Promise<BuildResult>): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      listener.starts(id);
      end(id, await make(id));
    }
  };
  const count = threads ?? countThreads(waiting.length);
  if (count < 2) await makeAll((id) => buildStaged(workspace, plan, { id, publish: mayPublish }));
  else {
    const pool = await openPool(count);
    try {
      const make = (id: string): Promise<BuildResult> => pool.make({ plan, id, publish: mayPublish });
      await Promise.all(Array.from({ length: count }, () => makeAll(make)));
    } finally {
      await pool.close();
    }
  }
  return ids.flatMap((id) => results.get(id) ?? []);
}

/** Threads that take one guide at a time. */
interface Pool {
  make: (task: BuildTask) => Promise<BuildResult>;
  close: () => Promise<void>;
}

async function openPool(threads: number): Promise<Pool> {
  const { default: Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    // By its name in package.json: a thread runs compiled code, whatever runs us.
    filename: pathToFileURL(createRequire(import.meta.url).resolve("#build-task")).href,
    name: "answerTask" satisfies keyof typeof import("./build-task.ts"),
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    async make(task) {
      // The pool types every answer as any; this is what `answerTask` returns.
      const answer = (await pool.run(task)) as BuildAnswer;
      if ("result" in answer) return answer.result;
      throw Object.assign(new Error(answer.error.message), answer.error);
    },
    close: () => pool.destroy(),
  };
}
