import { Press, type PressWords } from "@/components/forms/press";
import type { FormAction } from "@/lib/form-state";

type Props = Omit<PressWords, "action" | "label"> & {
  action: FormAction;
  meeting: { id: string; circleId: string };
  about: Record<string, string>;
  label?: string;
};

/** A press that concerns one meeting. */
export const MeetingPress = ({ meeting, about, label, ...press }: Props) => (
  <Press
    variant="quiet"
    {...press}
    label={label ?? press.says}
    about={{ circleId: meeting.circleId, meetingId: meeting.id, ...about }}
  />
);
