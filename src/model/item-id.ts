// Ids of items: names of files on every system, and parts of identities.

/** The longest id that makes a portable file name with its ending. */
const longest = 100;

/** Names of devices, which no file can have under Windows whatever its ending (Win32, naming files). */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Whether a text is lower-case words with hyphens that make a portable file name. */
export function isItemId(text: string): boolean {
  return text.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && !reserved.test(text);
}

/** The id nearest to a slug, and `ending` whole at its end; `fallback` stands for a slug without a Latin letter or digit. */
export function toItemId(slug: string, fallback: string, ending = ""): string {
  const words = slug.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  const id = (words || fallback).slice(0, longest - ending.length).replace(/-$/, "") + ending;
  return reserved.test(id) ? `${id}-${fallback}` : id;
}
