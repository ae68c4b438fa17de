// Ids from headings: topic ids, which are ours, and anchors, which are the code host's.
import GithubSlugger, { slug } from "github-slugger";
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { walk } from "./markdown.ts";

const leadingEmoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?|[0-9#*]\uFE0F?\u20E3)+[\s\u00A0]*/v;

/** A heading's visible text, parted from the emoji that opens it. */
export function splitEmoji(text: string): { emoji?: string; title: string } {
  const emoji = leadingEmoji.exec(text)?.[0] ?? "";
  return { ...(emoji !== "" && { emoji: emoji.trim() }), title: text.slice(emoji.length).trim() };
}

/** The id that a text yields: NFC, without its leading emoji, hyphen runs collapsed; empty if nothing is left. */
export function slugOf(text: string): string {
  const { title } = splitEmoji(text.normalize("NFC"));
  return slug(title).replaceAll(/-{2,}/g, "-").replaceAll(/^-|-$/g, "");
}

/** The anchors that the code host gives the headings of a file, in order. */
export function anchorsOf(root: Root): string[] {
  const slugger = new GithubSlugger();
  const anchors: string[] = [];
  walk(root, ({ node }) => {
    if (node.type === "heading") anchors.push(slugger.slug(toString(node, { includeHtml: false })));
  });
  return anchors;
}
