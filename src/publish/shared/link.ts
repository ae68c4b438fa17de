// Which link targets a publisher may write.

/**
 * Whether a link leads out of the guide by http, https or mailto (docs/format.md).
 * All other targets lead into the guide's source, where no reader of an artifact can follow.
 */
export function isOutbound(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url);
}
