import { freshId } from "@/lib/ids";
import { findPreview } from "@/lib/shares/queries";
import { previewKey } from "@/lib/shares/schema";
import { findShareable, findShareableSetback } from "@/lib/shares/shareable";
import type { Member } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { anExperiment } from "../factories-of-learning";
import { aSetback } from "../factories-of-setbacks";
import type { Fields } from "../form";
import { look } from "./look";
import { authorAndVerified, authorOnly, type Rows } from "./row";

/* What of something private goes to a circle. */

const chosen = (setbackId: string, circleId: string): Fields => ({
  setbackId,
  circleId,
  fact: ["kind"],
  employer: "masked",
  wordsToo: true,
  words: "They went with someone internal.",
  need: "listen",
});

/** What the author chose of a setback, as they look at it before it is shared. */
async function previewed(author: Member, circle: { id: string }): Promise<Fields> {
  const { id: setbackId } = await aSetback(author);
  const choice = {
    circleId: [circle.id],
    fact: ["kind"],
    employer: ["masked"],
    wordsToo: ["on"],
    words: ["They went with someone internal."],
    need: ["listen"],
  };
  await aDraft(author, previewKey(setbackId), { id: [freshId()], setbackId: [setbackId], ...choice });
  const preview = await look(author, async (viewer) => {
    const shareable = await findShareableSetback(viewer, setbackId);
    return shareable && findPreview(viewer, shareable);
  });
  return { id: preview?.id, setbackId, seen: preview?.seen };
}

/** The same of an experiment, which goes in pieces. */
async function previewedInPieces(author: Member, circle: { id: string }): Promise<Fields> {
  const { id: sourceId } = await anExperiment(author);
  const choice = { circleId: [circle.id], piece: [`change:${sourceId}`] };
  await aDraft(author, previewKey(sourceId), { id: [freshId()], ...choice });
  const preview = await look(author, async (viewer) => {
    const shareable = await findShareable(viewer, "experiment", sourceId);
    return shareable && findPreview(viewer, shareable);
  });
  return { id: preview?.id, of: "experiment", sourceId, seen: preview?.seen };
}

export const rowsOfShares: Rows = {
  "shares/chooseWhatGoes": {
    row: authorOnly,
    fields: async ({ author, circle }) => chosen((await aSetback(author)).id, circle.id),
  },
  "shares/shareSetback": {
    row: authorAndVerified,
    fields: ({ author, circle }) => previewed(author, circle),
  },
  "shares/choosePieces": {
    row: authorOnly,
    fields: async ({ author, circle }) => {
      const { id } = await anExperiment(author);
      return { of: "experiment", sourceId: id, circleId: circle.id, piece: [`change:${id}`], words: "Look." };
    },
  },
  "shares/sharePieces": {
    row: authorAndVerified,
    fields: ({ author, circle }) => previewedInPieces(author, circle),
  },
};
