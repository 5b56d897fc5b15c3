import http from "node:http";
import { gunzipSync } from "node:zlib";

export type Weight = {
  /** Bytes of the page itself, as they come over the wire, compressed. */
  htmlGz: number;
  /** Bytes of all scripts that a browser fetches before anybody has done anything, compressed. */
  jsGz: number;
  /** The same, script by script. */
  scripts: Record<string, number>;
};

/**
 * What a page weighs when it is opened for the first time: the bytes that come over the wire when gzip is asked for.
 * To compress the text once more here would tell of a page that nobody is sent: what is handed out piece by piece
 * compresses worse.
 *
 * @throws when something is not answered with 200.
 */
export async function weigh(address: string, cookie = ""): Promise<Weight> {
  const page = await fetchPacked(address, { accept: "text/html", cookie });
  const scripts: Record<string, number> = {};
  for (const file of scriptsIn(page.text)) {
    scripts[file] = (await fetchPacked(new URL(file, address).href)).bytes;
  }
  const jsGz = Object.values(scripts).reduce((sum, bytes) => sum + bytes, 0);
  return { htmlGz: page.bytes, jsGz, scripts };
}

/** Fetches something as it is packed. Node's own fetch unpacks what comes, and does not say how much came. */
function fetchPacked(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = http.get(address, { headers: { ...headers, "accept-encoding": "gzip" } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode !== 200)
          return reject(new Error(`${address} answered ${answer.statusCode}, and cannot be weighed.`));
        const body = Buffer.concat(pieces);
        const isPacked = answer.headers["content-encoding"] === "gzip";
        resolve({ bytes: body.length, text: (isPacked ? gunzipSync(body) : body).toString() });
      });
    });
    asked.on("error", reject);
  });
}

/** The scripts of a page's tags, but for those that only a browser without modules would fetch. */
function scriptsIn(html: string): Set<string> {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const fetched = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return new Set(fetched.flatMap((tag) => /\b(?:src|href)="([^"]+\.js)(?:\?[^"]*)?"/.exec(tag)?.[1] ?? []));
}
