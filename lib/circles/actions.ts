"use server";
import { notFound } from "next/navigation";
import type { z } from "zod";
import { DEFAULT_AGREEMENTS } from "@/lib/circles/agreements";
import { agreeForm, describeForm, openForm } from "@/lib/circles/schema";
import { formAction, goTo } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { requireNameMeant } from "@/lib/memberships/own-name";
import { findSeat } from "@/lib/memberships/queries";
import { requireSeated, type SeatAnswer } from "@/lib/memberships/seat-answer";
import { refuseLinkOfNew, refuseRoomOfNew } from "@/lib/posts/refuse-link";
import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/** Opens a circle and seats the one who opens it, as its facilitator. */
export const openCircle = formAction(
  openForm,
  async (viewer, { aliasKept, ...opened }) => {
    requireNameMeant(viewer, { alias: opened.alias, aliasKept });
    await refuseLinksIn(viewer, null, opened);
    const { id } = await keepOnce(opened, {
      add: async ({ alias, ...described }) => {
        const { count } = await viewer.db.circle.createMany({
          data: { ...described, agreements: DEFAULT_AGREEMENTS, openedById: viewer.id },
          skipDuplicates: true,
        });
        await takeFirstSeat(viewer, described.id, alias);
        return { count };
      },
      find: ({ alias, ...described }) =>
        viewer.db.circle.count({
          where: { ...described, memberships: { some: { userId: viewer.id, alias } } },
        }),
    });
    return goTo(`/circles/${id}`);
  },
  { limit: "open circle" },
);

async function refuseLinksIn(
  viewer: Viewer,
  circleId: string | null,
  {
    name,
    purpose,
    language,
    videoLink,
  }: Pick<z.output<typeof openForm>, "name" | "purpose" | "language" | "videoLink">,
): Promise<void> {
  await refuseLinkOfNew(viewer, circleId, { name, purpose, language });
  await refuseRoomOfNew(viewer, circleId, videoLink);
}

async function takeFirstSeat(viewer: Viewer, circleId: string, alias: string): Promise<void> {
  const [answer] = await viewer.db.$queryRaw<{ said: SeatAnswer }[]>`
    select app.take_first_seat(${circleId}::uuid, ${alias}) as said`;
  requireSeated(answer?.said);
}

/** Says anew who a circle is for and when it meets. */
export const describeCircle = formAction(describeForm, async (viewer, { circleId, ...described }) => {
  await refuseLinksIn(viewer, circleId, described);
  const { count } = await viewer.db.circle.updateMany({ where: { id: circleId }, data: described });
  if (count === 0) await sayWhoMay(viewer, circleId);
  return goTo(`/circles/${circleId}/care`);
});

/** Writes down what a circle agrees on. */
export const writeAgreements = formAction(agreeForm, async (viewer, { circleId, agreements }) => {
  await refuseLinkOfNew(viewer, circleId, { agreements });
  const { count } = await viewer.db.circle.updateMany({ where: { id: circleId }, data: { agreements } });
  if (count === 0) await sayWhoMay(viewer, circleId);
  return goTo(`/circles/${circleId}/agreements`);
});

/** Why nothing was changed: somebody else looks after the circle now, or it is none of the viewer's. */
async function sayWhoMay(viewer: Viewer, circleId: string): Promise<never> {
  if (!(await findSeat(viewer, circleId))) notFound();
  throw new Refusal(
    "Somebody else looks after this circle now, so nothing was changed. Your words are still here: copy them, and ask whoever does.",
  );
}
