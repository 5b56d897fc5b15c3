import { gzipSync } from "node:zlib";

export type Weight = {
  /** Bytes of the page itself, compressed. */
  htmlGz: number;
  /** Bytes of all scripts that a browser fetches before anybody has done anything, compressed. */
  jsGz: number;
  /** The same, script by script. */
  scripts: Record<string, number>;
};

/**
 * What a page weighs when it is opened for the first time, compressed as Next does it itself: gzip, at zlib's
 * own level of 6.
 *
 * @throws when the page is not answered with 200.
 */
export async function weigh(address: string, cookie = ""): Promise<Weight> {
  const page = await fetch(address, { headers: { accept: "text/html", cookie }, redirect: "manual" });
  const html = await page.text();
  if (page.status !== 200) throw new Error(`${address} answered ${page.status}, and cannot be weighed.`);

  const scripts: Record<string, number> = {};
  for (const file of scriptsIn(html)) {
    scripts[file] = gzip(await (await fetch(new URL(file, address))).text());
  }
  const jsGz = Object.values(scripts).reduce((sum, bytes) => sum + bytes, 0);
  return { htmlGz: gzip(html), jsGz, scripts };
}

const gzip = (text: string) => gzipSync(text).length;

/** The scripts of a page's tags, but for those that only a browser without modules would fetch. */
function scriptsIn(html: string): Set<string> {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const fetched = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return new Set(fetched.flatMap((tag) => /\b(?:src|href)="([^"]+\.js)(?:\?[^"]*)?"/.exec(tag)?.[1] ?? []));
}
