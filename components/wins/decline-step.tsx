import { Press } from "@/components/forms/press";
import { declineStep } from "@/lib/wins/actions";

type Decline = {
  /** Where its member goes on, if not among their wins. */
  about?: { at?: "goals" | "today"; goalId?: string };
  says?: string;
};

/** Leaves it, silently and for the whole day. */
export const DeclineStep = ({ about = {}, says = "Rest is fine" }: Decline) => (
  <Press action={declineStep} about={{ ...about }} says={says} label={`${says}: no further step today`} />
);
