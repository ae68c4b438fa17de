// Where a reader reports a mistake.

/** The address of exam.yaml's `feedback` template for an id, with every character percent-encoded that a URL does not allow. */
export function feedbackUrl(template: string, id: string): string {
  return template
    .replaceAll("{id}", () => encodeURIComponent(id))
    .replaceAll(/["<>\[\]\\^`\{\|\}\s]/gv, (character) => encodeURIComponent(character));
}
