import { subDays } from "date-fns";
import { beforeEach, describe, expect, test } from "vitest";
import { offerAdvice } from "@/lib/advising/actions";
import { listAdviceOffers } from "@/lib/advising/queries";
import { dayIn } from "@/lib/dates";
import { asSystem } from "@/lib/db";
import { listNudges } from "@/lib/nudges/queries";
import type { Need } from "@/lib/posts/needs";
import type { SetbackKind } from "@/lib/setbacks/schema";
import { chooseWhatGoes, shareSetback } from "@/lib/shares/actions";
import { findPreview } from "@/lib/shares/queries";
import { findShareableSetback } from "@/lib/shares/shareable";
import type { Viewer } from "@/lib/viewer";
import { connected } from "../database/connect";
import { aCircle, aMember, leave, type Member } from "../factories";
import { anAdviceOffer, aPost } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";

let juniper: Member;
let heron: Member;
let circle: { id: string };
beforeEach(async () => {
  [juniper, heron] = [await aMember({ name: "Juniper" }), await aMember({ name: "Heron" })];
  circle = await aCircle(juniper, [heron]);
});

const longAgo = () => dayIn("UTC", subDays(new Date(), 40));

/** Somebody who came through a kind of setback and is willing to be asked about it. */
async function knows(member: Member, kind: SetbackKind = "laid_off"): Promise<void> {
  await aSetback(member, { kind, day: longAgo() });
  await anAdviceOffer(member, kind);
}

/** Shares a setback as a member does: chosen, looked at, sent. */
async function share(
  member: Member,
  {
    need = "ideas",
    fact = ["kind"],
    kind = "laid_off",
  }: { need?: Need; fact?: string[]; kind?: SetbackKind } = {},
): Promise<{ id: string; answer: object }> {
  const { id: setbackId } = await aSetback(member, { kind });
  await submit(member, chooseWhatGoes, {
    setbackId,
    circleId: circle.id,
    fact,
    employer: "no",
    wordsToo: true,
    words: "It was sudden.",
    need,
  });
  const preview = await as(member, async (viewer) => {
    const shareable = await findShareableSetback(viewer, setbackId);
    return shareable && findPreview(viewer, shareable);
  });
  const answer = await submit(member, shareSetback, { id: preview?.id, setbackId, seen: preview?.seen });
  return { id: preview?.id ?? "", answer };
}

const asked = async (member: Member) =>
  (await as(member, listNudges)).filter(({ kind }) => kind === "post-advice").map(({ aboutId }) => aboutId);

describe("somebody who came through the same kind of setback and is willing", () => {
  test("is asked, with a link to the post and nothing more", async () => {
    await knows(heron);
    const { id } = await share(juniper);
    expect(await as(heron, listNudges)).toMatchObject([
      { says: "Somebody here could use what you know.", to: `/circles/${circle.id}/posts/${id}` },
    ]);
  });

  test("is asked once a week at most", async () => {
    await knows(heron);
    const first = await share(juniper);
    await share(juniper);
    expect(await asked(heron)).toEqual([first.id]);
    await connected("admin", (admin) =>
      admin.query("update nudges set created_at = now() - interval '8 days' where user_id = $1", [heron.id]),
    );
    const third = await share(juniper, { need: "both" });
    expect((await asked(heron)).sort()).toEqual([first.id, third.id].sort());
  });

  test("is asked with one other at most, and next time it is others", async () => {
    const more = await Promise.all(["Wren", "Tern", "Alder"].map((name) => aMember({ name })));
    circle = await aCircle(juniper, [heron, ...more], { name: "Second wind" });
    const people = [heron, ...more];
    for (const one of people) await knows(one);
    const count = async (id: string) =>
      (await Promise.all(people.map(asked))).filter((ids) => ids.includes(id)).length;
    const [first, second, third] = [await share(juniper), await share(juniper), await share(juniper)];
    expect([await count(first.id), await count(second.id), await count(third.id)]).toEqual([2, 2, 0]);
  });

  test("is one who let such a setback go, however lately it was", async () => {
    await aSetback(heron, { kind: "laid_off", closedAt: new Date() });
    await anAdviceOffer(heron, "laid_off");
    const { id } = await share(juniper);
    expect(await asked(heron)).toEqual([id]);
  });
});

describe("nobody is asked", () => {
  const nobody = async (how: Parameters<typeof share>[1] = {}) => {
    await share(juniper, how);
    expect(await asked(heron)).toEqual([]);
    expect(await asked(juniper)).toEqual([]);
  };

  test("who did not say that they are willing, or who was not through it yet", async () => {
    await aSetback(heron, { kind: "laid_off", day: longAgo() });
    await nobody();
    await anAdviceOffer(heron, "laid_off");
    await connected("admin", (admin) =>
      admin.query("update setbacks set day = current_date - 5 where user_id = $1", [heron.id]),
    );
    await nobody();
  });

  test("whose setback was of another kind, or is deleted", async () => {
    await knows(heron, "silence");
    await anAdviceOffer(heron, "laid_off");
    await aSetback(heron, { kind: "laid_off", day: longAgo(), deletedAt: new Date() });
    await nobody();
  });

  test("where the author wants to be listened to, or keeps to themselves which kind it was", async () => {
    await knows(heron);
    await nobody({ need: "listen" });
    await nobody({ fact: [] });
  });

  test("who paused, who left, or who is kept apart from the author", async () => {
    await knows(heron);
    const seat = { circleId: circle.id, userId: heron.id };
    const pausedAt = (at: Date | null) =>
      asSystem((db) => db.membership.updateMany({ where: seat, data: { pausedAt: at } }));
    await pausedAt(new Date());
    await nobody();
    await pausedAt(null);
    await keepApart(heron, juniper);
    await nobody();
    await as(heron, ({ db }) => db.block.deleteMany());
    await leave(heron, circle);
    await nobody();
  });

  test("in another circle than the one it was shared with", async () => {
    const wren = await aMember({ name: "Wren" });
    await aCircle(juniper, [wren], { name: "Second wind" });
    await knows(wren);
    await share(juniper);
    expect(await asked(wren)).toEqual([]);
  });
});

describe("what others came through stays theirs", () => {
  test("an author is answered the same whether somebody was asked or not", async () => {
    const { answer: alone } = await share(juniper);
    await knows(heron);
    const { answer: withSomebody } = await share(juniper);
    const shape = (answer: object) => JSON.stringify(answer).replaceAll(/[0-9a-f-]{36}/g, "id");
    expect(shape(withSomebody)).toBe(shape(alone));
    expect(await as(juniper, ({ db }) => db.nudge.count())).toBe(0);
    expect(await as(juniper, ({ db }) => db.adviceOffer.count())).toBe(0);
  });

  test("the function that asks answers nothing, and asks nobody about a post of somebody else's or a circle of others", async () => {
    await knows(heron);
    const post = await aPost(heron, circle, { kind: "setback", need: "ideas" });
    const ask = (member: Member, id: string) =>
      as(
        member,
        ({ db }) =>
          db.$queryRaw`select app.ask_for_advice(${circle.id}::uuid, ${id}::uuid, 'laid_off'::setback_kind)::text as said`,
      );
    expect(await ask(juniper, post.id)).toEqual([{ said: "" }]);
    expect(await ask(await aMember(), post.id)).toEqual([{ said: "" }]);
    expect(await asked(heron)).toEqual([]);
    const own = await aPost(juniper, circle, { kind: "setback", need: "ideas" });
    expect(await ask(juniper, own.id)).toEqual([{ said: "" }]);
    expect(await asked(heron)).toEqual([own.id]);
  });

  test("nobody but that function may look for them", async () => {
    const look = ({ db }: Viewer) =>
      db.$queryRaw`select app.who_came_through(${circle.id}::uuid, ${circle.id}::uuid, 'laid_off'::setback_kind, array[${heron.id}::uuid])`;
    await expect(as(juniper, look)).rejects.toThrow(/permission denied|42501/);
    const opened = as(juniper, async ({ db }) => {
      await knows(heron);
      await db.$executeRaw`select set_config('app.looks_for', 'advice', true)`;
      return [await db.setback.count(), await db.adviceOffer.count()];
    });
    expect(await opened).toEqual([0, 0]);
  });
});

describe("saying what one could be asked about", () => {
  test("keeps exactly what was chosen, for oneself alone, and a second time is the same", async () => {
    const form = { kind: ["silence", "laid_off"] };
    for (let i = 0; i < 2; i++)
      expect(await submit(heron, offerAdvice, form)).toMatchObject({ status: "done" });
    expect((await as(heron, listAdviceOffers)).sort()).toEqual(["laid_off", "silence"]);
    expect(await as(juniper, listAdviceOffers)).toEqual([]);
    await submit(heron, offerAdvice, { kind: "passed_over" });
    expect(await as(heron, listAdviceOffers)).toEqual(["passed_over"]);
    await submit(heron, offerAdvice, {});
    expect(await as(heron, listAdviceOffers)).toEqual([]);
  });

  test("knows no other kinds, and nobody who is signed out", async () => {
    expect(await submit(heron, offerAdvice, { kind: "lottery" })).toMatchObject({ status: "invalid" });
    expect(await submit(null, offerAdvice, { kind: "silence" })).toMatchObject({ status: "went" });
  });
});
