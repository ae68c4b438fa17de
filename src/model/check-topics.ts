// Topics of all domain files by id.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { quote } from "../quote.ts";
import type { Document, Topic } from "./document.ts";

/** The first topic of each id in the order of the documents, and every later one as a fault. */
export function checkTopics(documents: readonly Document[]): { topics: Map<string, Topic>; diagnostics: Diagnostic[] } {
  const topics = new Map<string, Topic>();
  const diagnostics: Diagnostic[] = [];
  const all = documents.flatMap((document) => (document.kind === "domain" ? document.sections : []));
  for (const topic of all.flatMap((section) => section.topics)) {
    const first = topics.get(topic.id);
    // A heading without an id is reported by parse.
    if (topic.id === "") continue;
    if (!first) topics.set(topic.id, topic);
    else
      diagnostics.push(
        fault("topic-id-duplicate", {
          message: `Unexpected second topic ${quote(topic.id)}, expected an id that no other topic has`,
          path: topic.path,
          position: topic.position,
          note: `Change the heading, or pin another id on the line under it: \`<!-- id: ${topic.id}-2 -->\`.`,
          related: [{ message: "The first topic", path: first.path, position: first.position }],
        }),
      );
  }
  return { topics, diagnostics };
}
