import { Name } from "@/components/ui/name";
import { Time } from "@/components/ui/time";
import type { Landed } from "@/lib/landings/queries";

/** Who landed from this circle and is glad to be remembered here. */
export function LandedList({ landed }: { landed: Landed[] }) {
  return (
    <ul className="grid gap-2">
      {landed.map(({ alias, when, supports }) => (
        <li key={alias}>
          <Name className="font-medium">{alias}</Name> <span className="text-muted">landed</span>{" "}
          <Time moment={when} className="text-muted" />
          {supports && <span className="text-muted">, and would like to be somebody's supporter</span>}.
        </li>
      ))}
    </ul>
  );
}
