// English stems that ask for what is not so: where the word stands that turns them round.
import type { Extent } from "../phrases.ts";
import { sentencesOf } from "./en-sentences.ts";

/** No lead-in is longer; of a longer sentence the end is read, so that a stem costs linear time. */
const longestLeadIn = 600;

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const auxiliaries = set(
  "is are was were do does did has have had can could will would shall should may might must be been",
);
const contracted = set(
  "isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't shan't shouldn't mustn't needn't cannot",
);
const doing = set("do does did");
const being = set("is are was were be been has have had");
const pronouns = set("you we they he she it i");
const articles = set("one people the a an this these those your our its his her their most many");
const adverbs = set("most more also often always likely considered ever still at least generally");
const asking = set("which what who whom whose where");
const otherInterrogatives = set("how why when");
const requests = set("choose select pick point identify find name mark indicate determine decide recognize spot");
/** Behind these another clause opens, or they govern one: a negation there says nothing about what is asked. */
const subordinators = set(
  "that who whom whose if when whenever because so such whether while although though since unless until to how why without " +
    "ensure ensures ensuring guarantee guarantees verify verifies confirm confirms specify specifies sure indicate indicates " +
    "suggest suggests imply implies assume assumes assuming think thinks believe believes know knows say says argue argues prove " +
    "proves demonstrate demonstrates prevent prevents avoid avoids require requires allow allows make makes keep keeps enforce " +
    "enforces detect detects",
);
/** Capitals beside which `NOT` is an operator. */
const operators = set("and or xor nand nor null in exists is like between where select if");
const conditions = /\b(?:if|when|whenever|because|unless|whether|while|to be)\b/u;
/** What opens a sentence before its interrogative: `Of these, which…`, `In a cell, which…`. */
const openers = set(
  "of among amongst according in for when if given from during based with by under as to at on after before considering " +
    "regarding concerning unlike using within over through although while since once",
);
const prepositions = set("of in to for from at on by with under about during through into and then");

const untrue =
  /\b(?:is|are|was|were|be|considered|seems?)(?: (?:most|always|the|an?|[a-z]{2,16}ly))* (false|untrue|incorrect|inaccurate|wrong|incorrectly|invalid|erroneous)\b(?! (?:positives?|negatives?|alarms?|with)\b)/gu;
const untrueThing =
  /\b(?:the|an?|one|which|what|following|these|any)(?: of)? (false|untrue|incorrect|inaccurate|wrong|incorrectly) (?:statements?|answers?|options?|choices?|ones?|claims?|assertions?|pairs?|pairings?|match(?:es|ed)?|sentences?|combinations?|alternatives?|sequence|order|formula|spelling|definition|paired)\b/gu;
/** `Identify the wrong feature.` */
const untrueRequest = /^[^\p{L}]*(?:\p{L}+ ){1,3}the (false|untrue|incorrect|inaccurate|wrong|invalid) /gu;
/** `least` as a judgement: the LEAST cost, effort or privilege is a property that an item may ask for. */
const least =
  /\b(least) (?:likely|accurate|appropriate|effective|important|suitable|useful|common|desirable|consistent|true|probable|helpful|related|similar|correct|relevant|applicable|reliable|valid|significant|beneficial|preferred|characteristic|associated|compatible|typical|plausible|probably|able|affected|influenced)\b/gu;
const oddOne = /\b(odd) (?:one|man) out\b/gu;
const exception = /\b(except(?:ing|ion)?|all but)\b/gu;

interface Word {
  text: string;
  start: number;
  end: number;
  /** Whether a capital opens it, which a name has. */
  isCapital: boolean;
  /** Whether it is in capitals throughout. */
  isShout: boolean;
  /** Whether a comma, colon or dash stands before it. */
  isApart: boolean;
}

/** The word that turns a stem round, in its lead-in alone; null if it asks for what is so. The stem's blocks are parted by empty lines. */
export function findNegative(stem: string): Extent | null {
  const sentences = sentencesOf(stem);
  for (const { start, end } of leadInsOf(stem, sentences)) {
    const from = Math.max(start, end - longestLeadIn);
    const found = findIn(stem.slice(from, end), sentences.length === 1);
    if (found !== null) return { start: from + found.start, end: from + found.end };
  }
  return null;
}

/** The last sentence, the last that ends in a question mark, and that before an instruction such as "Choose two." */
function leadInsOf(stem: string, sentences: readonly Extent[]): Extent[] {
  const worded = sentences.filter(({ start, end }) => /\p{L}/u.test(stem.slice(start, Math.min(end, start + 80))));
  const asked = worded.findLast(({ start, end }) => stem.slice(Math.max(start, end - 4), end).includes("?"));
  const last = worded.at(-1);
  const isInstruction =
    last !== undefined && /^\W{0,3}(?:choose|select|pick|check|mark)\b/iu.test(stem.slice(last.start, last.start + 12));
  return [asked, last, isInstruction ? worded.at(-2) : undefined].filter((each) => each !== undefined);
}

function findIn(original: string, isAlone: boolean): Extent | null {
  const sentence = original
    .replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase())
    .replaceAll("’", "'")
    .replaceAll(/\s/gu, " ");
  const words = wordsOf(sentence, original);
  return (
    findException(sentence) ??
    findNegation(words, { sentence, isAlone }) ??
    findUntrue(sentence, words) ??
    findLeast(sentence, words) ??
    groupOf(sentence, oddOne)
  );
}

function wordsOf(sentence: string, original: string): Word[] {
  return [...sentence.matchAll(/[\p{L}\p{N}_]+(?:['-][\p{L}\p{N}_]+)*/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
    isCapital: /^\p{Lu}/u.test(original.slice(index, index + 2)),
    isShout: /^\p{Lu}{2,}$/u.test(original.slice(index, index + text.length)),
    isApart: /[,:;—–-] ?$/u.test(sentence.slice(Math.max(0, index - 3), index)),
  }));
}

/** The extent of the first group of the first match that is accepted. */
function groupOf(
  sentence: string,
  pattern: RegExp,
  accept: (match: RegExpExecArray) => boolean = () => true,
): Extent | null {
  for (const match of sentence.matchAll(pattern)) {
    const group = match[1];
    if (group === undefined || !accept(match)) continue;
    const start = match.index + match[0].indexOf(group);
    return { start, end: start + group.length };
  }
  return null;
}

/** `All of the following are X except:`, not `all users except the owner`. */
function findException(sentence: string): Extent | null {
  const isOfAll =
    /\b(?:all|each|every|any|both|one) of (?:the|these|those)\b|\ball the following\b|\bfollowing\b/u.test(sentence);
  return groupOf(sentence, exception, ({ 1: word, index }) => {
    const rest = sentence.slice(index + (word?.length ?? 0));
    const isEnd =
      /^[^\p{L}\p{N}]*(?:(?:which|one|for|the|that|what|an?|in|to|of|by|are|is|these|when)\b[^\p{L}\p{N}]*){0,3}$/u.test(
        rest,
      );
    if (word === "exception") return isOfAll && /\bthe $/u.test(sentence.slice(0, index));
    if (word === "all but") return isOfAll && /^ (?:one|which)\b/u.test(rest);
    return isEnd || (isOfAll && word === "except" && /\b(?:all|each|every) of\b/u.test(sentence));
  });
}

interface LeadIn {
  sentence: string;
  /** Whether it is all of the stem. */
  isAlone: boolean;
}

/** `not`, `never`, `isn't`… in the clause of the interrogative, at the end of an unfinished sentence, or in capitals. */
function findNegation(words: readonly Word[], { sentence, isAlone }: LeadIn): Extent | null {
  const isAsked = words.some(({ text }) => asking.has(text) || otherInterrogatives.has(text));
  const isUnfinished =
    !/[?.!]["'”)]?$/u.test(sentence) ||
    /[_\]…][^\p{L}\p{N}]{0,2}$/u.test(sentence) ||
    (isAlone && /\b(?:one|only one) of (?:the|these)\b/u.test(sentence));
  const isRequest = words.slice(0, 4).some(({ text }) => requests.has(text));
  for (const [index, word] of words.entries()) {
    if (!isNegation(words, index)) continue;
    const verb = verbBefore(words, index);
    const isFound =
      (word.text === "not" && isShouted(words, index)) ||
      (verb !== null &&
        (asksFrom(words, verb, sentence) ||
          asksLater(words, index) ||
          (isRequest && requestsFrom(words, verb)) ||
          (!isAsked && isUnfinished && isCompletion(words, verb, index))));
    if (isFound) return { start: word.start, end: word.end };
  }
  return null;
}

/** `NOT` alone in capitals, as nobody writes it but to warn; not the operator of `IS NOT NULL` or `AND, OR, NOT`. */
function isShouted(words: readonly Word[], index: number): boolean {
  const near = [index - 2, index - 1, index + 1, index + 2].map((at) => words[at]);
  return (
    (words[index]?.isShout ?? false) &&
    !near.some((word) => word?.isShout && word.text.length <= 8 && operators.has(word.text))
  );
}

function isNegation(words: readonly Word[], index: number): boolean {
  const { text = "" } = words[index] ?? {};
  if (contracted.has(text)) return true;
  if (text !== "not" && text !== "never") return false;
  const before = words[index - 1]?.text ?? "";
  const after = words[index + 1]?.text ?? "";
  if (["or", "if", "whether", "why"].includes(before)) return false;
  return !["only", "just", "necessarily", "more", "less", "fewer", "including", "counting"].includes(after);
}

/** Index of the verb that a negation belongs to: its own, the one right before it, or one with the subject between. Null if there is none. */
function verbBefore(words: readonly Word[], index: number): number | null {
  if (contracted.has(words[index]?.text ?? "")) return index;
  let at = index - 1;
  while (at >= 0 && isAdverb(words[at]?.text ?? "")) at--;
  const before = words[at]?.text ?? "";
  if (auxiliaries.has(before) || ["following", "these", "those"].includes(before)) return at;
  for (let back = index - 1; back >= Math.max(0, index - 7); back--) {
    const { text = "" } = words[back] ?? {};
    if (subordinators.has(text) || asking.has(text)) return null;
    if (!auxiliaries.has(text)) continue;
    return isInverted(words, back) ? back : null;
  }
  return null;
}

/** Whether a verb stands before its subject: `can you not`, `in which of these is Easter not`. */
function isInverted(words: readonly Word[], verb: number): boolean {
  const { text = "" } = words[verb] ?? {};
  const next = words[verb + 1];
  if (doing.has(text) || pronouns.has(next?.text ?? "")) return true;
  const isSubject = next !== undefined && (articles.has(next.text) || next.isCapital);
  const isOfPlace =
    words[0]?.text === "where" || (prepositions.has(words[0]?.text ?? "") && asking.has(words[1]?.text ?? ""));
  return isSubject && (isOfPlace || !being.has(text));
}

const isAdverb = (word: string): boolean => adverbs.has(word) || (word.length > 4 && word.endsWith("ly"));

/** Whether the subject of a verb is what an interrogative asks for. */
function asksFrom(words: readonly Word[], verb: number, sentence: string): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 20); at--) {
    const { text = "" } = words[at] ?? {};
    const isAfterSubject = at + 3 >= verb && pronouns.has(words[verb + 1]?.text ?? "");
    if (asking.has(text)) return isAfterSubject || isInterrogative(words, at, sentence);
    if (subordinators.has(text) || otherInterrogatives.has(text) || auxiliaries.has(text)) return false;
  }
  return false;
}

/** Whether a `which`, `what`, `who`… asks, and does not open a relative clause. */
function isInterrogative(words: readonly Word[], at: number, sentence: string): boolean {
  if (at === 0 || words[at]?.text === "what") return true;
  const before = words[at - 1]?.text ?? "";
  const next = [1, 2, 3].map((step) => words[at + step]?.text ?? "");
  if (next[0] === "of" && /^(?:the|these|those|following)$/u.test(next[1] ?? "")) return true;
  if (next[0] === "one" || next[0] === "statement") return true;
  if (at === 1 && prepositions.has(before)) return true;
  if (at <= 3 && requests.has(before)) return true;
  return (words[at]?.isApart ?? false) && sentence.includes("?") && openers.has(words[0]?.text ?? "");
}

/** `X was not ended by which of the following?` */
function asksLater(words: readonly Word[], index: number): boolean {
  const at = words.findIndex(({ text }, later) => later > index && asking.has(text));
  if (at < 0 || words.length - at > 8 || words[at]?.isApart === true || words[at + 1]?.text !== "of") return false;
  return !words.slice(0, at).some(({ text }) => subordinators.has(text) || asking.has(text));
}

/** `Select the statement that is not…`. */
function requestsFrom(words: readonly Word[], verb: number): boolean {
  if (!["that", "which"].includes(words[verb - 1]?.text ?? "")) return false;
  const from = words.findIndex(({ text }) => requests.has(text));
  const between = words.slice(from + 1, verb - 1);
  return (
    from >= 0 && between.length <= 6 && !between.some(({ text }) => subordinators.has(text) || text.endsWith("ing"))
  );
}

/** A sentence that the choices end: `Mitochondria do not:`, `One of these is not an element`. */
function isCompletion(words: readonly Word[], verb: number, index: number): boolean {
  if (words.slice(0, verb).some(({ text }) => subordinators.has(text) || text === "which")) return false;
  return (
    words.slice(0, verb).some(({ text }) => text === "following" || text === "these") || words.length - 1 - index <= 4
  );
}

/** `Which statement is false?`, `Find the wrong pair.` */
function findUntrue(sentence: string, words: readonly Word[]): Extent | null {
  const asked = words.find(({ text }) => asking.has(text) || requests.has(text));
  if (asked === undefined && !/\b(?:following|these)\b/u.test(sentence)) return null;
  const from = asked?.start ?? 0;
  const accept = ({ index }: RegExpExecArray): boolean =>
    index + 3 >= from && !conditions.test(sentence.slice(from, index + 3));
  const isRequest = words.slice(0, 2).some(({ text }) => requests.has(text));
  return (
    groupOf(sentence, untrue, accept) ??
    groupOf(sentence, untrueThing, accept) ??
    (isRequest ? groupOf(sentence, untrueRequest) : null)
  );
}

/** `Which is least likely?` */
function findLeast(sentence: string, words: readonly Word[]): Extent | null {
  const isAsked = words.some(({ text }) => asking.has(text) || text === "following") || !sentence.includes("?");
  return isAsked ? groupOf(sentence, least, ({ index }) => !/\bat (?:the )?$/u.test(sentence.slice(0, index))) : null;
}
