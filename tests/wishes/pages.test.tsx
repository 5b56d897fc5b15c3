import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import ScreenPage from "@/app/(member)/wishes/[wishId]/[screen]/page";
import WishPage from "@/app/(member)/wishes/[wishId]/page";
import NewWishPage from "@/app/(member)/wishes/new/page";
import WishesPage from "@/app/(member)/wishes/page";
import { freshId } from "@/lib/ids";
import { planForWish } from "@/lib/wishes/actions";
import { nextOf, sayScreen } from "@/lib/wishes/rules";
import { aMember, type Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { aWish } from "../factories-of-weeks";
import { submit, visit } from "../people";

type Asked = Record<string, string | string[]>;

const none = Promise.resolve({});
const openList = (member: Member | null, asked: Asked = {}) =>
  visit(member, () => WishesPage({ params: none, searchParams: Promise.resolve(asked) }));
const openNew = (member: Member | null) => visit(member, () => NewWishPage());
const openWish = (member: Member | null, wishId: string) =>
  visit(member, () => WishPage({ params: Promise.resolve({ wishId }), searchParams: none }));
const openScreen = (member: Member | null, wishId: string, screen: string) =>
  visit(member, () => ScreenPage({ params: Promise.resolve({ wishId, screen }), searchParams: none }));

async function html(opened: ReturnType<typeof openList>): Promise<string> {
  const answer = await opened;
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown).replace(/<\/?bdi[^>]*>/g, "");
}

const whole = { outcome: "Mornings without a knot", obstacle: "I open my phone first" };

test.each([
  [{ wish: "a", outcome: null, obstacle: null, hasPlan: false }, "outcome"],
  [{ wish: "a", outcome: "b", obstacle: null, hasPlan: true }, "obstacle"],
  [{ wish: "a", outcome: null, obstacle: "c", hasPlan: false }, "outcome"],
  [{ wish: "a", outcome: "b", obstacle: "c", hasPlan: false }, "plan"],
  [{ wish: "a", outcome: "b", obstacle: "c", hasPlan: true }, null],
])("%j goes on with %s", (said, next) => {
  expect(nextOf(said)).toBe(next);
});

test("the screens are told from one to four", () => {
  expect((["wish", "outcome", "obstacle", "plan"] as const).map(sayScreen)).toEqual([
    "1 of 4",
    "2 of 4",
    "3 of 4",
    "4 of 4",
  ]);
});

describe("what somebody pictured", () => {
  test("begins with one kind thing to do, and is its member's alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const { id } = await aWish(juniper);
    expect(await html(openList(juniper))).toContain("A job with daylight");
    expect(await html(openList(wren))).toContain("Nothing pictured yet");
    expect(await openWish(wren, id)).not.toHaveProperty("shown");
    expect(await openScreen(wren, id, "outcome")).not.toHaveProperty("shown");
    for (const opened of [openList(null), openNew(null), openWish(null, id), openScreen(null, id, "plan")])
      expect(await opened).toHaveProperty("went");
  });

  test("is asked for one sentence a screen, with what was typed before", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper);
    await aDraft(juniper, `wish-outcome:${id}`, { words: ["Morn"] });
    const page = await html(openScreen(juniper, id, "outcome"));
    expect(page).toContain("What is the best that could come of it?");
    expect(page).toContain(">Morn</textarea>");
    expect(page.match(/<textarea/g)).toHaveLength(1);
    expect(await openScreen(juniper, id, "vision-board")).not.toHaveProperty("shown");
  });

  test("can be looked back at as a whole, its plan among the sentences", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    expect(await html(openWish(juniper, id))).toContain(`/wishes/${id}/plan`);
    const said = { obstacle: whole.obstacle, step: "put it in the drawer" };
    await submit(juniper, planForWish, { wishId: id, id: freshId(), ...said });
    const page = await html(openWish(juniper, id));
    for (const words of [
      "A job with daylight",
      whole.outcome,
      whole.obstacle,
      "then I will put it in the drawer",
    ])
      expect(page).toContain(words);
    expect(page).toContain("That is enough for today");
  });

  test("a plan that is vague is asked whether it could be smaller, and kept as it is", async () => {
    const juniper = await aMember();
    const { id } = await aWish(juniper, whole);
    const said = { obstacle: whole.obstacle, step: "be strong" };
    await submit(juniper, planForWish, { wishId: id, id: freshId(), ...said });
    expect(await html(openWish(juniper, id))).toContain("Make it smaller");
  });
});
