// English wording for the rules of one item.
import { stemmer } from "stemmer";
import { fitsEnglishArticle } from "./en-articles.ts";
import { isAsking } from "./en-asking.ts";
import {
  askedCount,
  instructions,
  judgedLetters,
  letterDefinition,
  namedLetters,
  neighbourReference,
  numberOf,
  placedChoice,
  placedChoices,
} from "./en-letters.ts";
import { sentencesOf } from "./en-sentences.ts";
import type { ItemPhrases } from "./item-phrases.ts";

const label = String.raw`\(?(?:i{1,3}|iv|vi{0,3}|[a-h])\)?`;
const digit = String.raw`\(?[1-9]\)?`;
const part = "(?:(?:options?|choices?|answers?|statements?|items?) )?";
/** A list of labels with a number of further labels; bounded, because none is longer. */
const listOf = (one: string, more: string): string => `${part}${one}(?:(?:,? and|,? or|,| &) ${part}${one}){${more}}`;
const onlyThese = "(?: only| alone)";
const verdict = "(?: (?:are|is) (?:all )?(?:correct|right|true|valid))?";

const noun = "(?:answer|choice|option|one)";
const typedVerdict = `(?:this is )?(?:the )?(?:(?<right>correct(?: ${noun})?|(?:right|best) ${noun})|(?<wrong>(?:incorrect|wrong)(?: ${noun})?))`;

const wordStart = String.raw`(?<![\p{L}\p{N}_-])`;
const wordEnd = String.raw`(?![\p{L}\p{N}_-])`;

export const englishItems: ItemPhrases = {
  labelCombination: new RegExp(
    `^(?:${[
      `(?:both |all of |only |either )?(?!${label}(?:, ${label}){1,7}$)${listOf(label, "1,7")}${onlyThese}?${verdict}`,
      `${listOf(label, "0,7")}${onlyThese}${verdict}`,
      `${listOf(digit, "0,7")}${onlyThese}${verdict}`,
      `(?:both|all of) ${listOf(digit, "1,7")}${verdict}`,
      `neither ${part}(?:${label} nor ${part}${label}|${digit} nor ${part}${digit})`,
    ].join("|")})$`,
    "u",
  ),
  bareCombination: new RegExp(`^(?:${listOf(digit, "1,7")}|${label}(?:, ${label}){1,7})$`, "u"),
  verdicts: [
    ["true", "false"],
    ["yes", "no"],
    ["correct", "incorrect"],
    ["right", "wrong"],
    ["agree", "disagree"],
  ],
  evasions: new Set([
    "maybe",
    "perhaps",
    "sometimes",
    "it depends",
    "depends",
    "not sure",
    "unsure",
    "unknown",
    "not given",
    "not stated",
    "cannot be determined",
    "can't be determined",
    "cannot say",
    "both",
    "neither",
    "not applicable",
    "partly true",
    "partially true",
    "i don't know",
  ]),
  danglingArticle: /(?<![\p{L}\p{N}'’_/-])(?<article>an?)(?: ?(?:_{2,}|…|\.{3})| ?:)?[ .]*$/du,
  fitsArticle: fitsEnglishArticle,
  neutralArticle: "a(n)",
  instructions,
  askedCount,
  numberOf,
  namedLetters,
  letterDefinition,
  judgedLetters,
  placedChoice,
  placedChoices,
  neighbourReference,
  typedVerdict: new RegExp(String.raw`(?:[(\[] ?|(?:<[-=]+|[←⇐]) ?)${typedVerdict} ?[.!]?[)\]]?[.!]?$`, "iu"),
  // Everywhere but at the start of a choice, "all", "every" and "only" say no more than what is meant: "all new objects";
  // a capital inside a choice makes a name, and the past a story.
  absolute: new RegExp(
    `^(?:[Aa]ll(?! (?:at|in|of the (?:mentioned|listed|given)|(?:of )?(?:the )?(?:above|these))|-)|[Ee]very(?!thing| \\d| (?:day|hour|minute|second|week|month|time))|[Oo]nly(?! (?:if|when|after|once|for)))${wordEnd}|^(?:Always(?! [Oo]n| [Ee]ncrypted)|Never|Under no circumstances|In (?:all|every) cases?)${wordEnd}|${wordStart}(?<!(?:[Nn]ot|n['’]t) )(?:always|completely|entirely|absolutely|invariably|impossible|guarantees?|under no circumstances|in (?:all|every) cases?|(?<!(?:was|were|had|has|have) )never)${wordEnd}`,
    "u",
  ),
  asks: /^(?:(?:in|at|on|for|from|to|by|with|of) (?:which|what|whom)|which|what|who|whom|whose|when|where|why|how|is|are|does|do|did|can|describe|define|name|explain|calculate|compute|find|solve|evaluate|convert|simplify)(?![\p{L}\p{N}])/iu,
  isAsking,
  placeholder:
    /^(?:to ?do|tb[acd]|to be (?:added|completed|confirmed|decided|determined|done|written)|fix ?me|placeholder|lorem ipsum\b.*|coming soon|work in progress|wip|explanation|rationale|(?:insert|add|write) (?:an? |the )?(?:explanation|rationale)(?: here)?)[\s.…!:]*$/isu,
  askingSentence: (stem) => {
    const last = sentencesOf(stem).at(-1);
    return last === undefined ? "" : stem.slice(last.start, last.end);
  },
  stem: stemmer,
  endsInAbbreviation: /(?<![\p{L}\p{N}])(?:etc|e\.g|i\.e|inc|ltd|corp|co|approx|vs|a\.m|p\.m|u\.s|no|st|dr|jr)\.$/iu,
};
