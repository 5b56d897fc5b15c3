import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import PatternsPage from "@/app/(member)/patterns/page";
import { asMember } from "@/lib/db";
import { findPatterns } from "@/lib/patterns/queries";
import { UNREADABLE } from "@/lib/private-words";
import { aMember, type Member } from "../factories";
import { aSetback } from "../factories-of-setbacks";
import { as, visit } from "../people";
import { statementsOf } from "../statements";
import { tablesIn } from "./tables";
import { aYear, someReasons, someSetbacks, type Told } from "./what-happened";

const open = (member: Member | null) => visit(member, async () => PatternsPage());

async function html(member: Member): Promise<string> {
  const answer = await open(member);
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

/** The thin line where a share most likely lies. */
const WHISKER = 'class="stroke-current" stroke-width="1.5"';

const times = <T,>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
describe("patterns", () => {
  test("are drawn for their member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    await someSetbacks(juniper, times<Told>(3, { kind: "silence", role: "Dispatcher" }));
    expect(await html(juniper)).toContain("Dispatcher");
    const hers = await html(wren);
    expect(hers).toContain("Nothing to draw yet");
    expect(hers).not.toContain("<svg role");
    expect(await open(null)).toHaveProperty("went");
  });

  test("have a title, a description, a sentence and a table for each picture", async () => {
    const juniper = await aMember();
    await aYear(juniper, 12);
    const page = await html(juniper);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/<svg role="img"/g)).toHaveLength(7);
    expect(page.match(/<title id=/g)).toHaveLength(7);
    expect(page.match(/<desc id=/g)).toHaveLength(7);
    expect(page.match(/<figcaption/g)).toHaveLength(7);
    expect(Object.keys(tablesIn(page))).toEqual([
      "How far it got",
      "By month",
      "Role",
      "Industry",
      "Where you found the job",
      "Whose the reasons were",
      "Feelings, before and after a reframe",
    ]);
  });

  test("under ten cases say that they are too few to tell, and draw no interval", async () => {
    const juniper = await aMember();
    await someSetbacks(juniper, times<Told>(9, { kind: "silence" }));
    const few = await html(juniper);
    expect(few).toContain("Nine setbacks say how far they got. Too few to tell: under 10 cases");
    expect(few).not.toContain(WHISKER);
    expect(tablesIn(few)["How far it got"]).toEqual([["Silence", "9"]]);
    await someSetbacks(juniper, [{ kind: "silence" }]);
    const enough = await html(juniper);
    expect(enough).toContain(
      "Most often: Silence, 10 of 10. As a share, that is most likely between 72% and 100%.",
    );
    expect(enough).toMatch(new RegExp(`d="M72[^"]*" ${WHISKER}`));
    expect(tablesIn(enough)["How far it got"]).toEqual([["Silence", "10", "100%", "72% to 100%"]]);
  });

  test("count no reason that was let go, and none of a setback that was deleted", async () => {
    const juniper = await aMember();
    const [kept = "", deleted = ""] = await someSetbacks(juniper, [{}, { deletedAt: new Date() }]);
    await someReasons(juniper, [
      { setbackId: kept, whose: "mine" },
      { setbackId: kept, whose: "theirs", letGoAt: new Date() },
      { setbackId: kept, whose: "chance" },
      { setbackId: kept, whose: "chance", deletedAt: new Date() },
      { setbackId: kept, whose: null },
      { setbackId: deleted, whose: "mine" },
    ]);
    const page = await html(juniper);
    expect(tablesIn(page)["Whose the reasons were"]?.map(([name, count]) => [name, count])).toEqual([
      ["Mine", "1"],
      ["Theirs", "0"],
      ["Chance", "1"],
    ]);
    expect(page).toContain("What you let go is not counted.");
  });

  test("draw no picture in which all was one's own, because the rest was let go", async () => {
    const juniper = await aMember();
    const [id = ""] = await someSetbacks(juniper, [{}]);
    await someReasons(juniper, [
      { setbackId: id, whose: "mine" },
      { setbackId: id, whose: "theirs", letGoAt: new Date() },
      { setbackId: id, whose: "chance", letGoAt: new Date() },
    ]);
    expect(await html(juniper)).not.toContain("Whose the reasons were");
  });

  test("end in one observation and one offer", async () => {
    const juniper = await aMember();
    await someSetbacks(juniper, [
      ...times<Told>(4, { kind: "after_screening" }),
      ...times<Told>(2, { kind: "silence" }),
    ]);
    const page = await html(juniper);
    expect(page).toContain("Four of six stopped after the first screening. That is too few to tell more.");
    expect(page.match(/aria-label="One thing that stands out"/g)).toHaveLength(1);
    expect(page.match(/href="\/learning\/new"/g)).toHaveLength(1);
    expect(page).not.toMatch(/score|rank|fail/i);
  });

  test("offer something to learn where reasons of the member's own come back", async () => {
    const juniper = await aMember();
    const ids = await someSetbacks(juniper, [{}, {}]);
    await someReasons(juniper, times(2, { setbackId: ids[0] ?? "", whose: "mine" as const }));
    expect(await html(juniper)).not.toContain("/learning/new");
    await someReasons(juniper, [{ setbackId: ids[1] ?? "", whose: "mine" }]);
    const page = await html(juniper);
    expect(page).toContain("Two setbacks of yours have a reason that you called your own.");
    expect(page).toContain('href="/learning/new"');
  });

  test.each(["Pacific/Apia", "America/Los_Angeles"])(
    "ask and observe nothing on the day of a setback, in %s",
    async (timeZone) => {
      const juniper = await aMember({ timeZone });
      await someSetbacks(juniper, times<Told>(5, { kind: "silence" }));
      await aSetback(juniper);
      const page = await html(juniper);
      expect(page).toContain("This can wait");
      expect(page).not.toContain("One thing that stands out");
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(Date.now() + 86_400_000) });
      try {
        const next = await html(juniper);
        expect(next).not.toContain("This can wait");
        expect(next).toContain("One thing that stands out");
      } finally {
        vi.useRealTimers();
      }
    },
  );

  test("show a member's words as words, whole in the table, and never as markup", async () => {
    const juniper = await aMember();
    const role = '<img src=x onerror="alert(1)"> and quite a lot more that no small phone has room for';
    await someSetbacks(juniper, [{ role }]);
    const page = await html(juniper);
    expect(page).not.toContain("<img");
    expect(page).toContain("that no small phone has room for</th>");
    expect(page.match(/that no small phone has room for/g)).toHaveLength(1);
  });

  test("count no role, industry or source that does not open", async () => {
    const juniper = await aMember();
    const told = { role: "Dispatcher", industry: "Logistics", source: "a friend" };
    const [id = ""] = await someSetbacks(juniper, [told, { role: "Planner" }]);
    const forged = { role: "Forged", industry: "Forged", source: "Forged" };
    await asMember(juniper.id, (db) =>
      db.setback.updateMany({ where: { id, userId: juniper.id }, data: forged }),
    );
    const page = await html(juniper);
    expect(tablesIn(page).Role).toEqual([["Planner", "1"]]);
    expect(page).toContain("One setback names a role.");
    expect(page).toContain("Not drawn, because no setback says it: how far it got, an industry");
    expect(page).not.toContain(UNREADABLE);
  });

  test("ask Postgres for three things in one transaction, for one setback as for 500", async () => {
    const [wren, juniper] = [await aMember(), await aMember()];
    await aYear(wren, 1);
    await aYear(juniper, 500);
    for (const member of [wren, juniper]) {
      const { statements, transactions } = await statementsOf(() => open(member));
      // And who is signed in, and as whom Postgres looks.
      expect(statements).toHaveLength(3 + 2);
      expect(transactions).toBe(1);
    }
    const { setbacks, kinds } = await as(juniper, findPatterns);
    expect([setbacks, kinds.cases]).toEqual([500, 500]);
  });
});
