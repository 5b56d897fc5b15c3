import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Name } from "@/components/ui/name";
import type { Roles } from "@/lib/roles/queries";

/** Who holds the circle and who keeps its time, as it is now. */
export function RolesNow({ now }: Pick<Roles, "now">) {
  return (
    <Card>
      <dl className="grid gap-5 sm:grid-cols-2">
        <Holder label="Holds the circle" person={now.facilitator} ring />
        <Holder label="Keeps the time" person={now.timekeeper} />
      </dl>
    </Card>
  );
}

function Holder({
  label,
  person,
  ring = false,
}: {
  label: string;
  person: Roles["now"]["facilitator"];
  ring?: boolean;
}) {
  return (
    <div>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="mt-1.5 flex items-center gap-3">
        {person ? (
          <>
            <Avatar alias={person.alias} ring={ring} />
            <span className="min-w-0 break-words">
              <Name className="font-medium font-serif text-xl">{person.alias}</Name>
              {person.isMe && <span className="text-muted"> (you)</span>}
            </span>
          </>
        ) : (
          <span className="text-muted">Nobody just now.</span>
        )}
      </dd>
    </div>
  );
}
