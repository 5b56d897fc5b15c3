import type { Metadata } from "next";
import { InvitationGone } from "@/components/circles/invitation-gone";
import { InvitedView } from "@/components/circles/invited-view";
import { SeatedView } from "@/components/circles/seated-view";
import { page } from "@/components/layout/page";
import { findInvitedCircle } from "@/lib/circles/queries";
import { findKeptWords } from "@/lib/drafts/queries";
import { findSeatByCode } from "@/lib/memberships/queries";
import { joinDraftKey } from "@/lib/memberships/schema";
import { readAsVisitor } from "@/lib/viewer";

// A link that somebody sent: nothing about the circle shows in previews, tabs or histories.
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default page("An invitation", async ({ params }: PageProps<"/invite/[code]">) => {
  const { code } = await params;
  const { circle, seat, reader } = await readAsVisitor(async (visitor) => {
    const { viewer } = visitor;
    const circle = await findInvitedCircle(visitor, code);
    const draft = viewer && circle && (await findKeptWords(viewer, joinDraftKey(circle.id)));
    return {
      circle,
      // Whoever sits there already gets to their circle even when the link has been used up.
      seat: viewer && (await findSeatByCode(viewer, code)),
      reader: viewer && { name: viewer.name, draft },
    };
  });
  if (seat) return <SeatedView circleId={seat.circleId} alias={seat.alias} />;
  // An answer of its own and not a 404, whose words Next shows only with JavaScript.
  if (!circle) return <InvitationGone />;
  return <InvitedView circle={circle} code={code} reader={reader} />;
});
