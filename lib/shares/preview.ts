import "server-only";
import type { Route } from "next";
import type { z } from "zod";
import { findDraft } from "@/lib/drafts/queries";
import { forSchema } from "@/lib/form-fields";
import type { PostKind } from "@/lib/generated/enums";
import { listSeats, type SeatLine } from "@/lib/memberships/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import type { Shown } from "@/lib/shares/rules";
import { previewKey } from "@/lib/shares/schema";
import { standFor } from "@/lib/shares/stand-for";
import type { Viewer } from "@/lib/viewer";

/** What every choice says, of whatever it is. */
export type AnyChoice = { circleId: string; piece: string[] };

/** Something of the viewer's that can go to a circle. `Choice` is what they say of what goes. */
export type Shareable<Choice extends AnyChoice> = {
  id: string;
  note: PostSource;
  kind: PostKind;
  /** Where it is chosen and looked at. */
  page: Route;
  choiceForm: z.ZodType<Choice>;
  /** Why it cannot go just now, in a sentence; null where it can. */
  cannotGo: (choice: Choice) => string | null;
  show: (choice: Choice) => Promise<Shown>;
};

export type PreviewOf<Choice> = {
  id: string;
  seat: SeatLine;
  choice: Choice;
  shown: Shown;
  kind: PostKind;
  seen: string;
};

/**
 * What a circle would see of it, by what its author chose last; null when nothing is chosen, the circle is not theirs
 * any more, or it cannot go. Composed afresh each time, from what is there now.
 */
export async function previewOf<Choice extends AnyChoice>(
  viewer: Viewer,
  { id: sourceId, choiceForm, kind, cannotGo, show }: Shareable<Choice>,
): Promise<PreviewOf<Choice> | null> {
  const draft = await findDraft(viewer, previewKey(sourceId));
  const { data: choice } = choiceForm.safeParse(forSchema(draft?.values ?? {}));
  const { id: [id] = [] } = draft?.values ?? {};
  if (!choice || !id || cannotGo(choice)) return null;
  const seat = (await listSeats(viewer)).find(({ id }) => id === choice.circleId);
  if (!seat) return null;
  const shown = await show(choice);
  // It has grown since it was chosen, and there is something to leave out; or nothing of it is left.
  if (shown.body.length > MOST_CHARACTERS || shown.body === "") return null;
  return { id, seat, choice, shown, kind, seen: standFor({ id, shown }) };
}
