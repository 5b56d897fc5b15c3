import { Agreements } from "@/components/circles/agreements";
import { JoinCircleForm } from "@/components/circles/join-circle-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import type { InvitedCircle } from "@/lib/circles/queries";
import type { KeptWords } from "@/lib/drafts/queries";

/** What an invited person sees: the circle's description and agreements; nothing of its people or posts. */
export function InvitedView({
  circle,
  code,
  reader,
}: {
  circle: InvitedCircle;
  code: string;
  /** What circles call them first, and what they typed here and did not send; null for who is not signed in. */
  reader: { name: string; draft: KeptWords | null } | null;
}) {
  const { meeting } = circle;
  const next = encodeURIComponent(`/invite/${code}`);
  return (
    <>
      <PageHeader title={circle.name} sub={`You are invited to this circle. ${circle.purpose}`} />
      <p className="mt-6 max-w-words">
        It meets {meeting.weekly}, {meeting.zone} time
        {meeting.forMe && `; the next time is ${meeting.forMe.next} for you`}. It speaks {circle.language}.
        Four to eight people sit in a circle, and what they say there stays with them.
      </p>
      <Card className="mt-8">
        <h2 className="mb-2 font-semibold text-muted text-sm">What this circle agreed on</h2>
        <Agreements text={circle.agreements} />
      </Card>
      {reader === null ? (
        <div className="mt-8">
          <p className="max-w-words">
            To take a seat you need an account. It is free, and this invitation waits for you meanwhile.
          </p>
          <p className="mt-4 flex flex-wrap items-center gap-3">
            <ButtonLink href={`/join?next=${next}`} variant="primary">
              Join Onward
            </ButtonLink>
            <ButtonLink href={`/sign-in?next=${next}`}>Sign in</ButtonLink>
          </p>
          <p className="mt-6 text-muted">
            <Link href="/" className="link">
              What Onward is
            </Link>
          </p>
        </div>
      ) : (
        <JoinCircleForm circleId={circle.id} code={code} {...reader} />
      )}
    </>
  );
}
