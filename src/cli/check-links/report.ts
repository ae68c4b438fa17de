// What has become of a page → the diagnostic of its address.
import type { Diagnostic, Edit, Fix } from "../../diagnostic.ts";
import { fault } from "../../faults.ts";
import { quote } from "../../quote.ts";
import { sliceOf, spanAt, type SourceText } from "../../source-text.ts";
import type { Bad, Outcome } from "./ask.ts";
import type { Address } from "./collect.ts";

/** At the first place of the address, with the others beside it; null if all is well. `sourceOf` is called for their files. */
export function reportAddress(
  { url, places }: Address,
  outcome: Outcome,
  sourceOf: (path: string) => SourceText,
): Diagnostic | null {
  const [first, ...others] = places;
  if (outcome.kind === "good" || first === undefined) return null;
  const related = others.map(({ path, position }) => ({ message: "The same address", path, position }));
  const found = { ...first, ...(related.length > 0 && { related }) };
  if (outcome.kind !== "moved") {
    const expected = outcome.kind === "gone" ? "a page" : "a page that answers";
    const message = `Unexpected address ${quote(url)}, expected ${expected}: ${outcome.reason}`;
    return fault(`link-${outcome.kind}`, { message, ...found });
  }
  const from = new URL(url);
  if (isHomeward(from, outcome.to))
    return fault("link-moved", {
      message: `Unexpected address ${quote(url)}, expected the new one of its page: it leads to the home page ${quote(outcome.to.href)}`,
      note: "The page may be gone: look for what took its place",
      ...found,
    });
  const { hash } = from;
  const to = outcome.to.hash === "" ? outcome.to.href + hash : outcome.to.href;
  const own = places.filter(({ path }) => path === first.path);
  const fix = fixOf(
    own.map(({ position }) => findUrl(sourceOf(first.path), position, url)),
    to,
  );
  return fault("link-moved", {
    message: `Unexpected address ${quote(url)}, expected ${quote(to)}: the page has moved`,
    note: `The page is now at ${to}: look at it before you write that address, a redirect may lead to another page`,
    ...found,
    ...(fix && { fix }),
  });
}

/** All addresses of a host that has none itself, as one finding at the first of their places; null if there is no place. */
export function reportHost(addresses: readonly Address[], host: string, { kind, reason }: Bad): Diagnostic | null {
  const [first, ...others] = addresses.flatMap(({ places }) => places);
  if (first === undefined) return null;
  const related = others.map(({ path, position }) => ({ message: "The same host", path, position }));
  const expected = kind === "gone" ? "a host that is there" : "one that can be asked";
  return fault(`link-${kind}`, {
    message: `Unexpected host ${quote(host)}, expected ${expected}: ${reason}`,
    ...first,
    ...(related.length > 0 && { related }),
  });
}

/** Whether a redirect leads to a site's home page from a page that was none: often where pages that are gone lead. */
function isHomeward(from: URL, to: URL): boolean {
  return to.pathname === "/" && to.search === "" && to.hash === "" && !/^\/(?:index\.\w+)?$/u.test(from.pathname);
}

/** Where the address itself stands in its place; null if it is written otherwise than it reads. */
function findUrl(source: SourceText, position: Diagnostic["position"], url: string): Omit<Edit, "text"> | null {
  const span = spanAt(source, position);
  const text = sliceOf(source, span);
  const start = text.indexOf(url);
  if (start < 0 || text.includes(url, start + 1)) return null;
  return { start: span.start + start, end: span.start + start + url.length };
}

/** Only for an address that Markdown and YAML take as it is. */
function fixOf(spans: readonly (Omit<Edit, "text"> | null)[], to: string): Fix | null {
  const edits = spans.flatMap((span) => (span === null ? [] : [{ ...span, text: to }]));
  return edits.length === spans.length && /^[\w\-.~:/?#@!$&+,;=%]+$/u.test(to) ? { safe: false, edits } : null;
}
