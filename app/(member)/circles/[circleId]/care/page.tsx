import { notFound } from "next/navigation";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { InvitationList } from "@/components/circles/invitation-list";
import { InviteForm } from "@/components/circles/invite-form";
import { PeopleList } from "@/components/circles/people-list";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findCircle } from "@/lib/circles/queries";
import { freshId } from "@/lib/ids";
import { listInvitations } from "@/lib/invitations/queries";
import { read } from "@/lib/viewer";

export default page("Look after this circle", async ({ params }: PageProps<"/circles/[circleId]/care">) => {
  const { circleId } = await params;
  const { circle, invitations, verifiedAt } = await read(async (viewer) => {
    const circle = await findCircle(viewer, circleId);
    if (!circle?.canLookAfter) notFound();
    return {
      circle,
      invitations: await listInvitations(viewer, circleId),
      verifiedAt: viewer.verifiedAt,
    };
  });
  return (
    <>
      <PageHeader
        title="Look after this circle"
        sub="Who comes, who helps, and what the circle says about itself."
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      <Section title="Invitations">
        <p className="max-w-words text-muted">
          Whoever opens the link sees the circle's name, who it is for, what you agreed and when you meet; its
          people and posts only once they have joined.
        </p>
        {circle.free === 0 ? (
          <p className="mt-4">All eight seats are taken. Circles stay small so that everyone is heard.</p>
        ) : verifiedAt ? (
          <InviteForm id={freshId()} circleId={circle.id} free={circle.free} />
        ) : (
          <div className="mt-6">
            <VerifyNotice verifiedAt={verifiedAt} />
          </div>
        )}
        {invitations.length > 0 && <InvitationList circleId={circle.id} invitations={invitations} />}
      </Section>
      <Section title="Free seats">
        <p className="max-w-words text-muted">
          You can offer free seats to members who look for a circle. Whoever asks for one is answered there.
        </p>
        <p className="mt-4">
          <ButtonLink href={`/circles/${circle.id}/care/listing`}>Offer seats, and see who asks</ButtonLink>
        </p>
      </Section>
      <Section title="People">
        <PeopleList circle={circle} />
      </Section>
      <Section title="What the circle says about itself">
        <p className="max-w-words text-muted">
          {circle.name}. {circle.purpose} In {circle.language}. {circle.meeting.weekly}, {circle.meeting.zone}{" "}
          time.
        </p>
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink href={`/circles/${circle.id}/care/description`}>Change how it is described</ButtonLink>
          <ButtonLink href={`/circles/${circle.id}/care/agreements`}>Change the agreements</ButtonLink>
        </p>
      </Section>
    </>
  );
});
