import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Name } from "@/components/ui/name";
import type { BuddiesView } from "@/lib/buddies/queries";

/** Who looks out for whom this month, as far as it is the reader's own. */
export function BuddiesOfMonth({ circle }: { circle: Pick<BuddiesView, "month" | "isPaused" | "buddies"> }) {
  const { month, isPaused, buddies } = circle;
  if (buddies.length === 0) {
    return (
      <Card>
        <p className="max-w-words">
          {isPaused
            ? "You are taking a pause, so nobody counts on you this month. You have a buddy again when you are back."
            : "You have no buddy this month. When a post of yours waits, whoever holds the circle hears of it first."}
        </p>
      </Card>
    );
  }
  return (
    <Card>
      <p className="text-muted text-sm">{month}</p>
      <ul className="mt-3 space-y-3">
        {buddies.map((alias) => (
          <li key={alias} className="flex items-center gap-3.5 font-medium font-serif text-xl">
            <Avatar alias={alias} />
            <Name>{alias}</Name>
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-words text-muted">
        {buddies.length === 1
          ? "You look out for each other until the month is over. Next month it is somebody else."
          : "You are three this month, and look out for each other until it is over. Next month it is somebody else."}
      </p>
    </Card>
  );
}
