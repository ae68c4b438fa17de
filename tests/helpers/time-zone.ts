// Another place on earth for the length of one call.

/** Runs with the clock of a zone, whose minutes behind UTC are given. Throws if the zone does not take. */
export async function inTimeZone<T>(zone: string, offset: number, work: () => Promise<T>): Promise<T> {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    if (new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset() !== offset)
      throw new Error(`The time zone ${zone} did not take`);
    return await work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
