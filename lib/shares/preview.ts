import "server-only";
import type { Route } from "next";
import type { z } from "zod";
import type { Draft } from "@/lib/drafts/queries";
import { forSchema } from "@/lib/form-fields";
import type { PostKind } from "@/lib/generated/enums";
import type { SeatLine } from "@/lib/memberships/queries";
import type { PostSource } from "@/lib/posts/put-in-circle";
import { MOST_CHARACTERS } from "@/lib/posts/schema";
import type { SetbackKind } from "@/lib/setbacks/schema";
import type { Piece } from "@/lib/shares/pieces";
import type { Shown } from "@/lib/shares/rules";
import { standFor } from "@/lib/shares/stand-for";

/** What every choice says, of whatever it is. */
export type AnyChoice = { circleId: string; piece: string[] };

/** Something of the viewer's that can go to a circle, as it was read once. `Choice` is what they say of what goes. */
export type Shareable<Choice extends AnyChoice> = {
  id: string;
  note: PostSource;
  /** Its own page. */
  item: Route;
  kind: PostKind;
  /** Where it is chosen and looked at. */
  page: Route;
  /** Where it can be chosen from, and whether companies are masked in it. */
  pieces: Piece[];
  hasCompanies: boolean;
  choiceForm: z.ZodType<Choice>;
  /** Why it cannot go just now, in a sentence; null where it can. */
  cannotGo: (choice: Choice) => string | null;
  show: (choice: Choice) => Shown;
  /** The kind of setback that the circle reads it is, where its author is open to ideas; null where it is not said. */
  canBeAdvisedOn?: (choice: Choice) => SetbackKind | null;
};

export type PreviewOf<Choice> = {
  id: string;
  seat: SeatLine;
  choice: Choice;
  shown: Shown;
  kind: PostKind;
  seen: string;
};

/** What a preview is made from, besides what goes: what its author chose last, and where they sit. */
type Chosen = { draft: Pick<Draft, "values"> | null; seats: SeatLine[] };

/**
 * What a circle would see of it, by what its author chose last; null when nothing is chosen, the circle is not theirs
 * any more, or it cannot go. Composed afresh each time, from what is there now.
 */
export function previewOf<Choice extends AnyChoice>(
  { choiceForm, kind, cannotGo, show }: Shareable<Choice>,
  { draft, seats }: Chosen,
): PreviewOf<Choice> | null {
  const { data: choice } = choiceForm.safeParse(forSchema(draft?.values ?? {}));
  const { id: [id] = [] } = draft?.values ?? {};
  if (!choice || !id || cannotGo(choice)) return null;
  const seat = seats.find(({ id }) => id === choice.circleId);
  if (!seat) return null;
  const shown = show(choice);
  // It has grown since it was chosen, and there is something to leave out; or nothing of it is left.
  if (shown.body.length > MOST_CHARACTERS || shown.body === "") return null;
  return { id, seat, choice, shown, kind, seen: standFor({ id, shown }) };
}
