import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { type Day, sayDay } from "@/lib/dates";
import type { RestingSetbacks as Resting } from "@/lib/today/queries";

/** Setbacks stay folded away on Today until their member unfolds them. */
export function RestingSetbacks({ resting, today }: { resting: Resting; today: Day }) {
  const { setbacks, areMore } = resting;
  if (setbacks.length === 0) return null;
  return (
    <div className="mt-11">
      <Fold summary={`Setbacks: ${areMore ? "more than " : ""}${setbacks.length} resting`}>
        <ul>
          {setbacks.map((setback) => (
            <li key={setback.id} className="border-line border-t py-3 first:border-t-0">
              <TextLink href={`/setbacks/${setback.id}`}>{setback.title}</TextLink>{" "}
              <span className="text-muted text-sm">{sayDay(setback.day, today)}</span>
            </li>
          ))}
        </ul>
        {areMore && (
          <p className="mt-3">
            <TextLink href="/setbacks">All setbacks</TextLink>
          </p>
        )}
      </Fold>
    </div>
  );
}
