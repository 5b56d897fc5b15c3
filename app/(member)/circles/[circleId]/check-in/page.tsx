import { notFound } from "next/navigation";
import { VerifyNotice } from "@/components/accounts/verify-notice";
import { CheckInForm } from "@/components/check-ins/check-in-form";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findOwnWeek } from "@/lib/check-ins/queries";
import { checkInDraftKey } from "@/lib/check-ins/schema";
import { sayWeek } from "@/lib/check-ins/week";
import { MOST_A_WEEK } from "@/lib/commitments/rules";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";

export default page("Check in", async ({ params }: PageProps<"/circles/[circleId]/check-in">) => {
  const { circleId } = await params;
  const { own, draft, today, verifiedAt } = await read(async (viewer) => ({
    own: (await findOwnWeek(viewer, circleId)) ?? notFound(),
    draft: await findKeptWords(viewer, checkInDraftKey(circleId)),
    today: viewer.today,
    verifiedAt: viewer.verifiedAt,
  }));
  return (
    <>
      <PageHeader
        title={own.checkIn ? "Change your check-in" : "Check in"}
        sub={`For the week from ${sayWeek(own.week, today)}. Your circle reads it, and you can change it until then.`}
        back={{ href: `/circles/${own.circle.id}/week`, label: "The week" }}
      />
      <VerifyNotice verifiedAt={verifiedAt} />
      <CheckInForm own={own} freshIds={Array.from({ length: MOST_A_WEEK }, () => freshId())} draft={draft} />
    </>
  );
});
