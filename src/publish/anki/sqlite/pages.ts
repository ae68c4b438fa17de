// The pages of the file in their order, in chunks that are handed on as they are filled, and used again later.
import { chunksInFlight } from "../../shared/zip.ts";

/** Where pages come from: the n-th call of `next` gives the page of number n. */
export interface Pages {
  /** Bytes of a page. */
  size: number;
  /** Number of the page that was given last; pages are counted from 1. */
  last: () => number;
  /** A page of zeros to be filled. */
  next: () => Buffer;
  /** Hands on what was filled since the last call, when no page is in work. */
  takeFull: () => Iterable<Buffer>;
  /** Hands on all that is left. */
  takeRest: () => Iterable<Buffer>;
}

/** Bytes of a chunk: a thread's work of some ten milliseconds, and little beside a file that is worth the trouble. */
const chunkSize = 2 ** 21;

export function makePages(size: number): Pages {
  const full: Buffer[] = [];
  const spare: Buffer[] = [];
  let chunk: Buffer = Buffer.alloc(chunkSize);
  let end = 0;
  let last = 0;
  function* takeFull(): Iterable<Buffer> {
    for (const filled of full.splice(0)) {
      yield filled;
      spare.push(filled);
    }
  }
  return {
    size,
    last: () => last,
    next() {
      if (end === chunk.length) {
        full.push(chunk);
        const oldest = spare.length > chunksInFlight ? spare.shift() : undefined;
        chunk = oldest?.fill(0) ?? Buffer.alloc(chunkSize);
        end = 0;
      }
      last++;
      end += size;
      return chunk.subarray(end - size, end);
    },
    takeFull,
    *takeRest() {
      yield* takeFull();
      yield chunk.subarray(0, end);
    },
  };
}
