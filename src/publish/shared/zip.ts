// Files → the bytes of a zip that are equal for equal files, whatever the clock, zone and order of the caller.
import { Readable } from "node:stream";
import { ZipArchive } from "archiver";

/** The bytes of a file, or its chunks: one is deflated beside the making of the next, whose memory may be the same. */
export type Contents = Uint8Array | Iterable<Uint8Array>;

/** The earliest time that the format can name (APPNOTE 4.4.6, MS-DOS date); Anki and readers ignore it. */
const date = new Date(Date.UTC(1980, 0, 1));

/** Bytes of chunks that wait for the deflater, which works beside the main thread. */
const ahead = 4 << 20;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function* copies(chunks: Iterable<Uint8Array>): Iterable<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
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
      else
        archive.append(
          Readable.from(copies(contents), { objectMode: false, highWaterMark: ahead }).on("error", reject),
          file,
        );
    }
    archive.finalize().catch(reject);
  });
}
