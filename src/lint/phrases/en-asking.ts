// English stems that end in a full stop and ask all the same.
import { sentencesOf } from "./en-sentences.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const interrogatives = set("which what who whom whose where when why how whether following");
/** What opens a sentence that tells the reader to do something. */
const requests = set(
  "add analyze apply arrange assign assume calculate check choose classify click compare complete compute configure consider convert " +
    "create define describe design determine develop distinguish divide drag draw enter estimate evaluate examine explain express " +
    "fill find give guess identify implement indicate infer list locate look make mark match multiply name note order pick place " +
    "please point predict prove provide put rank read recall recommend rewrite round select set simplify solve sort specify spot " +
    "state subtract suggest supply tell tick translate trace use verify write",
);
/** What is needed or meant to be done is a task for whoever reads the choices; `this` stands for what a riddle asks. */
const needs =
  /\b(?:needs?|needed|must|should|wants?|would like|requires?|required|asked|has to|have to|wish(?:es)?|goal|objective|task|question|trying|looking (?:to|for)|if|this|these)\b|^(?:true|yes|right|correct) or (?:false|no|wrong|incorrect)\b/iu;

/** Whether any sentence asks or tells to do something, or the last one says what is needed. Linear in the text. */
export function isAsking(stem: string): boolean {
  const sentences = sentencesOf(stem).map(({ start, end }) => stem.slice(start, end));
  return (
    sentences.some((sentence) => {
      const words = sentence.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
      return requests.has(words[0] ?? "") || words.some((word) => interrogatives.has(word));
    }) || needs.test(sentences.at(-1) ?? "")
  );
}
