import { notFound } from "next/navigation";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { NoCircle } from "@/components/shares/no-circle";
import { ShareWords } from "@/components/shares/share-words";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { shareProgress } from "@/lib/goals/actions";
import { findGoal } from "@/lib/goals/queries";
import { sayToCircle } from "@/lib/goals/rules";
import { freshId } from "@/lib/ids";
import { listSeats } from "@/lib/memberships/queries";
import { choosingKey } from "@/lib/shares/schema";
import { read } from "@/lib/viewer";

export default page("Share progress", async ({ params }: PageProps<"/goals/[goalId]/share">) => {
  const { goalId } = await params;
  const { goal, seats, draft, today, verifiedAt } = await read(async (viewer) => ({
    goal: (await findGoal(viewer, goalId)) ?? notFound(),
    seats: await listSeats(viewer),
    draft: await findKeptWords(viewer, choosingKey(goalId)),
    today: viewer.today,
    verifiedAt: viewer.verifiedAt,
  }));
  return (
    <>
      <PageHeader
        title="Share progress"
        sub="A small sign of life for your circle. Nobody compares."
        back={{ href: `/goals/${goal.id}`, label: goal.title }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      {seats.length === 0 ? (
        <NoCircle />
      ) : (
        <>
          {draft && <KeptWords draftKey={choosingKey(goal.id)} />}
          <ShareWords
            action={shareProgress}
            id={freshId()}
            source={{ name: "goalId", id: goal.id }}
            seats={seats}
            body={sayToCircle(goal, today)}
            draft={{ key: choosingKey(goal.id), ...draft }}
          />
        </>
      )}
    </>
  );
});
