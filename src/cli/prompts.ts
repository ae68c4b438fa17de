// Questions to the person at the terminal, behind an interface that tests can answer.
import type { Readable, Writable } from "node:stream";

/** One thing that can be chosen. */
export interface PromptChoice {
  value: string;
  label: string;
  /** Shown beside the label of the one in focus. */
  hint?: string;
}

/** Asks, one thing after the other. */
export interface Prompts {
  /** The value chosen; null if the person cancelled. A long list is filtered by typing. */
  choose(message: string, choices: readonly PromptChoice[], initial?: string): Promise<string | null>;
  /** The text written, `suggested` where there is none; null if the person cancelled. `check` says what is wrong with a text. */
  write(message: string, suggested: string, check: (text: string) => string | null): Promise<string | null>;
}

/** More than these are easier to find by typing than by scrolling. */
const longestList = 12;

/** Prompts that read keys and draw on a terminal. */
export function terminalPrompts(input: Readable, output: Writable): Prompts {
  return {
    async choose(message, choices, initial) {
      const { autocomplete, isCancel, select } = await import("@clack/prompts");
      const options = choices.map((choice) => ({ ...choice }));
      const asked = { message, options, input, output, ...(initial !== undefined && { initialValue: initial }) };
      const value =
        options.length > longestList
          ? await autocomplete({ ...asked, maxItems: longestList, placeholder: "Type to filter" })
          : await select(asked);
      return isCancel(value) ? null : value;
    },
    async write(message, suggested, check) {
      const { isCancel, text } = await import("@clack/prompts");
      const validate = (value = ""): string | undefined => check(value === "" ? suggested : value) ?? undefined;
      const asked = { message, placeholder: suggested, defaultValue: suggested, validate, input, output };
      const value = await text(asked);
      return isCancel(value) ? null : value;
    },
  };
}
