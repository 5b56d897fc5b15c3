import { Notice } from "@/components/ui/notice";

/** A gentle word on the pages of a setback that its member has closed. */
export function ClosedNotice() {
  return (
    <Notice title="You let this setback go">
      Nothing here is waiting for you. What you wrote is yours to read, and to add to, if you ever like.
    </Notice>
  );
}
