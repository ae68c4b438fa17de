// The list of outputs. Each is loaded when it is needed, so that a command pays only for the outputs that it writes.
import type { Publisher } from "./publisher.ts";

export type PublisherId = Publisher["id"];

const publishers: Record<PublisherId, () => Promise<Publisher>> = {
  json: async () => (await import("./json/index.ts")).jsonPublisher,
  anki: async () => (await import("./anki/index.ts")).ankiPublisher,
  pdf: async () => (await import("./pdf/index.ts")).pdfPublisher,
};

/** All outputs, in the order in which they are published. */
export const publisherIds: readonly PublisherId[] = ["json", "anki", "pdf"];

/** The publishers of the outputs, in their order. */
export async function loadPublishers(ids: readonly PublisherId[]): Promise<Publisher[]> {
  return Promise.all(ids.map((id) => publishers[id]()));
}

/** The ledger of the Anki deck's identities, which is written at a release. */
export const loadLedger = async (): Promise<typeof import("./anki/lock.ts")> => import("./anki/lock.ts");
