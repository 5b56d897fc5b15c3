import { beforeAll, describe, expect, test } from "vitest";
import { eraseMember } from "@/lib/accounts/erase-member";
import { asSystem } from "@/lib/db";
import { deleteAccount } from "@/lib/deletions/actions";
import { signOutThere } from "@/lib/devices/actions";
import { markOf } from "@/lib/devices/mark";
import type { FormAction } from "@/lib/form-state";
import { freshId } from "@/lib/ids";
import { aMember, anInvitation, join, type Member, PASSWORD } from "../factories";
import { submit, visit } from "../people";
import { table } from "./action-table";
import { aWorld, fingerprint, type World } from "./world";

/*
 * Whose session has ended still has a browser that carries it: a device that was signed out from another, one
 * of somebody who asked to delete their account, one of somebody who is erased. From the next request on it is
 * like anybody's who is signed out: every action answers the same, and no page of members is shown.
 */

const ended = ["a device signed out from another", "about to be deleted", "erased"] as const;
type Ended = (typeof ended)[number];

let world: World;
let people: Record<Ended, Member>;
beforeAll(async () => {
  world = await aWorld();
  const { author, facilitator, circle } = world;
  const sessionId = freshId();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await asSystem((db) =>
    db.session.create({ data: { id: sessionId, userId: author.id, device: "a browser", expiresAt } }),
  );
  await submit(author, signOutThere, { device: markOf(sessionId) });

  const [leaving, erased] = [await aMember({ name: "Robin" }), await aMember({ name: "Siskin" })];
  const invitation = await anInvitation(facilitator, circle);
  for (const member of [leaving, erased]) {
    await join(member, circle, invitation);
    await submit(member, deleteAccount, { currentPassword: PASSWORD });
  }
  await asSystem(async (db) => {
    await db.user.update({ where: { id: erased.id }, data: { leavesAt: new Date(0) } });
    await eraseMember(db, erased.id);
  });
  people = {
    "a device signed out from another": { ...author, sessionId },
    "about to be deleted": leaving,
    erased,
  };
});

const modules = import.meta.glob<Record<string, FormAction>>("../../lib/*/actions.ts", { eager: true });
const actionOf = (name: string): FormAction => {
  const [noun, verb = ""] = name.split("/");
  const action = modules[`../../lib/${noun}/actions.ts`]?.[verb];
  if (!action) throw new Error(`There is no action ${name}.`);
  return action;
};

type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => unknown;
const pages = Object.entries(
  import.meta.glob<{ default: Page }>("../../app/**/page.tsx", { eager: true }),
).filter(([file]) => file.includes("/(member)/"));

describe.each(ended)("%s", (who) => {
  test.each(Object.entries(table))("%s answers as to anybody who is signed out", async (name, one) => {
    const expected = one.row["signed out"] ?? one.row.anyoneElse;
    // What is told here about somebody who landed takes the author's seat, which the forms after it are sent from.
    const here = one.unseats ? { ...world, ...(await aWorld()) } : world;
    const fields = await one.fields(here, "author");
    const before = await fingerprint(here);
    const answer = await submit(people[who], actionOf(name), fields);
    if (expected === "sign in")
      expect(answer).toMatchObject({ status: "went", to: expect.stringMatching(/^\/sign-in/) });
    if (expected === "no") expect(answer).toMatchObject({ status: "refused" });
    if (expected !== "done") expect(await fingerprint(here)).toEqual(before);
  });

  test("is shown no page of members", async () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const [file, { default: page }] of pages) {
      const ids = {
        id: freshId(),
        goalId: freshId(),
        winId: freshId(),
        postId: freshId(),
        replyId: freshId(),
        thing: freshId(),
        about: "post",
        stepId: freshId(),
        wishId: freshId(),
        screen: "outcome",
        monday: "2026-11-23",
        year: "2026",
      };
      const params = Promise.resolve({ circleId: world.circle.id, seat: "3", ...ids });
      const answer = await visit(people[who], async () =>
        page({ params, searchParams: Promise.resolve({}) }),
      );
      expect(answer, file).toEqual({ went: expect.stringMatching(/^\/sign-in\?next=/) });
    }
  });
});
