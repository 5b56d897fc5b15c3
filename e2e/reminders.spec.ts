import { hourIn } from "@/lib/dates";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { aGoal, anEffort } from "@/tests/factories-of-goals";
import { noMailbox } from "@/tests/factories-of-reminders";
import { expect, mailTo, site, test } from "./fixtures";

/** As a browser sends a select: by the words on it. */
const at = (hour: number) => `At ${String(hour).padStart(2, "0")}:00`;

test("a member asks for an evening check, has one, and stops it with one press, signed out", {
  tag: "@no-js",
}, async ({ signedIn, someone }) => {
  const { page, member } = await signedIn({ name: "Juniper", timeZone: "UTC" });
  const goal = await aGoal(member, { title: "Kingfisher letters" });
  await anEffort(member, goal);
  await page.goto("/settings");
  await page.getByRole("link", { name: "Mails and quiet hours" }).click();
  await expect(page.getByLabel("Evening check")).toHaveValue("");
  const hour = hourIn("UTC", new Date());

  // In the quiet hours it is refused, with every choice still in its place.
  await page.getByLabel("Evening check").selectOption(at(hour));
  await page.getByLabel("No mail from").selectOption({ index: hour });
  await page.getByLabel("Until").selectOption({ index: (hour + 2) % 24 });
  await page.getByRole("main").getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("That lies in your quiet hours.").first()).toBeVisible();
  await expect(page.getByLabel("Evening check")).toHaveValue(String(hour));

  await page.getByLabel("No mail from").selectOption({ index: (hour + 12) % 24 });
  await page.getByLabel("Until").selectOption({ index: (hour + 12) % 24 });
  await page.getByRole("main").getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await page.goto("/settings/reminders");
  await expect(page.getByLabel("Evening check")).toHaveValue(String(hour));

  await planReminders();
  const mail = await mailTo(member.email, /evening check/);
  expect(mail).toContain("Subject: A quiet note from Onward");
  expect(mail).not.toMatch(/Kingfisher|Juniper/);

  const stop = new RegExp(`${site}(/unsubscribe/\\S+)`).exec(mail)?.[1] ?? "";
  const mailbox = await someone();
  await mailbox.goto(stop);
  await expect(mailbox.getByRole("heading", { level: 1 })).toHaveText("Stop these mails?");
  await page.goto("/settings/reminders");
  await expect(page.getByLabel("Evening check")).toHaveValue(String(hour));
  await mailbox.getByRole("button", { name: "Stop these mails" }).click();
  await expect(mailbox.getByRole("heading", { level: 1 })).toHaveText("Stopped");
  await page.goto("/settings/reminders");
  await expect(page.getByLabel("Evening check")).toHaveValue("");
});

test("a mail program stops a kind of mail by the address in its head, without a session or an origin", async ({
  signedIn,
  request,
}) => {
  const { page, member } = await signedIn({ name: "Heron", timeZone: "UTC" });
  await page.goto("/settings/reminders");
  const hour = hourIn("UTC", new Date());
  await page.getByLabel("No mail from").selectOption({ index: (hour + 12) % 24 });
  await page.getByLabel("Until").selectOption({ index: (hour + 12) % 24 });
  await page.getByLabel("Evening check").selectOption(at(hour));
  await page.getByRole("main").getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await planReminders();
  const mail = await mailTo(member.email, /evening check/);
  const code = /\/unsubscribe\/(\S+)/.exec(mail)?.[1];
  const pressed = await request.post(`${site}/api/unsubscribe/${code}`, {
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(pressed.status()).toBe(200);
  await page.goto("/settings/reminders");
  await expect(page.getByLabel("Evening check")).toHaveValue("");
});

test("whose address takes no mail reads so in Settings, and tries again with one press", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn({ name: "Wren" });
  await noMailbox(member);
  await page.goto("/settings/reminders");
  await expect(page.getByRole("main")).toContainText("Your address takes no mail just now");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("main")).not.toContainText("Your address takes no mail just now");
});
