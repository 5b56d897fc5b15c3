import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { CircleView } from "@/lib/circles/queries";

/** Asks whoever looks after a circle that would like to meet twice a week for its second day, while there is none. */
export function SecondDay({
  circle,
}: {
  circle: Pick<CircleView, "id" | "lacksSecondDay" | "canLookAfter">;
}) {
  if (!circle.lacksSecondDay || !circle.canLookAfter) return null;
  return (
    <div className="mt-4">
      <Notice
        title="Which second day suits you?"
        action={
          <ButtonLink href={`/circles/${circle.id}/care/description`}>Choose the second day</ButtonLink>
        }
      >
        Your circle would like to meet twice a week. Until its second day is chosen it meets once, and that is
        fine: ask each other, and write it down whenever you know.
      </Notice>
    </div>
  );
}
