import "server-only";
import { handBack } from "@/lib/drafts/hand-back";
import { findDraft } from "@/lib/drafts/queries";
import { postDraftKey } from "@/lib/posts/draft-keys";
import type { TakenBack } from "@/lib/posts/take-back";
import { saysOnlyTheKind } from "@/lib/shares/rules";
import { choosingKey, previewKey } from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";

/**
 * Gives the words of a post that was taken back to their author again, unless they stand elsewhere just so:
 * where they were shared from, as long as that is there and nothing else is being typed or looked at there;
 * otherwise in the circle, as something that can be said there.
 */
export async function handWordsBack(viewer: Viewer, taken: TakenBack): Promise<"source" | "circle" | null> {
  const { circleId, body, kind, need, source } = taken;
  if (body === source?.words || (kind === "setback" && saysOnlyTheKind(body))) return null;

  if (source && !(await findDraft(viewer, previewKey(source.id)))) {
    const words =
      kind === "setback"
        ? { fact: ["kind"], wordsToo: ["on"], words: [body], need: [need ?? "listen"] }
        : { words: [body] };
    if (await handBack(viewer, choosingKey(source.id), { circleId: [circleId], ...words })) return "source";
  }
  const said = await handBack(viewer, postDraftKey(circleId), {
    body: [body],
    kind: [kind === "setback" ? "ask" : kind],
    need: [need ?? "listen"],
  });
  return said ? "circle" : null;
}
