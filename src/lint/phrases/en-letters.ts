// English: choices called by letters that publishers deal anew, and instructions that publishers print themselves.

const letters = String.raw`[A-H](?:(?:,? and|,? or|,? nor|,| &) [A-H](?![\p{L}\p{N}])){0,7}`;
/** Not within a longer name: `C++`, `A/B`, `B-tree`. */
const letterEnd = String.raw`(?![\p{L}\p{N}+#/*_]|-\p{L}|\.\p{N}|\s?:\\)`;
const choiceWord = "(?:[Oo]ption|OPTION|[Cc]hoice|CHOICE|[Aa]nswer|ANSWER|[Dd]istractor)s?(?: (?:choice|option)s?)?";
/** A capitalized word inside a sentence makes what follows part of its name: `Support Option A`. */
const nameBefore = String.raw`(?<![\p{Ll}\p{N},] \p{Lu}[\p{L}\p{N}]{0,30} )`;
const named = String.raw`(?<![\p{L}\p{N}_-])${nameBefore}${choiceWord} (?:[("'“][A-H][)"'”]|\([a-h]\)|${letters}${letterEnd})`;

const verdict = String.raw`(?:wrong|incorrect|correct|right|false|true|invalid|not (?:correct|right|true|valid)|the (?:best|correct|right|only|wrong) (?:answer|choice|option|one)|the (?:answer|key)(?=[.,;:!)]|$|\n\n| because| since))`;
const opening = String.raw`(?:^|[.!?:;,(] {1,2}|\n\n)`;
const conjunction =
  "(?:(?:[Bb]oth|[Nn]either|[Ss]o|[Hh]ence|[Tt]hus|[Tt]herefore|[Bb]ut|[Aa]nd|[Ww]hile|[Ww]hereas|[Bb]ecause|[Ss]ince|[Oo]nly),? ){0,2}";
const group = `(?<letters>${letters})${letterEnd}`;

const comparison =
  "(?:Worse|Better|Slower|Faster|Cheaper|Dearer|Simpler|Safer) than|Unlike|Like|Same as|As (?:in|with|for)|Similar to|Compared (?:to|with)";

export const namedLetters: RegExp = new RegExp(named, "gu");

export const letterDefinition: RegExp = new RegExp(String.raw`${named}["'”]?\)? ?(?:[:=(–—]|- )`, "u");

export const judgedLetters: readonly RegExp[] = [
  String.raw`${opening}${conjunction}\(?${group}\)? (?:is|are|was|were|isn['’]t|aren['’]t) (?:also |both |all |clearly |therefore |thus )?${verdict}(?![\p{L}\p{N}-])`,
  String.raw`(?<![\p{L}\p{N}])(?:[Aa]nswers?|[Kk]eys?|[Oo]ptions?|[Cc]hoices?)(?: (?:is|are|would be|must be)|:| =) (?:both |either )?${group}(?=["'”)]?(?:[.,;)!]|$|\n\n| (?:because|since|which)))`,
  String.raw`(?:^|[.!?] |\n\n)\(?${group}\)?(?:[.):]| ?[–—-]) ?(?:is |[Tt]his is )?(?:[Ii]ncorrect|[Cc]orrect|[Ww]rong|[Rr]ight|INCORRECT|CORRECT|WRONG)(?![\p{L}\p{N}-])`,
  String.raw`(?<![\p{L}\p{N}])(?:[Bb]oth|[Nn]either) (?<letters>[A-H],? (?:and|or|nor) [A-H])${letterEnd}(?=[.,;)]|$|\n\n| (?:is|are|can|do|does|will|would|meet|work|have|fail))`,
  String.raw`${opening}${conjunction}(?<letters>[A-H](?:(?:,? and|,? or|,? nor|,| &) [A-H](?![\p{L}\p{N}])){1,7})${letterEnd} (?:both |also |all )?fail(?![\p{L}\p{N}-])`,
  String.raw`(?:^|[.!?;] |\n\n)(?:[Ss]ee|SEE)(?: also)? \(?${group}\)?(?=[.;]|$|\n\n)`,
  // C and D are languages that others are compared with.
  String.raw`(?:^|[.!?;] |\n\n)(?:${comparison}) \(?(?<letters>[ABE-H])${letterEnd}\)?(?=[,.;]|$|\n\n)`,
].map((pattern) => new RegExp(pattern, "dgu"));

const ordinal = "(?:first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th)";
const ordinals = `${ordinal}(?:(?:,? and|,? or|,)(?: the)? ${ordinal}){0,5}`;
const number = String.raw`[1-8](?:(?:,? and|,? or|,| &) [1-8]){0,7}(?![\p{L}\p{N}+#/*_.-]\p{N}|\p{L}|\p{N})`;
const placed = `(?:[Tt]he )?${ordinals} ${choiceWord}|${nameBefore}${choiceWord} ${number}`;
const adverb = "(?:also |both |all |clearly |therefore |thus )?";

export const placedChoice: RegExp = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-])(?:${ordinal} ${choiceWord}|${choiceWord} #?[1-8])(?![\p{L}\p{N}])`,
  "u",
);

export const placedChoices: readonly RegExp[] = [
  String.raw`(?<![\p{L}\p{N}_-])(?<letters>${placed}) (?:(?:is|are|was|were|isn['’]t|aren['’]t) ${adverb}${verdict}|fails?|wins?)(?![\p{L}\p{N}-])`,
  String.raw`(?<![\p{L}\p{N}_-])${nameBefore}(?<letters>${choiceWord} #[1-8])(?![\p{L}\p{N}])`,
].map((pattern) => new RegExp(pattern, "dgu"));

const neighbour =
  "(?:(?:the )?(?:(?:one|choice|option|answer|distractor) )?(?:above|below)|the (?:previous|preceding|last|next|following) (?:one|choice|option|answer|distractor))";

export const neighbourReference: RegExp = new RegExp(
  String.raw`^(?:(?:(?:for )?the )?same(?: reason)? as ${neighbour}|as above|ditto)(?=[.,;:!]|$|\n\n)`,
  "giu",
);

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const count = `(?<count>[1-8]|${numbers.join("|")})(?![\\p{L}\\p{N}-])`;
const verb = "(?:please )?(?:choose|select|pick|mark|check|tick)";
const filler = "(?: (?:the|any|only|exactly|all|best|correct|right|your|top))*";
const nouns =
  "(?: (?:of|the|these|from|list|below|above|following|given|provided|listed|best|correct|right|most|appropriate|possible|valid|suitable|answers?|options?|choices?|responses?|statements?|items?|solutions?|that|which|apply|only))*";
const instruction = `${verb}(?:${filler} ${count}${nouns}| all (?:that|which) apply| all (?:correct|right|applicable|possible) (?:answers|options|choices|responses))`;

export const instructions: readonly RegExp[] = [
  String.raw`[(\[] ?${instruction} ?[.!]? ?[)\]]`,
  String.raw`[(\[] ?${count} (?:(?:correct|right|best|possible) )?(?:answers?|options?|choices?|responses?|solutions?) ?[.!]? ?[)\]]`,
  String.raw`(?<=^|[.?!:)] {1,2}|\n\n|\uFFFC )${instruction} ?(?:[.!:](?= |\n\n|$)|(?=\n\n|$))`,
].map((pattern) => new RegExp(pattern, "giu"));

export const askedCount: RegExp = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:which|what|choose|select|identify)(?: of the following| the| is| are| combination of)? ${count}`,
  "iu",
);

/** The number that an English number word or a digit names. */
export function numberOf(word: string): number | null {
  const index = numbers.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : /^\d+$/u.test(word) ? Number(word) : null;
}
