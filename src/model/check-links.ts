// Links inside the guide: the file exists in it, and the fragment is an anchor of that file.
import type { Diagnostic } from "../diagnostic.ts";
import { fault } from "../faults.ts";
import { suggestFirst } from "../near.ts";
import { quote } from "../quote.ts";
import type { Document, Target } from "./document.ts";
import { isRemote, relativeTarget, resolveTarget } from "./target.ts";

/** Dead links of every document; `paths` are all files of the guide. */
export function checkLinks(documents: readonly Document[], folder: string, paths: ReadonlySet<string>): Diagnostic[] {
  const anchors = new Map(documents.map((document) => [document.path, new Set(document.anchors)]));
  return documents.flatMap(({ path, links }) => {
    const guide: Guide = { folder, paths, anchors, suggest: suggestFirst() };
    return links.flatMap((link) => {
      const problem = isRemote(link.url) ? null : judge(link, path, guide);
      const message = problem === null ? "" : `Unexpected link to ${quote(link.url)}, ${problem}`;
      return problem === null ? [] : [fault("link-dead", { message, path, position: link.position })];
    });
  });
}

interface Guide {
  folder: string;
  paths: ReadonlySet<string>;
  anchors: ReadonlyMap<string, ReadonlySet<string>>;
  suggest: ReturnType<typeof suggestFirst>;
}

/** What is wrong with a link, or null. */
function judge({ url }: Target, from: string, { folder, paths, anchors, suggest }: Guide): string | null {
  const target = resolveTarget(url, from);
  if (target === null) return "expected a path relative to this file, such as `../guide.md`";
  const { path, fragment } = target;
  if (!path.startsWith(`${folder}/`)) return `expected a file in ${quote(folder)}`;
  if (!paths.has(path)) {
    const names = () => [...paths].map((each) => relativeTarget(each, from));
    return `expected a file of the guide${suggest(relativeTarget(path, from), names)}`;
  }
  // An empty fragment is the top of every page.
  if (fragment === null || fragment === "") return null;
  const known = anchors.get(path) ?? new Set();
  if (known.has(fragment)) return null;
  return `expected the anchor of a heading of ${quote(path)}${suggest(fragment, () => known)}`;
}
