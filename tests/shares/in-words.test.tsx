import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import ShareGoalPage from "@/app/(member)/goals/[goalId]/share/page";
import ShareWinPage from "@/app/(member)/wins/[winId]/share/page";
import { freshId } from "@/lib/ids";
import { listPosts } from "@/lib/posts/queries";
import { choosePieces, sharePieces } from "@/lib/shares/actions";
import { listShares } from "@/lib/shares/queries";
import type { InWords } from "@/lib/shares/schema";
import { deleteWin } from "@/lib/wins/actions";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aGoal, aWin } from "../factories-of-goals";
import { aSetback } from "../factories-of-setbacks";
import { as, submit, visit } from "../people";
import { previewInWords, shareInWords } from "../share-in-words";

/* A goal's progress and a win go to a circle in words: chosen, looked at, and then sent, with employers masked. */

let juniper: Member;
let heron: Member;
let wren: Member;

beforeEach(async () => {
  [juniper, heron, wren] = await Promise.all([
    aMember({ name: "Juniper" }),
    aMember({ name: "Heron" }),
    aMember({ name: "Wren" }),
  ]);
  await aSetback(juniper, { happened: "They went with someone else.", company: "Kestrel Freight" });
});

const said = "Kestrel Freight said my letter was clear.";
const masked = "A company said my letter was clear.";

const ways: Record<
  InWords,
  { make: (member: Member) => Promise<{ id: string }>; kind: string; page: (id: string) => string }
> = {
  goal: {
    make: (member) => aGoal(member, { title: "Letters to Kestrel Freight" }),
    kind: "progress",
    page: (id) => `/goals/${id}/share`,
  },
  win: { make: (member) => aWin(member, said), kind: "win", page: (id) => `/wins/${id}/share` },
};

const readBy = async (member: Member, circle: { id: string }) =>
  (await as(member, (viewer) => listPosts(viewer, circle.id))).posts;

async function html(member: Member, of: InWords, id: string, asked: Record<string, string> = {}) {
  const searchParams = Promise.resolve(asked);
  const answer = await visit(member, () =>
    of === "win"
      ? ShareWinPage({ params: Promise.resolve({ winId: id }), searchParams })
      : ShareGoalPage({ params: Promise.resolve({ goalId: id }), searchParams }),
  );
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

describe.each(Object.entries(ways) as [InWords, (typeof ways)[InWords]][])("a %s", (of, way) => {
  const choose = (sourceId: string, circle: { id: string }, fields = {}) =>
    submit(juniper, choosePieces, { of, sourceId, circleId: circle.id, words: said, ...fields });

  test("is shown as the circle will read it, with employers masked, and nothing is there before that", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await way.make(juniper);
    const begins = await html(juniper, of, id);
    expect(begins).toContain(">See what they will see<");
    expect(begins).not.toContain(">Share<");
    expect(await choose(id, circle)).toEqual({ status: "went", to: `${way.page(id)}?step=preview` });
    const preview = await html(juniper, of, id, { step: "preview" });
    expect(preview).toContain(masked);
    expect(preview).not.toContain("Kestrel");
    expect(preview).toContain(">Share<");
    expect(await readBy(heron, circle)).toEqual([]);
  });

  test("reaches its circle once, just as it was looked at, and nobody else", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await way.make(juniper);
    await choose(id, circle);
    const preview = await previewInWords(juniper, of, id);
    const form = { id: preview?.id ?? "", of, sourceId: id, seen: preview?.seen ?? "" };
    const went = { status: "went", to: `/circles/${circle.id}#${preview?.id}` };
    expect(await submit(juniper, sharePieces, form)).toEqual(went);
    expect(await submit(juniper, sharePieces, form)).toEqual(went);
    expect(await readBy(heron, circle)).toMatchObject([{ kind: way.kind, body: masked }]);
    const note = of === "goal" ? { goalId: id } : { winId: id };
    expect(await as(juniper, (viewer) => listShares(viewer, note))).toHaveLength(1);
    expect(await readBy(wren, circle)).toEqual([]);
  });

  test("says a name where its member chose that", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await way.make(juniper);
    await choose(id, circle, { names: "named" });
    expect((await previewInWords(juniper, of, id))?.shown.body).toBe(said);
  });

  test("is not sent by whoever has not looked at what it became", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await way.make(juniper);
    await choose(id, circle);
    const seen = await previewInWords(juniper, of, id);
    await choose(id, circle, { words: "Something else." });
    const to = `${way.page(id)}?step=preview&changed=1`;
    const form = { id: freshId(), of, sourceId: id, seen: seen?.seen ?? "" };
    expect(await submit(juniper, sharePieces, form)).toEqual({ status: "went", to });
    expect(await readBy(heron, circle)).toEqual([]);
  });

  test("of somebody else finds nothing", async () => {
    const circle = await aCircle(juniper, [wren]);
    const { id } = await way.make(juniper);
    const form = { of, sourceId: id, circleId: circle.id, words: "Look." };
    expect(await submit(wren, choosePieces, form)).toEqual({ status: "not found" });
    expect(await submit(wren, sharePieces, { ...form, seen: "x" })).toEqual({ status: "not found" });
  });

  test("goes without words to no circle, and to none that its member has left", async () => {
    const circle = await aCircle(heron, [juniper]);
    const { id } = await way.make(juniper);
    expect(await choose(id, circle, { words: "  " })).toMatchObject({
      status: "invalid",
      fieldErrors: { words: "Write a line or two." },
    });
    await leave(juniper, circle);
    expect(await choose(id, circle)).toMatchObject({ status: "refused", values: { words: [said] } });
  });

  test("is sent once its member's address is confirmed, and can be looked at before", async () => {
    juniper = await aMember({ name: "Juniper", verified: false });
    const circle = await aCircle(juniper);
    const { id } = await way.make(juniper);
    await choose(id, circle);
    const preview = await previewInWords(juniper, of, id);
    const form = { id: preview?.id ?? "", of, sourceId: id, seen: preview?.seen ?? "" };
    expect(await submit(juniper, sharePieces, form)).toMatchObject({
      status: "refused",
      message: expect.stringContaining("confirm your e-mail"),
    });
  });

  test("opens with words that were kept before there was a preview", async () => {
    await aCircle(juniper);
    const { id } = await way.make(juniper);
    await aDraft(juniper, `share:${id}`, { body: ["I nearly said"] });
    expect(await html(juniper, of, id)).toContain(">I nearly said</textarea>");
  });

  test("that was shared can be shared again, as another post", async () => {
    const circle = await aCircle(juniper, [heron]);
    const { id } = await way.make(juniper);
    await shareInWords(juniper, of, id, circle, "One.");
    await shareInWords(juniper, of, id, circle, "Two.");
    expect((await readBy(heron, circle)).map(({ body }) => body).sort()).toEqual(["One.", "Two."]);
  });
});

test("a win that was deleted goes nowhere", async () => {
  const circle = await aCircle(juniper, [heron]);
  const { id } = await aWin(juniper, said);
  await submit(juniper, deleteWin, { winId: id });
  const form = { of: "win", sourceId: id, circleId: circle.id, words: "Look." };
  expect(await submit(juniper, choosePieces, form)).toEqual({ status: "not found" });
});
