// What has become of one page: redirects followed by hand, HEAD before GET, a second try before bad news.
import { STATUS_CODES } from "node:http";
import type { Hosts } from "./hosts.ts";
import { privateHostCode } from "./private-host.ts";
import { timeoutCode, type Reply } from "./request.ts";

/** `reason` completes "expected a page: …". */
export type Outcome =
  | { kind: "good" }
  /** Every redirect from the first on said that it is for ever, as far as `to`. */
  | { kind: "moved"; to: URL }
  | Bad;

/** A page that cannot be had. */
export interface Bad {
  kind: "gone" | "unanswered";
  reason: string;
  /** The page's host, where that has no address: all its pages are alike then. */
  host?: string;
}

/** Sends one request; never rejects. */
export type Send = (url: URL, method: "HEAD" | "GET") => Promise<Reply>;

const mostRedirects = 5;
/** In seconds: servers that ask for more patience are asked another day. */
const longestWait = 10;
/** The error code of a request that was not sent, because the host wants no more of them. */
const busyCode = "ERR_BUSY_HOST";
/** The codes of errors for a name that has no address, or whose address nobody could tell (getaddrinfo(3)). */
const unresolvedCodes: ReadonlySet<string> = new Set(["ENOTFOUND", "EAI_AGAIN"]);

/** Asks for a page. `now` is that of the clock, for servers that name a date to come back at. */
export async function askPage(page: URL, send: Send, hosts: Hosts, now: () => Date): Promise<Outcome> {
  const seen = new Set<string>();
  let url = new URL(page);
  url.hash = "";
  let moved: URL | null = null;
  let isPermanent = true;
  while (seen.size <= mostRedirects) {
    seen.add(url.href);
    const reply = await askTwice(url, send, hosts, now);
    const after = seen.size > 1 ? `, after a redirect to ${url.host}` : "";
    if (!("status" in reply)) {
      const isLost = after === "" && unresolvedCodes.has(reply.error);
      return { ...judgeError(reply.error, after), ...(isLost && { host: url.host }) };
    }
    const { status, location } = reply;
    if (![301, 302, 303, 307, 308].includes(status)) return judgeStatus(status, moved, after);
    const target = targetOf(location, url);
    if (target === null) return { kind: "unanswered", reason: `it redirects to no web address${after}` };
    isPermanent &&= status === 301 || status === 308;
    if (isPermanent) moved = new URL(target);
    target.hash = "";
    url = target;
    if (seen.has(url.href)) return { kind: "unanswered", reason: "its redirects go in a circle" };
  }
  return { kind: "unanswered", reason: `it redirects more than ${mostRedirects} times` };
}

async function askTwice(url: URL, send: Send, hosts: Hosts, now: () => Date): Promise<Reply> {
  const closedBy = hosts.closedBy(url.host);
  if (closedBy !== undefined) return { error: closedBy };
  const reply = await askOnceMore(url, send, hosts, now);
  if (isBusy(reply)) hosts.close(url.host, busyCode);
  else if ("error" in reply && unresolvedCodes.has(reply.error)) hosts.close(url.host, reply.error);
  return reply;
}

async function askOnceMore(url: URL, send: Send, hosts: Hosts, now: () => Date): Promise<Reply> {
  const ask = (method: "HEAD" | "GET"): Promise<Reply> => hosts.takeTurn(url.host, () => send(url, method));
  let reply = await ask("HEAD");
  if ("status" in reply && [403, 405, 501].includes(reply.status)) reply = await ask("GET");
  if (isGone(reply)) return ask("GET");
  const wait = retryDelay(reply, now());
  if (wait === null) return reply;
  hosts.hold(url.host, wait);
  return ask("GET");
}

const isGone = (reply: Reply): boolean =>
  "status" in reply ? [404, 410].includes(reply.status) : ["ENOTFOUND", "ECONNREFUSED"].includes(reply.error);

/** A host that asks for a pause, and not for a short one. */
const isBusy = (reply: Reply): boolean =>
  "status" in reply && (reply.status === 429 || (reply.status === 503 && reply.retryAfter !== null));

/** Milliseconds until a second try; null if there is to be none. A server that is only busy may say when it will not be. */
function retryDelay(reply: Reply, now: Date): number | null {
  if (!("status" in reply) || (reply.status !== 429 && reply.status < 500)) return null;
  if (reply.retryAfter === null) return reply.status === 429 ? null : 0;
  // RFC 9110, section 10.2.3.
  const seconds = /^\d+$/u.test(reply.retryAfter)
    ? Number(reply.retryAfter)
    : (Date.parse(reply.retryAfter) - now.getTime()) / 1000;
  return seconds <= longestWait ? Math.max(0, seconds * 1000) : null;
}

/** The absolute target of a redirect; null if it is no http or https address. */
function targetOf(location: string | null, base: URL): URL | null {
  // Servers send UTF-8 where the header's bytes are read as Latin-1.
  const text = location === null ? "" : Buffer.from(location, "latin1").toString("utf8");
  if (text === "" || !URL.canParse(text, base.href)) return null;
  const target = new URL(text, base);
  return /^https?:$/u.test(target.protocol) ? target : null;
}

function judgeStatus(status: number, moved: URL | null, after: string): Outcome {
  if (status >= 200 && status < 300) return moved === null ? { kind: "good" } : { kind: "moved", to: moved };
  const name = STATUS_CODES[status];
  const reason = `the server answers ${status}${name === undefined ? "" : ` ${name}`}${after}`;
  return { kind: [404, 410].includes(status) ? "gone" : "unanswered", reason };
}

const errorReasons = new Map<string, string>([
  ["ENOTFOUND", "there is no such host"],
  ["EAI_AGAIN", "nobody could tell its address just now"],
  ["ECONNREFUSED", "the host refuses the connection"],
  [timeoutCode, "there is no answer in time"],
  [busyCode, "the host asked for a pause, so the rest of its pages is asked for another day"],
  [privateHostCode, "the host is not public and was not asked; --allow-private asks it"],
]);

function judgeError(error: string, after: string): Bad {
  const reason = `${errorReasons.get(error) ?? `the connection fails with ${error}`}${after}`;
  return { kind: isGone({ error }) ? "gone" : "unanswered", reason };
}
