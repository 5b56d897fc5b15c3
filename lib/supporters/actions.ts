"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { freshId } from "@/lib/ids";
import { keepDraft } from "@/lib/keep-draft";
import { Refusal } from "@/lib/refusal";
import { linkHashOf } from "@/lib/supporters/code";
import { previewOf } from "@/lib/supporters/preview";
import { countLinks, findSupporterPreview } from "@/lib/supporters/queries";
import { endOf, MOST_LINKS } from "@/lib/supporters/rules";
import {
  CHOOSING,
  chooseForm,
  extendForm,
  makeForm,
  oneLinkForm,
  PREVIEW,
  valuesOfChosen,
} from "@/lib/supporters/schema";
import type { Viewer } from "@/lib/viewer";

/** Keeps what the member chose for somebody, and shows it as they will see it. Nothing is shared yet. */
export const chooseForSupporter = formAction(chooseForm, async (viewer, chosen) => {
  const id = freshId();
  if (!(await previewOf(viewer, id, chosen))) {
    throw new Refusal(
      "Something that you chose is not there any more, or cannot be opened just now. Everything you chose is still here: look through it once more.",
    );
  }
  const kept = await keepDraft(viewer, { key: PREVIEW, values: { id: [id], ...valuesOfChosen(chosen) } });
  if (kept !== "kept") {
    throw new Refusal(
      "There is no room for a preview: so many other forms of yours hold words that were not sent. Send one of them, or start it afresh, and then try again. Everything you chose is still here.",
    );
  }
  return goTo("/supporters/new?step=preview");
});

/** Makes the link that the preview showed. When something changed meanwhile, it is shown again. */
export const makeLink = formAction(
  makeForm,
  async (viewer, { id, seen }) => {
    const userId = viewer.id;
    // A second press waits for the first, and then finds it done.
    await viewer.db
      .$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`supporter ${userId}`}, 0))::text`;
    if (await viewer.db.supporterLink.count({ where: { userId, id } })) return goTo(`/supporters/${id}`);
    const preview = await findSupporterPreview(viewer);
    if (!preview) return goTo("/supporters/new?changed=1");
    if (preview.id !== id || preview.seen !== seen) return goTo("/supporters/new?step=preview&changed=1");
    if ((await countLinks(viewer)) >= MOST_LINKS)
      throw new Refusal(
        `${MOST_LINKS} links live already, and more are hard to keep in view. End one of them first; what you chose stays here.`,
      );
    const { chosen, copies, goalIds } = preview;
    const { words, db } = viewer;
    await db.supporterLink.createMany({
      data: {
        id,
        userId,
        tokenHash: linkHashOf({ userId, id }),
        name: words.seal("supporter_links.name", id, chosen.name),
        called: words.seal("supporter_links.called", id, chosen.called),
        allGoals: chosen.goals === "all",
        wins: chosen.wins,
        namesShown: chosen.names === "named",
        expiresAt: endOf(chosen.days, viewer.now),
      },
    });
    if (chosen.goals === "chosen")
      await db.supporterGoal.createMany({ data: goalIds.map((goalId) => ({ userId, linkId: id, goalId })) });
    await db.supporterSetback.createMany({
      data: copies.map(({ id: setbackId, ...shown }) => {
        const copyId = freshId();
        return {
          id: copyId,
          userId,
          linkId: id,
          setbackId,
          shown: words.seal("supporter_setbacks.shown", copyId, JSON.stringify(shown)),
        };
      }),
    });
    await db.draft.deleteMany({ where: { userId, key: { in: [CHOOSING, PREVIEW] } } });
    return goTo(`/supporters/${id}`);
  },
  { verified: true, limit: "supporter link" },
);

/** From this moment on the link shows nothing. */
export const endLink = formAction(oneLinkForm, async (viewer, { linkId }) => {
  const { count } = await viewer.db.supporterLink.updateMany({
    where: { userId: viewer.id, id: linkId, revokedAt: null, expiresAt: { gt: viewer.now } },
    data: { revokedAt: viewer.now },
  });
  if (count === 0) await requireLink(viewer, linkId);
  return say("Ended. The link shows nothing any more.");
});

/** Lets a link that lives go on for so many days from now. */
export const extendLink = formAction(extendForm, async (viewer, { linkId, days }) => {
  const { count } = await viewer.db.supporterLink.updateMany({
    where: { userId: viewer.id, id: linkId, revokedAt: null, expiresAt: { gt: viewer.now } },
    data: { expiresAt: endOf(days, viewer.now) },
  });
  if (count === 0) {
    await requireLink(viewer, linkId);
    throw new Refusal("This link is over, and stays so. You can make another for the same person.");
  }
  return say(`It lasts ${days === 1 ? "a day" : `${days} days`} from now.`);
});

async function requireLink(viewer: Viewer, linkId: string): Promise<void> {
  if ((await viewer.db.supporterLink.count({ where: { userId: viewer.id, id: linkId } })) === 0) notFound();
}
