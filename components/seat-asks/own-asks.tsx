import { Press } from "@/components/forms/press";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { takeBackAsk } from "@/lib/seat-asks/actions";
import type { OwnAsk } from "@/lib/seat-asks/queries";

/** Where the viewer asked for a seat, and what came of it. */
export function OwnAsks({ asks }: { asks: OwnAsk[] }) {
  return (
    <Section title="Where you asked for a seat">
      <ul>
        {asks.map((ask) => (
          <li key={ask.id} className="border-line border-t py-4 first:border-t-0">
            <p className="wrap-anywhere font-medium">{ask.words}</p>
            <p className="wrap-anywhere text-muted text-sm">
              You wrote: {ask.line} <Time moment={ask.asked} />
            </p>
            {ask.isOpen ? (
              <div className="mt-1 flex flex-wrap items-center gap-x-4">
                <span>It has not answered yet. It has fourteen days.</span>
                <Press
                  action={takeBackAsk}
                  about={{ askId: ask.id }}
                  says="Take back"
                  label="Take this ask back"
                />
              </div>
            ) : ask.isWelcome ? (
              <p className="mt-2">
                <ButtonLink href={`/circles/${ask.circleId}`}>You have a seat. Go to the circle</ButtonLink>
              </p>
            ) : (
              <p className="mt-1">
                It does not work out with this circle just now. That says nothing about you, and another one
                may have a seat.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
