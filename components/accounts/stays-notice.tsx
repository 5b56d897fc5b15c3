import { Notice } from "@/components/ui/notice";

/** For somebody who had asked to delete their account, and came back in time. */
export function StaysNotice() {
  return (
    <div className="mb-6">
      <Notice title="Your account stays" icon="sprout">
        You signed in, so nothing will be deleted. Everything is as you left it.
      </Notice>
    </div>
  );
}
