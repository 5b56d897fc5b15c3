import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Goodbye to somebody who has just landed, and one small step that they may leave. */
export function LandedNotice() {
  return (
    <div className="my-6">
      <Notice
        title="You have landed"
        icon="sprout"
        action={<ButtonLink href="/wins">Keep it among your wins</ButtonLink>}
      >
        Thank you for everything that you gave there. What you wrote stays yours, and the way back stays open.
      </Notice>
    </div>
  );
}
