// terms.yaml against itself: what its schema cannot say.
import type { Diagnostic, Position } from "../diagnostic.ts";
import { fault, type FaultId } from "../faults.ts";
import { quote } from "../quote.ts";
import type { Document, TermsDocument } from "./document.ts";
import type { Term } from "./types.gen.ts";
import { positionOfValue } from "./yaml-places.ts";

/** A term with its index in the file. */
interface Listed extends Term {
  index: number;
}

/** Terms that are listed twice, replacements that were themselves replaced before, and allowed phrases that allow nothing. */
export function checkTerms(documents: readonly Document[]): Diagnostic[] {
  return documents.flatMap((document) => {
    if (document.kind !== "terms") return [];
    const first = new Map<string, Listed>();
    const listed = document.terms.map((term, index) => ({ ...term, index }));
    for (const term of listed) if (!first.has(term.term)) first.set(term.term, term);
    return listed.flatMap((term) => [
      ...checkDuplicate(document, term, first.get(term.term) ?? term),
      ...checkReplacement(document, term, first),
      ...checkPhrases(document, term),
    ]);
  });
}

function checkDuplicate(document: TermsDocument, { term, index }: Listed, first: Listed): Diagnostic[] {
  if (first.index === index) return [];
  const message = `Unexpected second term ${quote(term)}, expected each term once`;
  return [report(document, "term-duplicate", `/terms/${index}/term`, message, relate(document, "The first", first))];
}

function checkReplacement(
  document: TermsDocument,
  { replacement, since, index }: Listed,
  terms: ReadonlyMap<string, Listed>,
): Diagnostic[] {
  const next = terms.get(replacement);
  // Replaced once more on a later day: until then it is right.
  if (next === undefined || next.since > since) return [];
  const last = lastOf(replacement, terms);
  const expected = last === null ? "a term that is not replaced: these replace each other" : quote(last);
  const message = `Unexpected replacement ${quote(replacement)}, which is itself replaced, expected ${expected}`;
  const related = relate(document, "Where it is replaced", next);
  return [report(document, "term-replacement-outdated", `/terms/${index}/replacement`, message, related)];
}

/** What replaces a term in the end; null if that leads back to where it was. */
function lastOf(term: string, terms: ReadonlyMap<string, Listed>): string | null {
  const seen = new Set<string>();
  let current = term;
  for (let next = terms.get(current); next !== undefined; next = terms.get(current)) {
    if (seen.has(current)) return null;
    seen.add(current);
    current = next.replacement;
  }
  return current;
}

function checkPhrases(document: TermsDocument, { term, allow = [], index }: Listed): Diagnostic[] {
  return allow.flatMap((phrase, at) => {
    if (phrase !== term && phrase.includes(term)) return [];
    const message = `Unexpected phrase ${quote(phrase)}, expected a longer one that holds ${quote(term)}`;
    return [report(document, "term-phrase-foreign", `/terms/${index}/allow/${at}`, message)];
  });
}

function report(
  { path, places }: TermsDocument,
  ruleId: FaultId,
  pointer: string,
  message: string,
  related: Diagnostic["related"] = [],
): Diagnostic {
  const position: Position = positionOfValue(pointer, places);
  return fault(ruleId, { message, path, position, ...(related.length > 0 && { related }) });
}

function relate(
  { path, places }: TermsDocument,
  message: string,
  { index }: Listed,
): NonNullable<Diagnostic["related"]> {
  return [{ message, path, position: positionOfValue(`/terms/${index}/term`, places) }];
}
