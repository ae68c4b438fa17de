// Link and image targets as the code hosts read them: relative to the file that names them.
import { posix } from "node:path";

/** A target in the workspace. */
export interface ResolvedTarget {
  /** Workspace path; it may lead out of the guide or the workspace. */
  path: string;
  /** Without `#`; null if the target has none. */
  fragment: string | null;
}

/** Whether a target names a scheme or a host, so that it leads out of the workspace (RFC 3986, sections 3.1 and 4.2). */
export const isRemote = (url: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);

/** The place that a target without a scheme leads to, or null if it is empty, absolute or not percent-encoded UTF-8. */
export function resolveTarget(url: string, from: string): ResolvedTarget | null {
  const [, file = "", fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  if (url === "" || file.startsWith("/")) return null;
  try {
    return {
      path: file === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(file)),
      fragment: fragment === undefined ? null : decodeURIComponent(fragment),
    };
  } catch {
    return null;
  }
}

/** How a file names another one. */
export const relativeTarget = (path: string, from: string): string => posix.relative(posix.dirname(from), path);
