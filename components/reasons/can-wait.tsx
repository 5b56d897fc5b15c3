import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Instead of any question, on the day a setback was written down. */
export function CanWait({ setbackId }: { setbackId: string }) {
  return (
    <EmptyState
      title="This can wait"
      action={<ButtonLink href={`/setbacks/${setbackId}`}>Back to the setback</ButtonLink>}
    >
      You wrote it down today, and that is enough for one day. From tomorrow on, this page is here whenever
      you want it, and it is just as well never to open it.
    </EmptyState>
  );
}
