import { Press } from "@/components/forms/press";
import { ReportLink } from "@/components/reports/report-link";
import { Name } from "@/components/ui/name";
import { Time } from "@/components/ui/time";
import { declineAsk, welcomeAsk } from "@/lib/seat-asks/actions";
import type { SeatAskCard } from "@/lib/seat-asks/queries";

/** Who asks for a seat, with a yes and a kind no beside each. */
export function AskList({ circleId, asks }: { circleId: string; asks: SeatAskCard[] }) {
  return (
    <ul>
      {asks.map((ask) => (
        <li key={ask.id} className="border-line border-t py-4 first:border-t-0">
          <p>
            <Name className="font-medium">{ask.alias}</Name>{" "}
            <span className="text-muted text-sm">
              <Time moment={ask.asked} />
            </span>
          </p>
          <p className="wrap-anywhere mt-1 max-w-words font-serif">{ask.words}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <Press
              action={welcomeAsk}
              about={{ circleId, askId: ask.id }}
              says="Give them a seat"
              label={`Give ${ask.alias} a seat`}
              variant="quiet"
            />
            <Press
              action={declineAsk}
              about={{ circleId, askId: ask.id }}
              says="Not just now"
              label={`Not just now, to ${ask.alias}`}
            />
            <ReportLink about="ask" circleId={circleId} thing={ask.id} of={`what ${ask.alias} wrote`} />
          </div>
        </li>
      ))}
    </ul>
  );
}
