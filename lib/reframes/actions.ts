"use server";
import { notFound } from "next/navigation";
import { dropDraftsAbout } from "@/lib/drafts/drop-drafts";
import { feelingsIn } from "@/lib/feelings/schema";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { reach } from "@/lib/phases/reach";
import { UNREADABLE } from "@/lib/private-words";
import { beginForm, lookForm, oneReframe } from "@/lib/reframes/schema";
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
      find: async ({ feelings, ...row }) => {
        const same = { ...row, thought: words.seal("reframes.thought", row.id, row.thought) };
        const there = await viewer.db.reframe.findFirst({
          where: same,
          select: { feelings: { select: { word: true, before: true } } },
        });
        const sealed = feelings.map(({ word, strength }) => ({
          word: words.seal("reframe_feelings.word", row.id, word),
          before: strength,
        }));
        if (!there || inOrder(there.feelings) !== inOrder(sealed)) return 0;
        // Taken out meanwhile and sent again, it is there again.
        return (await viewer.db.reframe.updateMany({ where: same, data: { deletedAt: null } })).count;
      },
    },
  );
  await reach(viewer, setbackId, "reframe");
  return goTo(`/setbacks/${setbackId}/reframe/${kept}`);
});

/** Keeps what was found on looking again. Whatever was left empty stays open. */
export const lookAgain = formAction(lookForm, async (viewer, { reframeId, after, ...look }) => {
  const { setbackId, trap: before } = await requireReframe(viewer, reframeId);
  const { words } = viewer;
  // No choice stands for a trap that does not open, so none was sent: it stays as it lies.
  const isLost = look.trap === null && words.open("reframes.trap", reframeId, before) === UNREADABLE;
  await viewer.db.reframe.updateMany({
    where: { userId: viewer.id, id: reframeId },
    data: {
      thought: words.seal("reframes.thought", reframeId, look.thought),
      trap: isLost ? before : words.seal("reframes.trap", reframeId, look.trap),
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
  // Without a fairer thought the page stays as it is, and says so.
  return look.fairer === null
    ? say("Kept. You can go on with it another day.")
    : goTo(`/setbacks/${setbackId}/reframe/${reframeId}`);
});

/** Takes a reframe out, so that it can be brought back for a while. */
export const takeOutReframe = formAction(oneReframe, async (viewer, { reframeId }) => {
  const { setbackId } = await requireReframe(viewer, reframeId, "taken out too");
  await viewer.db.reframe.updateMany({
    where: { userId: viewer.id, id: reframeId, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  await dropDraftsAbout(viewer, reframeId);
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
    select: { setbackId: true, trap: true },
  });
  if (!reframe) notFound();
  await requireSetback(viewer, reframe.setbackId);
  return reframe;
}

const inOrder = (feelings: { word: string; before: number }[]): string =>
  feelings
    .map(({ word, before }) => `${word} ${before}`)
    .sort()
    .join();
