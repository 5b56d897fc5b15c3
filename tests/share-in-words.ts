import { choosePieces, sharePieces } from "@/lib/shares/actions";
import { findPreview } from "@/lib/shares/queries";
import type { InWords } from "@/lib/shares/schema";
import { findShareable } from "@/lib/shares/shareable";
import type { Member } from "./factories";
import { as, submit } from "./people";

/** What a circle would read of a goal or a win, by what its member chose last. */
export const previewInWords = (member: Member, of: InWords, sourceId: string) =>
  as(member, async (viewer) => {
    const shareable = await findShareable(viewer, of, sourceId);
    return shareable && findPreview(viewer, shareable);
  });

/** Chooses, looks and shares, as two forms do; answers with the post's id. */
export async function shareInWords(
  member: Member,
  of: InWords,
  sourceId: string,
  circle: { id: string },
  words: string,
): Promise<string> {
  await submit(member, choosePieces, { of, sourceId, circleId: circle.id, words });
  const preview = await previewInWords(member, of, sourceId);
  if (!preview) throw new Error("There is no preview to share.");
  await submit(member, sharePieces, { id: preview.id, of, sourceId, seen: preview.seen });
  return preview.id;
}
