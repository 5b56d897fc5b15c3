import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import CheckInPage from "@/app/(member)/circles/[circleId]/check-in/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import WeekPage from "@/app/(member)/circles/[circleId]/week/page";
import { checkInDraftKey } from "@/lib/check-ins/schema";
import { weekAfter, weekNow } from "@/lib/check-ins/week";
import { aCircle, aMember, type Member } from "../factories";
import { aCheckIn, aCommitment } from "../factories-of-circles";
import { aDraft } from "../factories-of-drafts";
import { aGoal } from "../factories-of-goals";
import { visit } from "../people";

const lastWeek = weekAfter(weekNow({ meetingDay: 4, timeZone: "Europe/Berlin" }, new Date()), -1).first;

async function html(
  Page: typeof WeekPage | typeof CheckInPage | typeof CirclePage,
  member: Member,
  circle: { id: string },
  asked = {},
) {
  const props = { params: Promise.resolve({ circleId: circle.id }), searchParams: Promise.resolve(asked) };
  const answer = await visit(member, () => Page(props));
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}
const buttonsOn = (page: string) => page.match(/(?<=<button[^>]*>)[^<]+/g) ?? [];

async function aPair() {
  const [juniper, heron] = [await aMember(), await aMember({ name: "Heron" })];
  return { juniper, heron, circle: await aCircle(juniper, [heron]) };
}

describe("the page of a week", () => {
  test("lets its author mark what is open, and nobody mark what is another's", async () => {
    const { juniper, heron, circle } = await aPair();
    await aCheckIn(juniper, circle, { word: "heavy", line: "Slow start." });
    await aCommitment(juniper, circle, { words: "Call 2 agencies" });
    await aCommitment(juniper, circle, { words: "Call 3 agencies", outcome: "not_this_week" });
    const own = await html(WeekPage, juniper, circle);
    expect(buttonsOn(own)).toEqual(["Kept", "Partly", "Not this week", "Changed", "Open again"]);
    const read = await html(WeekPage, heron, circle);
    expect(buttonsOn(read)).toEqual([]);
    for (const words of ["A heavy week", "Slow start.", "Call 2 agencies", "Not this week"])
      expect(read).toContain(words);
  });

  test("names who is not there yet without a colour or a count of what is missing", async () => {
    const { juniper, circle } = await aPair();
    const page = await html(WeekPage, juniper, circle);
    expect(page).toContain("No check-ins yet this week");
    expect(page).toMatch(/Not yet: <bdi>Juniper<\/bdi> and <bdi>Heron<\/bdi>\. There is all week for it\./);
    expect(page).not.toMatch(/clay-soft|text-clay|missed|missing|failed|late\b|overdue/i);
  });

  test("of an earlier time says nothing of who was not there", async () => {
    const { juniper, circle } = await aPair();
    await aCheckIn(juniper, circle, { week: lastWeek });
    const page = await html(WeekPage, juniper, circle, { of: lastWeek });
    expect(page).toContain("An earlier week");
    expect(page).toContain("The week after");
    expect(page).not.toContain("Not yet");
    expect(await html(WeekPage, juniper, circle, { of: "1999-01-01" })).toContain(
      "Nothing was written in this week",
    );
  });

  test("is one small line away from the circle's own", async () => {
    const { juniper, heron, circle } = await aPair();
    await aCheckIn(heron, circle);
    const page = await html(CirclePage, juniper, circle);
    expect(page).toMatch(new RegExp(`href="/circles/${circle.id}/week"[^>]*>1 of 2 has checked in<`));
  });
});

describe("the page of a check-in", () => {
  test("begins with what was said last week, and offers goals that nobody else is told of", async () => {
    const { juniper, circle } = await aPair();
    await aCommitment(juniper, circle, { week: lastWeek, words: "Call 4 agencies", outcome: "partly" });
    await aGoal(juniper, { title: "New contacts", rhythm: "week", times: 2 });
    const page = await html(CheckInPage, juniper, circle);
    expect(page.indexOf("What you said last week")).toBeLessThan(page.indexOf("Your week in a word"));
    expect(page).toMatch(/value="partly"[^>]* checked=""|checked=""[^>]* value="partly"/);
    expect(page).toContain('value="Call 2 agencies"');
    expect(page).toContain('<option value="New contacts, 2 a week">');
    expect(page).not.toMatch(/missed|failed/i);
  });

  test("holds what was said already, to be changed", async () => {
    const { juniper, circle } = await aPair();
    await aCheckIn(juniper, circle, { word: "light", line: "A good one." });
    const { id } = await aCommitment(juniper, circle, { words: "Call 2 agencies" });
    const page = await html(CheckInPage, juniper, circle);
    expect(page).toContain("Change your check-in");
    expect(page).toContain('value="A good one."');
    expect(page).toContain(`name="id1" value="${id}"`);
    expect(page).toContain('value="Call 2 agencies"');
  });

  test("brings back what was typed and not sent, each word with the commitment it was for", async () => {
    const { juniper, circle } = await aPair();
    const { id } = await aCommitment(juniper, circle, { words: "Said in the meeting at 6" });
    const typed = {
      id1: ["01900000-0000-7000-8000-000000000000"],
      words1: ["half a thought"],
      line: ["I was"],
    };
    await aDraft(juniper, checkInDraftKey(circle.id), typed);
    const page = await html(CheckInPage, juniper, circle);
    expect(page).toContain('value="half a thought"');
    expect(page).toContain('name="id1" value="01900000-0000-7000-8000-000000000000"');
    expect(page).not.toContain(id);
  });
});
