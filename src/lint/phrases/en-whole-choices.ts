// English choices that speak of all other choices. Patterns for a normalized choice; what may follow them is not read.

/** What choices are called, and what they may be called beside "these", "above" or "listed". */
const choices = "(?:answers?|options?|choices?|responses?|alternatives?)";
const things = "(?:statements?|items|things|reasons|methods|examples|factors|sentences)";
const noun = `(?:${choices}|${things})`;
const named = "(?:above|listed|given|mentioned|following|provided)";
const given =
  "(?:above|listed|given|mentioned|provided|here|listed here|listed above|given above|mentioned above|on this page)";
/** All that stands behind "all of" and means the other choices; not `these instances`. */
const others = `(?:${[
  `(?:(?:the|these|those) )?(?:(?:${named}|other|possible|three|four|two) )?${choices}(?: ${given})?`,
  `(?:these|those) (?:${named} )?${things}(?: ${given})?`,
  `(?:the )?${named} ${things}`,
  `(?:the )?${things} ${given}`,
  "(?:the )?(?:above|foregoing|mentioned|given|listed|following)",
  "the (?:others?|rest)",
  "these|those",
].join("|")})`;
const adjective = "(?:correct|right|true|valid|possible|applicable|acceptable|incorrect|wrong|false|untrue|invalid)";
const verdict = `(?: (?:(?:is|are|were|was)(?: all| in fact| equally)? (?:a |the )?${adjective}|appl(?:y|ies))(?: ${noun})?)`;
/** The end, or a mark behind which the choice explains itself. */
const end = "(?=$|\\s?[,;:(–—]| - |[.!?] )";
/** "All of these are…", "none of these answers will…": they are a sentence's subject, so they mean the other choices. */
const clause =
  "(?= (?:are|is|were|was|will|would|can|could|may|might|have|has|had|do|does|did|should|must|although|because|about|equally)\\b)";

const all = `(?:all|any|each|every one|everyone|both|either)(?: (?:two|three|four|five|[2-5]))?(?: of)?`;
const none = "(?:none|neither|not any|no one|nothing)(?: of)?";

/** `By using all of the above`. */
const lead = "(?:it could be |could be |(?:by |because of |with )?(?:using |doing )?)";

/** That all others are right. */
export const allOfTheAbove: RegExp = anyOf(
  `${lead}${all} (?:${others}${verdict}?${end}|(?:the )?above\\b(?! all)|(?:these|those)(?: ${noun})?${clause})`,
  `(?:they|these|those|the above) are all ${adjective}${end}`,
  `all (?:of them )?(?:are|is) ${adjective}${end}`,
  `all (?:${choices}|statements) (?:are|is) (?:in fact )?${adjective}${end}`,
  `everything above${end}`,
);

/** That no other is right. */
export const noneOfTheAbove: RegExp = anyOf(
  `${none} (?:${others}${verdict}?${end}|(?:the )?above\\b|(?:these|those)(?: ${noun})?${clause})`,
  `none (?:of them )?(?:are|is) ${adjective}${end}`,
  `(?:there is )?no (?:${adjective} ${noun}|${noun} (?:are|is) ${adjective})${end}`,
);

function anyOf(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${patterns.join("|")})`, "u");
}
