// What a run may remember of earlier ones: results by name, each with a mark of all that it was made of.

/** Values under a name are those of one function of what the mark stands for; a mark is a hash of it. */
export interface Memory {
  /** The value that was made of the same; undefined if there is none. Each call gives a value of its own, which nobody else holds. */
  get(name: string, madeOf: string): unknown;
  /** Keeps a value, which must be plain data, in place of an earlier one of this name. */
  set(name: string, madeOf: string, value: unknown): void;
}

/** Remembers nothing. */
export const noMemory: Memory = { get: () => undefined, set: () => {} };

/** The value as it was made of the same before, else made now and kept. */
export function recall<T>(memory: Memory, name: string, madeOf: string, make: () => T): T {
  // The value is what `make` gave: names and marks are chosen by its caller alone.
  const kept = memory.get(name, madeOf) as T | undefined;
  if (kept !== undefined) return kept;
  const made = make();
  memory.set(name, madeOf, made);
  return made;
}

/** The same for what takes its time to be made. */
export async function recallLater<T>(memory: Memory, name: string, madeOf: string, make: () => Promise<T>): Promise<T> {
  // As above.
  const kept = memory.get(name, madeOf) as T | undefined;
  if (kept !== undefined) return kept;
  const made = await make();
  memory.set(name, madeOf, made);
  return made;
}
