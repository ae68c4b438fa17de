// Published words with their values filled in, and days and numbers as the language writes them, whatever the machine's locale.
import type { FormatWords } from "../../model/types.gen.ts";

/**
 * The text with each `{name}` replaced by its value.
 * Throws on a name without a value: the words and their caller are both ours.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`No value for {${name}} in: ${text}`);
    return String(values[name]);
  });
}

/** A day of the form YYYY-MM-DD as the language writes it. */
export function formatDate(day: string, { date, months }: FormatWords): string {
  const [year = "", month = "", rest = ""] = day.split("-");
  const name = months[Number(month) - 1];
  if (name === undefined) throw new Error(`Not a day: ${day}`);
  return fill(date, { year, month: name, day: Number(rest) });
}

/** A number with the decimal mark of the language. */
export function formatNumber(value: number, { decimal }: FormatWords): string {
  return String(value).replace(".", decimal);
}
