import { TextLink } from "@/components/ui/link";
import { sayWaiting } from "@/lib/nudges/rules";

/** One quiet line in a circle: that something waits there, and where it stands. */
export function WaitingLine({ waits }: { waits: number }) {
  return (
    <p className="mt-6">
      <TextLink href="/nudges">{sayWaiting(waits)}</TextLink>
    </p>
  );
}
