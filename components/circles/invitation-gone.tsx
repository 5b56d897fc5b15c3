import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** A link that is wrong, expired, used up or taken back: it does not say which. */
export function InvitationGone() {
  return (
    <>
      <PageHeader
        title="This link does not work any more"
        sub="Invitations end after a while, and each is for a few people only. It is nothing that you did. Ask whoever sent it for a new one; it takes them a minute."
      />
      <p className="mt-8">
        <ButtonLink href="/">What Onward is</ButtonLink>
      </p>
    </>
  );
}
