import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Name } from "@/components/ui/name";
import type { CircleWeek } from "@/lib/check-ins/queries";
import { sayCheckedIn } from "@/lib/check-ins/rules";

/** Who has checked in this week, and the way in for whoever looks. Who is not there yet is named quietly, and no more. */
export function WhoHas({ week }: { week: CircleWeek }) {
  const { circle, checkedIn, expected, notYet, haveI } = week;
  return (
    <Card className="grid items-center gap-x-6 gap-y-4 md:grid-cols-[1fr_auto]">
      <div>
        <p className="font-medium font-serif text-xl">{sayCheckedIn(checkedIn, expected)}</p>
        {notYet.length > 0 && (
          <p className="text-muted text-sm">
            Not yet: <Names names={notYet} />. There is all week for it.
          </p>
        )}
      </div>
      <ButtonLink
        href={`/circles/${circle.id}/check-in`}
        icon="notebook-pen"
        variant={haveI ? "quiet" : "primary"}
      >
        {haveI ? "Change your check-in" : "Check in"}
      </ButtonLink>
    </Card>
  );
}

function Names({ names }: { names: string[] }) {
  const parts = new Intl.ListFormat("en-GB").formatToParts(names);
  return parts.map(({ type, value }) => (type === "element" ? <Name key={value}>{value}</Name> : value));
}
