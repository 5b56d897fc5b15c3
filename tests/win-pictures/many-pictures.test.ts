import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { findDraft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { MOST } from "@/lib/keep-draft";
import { isFlood } from "@/lib/limits";
import { MOST_OPEN, MOST_OPEN_EACH } from "@/lib/win-pictures/in-place";
import { keepPicture } from "@/lib/win-pictures/keep-picture";
import { MOST_BYTES_OF_FORM, MOST_PICTURES } from "@/lib/win-pictures/rules";
import { pictureDraftKey } from "@/lib/win-pictures/schema";
import { bringWinBack, deleteWin, writeWin } from "@/lib/wins/actions";
import { connected } from "../database/connect";
import { aMember, type Member } from "../factories";
import { aWin } from "../factories-of-goals";
import { aPictureFile } from "../factories-of-wins";
import { as, submit } from "../people";
import { aRequest, requests } from "../request";
import { beginningOf, END, pictureOf, send, sendRaw, sendSlowly } from "./sender";

/* What is one too many is refused before it costs anything, and what was typed beside it is kept or given back. */

const draftOf = async (member: Member, winId: string) =>
  (await as(member, (viewer) => findDraft(viewer, pictureDraftKey(winId))))?.values.alt ?? null;
const countDrafts = (member: Member) => asMember(member.id, (db) => db.draft.count());

/** As often as a member may send pictures in an hour, but for so many. */
const useUp = (member: Member, but = 0) =>
  requests.run(aRequest(), () =>
    Promise.all(Array.from({ length: 40 - but }, () => isFlood("picture", member.id))),
  );

describe("pictures at once", () => {
  test("are two of one member's, and the third is refused with its words kept; others are not kept waiting", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const [win, other, hers] = [await aWin(juniper), await aWin(juniper), await aWin(wren)];
    const file = await aPictureFile();
    const open = [];
    for (let times = 0; times < MOST_OPEN_EACH; times++)
      open.push(await sendSlowly(juniper, { winId: win.id, file }));
    expect(await send(juniper, { winId: other.id, alt: "A small desk", file })).toMatchObject({
      to: `/wins/${other.id}?refused=busy`,
    });
    expect(await draftOf(juniper, other.id)).toEqual(["A small desk"]);
    expect(await send(wren, { winId: hers.id, file })).toMatchObject({ to: `/wins/${hers.id}?picture=kept` });
    for (const { sent, finish } of open) {
      finish();
      expect(await sent).toMatchObject({ to: `/wins/${win.id}?picture=kept` });
    }
    expect(await send(juniper, { winId: other.id, file })).toMatchObject({
      to: `/wins/${other.id}?picture=kept`,
    });
  });

  test("are twelve of all members together", async () => {
    const file = await aPictureFile();
    const open = [];
    for (let who = 0; who < MOST_OPEN / MOST_OPEN_EACH; who++) {
      const member = await aMember();
      const { id: winId } = await aWin(member);
      for (let times = 0; times < MOST_OPEN_EACH; times++)
        open.push(await sendSlowly(member, { winId, file }));
    }
    const wren = await aMember();
    const { id: winId } = await aWin(wren);
    const once = await send(wren, { winId, file });
    for (const { finish } of open) finish();
    const kept = (await Promise.all(open.map(({ sent }) => sent))).filter(({ to }) => to?.endsWith("kept"));
    expect([once.to, kept.length]).toEqual([`/wins/${winId}?refused=busy`, MOST_OPEN]);
    expect(await send(wren, { winId, file })).toMatchObject({ to: `/wins/${winId}?picture=kept` });
  });
});

describe("pictures in an hour", () => {
  test("are counted before they are heard: one that is still being sent counts", async () => {
    const juniper = await aMember();
    const [win, other] = [await aWin(juniper), await aWin(juniper)];
    const file = await aPictureFile();
    await useUp(juniper, 1);
    const { sent, finish } = await sendSlowly(juniper, { winId: win.id, file });
    expect(await send(juniper, { winId: other.id, alt: "A small desk", file })).toMatchObject({
      to: `/wins/${other.id}?refused=often`,
    });
    expect(await draftOf(juniper, other.id)).toEqual(["A small desk"]);
    finish();
    expect(await sent).toMatchObject({ to: `/wins/${win.id}?picture=kept` });
  });

  test("count as well where they are refused for something else", async () => {
    const juniper = await aMember();
    const { id: winId } = await aWin(juniper);
    await useUp(juniper, 1);
    expect(await send(juniper, { winId, alt: "x".repeat(400) })).toMatchObject({
      to: `/wins/${winId}?refused=too-long`,
    });
    expect(await send(juniper, { winId, alt: "Desk" })).toMatchObject({ to: `/wins/${winId}?refused=often` });
  });

  test("are heard no further than their words where they are too many", async () => {
    const juniper = await aMember();
    const { id: winId } = await aWin(juniper);
    await useUp(juniper);
    const begun = beginningOf({ winId, alt: "A small desk" });
    // There is no end to it, which whoever reads all of it takes for damage.
    expect(await sendRaw(juniper, begun + "y".repeat(100_000))).toMatchObject({
      to: `/wins/${winId}?refused=often`,
    });
    expect(await draftOf(juniper, winId)).toEqual(["A small desk"]);
  });

  test("that say beforehand that they are too large are believed", async () => {
    const juniper = await aMember();
    const { id: winId } = await aWin(juniper);
    const form = `${beginningOf({ winId, alt: "A small desk" })}y${END}`;
    const length = { "content-length": String(MOST_BYTES_OF_FORM + 1) };
    expect(await sendRaw(juniper, form, length)).toMatchObject({ to: `/wins/${winId}?refused=too-large` });
    expect(await draftOf(juniper, winId)).toEqual(["A small desk"]);
  });
});

describe("what was typed beside a picture that is not kept", () => {
  test("is no draft where there is no such win, or it is somebody else's", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const hers = await aWin(wren);
    for (const winId of [freshId(), hers.id])
      expect(await send(juniper, { winId, alt: "x".repeat(400) })).toMatchObject({ status: 404 });
    expect([await countDrafts(juniper), await countDrafts(wren)]).toEqual([0, 0]);
  });

  test("comes back in the answer where there is no room for one more draft", async () => {
    const juniper = await aMember();
    const [win, other] = [await aWin(juniper), await aWin(juniper)];
    await send(juniper, { winId: other.id, alt: "A large desk" });
    await connected("admin", (admin) =>
      admin.query(
        `insert into drafts (user_id, key, values, typed_at)
         select $1, 'form:' || n, '{}', now() from generate_series(2, $2) n`,
        [juniper.id, MOST.drafts],
      ),
    );
    const sent = await send(juniper, { winId: win.id, alt: "A small desk" });
    expect(sent).toMatchObject({ status: 409, to: null });
    expect(await sent.answer.text()).toMatch(/there is no room for these[\s\S]*A small desk$/);
    expect(await countDrafts(juniper)).toBe(MOST.drafts);
    // A form whose words are kept already keeps newer ones.
    await send(juniper, { winId: other.id, alt: "A larger desk" });
    expect(await draftOf(juniper, other.id)).toEqual(["A larger desk"]);
  });

  test("is given back whole where the win was deleted meanwhile, and how to bring it back is said", async () => {
    const juniper = await aMember();
    const { id: winId } = await aWin(juniper);
    await submit(juniper, deleteWin, { winId });
    const file = await aPictureFile();
    for (const sent of [
      await send(juniper, { winId, alt: "A small desk", file }),
      await send(juniper, { winId, alt: "A small desk" }),
    ]) {
      expect(sent.status).toBe(409);
      const text = await sent.answer.text();
      expect(text).toMatch(/^This win was deleted meanwhile[\s\S]*Bring the win back in Wins/);
      expect(text).toMatch(/A small desk$/);
    }
    // A draft about what is deleted would be seen by nobody.
    expect(await countDrafts(juniper)).toBe(0);
    await submit(juniper, bringWinBack, { winId });
    await send(juniper, { winId, alt: "A small desk", file });
    expect(await pictureOf(juniper, winId)).toMatchObject({ alt: "A small desk" });
  });

  test("is never kept by half", async () => {
    const juniper = await aMember();
    const { id: winId } = await aWin(juniper);
    await useUp(juniper);
    const sent = await send(juniper, { winId, alt: "x".repeat(70_000), file: await aPictureFile() });
    expect([sent.status, await sent.answer.text()]).toEqual([
      413,
      expect.stringContaining("Your words are still in the form: go back"),
    ]);
    expect(await countDrafts(juniper)).toBe(0);
    const signedOut = await send(null, { winId, alt: "x".repeat(70_000) });
    expect(signedOut.to).toBe(`/sign-in?next=${encodeURIComponent(`/wins/${winId}`)}`);
  });
});

describe("the room for pictures", () => {
  const small = { bytes: new Uint8Array([1]), width: 1, height: 1 };
  const keep = (member: Member, winId: string) =>
    as(member, (viewer) => keepPicture(viewer, { winId, alt: null, picture: small }));
  const countThere = (member: Member) =>
    asMember(member.id, (db) => db.winPicture.count({ where: { win: { deletedAt: null } } }));

  /** A member with so many wins that have a picture. */
  async function aMemberWith(pictures: number) {
    const member = await aMember();
    const [one] = [await aWin(member, "One of many.")];
    await connected("admin", async (admin) => {
      await admin.query(
        `insert into wins (user_id, id, body, day) select $1, gen_random_uuid(), 'Another.', current_date
         from generate_series(2, $2)`,
        [member.id, pictures],
      );
      await admin.query(
        `insert into win_pictures (user_id, win_id, id, picture, width, height)
         select user_id, id, gen_random_uuid(), '\\x00', 1, 1 from wins where user_id = $1`,
        [member.id],
      );
    });
    return { member, one };
  }

  test("has an end, which is said, and what was typed stays; another may still take the place of one", async () => {
    const { member, one } = await aMemberWith(MOST_PICTURES);
    const { id: winId } = await aWin(member, "One more.");
    const file = await aPictureFile();
    expect(await send(member, { winId, alt: "A small desk", file })).toMatchObject({
      to: `/wins/${winId}?refused=full`,
    });
    expect(await draftOf(member, winId)).toEqual(["A small desk"]);
    expect(await pictureOf(member, winId)).toBeNull();
    expect(await send(member, { winId: one.id, file })).toMatchObject({ to: `/wins/${one.id}?picture=kept` });
  });

  test("is not exceeded by pictures that come at the same moment", async () => {
    const { member } = await aMemberWith(MOST_PICTURES - 1);
    const wins = await Promise.all(Array.from({ length: 5 }, () => aWin(member, "One more.")));
    const answers = await Promise.all(wins.map(({ id }) => keep(member, id)));
    expect(answers.toSorted()).toEqual(["full", "full", "full", "full", "kept"]);
    expect(await countThere(member)).toBe(MOST_PICTURES);
  });

  test("is free again where a win was deleted, which comes back only as long as there is room", async () => {
    const { member, one } = await aMemberWith(MOST_PICTURES);
    const more = await aWin(member, "One more.");
    expect(await keep(member, more.id)).toBe("full");
    await submit(member, deleteWin, { winId: one.id });
    expect(await keep(member, more.id)).toBe("kept");
    const noRoom = {
      status: "refused",
      message: expect.stringContaining(`There are ${MOST_PICTURES} pictures`),
    };
    expect(await submit(member, bringWinBack, { winId: one.id })).toMatchObject(noRoom);
    const { body, day } = await asMember(member.id, (db) =>
      db.win.findFirstOrThrow({ where: { id: one.id }, select: { body: true, day: true } }),
    );
    const again = { id: one.id, body, day: day.toISOString().slice(0, 10) };
    expect(await submit(member, writeWin, again)).toMatchObject(noRoom);
    expect(await countThere(member)).toBe(MOST_PICTURES);
    await submit(member, deleteWin, { winId: more.id });
    expect(await submit(member, bringWinBack, { winId: one.id })).toMatchObject({ status: "went" });
  });
});
