import sharp from "sharp";
import { columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { NoticedKind } from "@/lib/noticed-wins/rules";
import { privateWords } from "@/lib/private-words";
import { keepPicture } from "@/lib/win-pictures/keep-picture";
import type { Member } from "./factories";

type Format = "jpeg" | "png" | "webp" | "gif" | "tiff";

/** A picture file: a dark left half and a light right half. Sides in pixels. */
export async function aPictureFile(
  format: Format = "jpeg",
  { width = 80, height = 40, orientation }: { width?: number; height?: number; orientation?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: "#fbf7f2" } };
  const light = await sharp(half).png().toBuffer();
  const drawn = sharp({ create: { width, height, channels: 3, background: "#2f6b5e" } })
    .composite([{ input: light, left: width / 2, top: 0 }])
    .withExif({ IFD0: { Copyright: "kingfisher", ImageDescription: "kingfisher" } });
  const turned = orientation ? drawn.withMetadata({ orientation }) : drawn;
  return new Uint8Array(await turned.toFormat(format).toBuffer());
}

/** A picture beside a win, kept as the app keeps one. */
export async function aWinPicture(member: Member, win: { id: string }, alt: string | null = "A small desk") {
  const bytes = new Uint8Array(
    await sharp(await aPictureFile())
      .webp()
      .toBuffer(),
  );
  const now = new Date();
  await asMember(member.id, (db) =>
    keepPicture(
      { ...member, db, now, today: dayIn(member.timeZone, now), words: privateWords(member) },
      { winId: win.id, alt, picture: { bytes, width: 80, height: 40 } },
    ),
  );
}

/** Something that was noticed and answered, today unless told. */
export const aNoticedWin = (
  member: Member,
  kind: NoticedKind = "ten_applications",
  { occasion = "10", day = dayIn(member.timeZone, new Date()) }: { occasion?: string; day?: Day } = {},
) =>
  asMember(member.id, (db) =>
    db.noticedWin.createMany({
      data: { userId: member.id, kind, occasion, answer: "not_for_me", answeredOn: columnOf(day) },
    }),
  );

/** The viewer wanted no further step today. */
export const aDeclinedStep = (member: Member) =>
  asMember(member.id, (db) =>
    db.declinedStep.createMany({
      data: { userId: member.id, day: columnOf(dayIn(member.timeZone, new Date())) },
    }),
  );
