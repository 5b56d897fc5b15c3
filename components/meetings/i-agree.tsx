import { MeetingPress } from "@/components/meetings/meeting-press";
import { adoptAgreements } from "@/lib/meetings/actions";
import type { MeetingThere } from "@/lib/meetings/meeting-there";

/** Says yes to what the circle agreed on. */
export function IAgree({ meeting }: { meeting: Pick<MeetingThere, "id" | "circleId"> }) {
  return (
    <MeetingPress
      action={adoptAgreements}
      meeting={meeting}
      about={{}}
      says="I agree to this"
      variant="primary"
      icon="check"
    />
  );
}
