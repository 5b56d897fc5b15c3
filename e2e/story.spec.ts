import { expect, test } from "./fixtures";
import {
  addGoal,
  confirmAddress,
  fillJoinForm,
  join,
  logSetback,
  makeInvitation,
  openCircle,
  reply,
  shareInWords,
  takeSeat,
} from "./steps";

test("two strangers live the whole story in two browsers", { tag: "@no-js" }, async ({ someone }) => {
  const juniper = await someone();
  const heron = await someone();
  const addresses = {
    juniper: `juniper-${crypto.randomUUID()}@example.org`,
    heron: `heron-${crypto.randomUUID()}@example.org`,
  };

  await test.step("Juniper joins and confirms her address", async () => {
    await join(juniper, { name: "Juniper", email: addresses.juniper });
    await expect(juniper).toHaveURL(/\/today$/);
    await confirmAddress(juniper, addresses.juniper);
  });

  const link = await test.step("she opens a circle and makes an invitation", async () => {
    await openCircle(juniper, "Thursday lanterns");
    return makeInvitation(juniper);
  });

  await test.step("Heron follows the link, sees the circle, joins Onward, and takes a seat", async () => {
    await heron.goto(link);
    await expect(heron.getByRole("heading", { level: 1 })).toHaveText("Thursday lanterns");
    await expect(heron.getByText("Juniper")).toHaveCount(0);
    await heron.getByRole("link", { name: "Join Onward" }).click();
    await fillJoinForm(heron, { name: "Heron", email: addresses.heron });
    await takeSeat(heron, "Heron");
    await expect(heron).toHaveURL(/\/circles\/[\w-]+$/);
    await confirmAddress(heron, addresses.heron);
  });

  await test.step("Juniper logs a setback, and shares other words than those she wrote for herself", async () => {
    await juniper.goto("/today");
    await logSetback(juniper, "They went with someone internal at Kestrel Freight. I sat in the car.");
    await shareInWords(juniper, "Final round, and they went with someone internal.");
    await expect(juniper).toHaveURL(/\/circles\/[\w-]+#[\w-]+$/);
    await expect(juniper.getByText("Final round, and they went with someone internal.")).toBeVisible();
  });

  await test.step("Heron is with her, and answers", async () => {
    await heron.goto("/circles");
    await heron.getByRole("link", { name: "Thursday lanterns" }).click();
    await expect(heron.getByText("Final round, and they went with someone internal.")).toBeVisible();
    await expect(heron.getByText("Kestrel")).toHaveCount(0);
    await heron.getByRole("button", { name: "With you" }).click();
    await expect(heron.getByRole("button", { name: "With you" })).toHaveAttribute("aria-pressed", "true");
    await expect(heron.getByText("You are with Juniper")).toBeVisible();
    await reply(heron, "Juniper", "I am glad you told us.");
    await expect(heron.getByText("I am glad you told us.")).toBeVisible();
  });

  await test.step("Juniper reads it", async () => {
    await juniper.reload();
    await expect(juniper.getByText("Heron is with you")).toBeVisible();
    await expect(juniper.getByText("I am glad you told us.")).toBeVisible();
  });

  await test.step("she keeps a goal and sees her week on Today, with the setback folded away", async () => {
    await addGoal(juniper, "A walk outside");
    await juniper.getByRole("button", { name: "Log effort" }).click();
    await expect(juniper.getByRole("button", { name: "Undo" })).toBeVisible();
    await juniper.goto("/today");
    await expect(juniper.getByRole("heading", { level: 1 })).toContainText("Juniper");
    await expect(juniper.getByText("A walk outside").filter({ visible: true }).first()).toBeVisible();
    await expect(juniper.getByText("You showed up on 1 of the last 7 days.")).toBeVisible();
    await expect(juniper.getByText("Kestrel Freight")).toBeHidden();
  });
});
