import "server-only";
import { MOST_BYTES_HEARD } from "@/lib/win-pictures/rules";

/**
 * A form with a file in it, as it came. `isWhole` is false where it was too large and its end was thrown away,
 * `hasAllWords` where that end began before the picture, in the middle of what was typed.
 */
export type Upload = { form: FormData; isWhole: boolean; hasAllWords: boolean };

/**
 * Reads a form that carries a file, and keeps no more of it than `most` bytes. What is more is heard and thrown away:
 * a browser reads no answer before it has sent everything. What stood before the cut is read all the same, so that
 * the words of a form whose file is too large are not lost.
 *
 * @returns null for what is no such form, or was damaged on its way.
 */
export async function readUpload(request: Request, most: number): Promise<Upload | null> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\s*;.*\bboundary="?([^";\s]{1,70})"?/i.exec(type)?.[1];
  if (!boundary || !request.body) return null;
  const { kept, isWhole } = await hear(request.body, most);
  const body = isWhole ? kept : Buffer.concat([kept, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => null);
  return form && { form, isWhole, hasAllWords: isWhole || form.has("picture") };
}

async function hear(body: ReadableStream<Uint8Array>, most: number) {
  const parts: Uint8Array[] = [];
  let heard = 0;
  // Read as far as it comes: a connection that drops ends it like any other fault.
  for await (const part of body) {
    if (heard < most) parts.push(part.subarray(0, most - heard));
    heard += part.byteLength;
    if (heard > MOST_BYTES_HEARD) break;
  }
  return { kept: Buffer.concat(parts), isWhole: heard <= most };
}
