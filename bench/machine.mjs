// What a bench ran on, in words.
import { cpus } from "node:os";

/** The line above a bench's tables: Node, cores and processor. */
export function describeMachine() {
  const [first = "", ...rest] = cpus().map(({ model }) => model.trim());
  const cores = rest.length + 1;
  return `Node ${process.version}, ${cores} ${cores === 1 ? "core" : "cores"} (${first})`;
}
