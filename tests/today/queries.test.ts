import { describe, expect, test } from "vitest";
import { addDays, dayIn, startOfDay } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { askToLeave } from "@/lib/memberships/actions";
import { listNews } from "@/lib/today/queries";
import { calendarFrom } from "@/lib/today/rules";
import { aCircle, aMember, leave, type Member } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { anEncouragement, aPost, aReply } from "../factories-of-posts";
import { as, submit } from "../people";
import { countShowedUp } from "../showed-up";

const todayOf = (member: Member) => dayIn(member.timeZone, new Date());
const daysOf = async (member: Member) => Object.fromEntries(await as(member, countShowedUp));

describe("days showed up", () => {
  test("count effort, wins and what was said in a circle, by everybody for themselves", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const today = todayOf(juniper);
    const [two, one] = [addDays(today, -2), addDays(today, -1)];
    await anEffort(juniper, await aGoal(juniper), two);
    await aWin(juniper, "A walk.", two);
    await aWin(juniper, "A talk.", one);
    const post = await aPost(heron, circle);
    await aReply(juniper, post);
    expect(await daysOf(juniper)).toEqual({ [two]: 2, [one]: 1, [today]: 1 });
    expect(await daysOf(heron)).toEqual({ [today]: 1 });
  });

  test.each(["Asia/Kathmandu", "America/New_York", "Pacific/Apia", "Europe/Berlin"])(
    "what was said just before and just after midnight in %s lies on two days",
    async (timeZone) => {
      const juniper = await aMember({ timeZone });
      const circle = await aCircle(juniper);
      // Across the days on which clocks change in the last twelve weeks, whichever those are.
      const today = todayOf(juniper);
      for (const back of [0, 5, 20, 35, 50]) {
        const midnight = startOfDay(addDays(today, -back), timeZone).getTime();
        await aPost(juniper, circle, { createdAt: new Date(midnight - 1) });
        await aPost(juniper, circle, { createdAt: new Date(midnight) });
      }
      const expected = [0, 5, 20, 35, 50].flatMap((back) => [
        addDays(today, -back),
        addDays(today, -back - 1),
      ]);
      expect(Object.keys(await daysOf(juniper)).sort()).toEqual(expected.sort());
    },
  );

  test("begin on the first Monday of twelve weeks and end today", async () => {
    const juniper = await aMember();
    const from = calendarFrom(todayOf(juniper));
    for (const day of [addDays(from, -1), from, todayOf(juniper), addDays(todayOf(juniper), 1)]) {
      await aWin(juniper, "A walk.", day);
    }
    const circle = await aCircle(juniper);
    await aPost(juniper, circle, { createdAt: new Date(startOfDay(from, juniper.timeZone).getTime() - 1) });
    expect(Object.keys(await daysOf(juniper)).sort()).toEqual([from, todayOf(juniper)]);
  });

  test("leave out what was deleted or taken back", async () => {
    const juniper = await aMember();
    const circle = await aCircle(juniper);
    await anEffort(juniper, await aGoal(juniper, { deletedAt: new Date() }));
    await aPost(juniper, circle, { takenBackAt: new Date(), body: "" });
    expect(await daysOf(juniper)).toEqual({});
  });

  test("stay when a member leaves the circle in which they said something, or is asked to", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    const today = todayOf(juniper);
    for (const member of [juniper, heron]) await aReply(member, await aPost(member, circle));
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Heron" });
    await leave(juniper, circle);
    for (const member of [juniper, heron]) expect(await daysOf(member)).toEqual({ [today]: 2 });
  });

  test("are nobody else's to ask for, not even beside them in a circle", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(juniper, [heron]);
    await aPost(juniper, circle);
    const moments = (member: Member) =>
      as(member, (viewer) => viewer.db.$queryRaw<unknown[]>`select app.when_i_spoke('-infinity')`);
    expect(await moments(heron)).toEqual([]);
    expect(await moments(juniper)).toHaveLength(1);
  });

  test("keep the effort of goals that are finished", async () => {
    const juniper = await aMember();
    await anEffort(juniper, await aGoal(juniper, { finishedAt: new Date() }));
    expect(await daysOf(juniper)).toEqual({ [todayOf(juniper)]: 1 });
  });
});

describe("the newest from my circles", () => {
  test("are the three newest of others, from all of them, without what was taken back", async () => {
    const [juniper, heron, wren] = [
      await aMember(),
      await aMember({ name: "Heron" }),
      await aMember({ name: "Wren" }),
    ];
    const lanterns = await aCircle(heron, [juniper], { name: "Thursday lanterns" });
    const tides = await aCircle(wren, [juniper], { name: "Slow tides" });
    const at = (minutes: number) => ({ createdAt: new Date(Date.now() - minutes * 60_000) });
    await aPost(heron, lanterns, { body: "fourth", ...at(40) });
    await aPost(wren, tides, { body: "third", ...at(30), kind: "win", need: null });
    await aPost(heron, lanterns, { body: "second", ...at(20) });
    const first = await aPost(wren, tides, { body: "first", ...at(10) });
    await aPost(wren, tides, { body: "", takenBackAt: new Date() });
    await aPost(juniper, lanterns, { body: "my own" });
    await anEncouragement(juniper, first);
    const { news, hasCircle } = await as(juniper, listNews);
    expect(hasCircle).toBe(true);
    expect(
      news.map(({ body, alias, circle, signals }) => [
        body,
        alias,
        circle,
        ...signals.map((signal) => `${signal.words}: ${signal.on}`),
      ]),
    ).toEqual([
      ["first", "Wren", "Slow tides", "With you: true"],
      ["second", "Heron", "Thursday lanterns", "With you: false"],
      ["third", "Wren", "Slow tides", "Glad with you: false"],
    ]);
    expect(news[0]?.said.said).toBe("10 min ago");
  });

  test("hold what others answered to me, and nobody else's answers", async () => {
    const [juniper, heron, wren] = [
      await aMember(),
      await aMember({ name: "Heron" }),
      await aMember({ name: "Wren" }),
    ];
    const circle = await aCircle(juniper, [heron, wren]);
    const at = (minutes: number) => ({ createdAt: new Date(Date.now() - minutes * 60_000) });
    const mine = await aPost(juniper, circle, { kind: "setback", ...at(50) });
    const theirs = await aPost(heron, circle, { body: "a post", ...at(40) });
    await aReply(wren, theirs, { body: "to Heron", ...at(30) });
    await aReply(juniper, mine, { body: "to myself", ...at(20) });
    await aReply(wren, mine, { body: "", takenBackAt: new Date() });
    await aReply(heron, mine, { body: "I am with you.", ...at(10) });
    const { news } = await as(juniper, listNews);
    expect(news.map(({ alias, body, answersMe, postId }) => [alias, body, answersMe, postId])).toEqual([
      ["Heron", "I am with you.", true, mine.id],
      ["Heron", "a post", false, theirs.id],
    ]);
    expect(news[0]).toMatchObject({ need: null, signals: [] });
  });

  test.each([1, 2, 3, 4])(
    "are the same as when everything is read and put in order, whoever said it where and when: %s",
    async (chance) => {
      const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
      const circles = [await aCircle(juniper, [heron]), await aCircle(heron, [juniper])];
      let drawn = chance;
      // Some at the same moment as others.
      const at = () => {
        drawn = (drawn * 7 + 5) % 23;
        return { createdAt: new Date(Date.UTC(2026, 9, 1, 12, drawn)) };
      };
      const said: { id: string; createdAt: Date }[] = [];
      for (const circle of circles) {
        for (let mine = 0; mine < 2; mine++) {
          const post = await aPost(juniper, circle, at());
          for (let answer = 0; answer < 2; answer++) {
            const when = at();
            said.push({ id: (await aReply(heron, post, when)).id, ...when });
          }
        }
        for (let theirs = 0; theirs < chance; theirs++) {
          const when = at();
          said.push({ id: (await aPost(heron, circle, when)).id, ...when });
        }
      }
      const inOrder = said.sort(
        (one, other) => other.createdAt.getTime() - one.createdAt.getTime() || (one.id < other.id ? 1 : -1),
      );
      const { news } = await as(juniper, listNews);
      expect(news.map(({ id }) => id)).toEqual(inOrder.slice(0, 3).map(({ id }) => id));
    },
  );

  test.each([
    [
      "in a script without spaces",
      `我 ${"在车里坐了一会儿".repeat(60)}`,
      `我 ${"在车里坐了一会儿".repeat(60).slice(0, 316)} …`,
    ],
    ["in pictures", "😀".repeat(400), `${"😀".repeat(159)} …`],
    ["in paragraphs", `One.\n\n${"Two ".repeat(200)}`, `One.\n\n${"Two ".repeat(78)}…`],
  ])("begin with as much as fits, cut where no letter breaks: %s", async (_how, body, beginning) => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    await aPost(heron, await aCircle(heron, [juniper]), { body });
    const { news } = await as(juniper, listNews);
    expect(news[0]?.body).toBe(beginning);
    expect(news[0]?.body.isWellFormed()).toBe(true);
  });

  test("are nobody's who does not sit there now", async () => {
    const [juniper, heron, wren] = [await aMember(), await aMember({ name: "Heron" }), await aMember()];
    const circle = await aCircle(heron, [juniper]);
    await aPost(heron, circle);
    expect(await as(wren, listNews)).toMatchObject({ hasCircle: false, news: [] });
    expect((await as(juniper, listNews)).news).toHaveLength(1);
    await leave(juniper, circle);
    expect(await as(juniper, listNews)).toMatchObject({ hasCircle: false, news: [] });
  });

  test("a quiet circle is a circle", async () => {
    const juniper = await aMember();
    await aCircle(juniper);
    expect(await as(juniper, listNews)).toMatchObject({ hasCircle: true, news: [] });
  });

  test("a long post is shown in part, cut between words", async () => {
    const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
    const circle = await aCircle(heron, [juniper]);
    await aPost(heron, circle, { id: freshId(), body: "lantern ".repeat(200).trim() });
    const body = (await as(juniper, listNews)).news[0]?.body ?? "";
    expect(body.length).toBeLessThan(330);
    expect(body).toMatch(/lantern …$/);
  });
});
