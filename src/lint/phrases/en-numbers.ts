// English words, units and dates that make a choice a number.
import type { NumberPhrases } from "./number-phrases.ts";

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty sixty seventy eighty ninety";
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";
const months = "january february march april may june july august september october november december";

const numbered = (words: string, of: (index: number) => number): [string, number][] =>
  words.split(" ").map((word, index) => [word, of(index)]);

/** Each line is a kind: names of a unit parted by `/`, and how many of the kind's base it holds. */
const units: Record<string, [names: string, factor: number][]> = {
  byte: [
    ["byte/bytes", 1],
    ["kb/kilobyte/kilobytes", 1e3],
    ["mb/megabyte/megabytes", 1e6],
    ["gb/gigabyte/gigabytes", 1e9],
    ["tb/terabyte/terabytes", 1e12],
    ["pb/petabyte/petabytes", 1e15],
    ["eb/exabyte/exabytes", 1e18],
    ["kib", 1024],
    ["mib", 1024 ** 2],
    ["gib", 1024 ** 3],
    ["tib", 1024 ** 4],
    ["pib", 1024 ** 5],
  ],
  "bits a second": [
    ["bps", 1],
    ["kbps", 1e3],
    ["mbps", 1e6],
    ["gbps", 1e9],
    ["tbps", 1e12],
  ],
  bit: [
    ["bit/bits", 1],
    ["kilobit/kilobits", 1e3],
    ["megabit/megabits", 1e6],
    ["gigabit/gigabits", 1e9],
  ],
  time: [
    ["nanosecond/nanoseconds/ns", 1e-9],
    ["microsecond/microseconds/µs/μs/us", 1e-6],
    ["millisecond/milliseconds/ms/msec", 1e-3],
    ["second/seconds/sec/secs/s", 1],
    ["minute/minutes/min/mins", 60],
    ["hour/hours/hr/hrs/h", 3600],
    ["day/days", 86400],
    ["week/weeks", 604800],
    ["month/months", 2629800],
    ["year/years/yr/yrs", 31557600],
    ["decade/decades", 315576000],
    ["century/centuries", 3155760000],
  ],
  length: [
    ["nanometer/nanometers/nanometre/nanometres/nm", 1e-9],
    ["micrometer/micrometers/µm/μm", 1e-6],
    ["millimeter/millimeters/millimetre/millimetres/mm", 1e-3],
    ["centimeter/centimeters/centimetre/centimetres/cm", 1e-2],
    ["inch/inches", 0.0254],
    ["foot/feet/ft", 0.3048],
    ["yard/yards", 0.9144],
    ["meter/meters/metre/metres/m", 1],
    ["kilometer/kilometers/kilometre/kilometres/km/kms", 1000],
    ["mile/miles", 1609.344],
    ["light-year/light-years", 9.46e15],
  ],
  mass: [
    ["microgram/micrograms/mcg/µg/μg", 1e-6],
    ["milligram/milligrams/mg", 1e-3],
    ["gram/grams/g", 1],
    ["ounce/ounces/oz", 28.3495],
    ["pound/pounds/lb/lbs", 453.592],
    ["kilogram/kilograms/kilo/kilos/kg/kgs", 1000],
    ["ton/tons/tonne/tonnes", 1e6],
  ],
  volume: [
    ["milliliter/milliliters/millilitre/millilitres/ml", 1e-3],
    ["liter/liters/litre/litres/l", 1],
    ["gallon/gallons", 3.785],
  ],
  frequency: [
    ["hz/hertz", 1],
    ["khz", 1e3],
    ["mhz", 1e6],
    ["ghz", 1e9],
  ],
  share: [["%/percent/percents/pct", 1]],
  speed: [
    ["kph/kmh", 1],
    ["mph", 1.609344],
  ],
  "": [["x/times", 1]],
};

const set = (phrases: string): ReadonlySet<string> => new Set(phrases.split("/"));
const monthNames = numbered(months, (index) => index + 1);

/** Numbers in English. */
export const englishNumbers: NumberPhrases = {
  words: new Map([
    ...numbered(ones, (index) => index),
    ...numbered(tens, (index) => 20 + 10 * index),
    ["none", 0],
    ["once", 1],
    ["twice", 2],
    ["unlimited", Infinity],
    ["infinite", Infinity],
    ["infinity", Infinity],
  ]),
  ordinals: new Map(numbered(ordinals, (index) => index + 1)),
  ordinalEndings: set("st/nd/rd/th"),
  multipliers: new Map([
    ["hundred", 100],
    ["k", 1000],
    ["thousand", 1000],
    ["million", 1e6],
    ["billion", 1e9],
    ["trillion", 1e12],
  ]),
  units: new Map(
    Object.entries(units).flatMap(([kind, named]) =>
      named.flatMap(([names, factor]) => names.split("/").map((name) => [name, { kind, factor }] as const)),
    ),
  ),
  months: new Map([
    ...monthNames,
    ...monthNames.map(([name, number]): [string, number] => [name.slice(0, 3), number]),
    ["sept", 9],
  ]),
  below: set(
    "less than/fewer than/lower than/smaller than/younger than/shorter than/under/below/up to/at most/no more than/not more than/before",
  ),
  above: set(
    "more than/greater than/higher than/larger than/older than/longer than/over/above/at least/no less than/not less than/no fewer than/after",
  ),
  orBelow: set("or less/or fewer/or lower/or below/or under/or younger/or smaller/or earlier/and below/and under"),
  orAbove: set(
    "or more/or greater/or higher/or above/or over/or older/or larger/or longer/or later/and above/and over/and older/and up/and more",
  ),
  leads: set(
    "ad/about/around/approximately/roughly/nearly/almost/some/circa/ca/only/exactly/just/the/a/an/between/from/in/by/on/for/every/each/of/to/is/at/until/within/it/its/since/during/per/has/have/with/are/was/were/equals",
  ),
  rangeWords: set("to/through/thru"),
  between: ["between", "and"],
  eras: new Map([
    ["ad", 1],
    ["ce", 1],
    ["bc", -1],
    ["bce", -1],
  ]),
  versions: /\bversions?\b/iu,
  halfDays: ["am", "pm"],
  undetermined:
    /^(?:(?:it )?(?:cannot|can't|could not) be (?:determined|calculated|computed|known)|(?:it )?(?:depends|varies|is unknown)|unknown|undetermined|not enough information|(?:there is )?no (?:limit|change)|undefined|does not exist)\b/u,
};
