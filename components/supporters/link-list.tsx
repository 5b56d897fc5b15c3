import { Press } from "@/components/forms/press";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { endLink } from "@/lib/supporters/actions";
import type { LinkLine } from "@/lib/supporters/queries";

const over = { lives: "", ended: "You ended it.", over: "Its time is over." };

/** The member's links: those that live can be ended right here. */
export function LinkList({ links }: { links: LinkLine[] }) {
  return (
    <ul className="grid gap-4">
      {links.map(({ id, name, state, until, visited }) => (
        <li key={id} className="rounded-2xl border border-line px-5 py-4">
          <p className="wrap-anywhere">
            <TextLink href={`/supporters/${id}`} className="font-medium">
              <Name>{name}</Name>
            </TextLink>
          </p>
          <p className="text-muted text-sm">
            {state === "lives" ? `Until ${until}.` : over[state]}{" "}
            {visited ? `Last opened ${visited.said}.` : "Not opened yet."}
          </p>
          {state === "lives" && (
            <div className="mt-2 flex">
              <Press
                action={endLink}
                about={{ linkId: id }}
                says="End it now"
                label={`End the link for ${name}`}
                variant="quiet"
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
