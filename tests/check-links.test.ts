// certpress check-links against servers on this machine: what it says of every kind of answer, and how it asks. Nothing leaves the machine.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { askPage } from "../src/cli/check-links/ask.ts";
import { createHosts, eachInGroups } from "../src/cli/check-links/hosts.ts";
import { isPrivateAddress } from "../src/cli/check-links/private-host.ts";
import { requestPage, type Reply } from "../src/cli/check-links/request.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { applyFixes } from "../src/fix.ts";
import { makeWorkspace, runIn, soundGuide, writeIn, type Ran } from "./helpers/workspace.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface TestServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Method and path of every request, in order. */
  log: string[];
  requests: IncomingMessage[];
  /** The most requests that were open at once. */
  busiest: number;
}

/** A server that answers by path; what it does not know is 404. It goes with the test. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<TestServer> {
  const server: Server = createServer((request, response) => {
    open++;
    served.busiest = Math.max(served.busiest, open);
    response.on("close", () => void open--);
    served.log.push(`${request.method} ${request.url}`);
    served.requests.push(request);
    const answer = answers[request.url ?? ""] ?? status(404);
    answer(request, response);
  });
  let open = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const served: TestServer = { origin: `http://127.0.0.1:${port}`, log: [], requests: [], busiest: 0 };
  return served;
}

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end("body");
const redirect = (code: number, location: string): Answer => status(code, { Location: location });
/** Another answer for each request; the last one stays. */
const inTurn = (...answers: Answer[]): Answer => {
  let turn = 0;
  return (request, response) => answers[Math.min(turn++, answers.length - 1)]?.(request, response);
};

const item = soundGuide["items/object-name.md"] ?? "";
/** A workspace whose item refers to these addresses and no other page, one a line from 25 on. */
function workspaceWith(urls: readonly string[], changes: Readonly<Record<string, string>> = {}): string {
  const references = urls.map((url, index) => `- [Page ${index}](${url})`).join("\n");
  const root = makeWorkspace({
    "items/object-name.md": item.replace("- [Objects](https://example.com/objects)", references),
    "exam.yaml": (soundGuide["exam.yaml"] ?? "").replace("https://example.com/outline", urls[0] ?? ""),
    ...changes,
  });
  return root;
}

const check = (root: string, ...flags: string[]): Promise<Ran> =>
  runIn(root, ["check-links", "--format", "json", "--pause", "0", "--timeout", "2000", "--allow-private", ...flags]);

const diagnosticsOf = ({ out }: Ran): Diagnostic[] => (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics;
/** What was found, in the order of the addresses' ports and paths, without the origin that changes with the run. */
const show = ({ ruleId, severity, message }: Diagnostic): string =>
  `${severity} ${ruleId} ${message.replaceAll(/http:\/\/(?:127\.0\.0\.1|localhost):\d+/gu, "")}`;

async function findings(server: TestServer, ...paths: string[]): Promise<string[]> {
  const ran = await check(workspaceWith(["/good", ...paths].map((path) => server.origin + path)));
  expect(ran.status).toBe(0);
  return diagnosticsOf(ran).map(show);
}

const good = { "/good": status(200) };

describe("an answer", () => {
  it("of 200 is no finding, also behind redirects for now", async () => {
    const server = await serve({
      ...good,
      "/302": redirect(302, "/303"),
      "/303": redirect(303, "/307"),
      "/307": redirect(307, "/good"),
      "/204": status(204),
    });
    expect(await findings(server, "/302", "/204")).toEqual([]);
    expect(server.log).toEqual(["HEAD /good", "HEAD /302", "HEAD /303", "HEAD /307", "HEAD /good", "HEAD /204"]);
  });

  it("of 404 and 410 is gone after a second try, but not of 404 to HEAD alone", async () => {
    const server = await serve({
      ...good,
      "/410": status(410),
      "/no-head": (request, response) => status(request.method === "HEAD" ? 404 : 200)(request, response),
    });
    expect(await findings(server, "/404", "/410", "/no-head")).toEqual([
      "warning link-gone Unexpected address `/404`, expected a page: the server answers 404 Not Found",
      "warning link-gone Unexpected address `/410`, expected a page: the server answers 410 Gone",
    ]);
    expect(server.log.slice(1, 3)).toEqual(["HEAD /404", "GET /404"]);
  });

  it("that refuses HEAD is asked for with GET", async () => {
    const refusing =
      (code: number): Answer =>
      (request, response) =>
        status(request.method === "HEAD" ? code : 200)(request, response);
    const server = await serve({ ...good, "/403": refusing(403), "/405": refusing(405), "/501": refusing(501) });
    expect(await findings(server, "/403", "/405", "/501")).toEqual([]);
    expect(server.log.slice(1)).toEqual(["HEAD /403", "GET /403", "HEAD /405", "GET /405", "HEAD /501", "GET /501"]);
  });

  it("of 429 and 5xx is silence, after the second try that the server asks for", async () => {
    const answers: Record<string, Answer[]> = {
      429: [status(429)],
      wait: [status(429, { "Retry-After": "1" }), status(200)],
      long: [status(429, { "Retry-After": "11" })],
      date: [status(503, { "Retry-After": new Date(Date.now() + 3_600_000).toUTCString() })],
      past: [status(503, { "Retry-After": new Date(0).toUTCString() }), status(200)],
      odd: [status(429, { "Retry-After": "soon" })],
      500: [status(500)],
      once: [status(502), status(200)],
    };
    // Each on a host of its own, because one that asks for a pause gets it.
    const servers = await Promise.all(Object.values(answers).map((each) => serve({ ...good, "/x": inTurn(...each) })));
    const ran = await check(workspaceWith(servers.map(({ origin }) => `${origin}/x`)));
    const reasons = Object.fromEntries(
      servers.map(({ origin }, index) => [
        Object.keys(answers)[index],
        diagnosticsOf(ran)
          .map(({ severity, ruleId, message }) => `${severity} ${ruleId} ${message}`)
          .find((each) => each.includes(`${origin}/x`))
          ?.replace(/^info link-unanswered .*the server answers /u, ""),
      ]),
    );
    expect(reasons).toEqual({
      429: "429 Too Many Requests",
      wait: undefined,
      long: "429 Too Many Requests",
      date: "503 Service Unavailable",
      past: undefined,
      odd: "429 Too Many Requests",
      500: "500 Internal Server Error",
      once: undefined,
    });
    const asked = servers.map(({ log }, index) => [Object.keys(answers)[index], log.length]);
    expect(Object.fromEntries(asked)).toEqual({ 429: 1, wait: 2, long: 1, date: 1, past: 2, odd: 1, 500: 2, once: 2 });
  });

  it.each([
    ["429", [status(429)], 1],
    ["429 again", [status(429, { "Retry-After": "0" })], 2],
    ["503 and a date far off", [status(503, { "Retry-After": "3600" })], 1],
  ] as const)("of %s ends the requests to that host, and to no other", async (_, answers, requests) => {
    const [busy, other] = [await serve({ "/a": inTurn(...answers) }), await serve(good)];
    const urls = ["/a", "/b", "/c"].map((path) => busy.origin + path);
    const ran = await check(workspaceWith([...urls, `${other.origin}/good`]));
    expect(busy.log).toHaveLength(requests);
    expect(other.log).toEqual(["HEAD /good"]);
    expect(diagnosticsOf(ran).map(({ ruleId, message }) => [ruleId, message.split(": ").at(-1)])).toEqual([
      ["link-unanswered", expect.stringMatching(/^the server answers (?:429|503) /u)],
      ["link-unanswered", "the host asked for a pause, so the rest of its pages is asked for another day"],
      ["link-unanswered", "the host asked for a pause, so the rest of its pages is asked for another day"],
    ]);
  });

  it("that wants a login is silence, not an end", async () => {
    const server = await serve({ ...good, "/401": status(401), "/403": status(403) });
    expect((await findings(server, "/401", "/403")).map((each) => each.split(" ")[1])).toEqual([
      "link-unanswered",
      "link-unanswered",
    ]);
  });

  it("that never comes is silence after the timeout", async () => {
    const server = await serve({ ...good, "/never": () => {} });
    const ran = await check(workspaceWith([`${server.origin}/good`, `${server.origin}/never`]), "--timeout", "150");
    expect(diagnosticsOf(ran).map(show)).toEqual([
      "info link-unanswered Unexpected address `/never`, expected a page that answers: there is no answer in time",
    ]);
  });

  it("of a port where nobody listens is gone", async () => {
    const server = await serve(good);
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const ran = await check(workspaceWith([`${server.origin}/good`, `http://127.0.0.1:${port}/x`]));
    expect(diagnosticsOf(ran).map(show)).toEqual([
      "warning link-gone Unexpected address `/x`, expected a page: the host refuses the connection",
    ]);
  });

  it("that breaks off is silence", async () => {
    const server = await serve({ ...good, "/broken": (request) => void request.socket.destroy() });
    expect(await findings(server, "/broken")).toEqual([
      "info link-unanswered Unexpected address `/broken`, expected a page that answers: the connection fails with ECONNRESET",
    ]);
  });
});

describe("a redirect for ever", () => {
  const moved = (from: string, to: string): string =>
    `info link-moved Unexpected address \`${from}\`, expected \`${to}\`: the page has moved`;

  it("is reported with the address that the chain leads to, as far as it is for ever", async () => {
    const server = await serve({
      ...good,
      "/a": redirect(301, "/b"),
      "/b": redirect(308, "good"),
      "/c": redirect(301, "/d"),
      "/d": redirect(302, "/good"),
      "/e": redirect(302, "/a"),
    });
    expect(await findings(server, "/a", "/c", "/e")).toEqual([moved("/a", "/good"), moved("/c", "/d")]);
  });

  it("keeps the fragment, and asks once for a page with several", async () => {
    const server = await serve({ ...good, "/a": redirect(301, "/good"), "/z": redirect(301, "/good#top") });
    expect(await findings(server, "/a#one", "/a#two", "/z#one")).toEqual([
      moved("/a#one", "/good#one"),
      moved("/a#two", "/good#two"),
      moved("/z#one", "/good#top"),
    ]);
    expect(server.log.filter((each) => each === "HEAD /a")).toHaveLength(1);
  });

  it("to the home page brings no fix and expects no home page", async () => {
    const server = await serve({
      ...good,
      "/": status(200),
      "/deep/a": redirect(301, "/"),
      "/index.html": redirect(301, "/"),
    });
    const ran = await check(workspaceWith(["/good", "/deep/a", "/index.html"].map((path) => server.origin + path)));
    expect(diagnosticsOf(ran).map((each) => [show(each), each.fix !== undefined])).toEqual([
      [
        "info link-moved Unexpected address `/deep/a`, expected the new one of its page: it leads to the home page `/`",
        false,
      ],
      [moved("/index.html", "/"), true],
    ]);
  });

  it("that goes in a circle, too far or nowhere is silence; one to a page that is gone is gone", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`/${index}`, redirect(301, `/${index + 1}`)] as const),
    );
    const server = await serve({
      ...good,
      ...chain,
      "/8": status(200),
      "/a": redirect(301, "/b"),
      "/b": redirect(301, "/a"),
      "/mail": redirect(301, "mailto:a@example.org"),
      "/none": status(301),
      "/end": redirect(301, "/404"),
    });
    const silence = (path: string, reason: string): string =>
      `info link-unanswered Unexpected address \`${path}\`, expected a page that answers: ${reason}`;
    expect(await findings(server, "/a", "/2", "/3", "/mail", "/none", "/end")).toEqual([
      silence("/a", "its redirects go in a circle"),
      silence("/2", "it redirects more than 5 times"),
      moved("/3", "/8"),
      silence("/mail", "it redirects to no web address"),
      silence("/none", "it redirects to no web address"),
      expect.stringMatching(
        /^warning link-gone .*`\/end`, expected a page: the server answers 404 Not Found, after a redirect to 127/u,
      ),
    ]);
  });

  it("brings a fix that nobody makes unseen, of all places in the file", async () => {
    const server = await serve({ ...good, "/a": redirect(301, "/good?x=1"), "/good?x=1": status(200) });
    const url = `${server.origin}/a`;
    const path = "content/tst/items/object-name.md";
    const root = workspaceWith([`${server.origin}/good`, url], {});
    const text = readFileSync(join(root, path), "utf8").replace("names the object", `[names](${url}) the object`);
    writeIn(root, path, `\uFEFF${text}`);
    const [found] = diagnosticsOf(await check(root));
    expect(found).toMatchObject({ fix: { safe: false }, note: expect.stringContaining(`${server.origin}/good?x=1`) });
    expect(found?.related).toHaveLength(1);
    expect(applyFixes(text, [found!.fix!]).text).toBe(text.replaceAll(url, `${server.origin}/good?x=1`));
  });

  it("brings no fix to an address that Markdown would read otherwise", async () => {
    const server = await serve({ "/a": redirect(301, "/x)y"), "/x)y": status(200), ...good });
    const [found] = diagnosticsOf(await check(workspaceWith([`${server.origin}/good`, `${server.origin}/a`])));
    expect(found?.ruleId).toBe("link-moved");
    expect(found?.fix).toBeUndefined();
  });
});

describe("what is asked", () => {
  it("is every web address of references, texts and exam.yaml, once, with all its places", async () => {
    const server = await serve({});
    const at = (path: string): string => server.origin + path;
    const root = workspaceWith([at("/1")], {
      "exam.yaml": (soundGuide["exam.yaml"] ?? "")
        .replace("https://example.com/outline", at("/exam"))
        .concat(`notices:\n  - date: 2026-01-02\n    text: See ${at("/notice")}.\nfeedback: ${at("/f?id={id}")}\n`),
      "guide.md": (soundGuide["guide.md"] ?? "").replace("An introduction.", `An [introduction](${at("/guide")}).`),
      "domains/d1.md": `${(soundGuide["domains/d1.md"] ?? "").replace("A bucket", `A [*bucket*](${at("/topic")})`)}- **Tag**: See ${at("/bare")} or [it](../guide.md), [mail](mailto:a@example.org).\n`,
      "glossary.md": `# Terms\n\nFrom [there](${at("/terms")}).\n\n- **Term**: The [first](${at("/1")}) word.\n`,
    });
    const found = diagnosticsOf(await check(root));
    const places = (each: Diagnostic): string[] =>
      [each, ...(each.related ?? [])].map(
        ({ path, position }) => `${path.slice("content/tst/".length)}:${position.start.line}:${position.start.column}`,
      );
    expect(
      Object.fromEntries(found.map((each) => [/`(?:http:\/\/[^/]+)(.*?)`/u.exec(each.message)?.[1], places(each)])),
    ).toEqual({
      "/1": ["items/object-name.md:25:3", "glossary.md:5:17"],
      "/exam": ["exam.yaml:8:11"],
      "/notice": ["exam.yaml:30:11"],
      "/guide": ["guide.md:3:4"],
      "/topic": ["domains/d1.md:13:3"],
      "/bare": ["domains/d1.md:17:16"],
      "/terms": ["glossary.md:3:6"],
    });
    expect(found.find(({ path }) => path.includes("items/"))?.itemId).toBe("object-name");
    expect(new Set(server.log).size).toBe(server.log.length);
  });

  it("is asked with a name of our own, and with no cookie, also after one was set", async () => {
    const server = await serve({
      "/good": status(200, { "Set-Cookie": "a=b" }),
      "/a": (_, response) => void response.writeHead(302, { Location: "/good", "Set-Cookie": "c=d" }).end(),
    });
    await findings(server, "/a");
    for (const { headers } of server.requests) {
      expect(headers["user-agent"]).toMatch(/^certpress\/\d/u);
      expect(Object.keys(headers).sort()).toEqual(["accept", "connection", "host", "user-agent"]);
    }
  });

  it("is no private host unless that is allowed, also not behind a redirect or a name", async () => {
    const server = await serve(good);
    const { port } = new URL(server.origin);
    const ran = await runIn(
      workspaceWith([`${server.origin}/good`, `http://localhost:${port}/good`, `http://[::1]:${port}/x`]),
      ["check-links", "--format", "json", "--pause", "0"],
    );
    expect(ran.status).toBe(0);
    expect(server.log).toEqual([]);
    expect(diagnosticsOf(ran)).toHaveLength(3);
    for (const { ruleId, message } of diagnosticsOf(ran))
      expect([ruleId, message]).toEqual(["link-unanswered", expect.stringContaining("the host is not public")]);

    const options = { userAgent: "test", timeout: 2000, allowPrivate: false };
    const send = (url: URL, method: "HEAD" | "GET"): Promise<Reply> =>
      url.hostname === "public.example"
        ? Promise.resolve({ status: 302, location: `http://localhost:${port}/good`, retryAfter: null })
        : requestPage(url, method, options);
    expect(await askPage(new URL("http://public.example/"), send, createHosts(0), () => new Date(0))).toEqual({
      kind: "unanswered",
      reason: expect.stringMatching(/^the host is not public.*, after a redirect to localhost/u),
    });
    expect(server.log).toEqual([]);
  });

  it.each([
    ["127.0.0.1", true],
    ["10.1.2.3", true],
    ["172.31.255.255", true],
    ["172.32.0.1", false],
    ["192.168.0.1", true],
    ["169.254.169.254", true],
    ["100.100.0.1", true],
    ["0.0.0.0", true],
    ["255.255.255.255", true],
    ["8.8.8.8", false],
    ["[::1]", true],
    ["[::]", true],
    ["[::ffff:7f00:1]", true],
    ["[::ffff:808:808]", false],
    ["[fe80::1]", true],
    ["[fd12::1]", true],
    ["[64:ff9b::7f00:1]", true],
    ["[2002:7f00:1::]", true],
    ["[2606:4700::1111]", false],
    ["example.org", false],
  ])("%s: private %s", (host, expected) => {
    expect(isPrivateAddress(host)).toBe(expected);
    // What a browser makes of odd spellings is what is judged.
    expect(isPrivateAddress(new URL("http://0x7f.1/").hostname)).toBe(true);
  });
});

describe("politeness", () => {
  const reply = (status: number): Reply => ({ status, location: null, retryAfter: null });
  const now = (): Date => new Date(0);

  it("sends one request at a time to a host, also where redirects of others lead to it", async () => {
    const slow: Answer = (_, response) => void setTimeout(() => response.writeHead(200).end(), 20);
    const target = await serve({ "/a": slow, "/b": slow, "/c": slow, "/good": slow });
    const others = await Promise.all(
      Array.from({ length: 3 }, () => serve({ "/r": redirect(302, `${target.origin}/c`) })),
    );
    const urls = ["/good", "/a", "/b"].map((path) => target.origin + path);
    const ran = await check(workspaceWith([...urls, ...others.map(({ origin }) => `${origin}/r`)]));
    expect(diagnosticsOf(ran)).toEqual([]);
    expect(target.log).toHaveLength(6);
    expect(target.busiest).toBe(1);
  });

  it("asks six hosts at once and no more", async () => {
    let open = 0;
    let busiest = 0;
    const groups = Array.from({ length: 20 }, (_, index) => [index, index]);
    await eachInGroups(groups, 6, async () => {
      busiest = Math.max(busiest, ++open);
      await new Promise((resolve) => setTimeout(resolve, 1));
      open--;
    });
    expect({ open, busiest }).toEqual({ open: 0, busiest: 6 });
  });

  it("pauses between two requests to one host, and for as long as the host asks", async () => {
    const hosts = createHosts(60);
    const times: number[] = [];
    const request = (): Promise<void> => Promise.resolve(void times.push(performance.now()));
    await hosts.takeTurn("a", request);
    await hosts.takeTurn("a", request);
    hosts.hold("a", 150);
    await hosts.takeTurn("a", request);
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThan(50);
    expect(third - second).toBeGreaterThan(140);
  });

  it("goes on after a request that throws", async () => {
    const hosts = createHosts(0);
    await expect(hosts.takeTurn("a", () => Promise.reject(new Error("ours")))).rejects.toThrow("ours");
    expect(await hosts.takeTurn("a", () => Promise.resolve(1))).toBe(1);
  });

  it("does not call a host gone that only could not be looked up just now", async () => {
    const ask = (...replies: Reply[]) =>
      askPage(new URL("http://x.example/"), () => Promise.resolve(replies.shift() ?? reply(500)), createHosts(0), now);
    const host = "x.example";
    expect(await ask({ error: "EAI_AGAIN" })).toMatchObject({ kind: "unanswered", host });
    expect(await ask({ error: "ENOTFOUND" }, { error: "ENOTFOUND" })).toEqual({
      kind: "gone",
      reason: "there is no such host",
      host,
    });
    expect(await ask({ error: "ENOTFOUND" }, reply(200))).toEqual({ kind: "good" });
    expect(await ask({ error: "CERT_HAS_EXPIRED" })).toMatchObject({
      kind: "unanswered",
      reason: "the connection fails with CERT_HAS_EXPIRED",
    });
  });
});

describe("the cache", () => {
  const file = ".certpress/links.json";

  it("keeps good answers and no others, so that they are not asked for again", async () => {
    const server = await serve({ ...good, "/moved": redirect(301, "/good") });
    const root = workspaceWith(["/good", "/moved", "/404"].map((path) => server.origin + path));
    const first = diagnosticsOf(await check(root)).map(show);
    server.log.length = 0;
    const second = await check(root);
    expect(diagnosticsOf(second).map(show)).toEqual(first);
    expect(server.log).toEqual(["HEAD /moved", "HEAD /good", "HEAD /404", "GET /404"]);
    expect(second.err).toContain("3 addresses: 2 asked, 1 good not long ago");
    server.log.length = 0;
    await check(root, "--max-age", "0");
    expect(server.log[0]).toBe("HEAD /good");
  });

  it("is written while the run goes on, so that one that is cut off was not in vain", async () => {
    let kept = "";
    const server = await serve({
      ...good,
      "/slow": (_, response) => void setTimeout(() => response.writeHead(200).end(), 600),
      "/late": (_, response) => {
        kept = readFileSync(join(root, file), "utf8");
        response.writeHead(200).end();
      },
    });
    const root = workspaceWith(["/good", "/slow", "/late"].map((path) => server.origin + path));
    await check(root);
    expect(kept).toContain(`${server.origin}/good`);
    expect(kept).toContain(`${server.origin}/slow`);
  });

  it("stands in node_modules where there is one", async () => {
    const server = await serve(good);
    const root = workspaceWith([`${server.origin}/good`]);
    mkdirSync(join(root, "node_modules"));
    await check(root);
    expect(existsSync(join(root, "node_modules/.cache/certpress/links.json"))).toBe(true);
    expect(existsSync(join(root, ".certpress"))).toBe(false);
  });

  it.each([
    ["cut off", () => '{"version": 1, "good": [['],
    ["of another form", () => '{"version": 1, "good": {"a": 1}}'],
    ["of another version", (url: string) => JSON.stringify({ version: 2, good: [[url, new Date().toISOString()]] })],
    ["from the future", (url: string) => JSON.stringify({ version: 1, good: [[url, "2999-01-01T00:00:00.000Z"]] })],
    ["without a time", (url: string) => JSON.stringify({ version: 1, good: [[url, "yesterday"]] })],
    ["too old", (url: string) => JSON.stringify({ version: 1, good: [[url, "2020-01-01T00:00:00.000Z"]] })],
  ])("that is %s is dropped", async (_, text) => {
    const server = await serve(good);
    const url = `${server.origin}/good`;
    const root = workspaceWith([url]);
    writeIn(root, file, text(url));
    expect((await check(root)).status).toBe(0);
    expect(server.log).toEqual(["HEAD /good"]);
    expect(JSON.parse(readFileSync(join(root, file), "utf8"))).toEqual({
      version: 1,
      good: [[url, expect.stringMatching(/^\d{4}-/u)]],
    });
  });
});

describe("the command", () => {
  it("prints the usual reports, and ends with 0 whatever it finds", async () => {
    const server = await serve(good);
    const root = workspaceWith([`${server.origin}/good`, `${server.origin}/404`]);
    const place = "content/tst/items/object-name.md";
    const run = (format: string) =>
      runIn(root, ["check-links", "tst", "--format", format, "--pause", "0", "--allow-private"]);
    const compact = await run("compact");
    expect([compact.status, compact.out]).toEqual([0, expect.stringContaining(`${place}:26:3: warning link-gone`)]);
    expect((await run("github")).out).toContain(`::warning file=${place},line=26`);
    const pretty = await run("pretty");
    expect([pretty.out, pretty.err]).toEqual(["", expect.stringContaining(`26 | - [Page 1](${server.origin}/404)`)]);
  });

  it("annotates and writes the page of the step under GitHub Actions", async () => {
    const server = await serve({ ...good, "/moved": redirect(301, "/good") });
    const root = workspaceWith(["/good", "/moved", "/404"].map((path) => server.origin + path));
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: join(root, "page.md") };
    const { status, out } = await runIn(root, ["check-links", "--pause", "0", "--allow-private"], { env });
    expect(status).toBe(0);
    expect(out).toMatch(/^::warning file=.*title=link-gone.*\n::notice file=.*title=link-moved.*\n$/u);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toMatch(/\| `link-gone` \|\n.*\| `link-moved` \|/u);
  });

  it("doubts the network only where no host answers at all, and then reports nothing", async () => {
    const server = await serve({});
    const gone = await check(workspaceWith([`${server.origin}/404`]));
    expect(gone).toMatchObject({ status: 0, err: expect.not.stringContaining("online") });
    const urls = ["http://nobody..invalid/a", "http://nobody..invalid/b", "http://127.0.0.1:1/x"];
    const { status, out, err } = await check(workspaceWith(urls));
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("is this machine online?");
  });

  it("reports a host that has no address once, with all the places of its pages", async () => {
    const server = await serve(good);
    const urls = ["/good", "/lost"].map((path) => server.origin + path);
    const lost = ["http://nobody..invalid/a", "http://nobody..invalid/b"];
    const found = diagnosticsOf(await check(workspaceWith([...urls, ...lost]))).filter(({ message }) =>
      /host/u.test(message),
    );
    expect(found).toHaveLength(1);
    // A name with an empty part is asked of no server. What is said of it depends on the machine.
    expect(found[0]?.message).toMatch(
      /^Unexpected host `nobody\.\.invalid`, expected (?:a host that is there|one that can be asked): /u,
    );
    expect(found[0]?.position.start.line).toBe(27);
    expect(found[0]?.related?.map(({ position }) => position.start.line)).toEqual([28]);
  });

  it("checks the named guides", async () => {
    const server = await serve({});
    const root = workspaceWith([`${server.origin}/one`]);
    for (const [path, text] of Object.entries(soundGuide))
      writeIn(root, `content/two/${path}`, text.replaceAll("https://example.com", server.origin));
    await check(root, "two");
    expect(server.log.filter((each) => each.endsWith("/one"))).toEqual([]);
    expect(server.log).toContain("HEAD /objects");
  });

  it("says what it could not read", async () => {
    const server = await serve(good);
    const root = workspaceWith([`${server.origin}/good`], { "items/bad.md": item.replace("[x]", "[ ]") });
    const first = await check(root);
    expect(first.err).not.toContain("online");
    expect(first.err).toContain("tst: 1 item left out; `certpress lint content/tst` says why");
    writeIn(root, "content/tst/exam.yaml", "code: X\n");
    const { status, err } = await check(root);
    expect(status).toBe(0);
    expect(err).toContain("tst: cannot be read");
  });

  it.each([
    [["tts"], "did you mean `tst`?"],
    [["--pause", "fast"], "Expected a whole number"],
    [["--timeout", "3000000000"], "Expected a whole number of at most nine digits"],
    [["--format", "xml"], "Allowed choices are"],
  ])("%j is wrong usage", async (argv, message) => {
    const { status, err } = await runIn(makeWorkspace(), ["check-links", ...argv]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
