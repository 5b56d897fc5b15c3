import { Press } from "@/components/forms/press";
import { undoEffort } from "@/lib/efforts/actions";

/** Takes one effort out again; `label` says of what, for those who do not see where the button stands. */
export const UndoEffort = ({
  effortId,
  label,
  children = "Undo",
}: {
  effortId: string;
  label: string;
  children?: string;
}) => (
  <Press action={undoEffort} about={{ effortId }} says={children} label={label} pendingText="Taking it out" />
);
