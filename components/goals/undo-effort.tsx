import { Press } from "@/components/forms/press";
import { undoEffort } from "@/lib/efforts/actions";

/** Takes out again what was just logged; `label` says of what, for those who do not see where the button stands. */
export const UndoEffort = ({ effortId, label }: { effortId: string; label: string }) => (
  <Press action={undoEffort} about={{ effortId }} says="Undo" label={label} pendingText="Taking it out" />
);
