import { Press, type PressWords } from "@/components/forms/press";

/** A press that concerns one win and needs nothing else. */
export const WinButton = ({ winId, ...press }: PressWords & { winId: string }) => (
  <Press about={{ winId }} {...press} />
);
