import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Name } from "@/components/ui/name";
import { takeBackInvitation } from "@/lib/invitations/actions";
import type { InvitationCard } from "@/lib/invitations/queries";

/** The invitations of a circle: those that work with their link, the others with who came by them. */
export function InvitationList({
  circleId,
  invitations,
}: {
  circleId: string;
  invitations: InvitationCard[];
}) {
  return (
    <ul className="mt-6 grid gap-4">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="rounded-2xl border border-line p-5">
          {invitation.link ? (
            <Works circleId={circleId} invitation={invitation} link={invitation.link} />
          ) : (
            <p className="text-muted">
              Made by <Name>{invitation.madeBy}</Name> {invitation.made.said}. {ENDED[invitation.state]}{" "}
              <WhoCame names={invitation.cameBy} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

const ENDED: Record<InvitationCard["state"], string> = {
  works: "",
  "taken back": "It was taken back.",
  expired: "It has expired.",
  "used up": "Everyone it was for has come.",
};

function WhoCame({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  const parts = new Intl.ListFormat("en-GB").formatToParts(names);
  return (
    <>
      Came by it:{" "}
      {parts.map(({ type, value }) => (type === "element" ? <Name key={value}>{value}</Name> : value))}.
    </>
  );
}

function Works({
  circleId,
  invitation,
  link,
}: {
  circleId: string;
  invitation: InvitationCard;
  link: string;
}) {
  const field = `link-${invitation.id}`;
  return (
    <>
      <label htmlFor={field} className="font-medium">
        Invitation link
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <input id={field} readOnly value={link} className="control w-auto! min-w-0 flex-[1_1_16rem]" />
        <CopyButton text={link}>Copy the link</CopyButton>
      </div>
      <p className="mt-3 text-muted">
        Works for {invitation.placesLeft === 1 ? "one more person" : `${invitation.placesLeft} more people`},
        until {invitation.expires}. Made by <Name>{invitation.madeBy}</Name>.{" "}
        <WhoCame names={invitation.cameBy} />
      </p>
      <Form action={takeBackInvitation} className="mt-3 grid justify-items-start gap-3">
        <HiddenField name="circleId" value={circleId} />
        <HiddenField name="invitationId" value={invitation.id} />
        <SubmitButton variant="quiet" pendingText="Taking it back">
          Take back
        </SubmitButton>
      </Form>
    </>
  );
}
