import { Press } from "@/components/forms/press";
import { Notice } from "@/components/ui/notice";
import { endBreak } from "@/lib/absences/actions";

/** On the circle's page, for who is taking a break there: the way back. */
export const BackAgain = ({ circleId }: { circleId: string }) => (
  <div className="mt-6">
    <Notice
      icon="pause"
      action={
        <Press action={endBreak} about={{ circleId }} says="I am back" label="I am back" variant="quiet" />
      }
    >
      You are taking a break here, and your seat waits.
    </Notice>
  </div>
);
