// certpress check-links: the only command that uses the network. It reports and never fails, so that it is no gate.
import { sortDiagnostics, type Diagnostic } from "../../diagnostic.ts";
import { readVersion } from "../../files.ts";
import type { CheckedGuide } from "../../pipeline.ts";
import { plural } from "../../quote.ts";
import type { ReportFormat } from "../../report/index.ts";
import { decodeSourceText } from "../../source-text.ts";
import type { Io } from "../io.ts";
import { publishReport } from "../print-report.ts";
import { showProgress } from "../progress.ts";
import { checkAtBuildDate, requireWorkspace, selectGuides } from "../workspace.ts";
import { askPage, type Outcome } from "./ask.ts";
import { openCache, type LinkCache } from "./cache.ts";
import { collectAddresses, type Address } from "./collect.ts";
import { createHosts, eachInGroups } from "./hosts.ts";
import { reportAddress } from "./report.ts";
import { requestPage } from "./request.ts";

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

/** Exit status 0, whatever it finds. */
export async function runCheckLinks(io: Io, names: string[], flags: CheckLinksFlags): Promise<number> {
  const workspace = requireWorkspace(io, flags.cwd);
  const ids = selectGuides(workspace, names);
  const cache = openCache(workspace.root, new Date(), flags.maxAge);
  const checked: CheckedGuide[] = [];
  for (const id of ids) checked.push(await checkAtBuildDate(io, workspace, id, []));
  for (const { id, bank, found, publishable } of checked) {
    const why = `\`certpress lint content/${id}\` says why`;
    if (bank === null) io.err(`${id}: cannot be read; ${why}\n`);
    else if (publishable.items < found.items)
      io.err(`${id}: ${plural(found.items - publishable.items, "item")} left out; ${why}\n`);
  }

  const addresses = checked.map(({ bank }) => (bank === null ? [] : collectAddresses(bank)));
  const pages = new Set(addresses.flat().map(pageOf));
  const unknown = [...pages].filter((page) => !cache.isGood(page));
  const outcomes = await askAll(io, unknown, flags, cache);
  const diagnostics = checked.flatMap((guide, index) =>
    (addresses[index] ?? []).flatMap((address) => reportIn(guide, address, outcomes) ?? []),
  );
  publishReport(io, workspace, flags.format, sortDiagnostics(diagnostics), checked);
  io.err(
    `${plural(pages.size, "address", "addresses")}: ${unknown.length} asked, ${pages.size - unknown.length} good not long ago\n`,
  );
  if (outcomes.size > 0 && [...outcomes.values()].every(({ kind }) => kind === "gone" || kind === "unanswered"))
    io.err("No page answered well: is this machine online?\n");
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
): Promise<Map<string, Outcome>> {
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
  const progress = showProgress(io);
  progress.step(`asking for ${plural(pages.length, "page")} of ${plural(byHost.size, "host")}`);
  await eachInGroups([...byHost.values()], hostsAtOnce, async (url) => {
    const outcome = await askPage(
      url,
      (target, method) => requestPage(target, method, request),
      hosts,
      () => new Date(),
    );
    outcomes.set(url.href, outcome);
    if (outcome.kind === "good") cache.add(url.href);
    if (io.interactive) progress.step(`${outcomes.size} of ${plural(pages.length, "page")}`);
  });
  progress.done();
  return outcomes;
}

/** A page that was not asked for is known to be good. */
function reportIn(
  { sources }: CheckedGuide,
  address: Address,
  outcomes: ReadonlyMap<string, Outcome>,
): Diagnostic | null {
  const outcome = outcomes.get(pageOf(address)) ?? { kind: "good" };
  return reportAddress(address, outcome, (path) => decodeSourceText(path, sources.get(path) ?? new Uint8Array()));
}
