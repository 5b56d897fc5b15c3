import type { Page } from "@playwright/test";
import { asMember, asSystem } from "@/lib/db";
import type { Member } from "@/tests/factories";
import { aGoal } from "@/tests/factories-of-goals";
import { expect, site, test } from "./fixtures";
import { complaint, plainForm } from "./steps";

/* One tap for what was done: right after a lost connection, a double press, and midnight. */

const button = (page: Page, name: string) => page.getByRole("form", { name }).getByRole("button");
const log = (page: Page, title: string) => button(page, `Log: ${title}`);
const weekOf = (page: Page, title: string) => page.getByRole("img", { name: `${title}, this week` });
const effortsOf = (member: Member) => asMember(member.id, (db) => db.effort.count());

test("a double press on Today logs one effort", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Letters" });
  await page.goto("/today");
  await button(page, "Done: Letters").dblclick();
  await expect(weekOf(page, "Letters")).toHaveAccessibleDescription(/, today: done\./);
  expect(await effortsOf(member)).toBe(1);
});

test("a tap on Today while the connection is lost says so, and counts once when it is back", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Letters" });
  await page.goto("/today");
  await expect(log(page, "Letters")).toBeVisible();
  await page.context().setOffline(true);
  await log(page, "Letters").click();
  await expect(complaint(page)).toBeVisible();
  expect(await effortsOf(member)).toBe(0);

  await page.context().setOffline(false);
  await log(page, "Letters").click();
  await expect(weekOf(page, "Letters")).toHaveAccessibleDescription(/, today: done\./);
  expect(await effortsOf(member)).toBe(1);
});

test("a tap whose answer was lost is sent again, and counts once", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aGoal(member, { title: "Letters" });
  await page.goto("/today");
  await expect(log(page, "Letters")).toBeVisible();
  // It arrives, and its answer does not.
  await page.route("**/today*", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch();
    await route.abort("connectionreset");
  });
  await log(page, "Letters").click();
  await expect(complaint(page)).toBeVisible();
  expect(await effortsOf(member)).toBe(1);

  await page.unrouteAll();
  await log(page, "Letters").click();
  await expect(weekOf(page, "Letters")).toHaveAccessibleDescription(/, today: done\./);
  expect(await effortsOf(member)).toBe(1);
});

test("a tap that arrives again on the next day counts once", async ({ signedIn }) => {
  const { page, member } = await signedIn({ timeZone: "Pacific/Pago_Pago" });
  await aGoal(member, { title: "Letters" });
  const send = await plainForm(page, "/today", "Log: Letters");
  await send({}, { Origin: site });
  // Whatever the hour, it is a day later there.
  await asSystem((db) => db.user.update({ where: { id: member.id }, data: { timeZone: "Pacific/Apia" } }));
  await send({}, { Origin: site });
  expect(await effortsOf(member)).toBe(1);
});
