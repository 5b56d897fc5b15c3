"use server";
import { notFound } from "next/navigation";
import { feelingsIn } from "@/lib/feelings/schema";
import { formAction, goTo } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { reach } from "@/lib/phases/reach";
import { beginForm, lookDraftKey, lookForm, oneReframe } from "@/lib/reframes/schema";
import { requireSetback } from "@/lib/setbacks/require-setback";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

/** Puts a thought down to be looked at, with what it feels like now. */
export const beginReframe = formAction(beginForm, async (viewer, { id, setbackId, thought, ...felt }) => {
  await requireSetback(viewer, setbackId);
  const { words } = viewer;
  const feelings = feelingsIn(felt);
  const { id: kept } = await keepOnce(
    { id, userId: viewer.id, setbackId, thought, feelings },
    {
      add: async ({ feelings, ...row }) => {
        const added = await viewer.db.reframe.createMany({
          data: { ...row, thought: words.seal("reframes.thought", row.id, row.thought) },
          skipDuplicates: true,
        });
        if (added.count > 0)
          await viewer.db.reframeFeeling.createMany({
            data: feelings.map(({ word, strength }) => ({
              userId: viewer.id,
              reframeId: row.id,
              word: words.seal("reframe_feelings.word", row.id, word),
              before: strength,
            })),
            skipDuplicates: true,
          });
        return added;
      },
      // Taken out meanwhile and sent again, it is there again.
      find: async ({ feelings: _, ...row }) => {
        const { count } = await viewer.db.reframe.updateMany({
          where: { ...row, thought: words.seal("reframes.thought", row.id, row.thought) },
          data: { deletedAt: null },
        });
        return count;
      },
    },
  );
  await reach(viewer, setbackId, "reframe");
  return goTo(`/setbacks/${setbackId}/reframe/${kept}`);
});

/** Keeps what was found on looking again. Whatever was left empty stays open. */
export const lookAgain = formAction(lookForm, async (viewer, { reframeId, after, ...look }) => {
  const { setbackId } = await requireReframe(viewer, reframeId);
  const { words } = viewer;
  await viewer.db.reframe.updateMany({
    where: { userId: viewer.id, id: reframeId },
    data: {
      thought: words.seal("reframes.thought", reframeId, look.thought),
      trap: words.seal("reframes.trap", reframeId, look.trap),
      evidenceFor: words.seal("reframes.evidence_for", reframeId, look.evidenceFor),
      evidenceAgainst: words.seal("reframes.evidence_against", reframeId, look.evidenceAgainst),
      fairer: words.seal("reframes.fairer", reframeId, look.fairer),
    },
  });
  for (const feeling of after) {
    if (!feeling) continue;
    await viewer.db.reframeFeeling.updateMany({
      where: {
        userId: viewer.id,
        reframeId,
        word: words.seal("reframe_feelings.word", reframeId, feeling.word),
      },
      data: { after: feeling.strength },
    });
  }
  return goTo(`/setbacks/${setbackId}/reframe/${reframeId}`);
});

/** Takes a reframe out, so that it can be brought back for a while. */
export const takeOutReframe = formAction(oneReframe, async (viewer, { reframeId }) => {
  const { setbackId } = await requireReframe(viewer, reframeId, "taken out too");
  await viewer.db.reframe.updateMany({
    where: { userId: viewer.id, id: reframeId, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  await viewer.db.draft.deleteMany({ where: { userId: viewer.id, key: lookDraftKey(reframeId) } });
  return goTo(`/setbacks/${setbackId}?reframe=${reframeId}#stages`);
});

export const bringReframeBack = formAction(oneReframe, async (viewer, { reframeId }) => {
  await viewer.db.reframe.updateMany({
    where: { userId: viewer.id, id: reframeId, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  const { setbackId } = await requireReframe(viewer, reframeId);
  return goTo(`/setbacks/${setbackId}/reframe/${reframeId}`);
});

async function requireReframe(viewer: Viewer, id: string, which?: "taken out too") {
  const reframe = await viewer.db.reframe.findFirst({
    where: { userId: viewer.id, id, ...(which ? {} : { deletedAt: null }) },
    select: { setbackId: true },
  });
  if (!reframe) notFound();
  await requireSetback(viewer, reframe.setbackId);
  return reframe;
}
