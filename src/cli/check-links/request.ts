// One request of one page: the head of the answer, never its body. No cookies, no credentials, no proxy.
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isPrivateAddress, privateHostCode, publicLookup } from "./private-host.ts";

/** What came back: an answer's head, or the code of the error that came instead. */
export type Reply =
  | {
      status: number;
      /** The target of a redirect as the server wrote it. */
      location: string | null;
      /** As the server wrote it: seconds, or a date. */
      retryAfter: string | null;
    }
  | { error: string };

/** How requests are made. */
export interface RequestOptions {
  userAgent: string;
  /** In milliseconds, from the first packet to the last line of the head. */
  timeout: number;
  allowPrivate: boolean;
}

/** The error code of a request that took too long. */
export const timeoutCode = "ETIMEDOUT";

/** Never rejects. */
export function requestPage(url: URL, method: "HEAD" | "GET", options: RequestOptions): Promise<Reply> {
  const { userAgent, timeout, allowPrivate } = options;
  if (!allowPrivate && isPrivateAddress(url.hostname)) return Promise.resolve({ error: privateHostCode });
  return new Promise((resolve) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const sent = send({
      method,
      protocol: url.protocol,
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port,
      path: url.pathname + url.search,
      headers: { "User-Agent": userAgent, Accept: "text/html, */*;q=0.5" },
      // A connection of its own, so that none is left open behind the last answer.
      agent: false,
      ...(!allowPrivate && { lookup: publicLookup }),
    });
    const timer = setTimeout(() => {
      sent.destroy(Object.assign(new Error("No answer"), { code: timeoutCode }));
    }, timeout);
    const settle = (reply: Reply): void => {
      clearTimeout(timer);
      resolve(reply);
    };
    sent.on("response", ({ statusCode = 0, headers }) => {
      settle({
        status: statusCode,
        location: headers.location ?? null,
        retryAfter: headers["retry-after"] ?? null,
      });
      sent.destroy();
    });
    sent.on("error", ({ code, message }: NodeJS.ErrnoException) => settle({ error: code ?? message }));
    sent.end();
  });
}
