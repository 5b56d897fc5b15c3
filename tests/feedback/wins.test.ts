import { expect, test } from "vitest";
import { dayIn } from "@/lib/dates";
import { sayAsked, takeStepBack } from "@/lib/feedback/actions";
import { bringWinBack, deleteWin } from "@/lib/wins/actions";
import { noticedWinId } from "@/lib/wins/notice-win";
import { listWins } from "@/lib/wins/queries";
import { aMember, type Member } from "../factories";
import { aFeedbackRequest } from "../factories-of-feedback";
import { as, submit } from "../people";

const countWins = async (member: Member) => (await as(member, (viewer) => listWins(viewer))).wins.length;

test("asking is a win once, and never again after its member deleted it", async () => {
  const juniper = await aMember();
  const { id: requestId } = await aFeedbackRequest(juniper);
  const winId = noticedWinId(requestId);
  const ask = () =>
    submit(juniper, sayAsked, { requestId, askedOn: dayIn(juniper.timeZone, new Date()), followUpOn: "" });
  const takeBack = () => submit(juniper, takeStepBack, { requestId, step: "asked" });

  await ask();
  await takeBack();
  expect(await countWins(juniper)).toBe(0);
  await ask();
  await ask();
  expect(await countWins(juniper)).toBe(1);

  await submit(juniper, deleteWin, { winId });
  await takeBack();
  expect(await ask()).toMatchObject({ status: "done", message: "Noted." });
  expect(await countWins(juniper)).toBe(0);
  await submit(juniper, bringWinBack, { winId });
  expect(await countWins(juniper)).toBe(1);
});
