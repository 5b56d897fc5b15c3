import { beforeAll, describe, expect, test } from "vitest";
import { asMember, type Db } from "@/lib/db";
import { saveDraft } from "@/lib/drafts/actions";
import { bringGoalBack, deleteGoal } from "@/lib/goals/actions";
import { findDeletedGoal } from "@/lib/goals/queries";
import { bringSetbackBack, deleteSetback } from "@/lib/setbacks/actions";
import { findDeletedSetback } from "@/lib/setbacks/queries";
import { undoneUntil } from "@/lib/undo";
import { bringWinBack, deleteWin } from "@/lib/wins/actions";
import { findDeletedWin } from "@/lib/wins/queries";
import { aMember, type Member } from "./factories";
import { aGoal, aWin } from "./factories-of-goals";
import { aSetback } from "./factories-of-setbacks";
import { as, submit } from "./people";

/* What was deleted can be brought back for 30 days, whatever it was. */

test("30 days are counted to the moment", () => {
  expect(undoneUntil(new Date("2026-11-22T12:00:00Z"))).toEqual(new Date("2026-10-23T12:00:00Z"));
});

const old = { deletedAt: new Date(Date.now() - 31 * 86_400_000) };

describe.each([
  {
    kind: "setback",
    make: aSetback,
    key: "setbackId",
    remove: deleteSetback,
    bringBack: bringSetbackBack,
    find: findDeletedSetback,
    age: (db: Db, id: string) => db.setback.updateMany({ where: { id }, data: old }),
  },
  {
    kind: "goal",
    make: aGoal,
    key: "goalId",
    remove: deleteGoal,
    bringBack: bringGoalBack,
    find: findDeletedGoal,
    age: (db: Db, id: string) => db.goal.updateMany({ where: { id }, data: old }),
  },
  {
    kind: "win",
    make: aWin,
    key: "winId",
    remove: deleteWin,
    bringBack: bringWinBack,
    find: findDeletedWin,
    age: (db: Db, id: string) => db.win.updateMany({ where: { id }, data: old }),
  },
])("a deleted $kind", ({ make, key, remove, bringBack, find, age }) => {
  let juniper: Member;
  let id: string;
  beforeAll(async () => {
    juniper = await aMember();
    id = (await make(juniper)).id;
    await submit(juniper, saveDraft, { draftKey: `share:${id}`, typedAt: Date.now(), body: "Not sent yet." });
    await submit(juniper, remove, { [key]: id });
  });

  test("takes along the words that were to be shared of it", async () => {
    const drafts = await as(juniper, (viewer) => viewer.db.draft.count({ where: { userId: juniper.id } }));
    expect(drafts).toBe(0);
  });

  test("is out of reach after 30 days, even before it is removed for good", async () => {
    expect(await as(juniper, (viewer) => find(viewer, id))).toMatchObject({ id });
    await asMember(juniper.id, (db) => age(db, id));
    expect(await as(juniper, (viewer) => find(viewer, id))).toBeNull();
    expect(await submit(juniper, bringBack, { [key]: id })).toEqual({ status: "not found" });
  });
});
