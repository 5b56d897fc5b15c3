import "server-only";
import type { Route } from "next";
import { inTime } from "@/lib/database-trouble";
import { asMember } from "@/lib/db";
import { valuesIn } from "@/lib/form-fields";
import { isId } from "@/lib/ids";
import { keepDraft } from "@/lib/keep-draft";
import { isFlood } from "@/lib/limits";
import { parkWords } from "@/lib/parked-words";
import { findSignedIn, type SignedIn } from "@/lib/session";
import { isSuspended, lookToWrite } from "@/lib/viewer";
import { keepPicture } from "@/lib/win-pictures/keep-picture";
import { makeAnew } from "@/lib/win-pictures/make-anew";
import { readUpload, type Upload } from "@/lib/win-pictures/read-upload";
import { MOST_BYTES, MOST_BYTES_OF_FORM, type WhyNot } from "@/lib/win-pictures/rules";
import { ALT_LENGTH, pictureDraftKey, pictureForm } from "@/lib/win-pictures/schema";

/** So much is kept of what comes from somebody who is not signed in: the words, which stand first. */
const WORDS_ALONE = 64 * 1024;

const to = (path: string) => path as Route;

/**
 * What becomes of a picture that was sent: it is kept beside its win, or the page of the win says why not, with what
 * was typed.
 *
 * @returns where the browser goes; "words" where what was typed is too much to be kept meanwhile; null where nothing
 *   that is there for its sender was meant.
 */
export async function receivePicture(request: Request): Promise<Route | "words" | null> {
  const member = await inTime(findSignedIn);
  const upload = await readUpload(request, member ? MOST_BYTES_OF_FORM : WORDS_ALONE);
  const values = upload ? valuesIn(upload.form) : {};
  const winId = values.winId?.[0]?.toLowerCase() ?? "";
  const page = isId(winId) ? `/wins/${winId}` : "/wins";
  if (!member) return signInFirst(page, winId, values.alt);
  if (!upload || !isId(winId)) return to(`${page}?refused=damaged`);
  const kept = await keepWhatWasSent(member, winId, upload, values);
  if (kept === "kept") return to(`${page}?picture=kept`);
  if (kept === "no win") return null;
  const [alt = ""] = values.alt ?? [];
  if (alt && (await keepWords(member, winId, alt)) !== "kept") return "words";
  return to(`${page}?refused=${kept}`);
}

const keepWords = (member: SignedIn, winId: string, alt: string) =>
  inTime(() =>
    asMember(member.id, async (db) =>
      keepDraft(await lookToWrite(member, db), {
        key: pictureDraftKey(winId),
        values: { alt: [alt] },
        isOnlyCopy: true,
      }),
    ),
  );

async function keepWhatWasSent(
  member: SignedIn,
  winId: string,
  { form, isWhole }: Upload,
  { alt: [alt = ""] = [] }: Record<string, string[]>,
): Promise<"kept" | "no win" | WhyNot> {
  if (isSuspended(member)) return "resting";
  const said = pictureForm.safeParse({ winId, alt });
  if (!said.success) return alt.length > ALT_LENGTH ? "too-long" : "damaged";
  const file = form.get("picture");
  if (!isWhole || (file instanceof File && file.size > MOST_BYTES)) return "too-large";
  if (!(file instanceof File) || file.size === 0) return "none";
  if (await isFlood("picture", member.id)) return "often";
  const picture = await makeAnew(new Uint8Array(await file.arrayBuffer()), member.id);
  if (typeof picture === "string") return picture;
  return inTime(() =>
    asMember(member.id, async (db) => {
      const viewer = await lookToWrite(member, db);
      const kept = await keepPicture(viewer, { winId, alt: said.data.alt, picture });
      if (kept === "kept")
        await db.draft.deleteMany({ where: { userId: member.id, key: pictureDraftKey(winId) } });
      return kept;
    }),
  );
}

async function signInFirst(page: string, winId: string, alt?: string[]): Promise<Route> {
  const isParked =
    isId(winId) && alt?.[0] ? await parkWords({ draftKey: pictureDraftKey(winId), values: { alt } }) : false;
  return to(`/sign-in?next=${encodeURIComponent(page)}${isParked ? "&kept=1" : ""}`);
}
