import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { GET } from "@/app/api/win-pictures/[winId]/route";
import { POST } from "@/app/api/win-pictures/route";
import { asMember } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { MOST } from "@/lib/keep-draft";
import { sayWhatIsOnPicture, takePictureOff } from "@/lib/win-pictures/actions";
import { makeAnew } from "@/lib/win-pictures/make-anew";
import { kindOf, LONGEST_SIDE, MOST_BYTES, whyNotIn } from "@/lib/win-pictures/rules";
import { pictureDraftKey } from "@/lib/win-pictures/schema";
import { deleteWin } from "@/lib/wins/actions";
import { listWins } from "@/lib/wins/queries";
import { connected } from "../database/connect";
import { aMember, type Member } from "../factories";
import { aWin } from "../factories-of-goals";
import { aPictureFile, aWinPicture } from "../factories-of-wins";
import { as, browserOf, submit } from "../people";
import { requests } from "../request";
import { own, pictureOf, send } from "./sender";

async function look(member: Member | null, winId: string): Promise<Response> {
  const request = new Request(`http://localhost/api/win-pictures/${winId}`);
  const params = Promise.resolve({ winId });
  return requests.run(await browserOf(member), () => GET(request, { params }));
}

const seen = async (member: Member, winId: string) => {
  const answer = await look(member, winId);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
};

describe("a picture beside a win", () => {
  test.each(["jpeg", "png", "webp"] as const)(
    "may be a %s, and comes back as a WebP of ours",
    async (format) => {
      const juniper = await aMember();
      const { id } = await aWin(juniper);
      const sent = await send(juniper, {
        winId: id,
        alt: " A  small desk ",
        file: await aPictureFile(format),
      });
      expect(sent).toMatchObject({ status: 303, to: `/wins/${id}?picture=kept` });
      expect(await pictureOf(juniper, id)).toMatchObject({ alt: "A small desk", width: 80, height: 40 });
      const answer = await look(juniper, id);
      expect(answer.headers.get("content-type")).toBe("image/webp");
      expect(answer.headers.get("cache-control")).toBe("private, no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(kindOf(new Uint8Array(await answer.arrayBuffer()))).toBe("webp");
    },
  );

  test("keeps nothing of the file but what can be seen", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const file = await aPictureFile("jpeg");
    expect(Buffer.from(file).includes("kingfisher")).toBe(true);
    await send(juniper, { winId: id, file });
    const bytes = await seen(juniper, id);
    expect(Buffer.from(bytes).includes("kingfisher")).toBe(false);
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("is upright, as it was taken", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    // Turned by a quarter: its dark left half is on top.
    await send(juniper, { winId: id, file: await aPictureFile("jpeg", { orientation: 6 }) });
    expect(await pictureOf(juniper, id)).toMatchObject({ width: 40, height: 80 });
    const { data, info } = await sharp(await seen(juniper, id))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const green = (x: number, y: number) => data[(y * info.width + x) * info.channels + 1] ?? 0;
    expect(green(20, 10)).toBeLessThan(150);
    expect(green(20, 70)).toBeGreaterThan(200);
  });

  test("is made no larger than a screen", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    await send(juniper, { winId: id, file: await aPictureFile("png", { width: 4000, height: 1000 }) });
    expect(await pictureOf(juniper, id)).toMatchObject({ width: LONGEST_SIDE, height: 400 });
  });

  test("sent again takes the place of the one before, and its address is another", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    await send(juniper, { winId: id, alt: "One", file: await aPictureFile() });
    const before = await pictureOf(juniper, id);
    const file = await aPictureFile("png", { width: 20, height: 20 });
    await Promise.all([send(juniper, { winId: id, file }), send(juniper, { winId: id, file })]);
    const after = await pictureOf(juniper, id);
    expect(after).toMatchObject({ alt: null, width: 20 });
    expect(after?.src).not.toBe(before?.src);
    expect(await asMember(juniper.id, (db) => db.winPicture.count())).toBe(1);
  });

  test("lies sealed, words and all, and opens nowhere else", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [one, other] = [await aWin(juniper), await aWin(juniper)];
    await aWinPicture(juniper, one, "kingfisher");
    await aWinPicture(juniper, other);
    const picture = await seen(juniper, one.id);
    const lies = () =>
      connected("admin", async (admin) => {
        const { rows } = await admin.query("select picture, alt from win_pictures where win_id = $1", [
          one.id,
        ]);
        return rows[0] as { picture: Buffer; alt: string };
      });
    const { picture: sealed, alt } = await lies();
    expect(alt).toMatch(/^sealed:1:/);
    expect(sealed.includes(Buffer.from(picture.subarray(0, 12)))).toBe(false);
    expect(sealed.length).toBe(picture.length + 28);
    await connected("admin", (admin) =>
      admin.query("update win_pictures set picture = $1 where win_id = $2", [sealed, other.id]),
    );
    expect((await look(juniper, other.id)).status).toBe(404);
    expect((await look(wren, one.id)).status).toBe(404);
  });
});

describe("a picture is its member's alone", () => {
  test("nobody else finds it, and whoever is signed out is asked to sign in", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const win = await aWin(juniper);
    await aWinPicture(juniper, win);
    const missing = await look(wren, freshId());
    const hers = await look(wren, win.id);
    expect([hers.status, await hers.text()]).toEqual([missing.status, await missing.text()]);
    await expect(look(null, win.id)).rejects.toThrow("NEXT_REDIRECT");
    expect((await look(juniper, "nonsense")).status).toBe(404);
    expect((await look(juniper, "é\u0000%00'--")).status).toBe(404);
  });

  test("nobody puts one beside another's win, describes it or takes it off", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const win = await aWin(juniper);
    await aWinPicture(juniper, win, "A small desk");
    expect(await send(wren, { winId: win.id, file: await aPictureFile() })).toMatchObject({ status: 404 });
    expect(await submit(wren, takePictureOff, { winId: win.id })).toEqual({ status: "not found" });
    expect(await submit(wren, sayWhatIsOnPicture, { winId: win.id, alt: "x" })).toEqual({
      status: "not found",
    });
    expect(await pictureOf(juniper, win.id)).toMatchObject({ alt: "A small desk" });
  });

  test("with its win it is gone, and back", async () => {
    const juniper = await aMember();
    const win = await aWin(juniper);
    await aWinPicture(juniper, win);
    await submit(juniper, deleteWin, { winId: win.id });
    expect((await look(juniper, win.id)).status).toBe(404);
  });
});

describe("a picture that is not kept", () => {
  const refused: [string, () => Promise<Uint8Array<ArrayBuffer> | string | undefined>, string][] = [
    ["an SVG by another name", async () => '<svg xmlns="http://www.w3.org/2000/svg"/>', "other-kind"],
    ["a page by another name", async () => "<!doctype html><script>alert(1)</script>", "other-kind"],
    ["a GIF", () => aPictureFile("gif"), "other-kind"],
    ["a TIFF", () => aPictureFile("tiff"), "other-kind"],
    ["no file", async () => undefined, "none"],
    ["the beginning of one", async () => (await aPictureFile("png")).slice(0, 60), "unreadable"],
    ["only the signs of one", async () => new Uint8Array([0xff, 0xd8, 0xff, 0, 0, 0, 0]), "unreadable"],
    ["more than 5 MB", async () => new Uint8Array(MOST_BYTES + 1).fill(255), "too-large"],
    ["very much more", async () => new Uint8Array(3 * MOST_BYTES).fill(255), "too-large"],
    ["a small file of very many pixels", () => aBomb(), "too-many-pixels"],
    ["a smaller one that comes in passes", () => aBomb(6000, true), "too-many-pixels"],
  ];

  test.each(refused)("%s is refused in words, and what was typed comes back", async (_what, file, code) => {
    const juniper = await aMember();
    const { id } = await aWin(juniper, "Asked for feedback.");
    const sent = { winId: id, alt: "A small desk", ...(await file().then((f) => f && { file: f })) };
    expect(await send(juniper, sent)).toMatchObject({ status: 303, to: `/wins/${id}?refused=${code}` });
    expect(whyNotIn(code)).toBe(code);
    expect(await pictureOf(juniper, id)).toBeNull();
    const draft = await as(juniper, (viewer) => findDraft(viewer, pictureDraftKey(id)));
    expect(draft?.values.alt).toEqual(["A small desk"]);
    expect((await as(juniper, (viewer) => listWins(viewer))).wins[0]?.body).toBe("Asked for feedback.");
    // The next one is kept, and the words that waited go with it.
    await send(juniper, { ...sent, file: await aPictureFile() });
    expect(await as(juniper, (viewer) => findDraft(viewer, pictureDraftKey(id)))).toBeNull();
  });

  test("words that are too long come back whole", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const alt = "x".repeat(400);
    const sent = await send(juniper, { winId: id, alt, file: await aPictureFile() });
    expect(sent.to).toBe(`/wins/${id}?refused=too-long`);
    const draft = await as(juniper, (viewer) => findDraft(viewer, pictureDraftKey(id)));
    expect(draft?.values.alt).toEqual([alt]);
  });

  test("words that are longer than anything that is kept are said to be in the form alone", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const alt = "x".repeat(MOST.characters);
    const sent = await send(juniper, { winId: id, alt, file: await aPictureFile() });
    expect([sent.status, sent.to]).toEqual([413, null]);
    expect(await sent.answer.text()).toContain("Your words are still in the form: go back");
    expect(await as(juniper, (viewer) => findDraft(viewer, pictureDraftKey(id)))).toBeNull();
    expect(await pictureOf(juniper, id)).toBeNull();
  });

  test("comes from another place, or is no form", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const file = await aPictureFile();
    for (const headers of [{ origin: "https://elsewhere.example" }, { origin: "null" }, {} as typeof own])
      expect(await send(juniper, { winId: id, file }, headers)).toMatchObject({ status: 403 });
    for (const [type, body] of [
      ["text/plain", "x"],
      ["multipart/form-data", "x"],
      ["multipart/form-data; boundary=x", "--y"],
      ["multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="winId"\r\n\r\nhalf'],
    ] as const) {
      const headers = { ...own, "content-type": type };
      const request = new Request("http://localhost/api/win-pictures", { method: "POST", body, headers });
      const answer = await requests.run(await browserOf(juniper), () => POST(request));
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/wins?refused=damaged"]);
    }
    expect(await pictureOf(juniper, id)).toBeNull();
  });

  test("whoever is signed out signs in first, and their words are kept for it", async () => {
    const juniper = await aMember();
    const { id } = await aWin(juniper);
    const sent = await send(null, { winId: id, alt: "A small desk", file: await aPictureFile() });
    expect(sent.to).toBe(`/sign-in?next=${encodeURIComponent(`/wins/${id}`)}&kept=1`);
    expect(await pictureOf(juniper, id)).toBeNull();
  });

  test("an address says nothing that is not ours", () => {
    for (const text of ["__proto__", "toString", "", ["none"], undefined, "<b>"])
      expect(whyNotIn(text)).toBeNull();
  });
});

describe("words for a picture", () => {
  test("can be changed, and the picture taken off, twice as well as once", async () => {
    const juniper = await aMember();
    const win = await aWin(juniper);
    await aWinPicture(juniper, win, null);
    expect(await submit(juniper, sayWhatIsOnPicture, { winId: win.id, alt: "A desk" })).toMatchObject({
      status: "done",
    });
    expect(await pictureOf(juniper, win.id)).toMatchObject({ alt: "A desk" });
    for (const _ of [1, 2])
      expect(await submit(juniper, takePictureOff, { winId: win.id })).toMatchObject({ status: "done" });
    expect(await pictureOf(juniper, win.id)).toBeNull();
  });
});

test("a camera's picture is kept, also where it comes in passes", async () => {
  const file = await aBomb(5400, true);
  expect(await makeAnew(file)).toMatchObject({ width: LONGEST_SIDE });
});

/** One colour, 9000 pixels each way unless told, in less than a megabyte. */
async function aBomb(side = 9000, progressive = false): Promise<Uint8Array<ArrayBuffer>> {
  const blank = { create: { width: side, height: side, channels: 3 as const, background: "#fff" } };
  return new Uint8Array(await sharp(blank).png({ compressionLevel: 1, progressive }).toBuffer());
}
