import { beforeEach, describe, expect, test } from "vitest";
import { eraseMember } from "@/lib/accounts/erase-member";
import { asSystem } from "@/lib/db";
import { clearSnapshots } from "@/lib/jobs/clear-snapshots";
import { findPerson } from "@/lib/memberships/queries";
import { report } from "@/lib/reports/actions";
import { findReportable } from "@/lib/reports/queries";
import { personMark } from "@/lib/reports/thing-id";
import { aCircle, aMember, anInvitation, type CircleOfTest, join, leave, type Member } from "../factories";
import { aListing } from "../factories-of-finding";
import { aPost } from "../factories-of-posts";
import { aBlock, aReport } from "../factories-of-safety";
import { as, submit } from "../people";

let juniper: Member;
let heron: Member;
let wren: Member;
let circle: CircleOfTest;

// Juniper holds the circle, Heron beside her; Wren sits in it.
beforeEach(async () => {
  [juniper, heron, wren] = (await Promise.all(
    ["Juniper", "Heron", "Wren"].map((name) => aMember({ name })),
  )) as [Member, Member, Member];
  circle = await aCircle(juniper, [heron, wren]);
});

const of = (about: string, thing: string, more: object = {}) => ({
  about,
  circleId: circle.id,
  thing,
  reason: "harassment",
  ...more,
});
const reportsHere = () =>
  asSystem((db) => db.report.findMany({ where: { circleId: circle.id }, orderBy: { createdAt: "asc" } }));
const leaves = (member: Member) =>
  asSystem(async (db) => {
    await db.user.updateMany({ where: { id: member.id }, data: { leavesAt: new Date(0) } });
    expect(await eraseMember(db, member.id)).toBe(true);
  });

describe("a report is about the right person", () => {
  test.each(["who blocked the facilitator", "whom the facilitator blocked"] as const)(
    "%s reports the circle, and it is about the facilitator",
    async (which) => {
      if (which === "who blocked the facilitator") await aBlock(wren, circle, "Juniper");
      else await aBlock(juniper, circle, "Wren");
      await submit(wren, report, of("circle", circle.id));
      expect(await reportsHere()).toMatchObject([{ reporterId: wren.id, reportedId: juniper.id }]);
    },
  );

  test("who reports a circle that lists itself from outside means whoever holds it, and learns nothing of them", async () => {
    const outsider = await aMember({ name: "Sorrel" });
    expect(await submit(outsider, report, of("listing", circle.id))).toEqual({ status: "not found" });
    await aListing(juniper, circle, { listedWords: "People who hurt." });
    await submit(outsider, report, of("listing", circle.id));
    expect(await reportsHere()).toMatchObject([
      { about: "circle", thingId: circle.id, reportedId: juniper.id, reporterId: outsider.id },
    ]);
    const found = await as(outsider, (viewer) => findReportable(viewer, "listing", circle.id, circle.id));
    expect(JSON.stringify(found)).not.toContain(juniper.id);
    expect(JSON.stringify(found)).not.toContain("Thursday lanterns");
  });

  test("whoever holds a circle and reports it reports nobody", async () => {
    await submit(juniper, report, of("circle", circle.id));
    expect(await reportsHere()).toMatchObject([{ reportedId: null }]);
  });

  test("a seat that somebody else took since the page was opened changes nothing", async () => {
    const page = await as(juniper, (viewer) => findPerson(viewer, circle.id, 3));
    expect(page?.alias).toBe("Wren");
    await leave(wren, circle);
    const tern = await aMember({ name: "Tern" });
    await join(tern, circle, await anInvitation(juniper, circle));
    expect((await as(juniper, (viewer) => findPerson(viewer, circle.id, 3)))?.alias).toBe("Tern");
    await submit(juniper, report, of("person", page?.mark ?? "", { block: true }));
    expect(await reportsHere()).toMatchObject([{ about: "alias", reportedId: wren.id }]);
    const blocks = await asSystem((db) => db.block.findMany({ where: { userId: juniper.id } }));
    expect(blocks).toMatchObject([{ blockedId: wren.id, alias: "Wren" }]);
  });

  test("whoever has left can be reported as a person, from what they left behind", async () => {
    const post = await aPost(wren, circle, { body: "Words that hurt" });
    await leave(wren, circle);
    const words = await as(heron, (viewer) => findReportable(viewer, "post", circle.id, post.id));
    await submit(heron, report, of("person", words?.person ?? ""));
    expect(await reportsHere()).toMatchObject([{ about: "alias", reportedId: wren.id }]);
  });

  test("what stands for a person in an address is no seat, no account, and another one in another circle", async () => {
    const other = await aCircle(heron, [wren]);
    const mark = personMark(circle.id, wren.id);
    expect(mark).not.toBe(wren.id);
    expect(personMark(other.id, wren.id)).not.toBe(mark);
    for (const thing of ["3", wren.id, personMark(other.id, wren.id)])
      expect(await submit(heron, report, of("person", thing))).toEqual({ status: "not found" });
  });
});

describe("what stays of a report", () => {
  test("names nobody who is erased: not as the person it was about, nor in words of whoever made it", async () => {
    await submit(wren, report, of("person", personMark(circle.id, heron.id), { words: "Wren says so" }));
    await leaves(heron);
    const [left] = await reportsHere();
    expect(left).toMatchObject({ reportedId: null, words: expect.anything() });
    expect(left?.thingId).not.toBe(heron.id);
    await leaves(wren);
    expect(await reportsHere()).toMatchObject([{ reporterId: null, words: null }]);
  });

  test("goes after a year in which nobody decided", async () => {
    const old = await aReport(wren, await aPost(heron, circle));
    const newer = await aReport(wren, await aPost(heron, circle));
    const days = (number: number) => new Date(Date.now() - number * 86_400_000);
    await asSystem((db) => db.report.updateMany({ where: { id: old.id }, data: { createdAt: days(366) } }));
    await asSystem((db) => db.report.updateMany({ where: { id: newer.id }, data: { createdAt: days(364) } }));
    await clearSnapshots();
    expect((await reportsHere()).map(({ id }) => id)).toEqual([newer.id]);
  });
});
