// Politeness: one request at a time to a host, with a pause after each, and only so many hosts at once.
import { setTimeout as sleep } from "node:timers/promises";

/** Turns that are taken host by host. */
export interface Hosts {
  /** Runs a request when all earlier ones of its host have ended and its pause is over. */
  takeTurn: <T>(host: string, request: () => Promise<T>) => Promise<T>;
  /** Makes the next request of a host wait for this many milliseconds at least. */
  hold: (host: string, milliseconds: number) => void;
  /** Remembers that a host gets no more requests in this run, and the error code that they would end with. */
  close: (host: string, error: string) => void;
  /** That code; undefined for a host that can be asked. */
  closedBy: (host: string) => string | undefined;
}

export function createHosts(pause: number): Hosts {
  const turns = new Map<string, Promise<unknown>>();
  const freeAt = new Map<string, number>();
  const closed = new Map<string, string>();
  const hold = (host: string, milliseconds: number): void => {
    freeAt.set(host, Math.max(freeAt.get(host) ?? 0, Date.now() + milliseconds));
  };
  return {
    hold,
    close: (host, error) => void closed.set(host, error),
    closedBy: (host) => closed.get(host),
    takeTurn(host, request) {
      const turn = (turns.get(host) ?? Promise.resolve()).then(async () => {
        const wait = (freeAt.get(host) ?? 0) - Date.now();
        if (wait > 0) await sleep(wait);
        try {
          return await request();
        } finally {
          hold(host, pause);
        }
      });
      turns.set(
        host,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}

/** Works on one value of each group at a time, and on so many groups at once. Rejects with the first error. */
export async function eachInGroups<T>(
  groups: readonly (readonly T[])[],
  atOnce: number,
  work: (value: T) => Promise<void>,
): Promise<void> {
  const waiting = groups.values();
  const worker = async (): Promise<void> => {
    for (const group of waiting) for (const value of group) await work(value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
