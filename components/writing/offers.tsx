import { TextLink } from "@/components/ui/link";
import { exerciseKinds, guides } from "@/lib/exercises/guides";
import type { Writing } from "@/lib/writing/queries";

/** Quiet ways to go on with how something feels. None is due, and each can be left for another day, or for good. */
export function Offers({ setbackId, writing }: { setbackId: string; writing: Writing }) {
  const { sessions, todays } = writing;
  const asIs = todays && !todays.isEnded ? ", today's page is open" : "";
  return (
    <ul className="flex flex-wrap gap-x-6" data-print="no">
      <li>
        <TextLink href={`/setbacks/${setbackId}/writing`} className="inline-flex min-h-11 items-center">
          {sessions.length > 0 ? "Your guided writing" : "Guided writing"}
          {asIs}
        </TextLink>
      </li>
      {exerciseKinds.map((kind) => (
        <li key={kind}>
          <TextLink
            href={`/setbacks/${setbackId}/exercise/${kind}`}
            className="inline-flex min-h-11 items-center"
          >
            {guides[kind].title}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
