import { alwaysHeaders } from "@/lib/always-headers";
import { troubleIn } from "@/lib/database-trouble";
import { noteBroken } from "@/lib/log";
import { isOwnForm } from "@/lib/origin";
import { receivePicture } from "@/lib/win-pictures/receive-picture";
import { whyUnkept } from "@/lib/win-pictures/rules";

/**
 * Takes in a picture that a plain form sends. It is the one form that may carry 5 MB, so it is no action, for which
 * one bound holds together, and proxy.ts, which hears every other form out, leaves it alone (docs/decisions/0028).
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnForm(request.headers))
    return inWords(
      403,
      "This form did not come from Onward, so nothing was saved. Please send it from there.",
    );
  const next = await receivePicture(request).catch((error) => {
    const trouble = troubleIn(error);
    if (!trouble) throw error;
    noteBroken(error, `Postgres: ${trouble}`);
    return "away" as const;
  });
  if (next === "away")
    return inWords(
      503,
      "The place where Onward keeps things does not answer just now, so the picture was not kept. Your win is. Go back, and send the picture again in a moment.",
    );
  if (next === null) return inWords(404, "There is nothing here.");
  if (typeof next !== "string") {
    const { why, alt } = next;
    // With what was typed, where it is not longer than anybody reads: this page is all that its sender sees of it.
    const said = alt && why !== "too long" ? `${whyUnkept[why]}\n\nYou wrote:\n\n${alt}` : whyUnkept[why];
    return inWords(why === "too long" ? 413 : 409, said);
  }
  // A page, asked for anew: sent again by a reload, there would be the same picture once more.
  return new Response(null, { status: 303, headers: { ...quiet, Location: next } });
}

const quiet = { ...alwaysHeaders, "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow" };

const inWords = (status: number, words: string) =>
  new Response(words, { status, headers: { ...quiet, "Content-Type": "text/plain; charset=utf-8" } });
