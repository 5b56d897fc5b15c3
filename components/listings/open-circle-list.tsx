import { Link } from "@/components/ui/link";
import type { OpenCircleCard } from "@/lib/listings/queries";
import { paceWords } from "@/lib/matching/words";

export const saySeats = (free: number): string => (free === 1 ? "One free seat" : `${free} free seats`);

/** Circles with a free seat: who they are for, language and hours. */
export function OpenCircleList({ circles }: { circles: OpenCircleCard[] }) {
  return (
    <ul className="mt-2">
      {circles.map((circle) => (
        <li key={circle.id} className="border-line border-t py-5 first:border-t-0">
          <Link
            href={`/circles/open/${circle.id}`}
            className="link wrap-anywhere inline-block min-h-11 font-medium font-serif text-xl"
          >
            {circle.words}
          </Link>
          <p className="text-muted">
            {circle.language}. {circle.meets}. {paceWords[circle.pace]}. {saySeats(circle.free)}.
          </p>
        </li>
      ))}
    </ul>
  );
}
