// What an image is in the bank; read-media.ts makes it.

export type MediaType = "png" | "jpg" | "webp" | "svg";

/** A file of the guide's media folder as it was read. */
export interface MediaFile {
  /** Relative to the workspace root, with forward slashes. */
  path: string;
  /** Null if it cannot be read. */
  bytes: Uint8Array | null;
  /** Whether its real path lies outside the media folder. */
  escapes: boolean;
}

export interface Media {
  /** Workspace path, as the content names it. */
  path: string;
  type: MediaType;
  /** In pixels. */
  width: number;
  height: number;
  /** For svg: the sanitized text. */
  bytes: Uint8Array;
}

/** Largest image file that is read; a larger one counts as unreadable. */
const mediaBytes = 20 * 1024 * 1024;

/** Whether an image of this many bytes is too large to be read. */
export function isMediaTooLarge(bytes: number): boolean {
  return bytes > mediaBytes;
}
