// Files → the bytes of a zip that are equal for equal files, whatever the clock, zone and order of the caller.
import { ZipArchive } from "archiver";

/** The earliest time that the format can name (APPNOTE 4.4.6, MS-DOS date); Anki and readers ignore it. */
const date = new Date(Date.UTC(1980, 0, 1));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A zip of the files by name, sorted by name and deflated. */
export async function zip(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const chunks: Buffer[] = [];
  archive.on("data", (chunk) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    archive.on("end", resolve);
    archive.on("error", reject);
    archive.on("warning", reject);
  });
  for (const [name, bytes] of [...files].sort(([a], [b]) => compareText(a, b)))
    archive.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { name, date, mode: 0o644 });
  await Promise.all([archive.finalize(), done]);
  return Buffer.concat(chunks);
}
