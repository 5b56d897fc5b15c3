import type { Page } from "@playwright/test";
import { subHours } from "date-fns";
import { monthOf } from "@/lib/buddies/rules";
import { dayIn } from "@/lib/dates";
import { asSystem } from "@/lib/db";
import { mailNudges } from "@/lib/jobs/mail-nudges";
import { remindOfPosts } from "@/lib/jobs/remind-of-posts";
import { connected } from "@/tests/database/connect";
import { aCircle, aMember, type Member } from "@/tests/factories";
import { aNudge, aPost } from "@/tests/factories-of-posts";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, linkIn, mailTo, test } from "./fixtures";
import { reply } from "./steps";

const waiting = (page: Page) => page.getByRole("region", { name: "Waiting for you" });

/** Lets a post wait for so many hours, and the worker come by. */
async function wait(post: { id: string }, hours: number): Promise<void> {
  await connected("admin", (admin) =>
    admin.query("update posts set created_at = $2 where id = $1", [post.id, subHours(new Date(), hours)]),
  );
  await remindOfPosts();
}

/** One whose buddy does not hold the circle, and that buddy: in a circle of four there are two such. */
async function twoBuddies(circle: { id: string }, people: Member[], holder: Member): Promise<Member[]> {
  const month = monthOf(dayIn("Europe/Berlin", new Date()));
  const pairs = await asSystem(
    (db) =>
      db.$queryRaw<{ person: string; buddy: string }[]>`
        select person, buddy from app.buddies_in(${circle.id}::uuid, ${month}::int)`,
  );
  const pair = pairs.find(({ person, buddy }) => person !== holder.id && buddy !== holder.id);
  return people.filter(({ id }) => id === pair?.person || id === pair?.buddy);
}

test("no post goes unanswered: its author's buddy hears of it, then who holds the circle, then everybody, until somebody answers", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const people = await Promise.all(["Juniper", "Heron", "Wren", "Tern"].map((name) => aMember({ name })));
  const [holder, ...others] = people as [Member, ...Member[]];
  const circle = await aCircle(holder, others);
  const [author, buddy] = (await twoBuddies(circle, others, holder)) as [Member, Member];
  const other = others.find((person) => person !== author && person !== buddy) as Member;
  const post = await aPost(author, circle, { body: "Is anybody there?" });
  const [{ page: atBuddys }, { page: atHolders }, { page: atOthers }] = [
    await signedIn(buddy),
    await signedIn(holder),
    await signedIn(other),
  ];

  await wait(post, 25);
  await atBuddys.goto("/today");
  await expect(waiting(atBuddys)).toContainText("Your buddy shared something");
  await atHolders.goto("/today");
  await expect(waiting(atHolders)).toHaveCount(0);
  await atBuddys.goto(`/circles/${circle.id}/buddies`);
  await expect(atBuddys.getByRole("main")).toContainText(author.name);

  await wait(post, 37);
  await atHolders.goto(`/circles/${circle.id}`);
  await atHolders.getByRole("link", { name: "One thing waits for you" }).click();
  await expect(atHolders.getByRole("link", { name: /[Ii]n the circle that you look after/ })).toBeVisible();
  await atOthers.goto("/today");
  await expect(waiting(atOthers)).toHaveCount(0);

  await wait(post, 49);
  await atOthers.goto("/today");
  await waiting(atOthers)
    .getByRole("link", { name: /Under a post, a line from you/ })
    .click();
  await expect(atOthers).toHaveURL(new RegExp(`/posts/${post.id}$`));
  await expect(atOthers.getByText("Is anybody there?")).toBeVisible();
  await reply(atOthers, author.name, "I am. Tell me more.");
  await expect(atOthers.getByText("I am. Tell me more.")).toBeVisible();
  await expect(atOthers.getByLabel(`Reply to ${author.name}`)).toHaveValue("");

  for (const page of [atBuddys, atHolders, atOthers]) {
    await page.goto("/today");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(waiting(page)).toHaveCount(0);
  }
});

test("what waits is put away in one press", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const author = await aMember({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  for (const kind of ["post-waits", "post-waits-for-buddy"] as const)
    await aNudge(member, await aPost(author, circle), { kind });
  await page.goto("/today");
  await waiting(page)
    .getByRole("listitem")
    .filter({ hasText: "Your buddy" })
    .getByRole("button", { name: "Put away" })
    .click();
  await expect(waiting(page).getByRole("listitem")).toHaveCount(1);
  await page.goto("/nudges");
  await page.getByRole("button", { name: "Put away" }).click();
  await expect(page.getByText("Nothing waits for you")).toBeVisible();
});

test("a mail says once that something waits, if somebody wishes", { tag: "@no-js" }, async ({ signedIn }) => {
  // Where it is about noon, since none leaves at night.
  const offset = 12 - new Date().getUTCHours();
  const timeZone = `Etc/GMT${offset > 0 ? "-" : "+"}${Math.abs(offset)}`;
  const { page, member } = await signedIn({ name: "Heron", timeZone });
  const author = await aMember({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  await page.goto("/settings/reminders");
  const choice = page.getByRole("region", { name: "From your circles" });
  const wish = choice.getByRole("checkbox", { name: /^Tell me by mail when something waits/ });
  await expect(wish).not.toBeChecked();
  await wish.check();
  await choice.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("A mail will tell you when something waits.")).toBeVisible();

  await aNudge(member, await aPost(author, circle));
  await mailNudges();
  await mailNudges();
  const mail = await mailTo(member.email, /Something waits for you/);
  expect(mail).toContain("Subject: Something waits for you in Onward");
  expect(mail).not.toMatch(/Juniper|lanterns/);
  await page.goto(linkIn(mail));
  await expect(page.getByRole("heading", { level: 1, name: "Waiting for you" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Under a post, a line from you/ })).toBeVisible();
});

test("who came through the same kind of setback is asked, if they said that they are willing", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn({ name: "Heron" });
  const { page: atAuthors, member: author } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(author, [member]);
  await aSetback(member, { kind: "laid_off", closedAt: new Date() });
  await page.goto("/settings");
  await page.getByRole("link", { name: /^What you could be asked about/ }).click();
  await page.getByRole("checkbox", { name: "Laid off" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Kept. Only you can see this.")).toBeVisible();

  const setback = await aSetback(author, { kind: "laid_off", happened: "It was sudden." });
  await atAuthors.goto(`/setbacks/${setback.id}/share`);
  await atAuthors.getByRole("radio", { name: "Ideas, please" }).check();
  await atAuthors.getByRole("button", { name: "See what they will see" }).click();
  await atAuthors.getByRole("button", { name: "Share", exact: true }).click();
  await expect(atAuthors).toHaveURL(new RegExp(`/circles/${circle.id}`));

  await page.goto("/today");
  await waiting(page).getByRole("link", { name: "Somebody here could use what you know." }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shared by Juniper" })).toBeVisible();
});
