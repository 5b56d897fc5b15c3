import { Press, type PressWords } from "@/components/forms/press";

type Props = PressWords & {
  /** One reason, or several that share the press. */
  reasonIds: string[];
};

/** A press that concerns reasons and needs nothing else. */
export const ReasonButton = ({ reasonIds, ...press }: Props) => (
  <Press about={{ reasonId: reasonIds }} {...press} />
);
