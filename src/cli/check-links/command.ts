// certpress check-links: the only command that uses the network. It reports and never fails, so that it is no gate.
import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { readVersion } from "../../files.ts";
import type { CheckedGuide } from "../../pipeline.ts";
import { plural } from "../../quote.ts";
import type { ReportFormat } from "../../report/index.ts";
import { decodeSourceText, type SourceText } from "../../source-text.ts";
import type { Io } from "../io.ts";
import { publishReport } from "../print-report.ts";
import { showProgress } from "../progress.ts";
import { checkAtBuildDate, requireWorkspace, selectGuides } from "../workspace.ts";
import { askPage, type Bad, type Outcome } from "./ask.ts";
import { openCache, type LinkCache } from "./cache.ts";
import { collectAddresses, type Address } from "./collect.ts";
import { createHosts, eachInGroups } from "./hosts.ts";
import { privateHostCode } from "./private-host.ts";
import { reportAddress, reportHost } from "./report.ts";
import { requestPage, type Reply } from "./request.ts";

export interface CheckLinksFlags {
  cwd?: string;
  format?: ReportFormat;
  /** Milliseconds between two requests to one host. */
  pause: number;
  /** Milliseconds. */
  timeout: number;
  /** Days for which a good answer holds. */
  maxAge: number;
  allowPrivate?: boolean;
}

const hostsAtOnce = 6;

/** Exit status 0, whatever it finds; 2 if nothing answered, so that nothing was found out. */
export async function runCheckLinks(io: Io, names: string[], flags: CheckLinksFlags): Promise<number> {
  const workspace = await requireWorkspace(io, flags.cwd);
  const ids = selectGuides(workspace, names);
  const cache = openCache(workspace.root, new Date(), flags.maxAge);
  const checked: CheckedGuide[] = [];
  for (const id of ids) checked.push(await checkAtBuildDate(io, workspace, id, { outputs: [] }));
  for (const { id, bank, found, publishable } of checked) {
    const why = `\`certpress lint content/${id}\` says why`;
    if (bank === null) io.err(`${id}: cannot be read; ${why}\n`);
    else if (publishable.items < found.items)
      io.err(`${id}: ${plural(found.items - publishable.items, "item")} left out; ${why}\n`);
  }

  const addresses = checked.map(({ bank }) => (bank === null ? [] : collectAddresses(bank)));
  const pages = new Set(addresses.flat().map(pageOf));
  const unknown = [...pages].filter((page) => !cache.isGood(page));
  const { outcomes, isOffline } = await askAll(io, unknown, flags, cache);
  if (isOffline) {
    io.err("No host answered at all: is this machine online?\n");
    return 2;
  }
  const diagnostics = checked.flatMap((guide, index) => reportIn(guide, addresses[index] ?? [], outcomes));
  publishReport(io, workspace, flags.format, sortDiagnostics(diagnostics), checked);
  io.err(
    `${plural(pages.size, "address", "addresses")}: ${unknown.length} asked, ${pages.size - unknown.length} good not long ago\n`,
  );
  cache.save();
  return 0;
}

/** What is asked for: the address as a browser sends it, without its fragment. */
function pageOf({ url }: Address): string {
  const page = new URL(url);
  page.hash = "";
  return page.href;
}

async function askAll(
  io: Io,
  pages: readonly string[],
  { pause, timeout, allowPrivate = false }: CheckLinksFlags,
  cache: LinkCache,
): Promise<{ outcomes: Map<string, Outcome>; isOffline: boolean }> {
  const outcomes = new Map<string, Outcome>();
  const byHost = new Map<string, URL[]>();
  for (const page of pages) {
    const url = new URL(page);
    const urls = byHost.get(url.host);
    if (urls === undefined) byHost.set(url.host, [url]);
    else urls.push(url);
  }
  const hosts = createHosts(pause);
  const request = { userAgent: `certpress/${readVersion()} (link check)`, timeout, allowPrivate };
  const replies: Reply[] = [];
  const send = async (url: URL, method: "HEAD" | "GET"): Promise<Reply> => {
    const reply = await requestPage(url, method, request);
    replies.push(reply);
    return reply;
  };
  const progress = showProgress(io);
  progress.step(`asking for ${plural(pages.length, "page")} of ${plural(byHost.size, "host")}`);
  await eachInGroups([...byHost.values()], hostsAtOnce, async (url) => {
    const outcome = await askPage(url, send, hosts, () => new Date());
    outcomes.set(url.href, outcome);
    if (outcome.kind === "good") cache.add(url.href);
    if (io.interactive) progress.step(`${outcomes.size} of ${plural(pages.length, "page")}`);
  });
  progress.done();
  return { outcomes, isOffline: replies.length > 0 && replies.every(isCut) };
}

/** Whether the network gave nothing: what we refuse to ask says nothing of it. */
const isCut = (reply: Reply): boolean => "error" in reply && reply.error !== privateHostCode;

/** A page that was not asked for is known to be good. */
function reportIn(
  { sources }: CheckedGuide,
  addresses: readonly Address[],
  outcomes: ReadonlyMap<string, Outcome>,
): Diagnostic[] {
  const sourceOf = (path: string): SourceText => decodeSourceText(path, sources.get(path) ?? new Uint8Array());
  const found: (Diagnostic | null)[] = [];
  const lost = new Map<string, { outcome: Bad; addresses: Address[] }>();
  for (const address of addresses) {
    const outcome = outcomes.get(pageOf(address)) ?? { kind: "good" };
    if (!("host" in outcome) || outcome.host === undefined) {
      found.push(reportAddress(address, outcome, sourceOf));
      continue;
    }
    const known = lost.get(outcome.host) ?? { outcome, addresses: [] };
    known.addresses.push(address);
    lost.set(outcome.host, known);
  }
  for (const [host, each] of lost) found.push(reportHost(each.addresses, host, each.outcome));
  return found.filter((each) => each !== null);
}
