import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { listEvents } from "@/lib/security-events/queries";

/** What happened to an account, newest first: what, with which browser, and when. */
export function EventList({ events, older, isNewest }: Awaited<ReturnType<typeof listEvents>>) {
  return (
    <>
      {events.length === 0 ? (
        <EmptyState title="Nothing is noted here" icon="clock">
          When you sign in, or change how you do, a line is added.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {events.map((event) => (
            <li key={event.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
              <p>
                {event.words}
                {event.device && <span className="text-muted">, with {event.device}</span>}
              </p>
              <p className="text-muted text-sm">
                <Time moment={event.moment} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6 flex flex-wrap gap-2.5">
        {!isNewest && <ButtonLink href="/settings/history">Newest</ButtonLink>}
        {older && <ButtonLink href={`/settings/history?before=${older}`}>Earlier</ButtonLink>}
      </div>
    </>
  );
}
