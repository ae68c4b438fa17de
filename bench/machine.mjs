// What a bench ran on, in words.
import { cpus, loadavg } from "node:os";

/** Before the bench itself makes load; zero on Windows, which does not tell. */
const [load = 0] = loadavg();

/** The line above a bench's tables: Node, cores and processor, and that others kept it busy where they did. */
export function describeMachine() {
  const [first = "", ...rest] = cpus().map(({ model }) => model.trim());
  const cores = rest.length + 1;
  const busy = load > cores ? `, busy with other work (load average ${load.toFixed(1)})` : "";
  return `Node ${process.version}, ${cores} ${cores === 1 ? "core" : "cores"} (${first})${busy}`;
}
