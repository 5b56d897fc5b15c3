import { Refusal } from "@/lib/refusal";
import type { Viewer } from "@/lib/viewer";

/**
 * A "no" for today alone. The page that answers may have no form any more to hold what was typed, so it is kept as
 * the form's draft, which opens with the form on another day.
 */
export class NotToday extends Refusal {
  override name = "NotToday";
  /** What is said instead when it could not be kept. */
  readonly unkept: string;
  /** Whether nothing is there any more that this draft is about, so that it would be seen by nobody (lib/drafts). */
  readonly isAboutNothing: (viewer: Viewer, draftKey: string) => Promise<boolean>;

  constructor(
    { kept, unkept }: { kept: string; unkept: string },
    isAboutNothing: NotToday["isAboutNothing"],
    field?: string,
  ) {
    super(kept, field);
    this.unkept = unkept;
    this.isAboutNothing = isAboutNothing;
  }
}
