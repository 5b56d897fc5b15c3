import { POST } from "@/app/api/win-pictures/route";
import { findWin } from "@/lib/wins/queries";
import type { Member } from "../factories";
import { as, browserOf } from "../people";
import { requests } from "../request";

export const own = { origin: process.env.ONWARD_URL ?? "" };

type Sent = { winId: string; alt?: string; file?: Uint8Array<ArrayBuffer> | string; name?: string };

/** Sends a picture as a browser's plain form does. */
export async function send(
  member: Member | null,
  { winId, alt = "", file, name = "desk.jpg" }: Sent,
  headers = own,
) {
  const form = new FormData();
  form.set("winId", winId);
  form.set("alt", alt);
  form.set("picture", new File(file === undefined ? [] : [file], file === undefined ? "" : name));
  const request = new Request("http://localhost/api/win-pictures", { method: "POST", body: form, headers });
  const answer = await requests.run(await browserOf(member), () => POST(request));
  return { status: answer.status, to: answer.headers.get("location"), answer };
}

const BOUNDARY = "where-one-field-ends";
export const END = `\r\n--${BOUNDARY}--\r\n`;

/** The beginning of such a form, as far as its picture; what follows is the file, and then the end. */
export const beginningOf = ({ winId, alt }: { winId: string; alt: string }) =>
  [
    ...Object.entries({ winId, alt }).map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="desk.jpg"\r\n\r\n`,
  ].join("");

export async function sendRaw(
  member: Member | null,
  body: string | ReadableStream<Uint8Array>,
  headers: Record<string, string> = {},
) {
  const type = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  const half = { duplex: "half" } as RequestInit;
  const request = new Request("http://localhost/api/win-pictures", {
    ...half,
    method: "POST",
    body,
    headers: { ...own, ...type, ...headers },
  });
  const answer = await requests.run(await browserOf(member), () => POST(request));
  return { status: answer.status, to: answer.headers.get("location"), answer };
}

/**
 * Begins to send a picture, and ends when `finish` is called. Resolves when it is being heard.
 *
 * @returns what becomes of it.
 */
export async function sendSlowly(
  member: Member,
  { winId, alt = "", file }: { winId: string; alt?: string; file: Uint8Array },
) {
  const heard = Promise.withResolvers<void>();
  const finished = Promise.withResolvers<void>();
  const bytes = (text: string) => new TextEncoder().encode(text);
  const parts = [bytes(beginningOf({ winId, alt })), file, bytes(END)];
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        heard.resolve();
        if (parts.length === 1) await finished.promise;
        const part = parts.shift();
        if (part) controller.enqueue(part);
        else controller.close();
      },
    },
    // Nothing is taken from it before somebody listens.
    { highWaterMark: 0 },
  );
  const sent = sendRaw(member, body);
  await Promise.race([heard.promise, sent]);
  return { sent, finish: finished.resolve };
}

export const pictureOf = async (member: Member, winId: string) =>
  (await as(member, (viewer) => findWin(viewer, winId)))?.picture ?? null;
