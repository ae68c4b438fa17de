// Published words with their values filled in.

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
