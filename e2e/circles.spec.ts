import type { Page } from "@playwright/test";
import { codeOf } from "@/lib/invitations/code";
import { aCircle, aMember, anInvitation } from "@/tests/factories";
import { aPost } from "@/tests/factories-of-posts";
import { expect, test } from "./fixtures";
import { complaint, makeInvitation, openCircle, takeSeat } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** What the page says of somebody who sits in its circle. */
const personIn = (page: Page, alias: string) =>
  page.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: alias });

/** Not even the circle's name: the same 404 as for a circle that never was. */
async function expectNothingAt(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(404);
  expect(await page.content(), path).not.toContain("Thursday lanterns");
}

test("a circle is opened by somebody who then looks after it", { tag: "@no-js" }, async ({ signedIn }) => {
  const { page } = await signedIn({ name: "Juniper" });
  await page.goto("/circles");
  await expect(page.getByText("You are in no circle yet")).toBeVisible();
  await page.getByRole("link", { name: "Open a circle" }).click();

  await page.getByLabel("Who it is for").fill("People who were laid off this autumn.");
  await page.getByRole("button", { name: "Open the circle" }).click();
  await expect(page.getByLabel("Name of the circle")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Who it is for")).toHaveValue("People who were laid off this autumn.");

  await page.getByLabel("Name of the circle").fill("Second wind");
  await page.getByLabel("Day you meet").selectOption("Monday");
  await page.getByRole("button", { name: "Open the circle" }).click();
  await expect(heading(page)).toHaveText("Second wind");
  await expect(page.getByText("People who were laid off this autumn. Mondays")).toBeVisible();
  await expect(personIn(page, "Juniper")).toContainText("you, facilitator");

  await page.goto("/circles");
  await expect(page.getByRole("listitem").filter({ hasText: "Second wind" })).toContainText(
    "You are Juniper here, its facilitator.",
  );
});

test("a circle meets twice a week once its second day is chosen, and says both", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page } = await signedIn({ name: "Juniper" });
  await page.goto("/circles/new");
  await page.getByLabel("Name of the circle").fill("Second wind");
  await page.getByLabel("Who it is for").fill("People between jobs in the north.");
  // The second day is asked of those who meet twice.
  await expect(page.getByLabel("Second day", { exact: true })).toBeHidden();
  await page.getByRole("radio", { name: "Twice a week" }).check();
  await expect(page.getByLabel("Second day", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Open the circle" }).click();
  await expect(heading(page)).toHaveText("Second wind");
  await expect(page.getByText("Which second day suits you?")).toBeVisible();

  await page.getByRole("link", { name: "Choose the second day" }).click();
  await expect(page.getByRole("radio", { name: "Twice a week" })).toBeChecked();
  await page.getByLabel("Second day", { exact: true }).selectOption("Thursday");
  await page.getByLabel("Time on the second day").fill("12:30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Second day", { exact: true })).toHaveAccessibleDescription(
    /another day than the first/,
  );
  await expect(page.getByLabel("Time on the second day")).toHaveValue("12:30");
  await page.getByLabel("Second day", { exact: true }).selectOption("Monday");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Thursdays at 18:00 and Mondays at 12:30")).toBeVisible();

  await page.getByRole("link", { name: "Second wind" }).click();
  await expect(page.getByText("Which second day suits you?")).toHaveCount(0);
  await expect(page.getByText(/ at (18:00|12:30)\. Then /)).toBeVisible();
  await page.goto("/circles");
  await expect(page.getByRole("listitem").filter({ hasText: "Second wind" })).toContainText(
    /Next meeting .* at (18:00|12:30)\.|Meeting now\./,
  );
});

test("whoever comes by an invitation is named beside it", async ({ signedIn }) => {
  const { page } = await signedIn({ name: "Juniper" });
  const { page: invited } = await signedIn({ name: "Heron" });
  await openCircle(page, "Thursday lanterns");
  const link = await makeInvitation(page);

  await invited.goto(link);
  await expect(heading(invited)).toHaveText("Thursday lanterns");
  await expect(invited.getByText("Juniper")).toHaveCount(0);
  await takeSeat(invited, "Grey Heron");
  await expect(personIn(invited, "Grey Heron")).toContainText("you");

  await page.reload();
  await expect(page.getByText("Came by it: Grey Heron.")).toBeVisible();
  await invited.goto(link);
  await expect(heading(invited)).toHaveText("You are in this circle");
});

test("a link that was used up, taken back or has expired looks like one that never was", {
  tag: "@no-js",
}, async ({ signedIn, someone }) => {
  const { page, member: facilitator } = await signedIn({ name: "Juniper" });
  const friend = await aMember({ name: "Heron" });
  const circle = await aCircle(facilitator);
  const [usedUp, takenBack, expired] = await Promise.all([
    anInvitation(facilitator, circle, { uses: 1 }),
    anInvitation(facilitator, circle),
    anInvitation(facilitator, circle, { expiresAt: new Date(Date.now() - 60_000) }),
  ]);
  const { page: comes } = await signedIn(friend);
  await comes.goto(`/invite/${codeOf(usedUp)}`);
  await takeSeat(comes, "Heron");
  await expect(comes).toHaveURL(/\/circles\/[\w-]+$/);

  await page.goto(`/circles/${circle.id}/care`);
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("It was taken back.")).toBeVisible();

  const stranger = await someone();
  const never = codeOf({ circleId: circle.id, id: crypto.randomUUID() });
  await stranger.goto(`/invite/${never}`);
  await expect(heading(stranger)).toHaveText("This link does not work any more");
  const asNeverWas = await stranger.locator("body").innerText();
  for (const invitation of [usedUp, takenBack, expired]) {
    await stranger.goto(`/invite/${codeOf(invitation)}`);
    await expect(heading(stranger)).toHaveText("This link does not work any more");
    expect(await stranger.locator("body").innerText()).toBe(asNeverWas);
  }
});

test("an alias that somebody has is met kindly, and stays to be changed", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const facilitator = await aMember({ name: "Juniper" });
  const circle = await aCircle(facilitator);
  const { page } = await signedIn({ name: "Heron" });
  await page.goto(`/invite/${codeOf(await anInvitation(facilitator, circle))}`);
  await takeSeat(page, "juniper");
  await expect(page.getByLabel("Your name in this circle")).toHaveAccessibleDescription(
    /Somebody in this circle is called that, or was\. Please choose another name\./,
  );
  await expect(page.getByLabel("Your name in this circle")).toHaveValue("juniper");
  await takeSeat(page, "Juniper berry");
  await expect(personIn(page, "Juniper berry")).toContainText("you");
});

test("somebody leaves in two steps, and nobody is told", { tag: "@no-js" }, async ({ signedIn }) => {
  const facilitator = await aMember({ name: "Juniper" });
  const { page, member } = await signedIn({ name: "Heron" });
  const circle = await aCircle(facilitator, [member]);
  await aPost(member, circle, { body: "I have an answer on Friday." });

  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("link", { name: "Leave this circle" }).click();
  await expect(heading(page)).toHaveText("Leave Thursday lanterns?");
  await page.getByRole("link", { name: "Stay" }).click();
  await expect(personIn(page, "Heron")).toContainText("you");

  await page.getByRole("link", { name: "Leave this circle" }).click();
  await page.getByRole("button", { name: "Leave this circle" }).click();
  await expect(page.getByText("You are in no circle yet")).toBeVisible();
  await expectNothingAt(page, `/circles/${circle.id}`);

  const { page: stays } = await signedIn(facilitator);
  await stays.goto(`/circles/${circle.id}`);
  await expect(personIn(stays, "Heron")).toHaveCount(0);
  await expect(stays.getByText("I have an answer on Friday.")).toBeVisible();
  await expect(stays.getByText(/\bleft\b/)).toHaveCount(0);
});

test("who is asked to leave sees nothing from their next request on, open page or not", async ({
  signedIn,
}) => {
  const { page: holds, member: facilitator } = await signedIn({ name: "Juniper" });
  const { page: leaves, member: asked } = await signedIn({ name: "Heron" });
  const circle = await aCircle(facilitator, [asked]);
  const post = await aPost(facilitator, circle, { body: "They went with someone internal." });
  await leaves.goto(`/circles/${circle.id}`);
  await expect(leaves.getByText("They went with someone internal.")).toBeVisible();

  await holds.goto(`/circles/${circle.id}/care`);
  await holds.getByRole("link", { name: "Heron's role and seat" }).click();
  await holds.getByRole("link", { name: "Ask Heron to leave" }).click();
  await expect(heading(holds)).toHaveText("Ask Heron to leave?");
  await holds.getByRole("button", { name: "Ask Heron to leave" }).click();
  await expect(holds).toHaveURL(/\/care$/);
  await expect(holds.getByRole("region", { name: "People" }).getByText("Juniper")).toBeVisible();
  await expect(holds.getByRole("region", { name: "People" }).getByText("Heron")).toHaveCount(0);

  await leaves.getByRole("link", { name: "What we agreed" }).click();
  await expect(heading(leaves)).toHaveText("There is nothing here for you to see");
  for (const path of ["", `/posts/${post.id}`, "/agreements", "/leave"]) {
    await expectNothingAt(leaves, `/circles/${circle.id}${path}`);
    expect(await leaves.content()).not.toContain("someone internal");
  }
});

test("the facilitator hands the circle over and stays beside the next one", async ({ signedIn }) => {
  const { page, member: facilitator } = await signedIn({ name: "Juniper" });
  const next = await aMember({ name: "Heron" });
  const circle = await aCircle(facilitator, [next]);
  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("link", { name: "Look after this circle" }).click();
  await page.getByRole("link", { name: "Heron's role and seat" }).click();
  await page.getByRole("radio", { name: "Stay beside them as co-facilitator" }).check();
  await page.getByRole("button", { name: "Hand over to Heron" }).click();
  await expect(personIn(page, "Heron")).toContainText("facilitator");
  await expect(personIn(page, "Juniper")).toContainText("you, co-facilitator");
  await expect(page.getByText("Heron holds it.")).toBeVisible();
});

test("the agreements are the circle's own words, and whoever is invited reads them first", async ({
  signedIn,
  someone,
}) => {
  const { page, member: facilitator } = await signedIn({ name: "Juniper" });
  const circle = await aCircle(facilitator);
  await page.goto(`/circles/${circle.id}`);
  await page.getByRole("link", { name: "What we agreed" }).click();
  await page.getByRole("link", { name: "Change the agreements" }).click();
  await page.getByLabel("What we agree on").fill("What is said here stays here.\nNobody has to be brave.");
  await page.getByRole("button", { name: "Save the agreements" }).click();
  await expect(heading(page)).toHaveText("What we agreed");
  await expect(page.getByRole("listitem").filter({ hasText: "Nobody has to be brave." })).toBeVisible();

  const invited = await someone();
  await invited.goto(`/invite/${codeOf(await anInvitation(facilitator, circle))}`);
  await expect(invited.getByText("Nobody has to be brave.")).toBeVisible();
});

test("a circle with eight people invites nobody, and a ninth finds no seat until one is free", async ({
  signedIn,
}) => {
  const { page: holds, member: facilitator } = await signedIn({ name: "Juniper" });
  const names = ["Heron", "Wren", "Alder", "Linnet", "Marten", "Tern", "Sorrel"];
  const members = await Promise.all(names.map((name) => aMember({ name })));
  const [heron] = members;
  const circle = await aCircle(facilitator, members);
  const invitation = await anInvitation(facilitator, circle);

  await holds.goto(`/circles/${circle.id}/care`);
  await expect(holds.getByText("All eight seats are taken.")).toBeVisible();
  await expect(holds.getByRole("button", { name: "Make an invitation" })).toHaveCount(0);

  const { page: ninth } = await signedIn({ name: "Plover" });
  await ninth.goto(`/invite/${codeOf(invitation)}`);
  await takeSeat(ninth, "Plover");
  await expect(complaint(ninth)).toContainText("All eight seats of this circle are taken just now.");
  await expect(ninth.getByLabel("Your name in this circle")).toHaveValue("Plover");

  const { page: leaves } = await signedIn(heron);
  await leaves.goto(`/circles/${circle.id}/leave`);
  await leaves.getByRole("button", { name: "Leave this circle" }).click();
  await expect(leaves).toHaveURL(/\/circles$/);
  await ninth.getByRole("button", { name: "Join this circle" }).click();
  await expect(ninth.getByRole("list", { name: "People" }).getByRole("listitem")).toHaveCount(8);
  await expect(personIn(ninth, "Plover")).toContainText("you");
});

test("somebody in three circles is told so before they try a fourth", async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Wren" });
  for (const name of ["Thursday lanterns", "Second wind", "Slow mornings"])
    await aCircle(member, [], { name });
  await page.goto("/circles/new");
  await expect(page.getByText("You are in three circles")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the circle" })).toHaveCount(0);
});
