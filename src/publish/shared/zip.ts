// Files → the bytes of a zip that are equal for equal files, whatever the clock, zone and order of the caller.
import { Readable } from "node:stream";
import { ZipArchive } from "archiver";

/**
 * The bytes of a file, or its chunks: the next ones are asked for while one is deflated beside the main thread. The memory of a
 * chunk may be used again once `chunksInFlight` more were asked for.
 */
export type Contents = Uint8Array | Iterable<Uint8Array>;

/** Twice what the buffers between us and the deflater hold of chunks that are larger than these buffers. */
export const chunksInFlight = 12;

/** The earliest time that the format can name (APPNOTE 4.4.6, MS-DOS date); Anki and readers ignore it. */
const date = new Date(Date.UTC(1980, 0, 1));

/** Chunks that wait for the deflater. */
const ahead = 2;

/** Below this size a buffer on the way may hold many chunks (Node's default high-water mark of a stream is 64 KB). */
const small = 2 ** 17;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* handOver(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const chunk of chunks) yield chunk.length < small ? Buffer.from(chunk) : chunk;
}

/** A zip of the files by name, sorted by name and deflated at the level from 1, fast, to 9, small. */
export function zip(files: ReadonlyMap<string, Contents>, level: number): Promise<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level, memLevel: 9, chunkSize: 1 << 18 } });
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    archive.on("data", (part) => parts.push(part));
    archive.on("end", () => resolve(Buffer.concat(parts)));
    archive.on("warning", reject);
    archive.on("error", reject);
    for (const [name, contents] of [...files].sort(([a], [b]) => compareText(a, b))) {
      const file = { name, date, mode: 0o644 };
      if (contents instanceof Uint8Array)
        archive.append(Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength), file);
      else archive.append(Readable.from(handOver(contents), { highWaterMark: ahead }).on("error", reject), file);
    }
    archive.finalize().catch(reject);
  });
}
