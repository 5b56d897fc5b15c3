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
import { inPlace } from "@/lib/win-pictures/in-place";
import { keepPicture } from "@/lib/win-pictures/keep-picture";
import { makeAnew } from "@/lib/win-pictures/make-anew";
import { readUpload, type Upload } from "@/lib/win-pictures/read-upload";
import {
  MOST_BYTES,
  MOST_BYTES_OF_FORM,
  MOST_BYTES_OF_WORDS,
  type WhyNot,
  type whyUnkept,
} from "@/lib/win-pictures/rules";
import { ALT_LENGTH, pictureDraftKey, pictureForm } from "@/lib/win-pictures/schema";
import { findDeletedWin, findWin } from "@/lib/wins/queries";

/** Neither the picture is kept nor what was typed beside it, which is given back with the reason. */
type Unkept = { why: keyof typeof whyUnkept } & Typed;
type Typed = { winId: string; alt: string };

const to = (path: string) => path as Route;

/**
 * What becomes of a picture that was sent: it is kept beside its win, or the page of the win says why not, with what
 * was typed. Whatever can be asked before anything of it is heard is asked before: who is refused then costs no more
 * than their words.
 *
 * @returns where the browser goes; null where nothing that is there for its sender was meant.
 */
export async function receivePicture(request: Request): Promise<Route | Unkept | null> {
  const member = await inTime(findSignedIn);
  if (!member) return signInFirst(await readUpload(request, MOST_BYTES_OF_WORDS));
  return inPlace(member.id, (hasPlace) => receiveFrom(member, request, hasPlace));
}

async function receiveFrom(member: SignedIn, request: Request, hasPlace: boolean) {
  const unheard = hasPlace ? await whyUnheard(member, request.headers) : "busy";
  const upload = await readUpload(request, unheard ? MOST_BYTES_OF_WORDS : MOST_BYTES_OF_FORM);
  const typed = typedIn(upload);
  if (!upload || !isId(typed.winId)) return to(`${pageOf(typed)}?refused=damaged`);
  const kept = unheard ?? (await keepWhatWasSent(member, typed, upload));
  if (kept === "kept") return to(`${pageOf(typed)}?picture=kept`);
  return refuse(member, typed, upload, kept);
}

/** Why a picture is not even listened to. Each that has a place is counted, whatever becomes of it. */
async function whyUnheard(member: SignedIn, headers: Headers): Promise<WhyNot | null> {
  if (isSuspended(member)) return "resting";
  if (await isFlood("picture", member.id)) return "often";
  // Who does not say how much it is, is heard as far as a picture may go.
  return Number(headers.get("content-length")) > MOST_BYTES_OF_FORM ? "too-large" : null;
}

async function keepWhatWasSent(
  member: SignedIn,
  { winId, alt }: Typed,
  { form, isWhole }: Upload,
): Promise<"kept" | "no win" | WhyNot> {
  const said = pictureForm.safeParse({ winId, alt });
  if (!said.success) return alt.length > ALT_LENGTH ? "too-long" : "damaged";
  const file = form.get("picture");
  if (!isWhole || (file instanceof File && file.size > MOST_BYTES)) return "too-large";
  if (!(file instanceof File) || file.size === 0) return "none";
  const picture = await makeAnew(new Uint8Array(await file.arrayBuffer()));
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

/** What was typed waits as a draft, for a win that is there. For no other: nobody would see it. */
const refuse = (member: SignedIn, typed: Typed, { hasAllWords }: Upload, why: "no win" | WhyNot) =>
  inTime(() =>
    asMember(member.id, async (db): Promise<Route | Unkept | null> => {
      const { winId, alt } = typed;
      const viewer = await lookToWrite(member, db);
      if (!(await findWin(viewer, winId)))
        return (await findDeletedWin(viewer, winId)) && { why: "deleted", ...typed };
      if (!hasAllWords) return { why: "too long", ...typed };
      const kept = alt
        ? await keepDraft(viewer, { key: pictureDraftKey(winId), values: { alt: [alt] } })
        : "kept";
      if (kept !== "kept") return { why: kept, ...typed };
      // Brought back in this very moment.
      return to(`${pageOf(typed)}?refused=${why === "no win" ? "damaged" : why}`);
    }),
  );

/** Whoever is signed out finds their words where they sign in, as far as all of them came. */
async function signInFirst(upload: Upload | null): Promise<Route> {
  const typed = typedIn(upload);
  const { winId, alt } = typed;
  const isParked =
    upload?.hasAllWords && isId(winId) && alt
      ? await parkWords({ draftKey: pictureDraftKey(winId), values: { alt: [alt] } })
      : false;
  return to(`/sign-in?next=${encodeURIComponent(pageOf(typed))}${isParked ? "&kept=1" : ""}`);
}

function typedIn(upload: Upload | null): Typed {
  const values = upload ? valuesIn(upload.form) : {};
  return { winId: values.winId?.[0]?.toLowerCase() ?? "", alt: values.alt?.[0] ?? "" };
}

const pageOf = ({ winId }: Typed) => (isId(winId) ? `/wins/${winId}` : "/wins");
