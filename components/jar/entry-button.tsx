import { Press, type PressWords } from "@/components/forms/press";

/** A press that concerns one thing in the jar and needs nothing else. */
export const EntryButton = ({ entryId, ...press }: PressWords & { entryId: string }) => (
  <Press about={{ entryId }} {...press} />
);
